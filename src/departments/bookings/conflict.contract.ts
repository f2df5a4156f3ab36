import { z } from 'zod'
import { problemType } from '../../kernel/problems.ts'
import { PlainDay } from '../../kernel/time.ts'

/** Who has the time already: the code of the job, never more of another production. */
export const Conflict = z.object({ onDate: PlainDay, code: z.string() })
export type Conflict = z.infer<typeof Conflict>

export const AlreadyBooked = problemType(
  'already-booked',
  409,
  'Somebody else has this time',
  z.object({ conflicts: z.array(Conflict) }),
)
/** Who lacks which paper that the office requires before it books. */
export const PapersMissing = problemType(
  'papers-missing',
  409,
  'Papers are missing',
  z.object({ people: z.array(z.object({ engagementId: z.string(), name: z.string(), papers: z.array(z.string()) })) }),
)
export const NotPossible = problemType('booking-not-possible', 409, 'The days do not allow this')
