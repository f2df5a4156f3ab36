import { z } from 'zod'
import { PersonId, ProductionId } from '../../kernel/ids.ts'
import { route } from '../../kernel/route.ts'
import { PlainDay } from '../../kernel/time.ts'
import { CandidateId } from './candidate.contract.ts'

export const Exclusivity = z.object({
  id: z.uuid(),
  category: z.string(),
  brand: z.string(),
  fromDay: PlainDay,
  /** The day after the last. */
  untilDay: PlainDay,
  source: z.string(),
  /** From a role of ours: it goes with the booking, not by hand. */
  isOurs: z.boolean(),
})
export type Exclusivity = z.infer<typeof Exclusivity>

export const NewExclusivity = z
  .object({
    category: z.string().trim().min(1, 'Say of what: beer, banking.').max(200),
    brand: z.string().trim().max(200).default(''),
    fromDay: PlainDay,
    untilDay: PlainDay,
    source: z.string().trim().min(1, 'Say who told us.').max(300),
  })
  .refine(({ fromDay, untilDay }) => fromDay < untilDay, { error: 'It ends after it begins.', path: ['untilDay'] })
export type NewExclusivity = z.infer<typeof NewExclusivity>

const one = z.object({ productionId: ProductionId, candidateId: CandidateId })
const candidatePath = '/v1/productions/{productionId}/casting/candidates/{candidateId}/exclusivities'
const personPath = '/v1/casting/people/{personId}/exclusivities'
const response = z.object({ items: z.array(Exclusivity) })

export const listExclusivities = route({
  method: 'GET',
  path: candidatePath,
  summary: 'For whom this person may not work, and until when; across the whole office',
  access: { ability: 'casting.read', on: 'production' },
  params: one,
  response,
})

export const addExclusivity = route({
  method: 'POST',
  path: candidatePath,
  summary: 'Write down an exclusivity somebody told us of; they have to be in the directory',
  access: { ability: 'casting.edit', on: 'production' },
  params: one,
  body: NewExclusivity,
  idempotencyKey: 'accepted',
  response,
  status: 201,
})

export const exclusivitiesOfPerson = route({
  method: 'GET',
  path: personPath,
  summary: 'For whom somebody of the directory may not work, and until when',
  access: { ability: 'people.read', on: 'office' },
  params: z.object({ personId: PersonId }),
  response: response.extend({ can: z.object({ edit: z.boolean() }) }),
})

export const addToPerson = route({
  method: 'POST',
  path: personPath,
  summary: 'Write down an exclusivity of somebody of the directory',
  access: { ability: 'people.edit', on: 'office' },
  params: z.object({ personId: PersonId }),
  body: NewExclusivity,
  idempotencyKey: 'accepted',
  response,
  status: 201,
})

export const withdrawExclusivity = route({
  method: 'DELETE',
  path: `${personPath}/{exclusivityId}`,
  summary: 'Take out an exclusivity that was written down by hand; those of our own roles stay',
  access: { ability: 'people.edit', on: 'office' },
  params: z.object({ personId: PersonId, exclusivityId: z.uuid() }),
  response,
})
