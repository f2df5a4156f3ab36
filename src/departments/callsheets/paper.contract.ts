import { z } from 'zod'
import { ProductionId } from '../../kernel/ids.ts'
import { route } from '../../kernel/route.ts'
import { InstantText, PlainDay } from '../../kernel/time.ts'
import { CallSheetId } from './sheet.contract.ts'

/** A personal paper found again by the code printed over its pages. */
export const FoundCopy = z.object({
  name: z.string(),
  callSheetId: CallSheetId,
  onDate: PlainDay,
  word: z.string(),
  copyText: z.string(),
  sentAt: InstantText.nullable(),
})
export type FoundCopy = z.infer<typeof FoundCopy>

export const findCopy = route({
  method: 'GET',
  path: '/v1/productions/{productionId}/callsheet-copies/{code}',
  summary: 'Whose copy this is: the person behind the code printed lightly over a call sheet',
  access: { ability: 'callsheets.publish', on: 'production' },
  params: z.object({ productionId: ProductionId, code: z.string().trim().min(4).max(20) }),
  response: FoundCopy,
})
