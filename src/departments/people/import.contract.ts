import { z } from 'zod'
import { PersonId } from '../../kernel/ids.ts'
import { problemType } from '../../kernel/problems.ts'
import { route } from '../../kernel/route.ts'
import { COLUMN_MEANINGS } from './headers.rules.ts'
import { ImportPlan, RowChoice } from './plan.contract.ts'

export const ContactsUnreadable = problemType(
  'contacts-unreadable',
  422,
  'This file is no contact list',
  z.object({ reason: z.string() }),
)

/** Base64 adds a third: this takes files of up to 12 MB, some fifty thousand lines. */
const MOST_BYTES = 16 * 1024 * 1024

const ContactFile = z.object({
  fileName: z.string().max(300),
  content: z.base64({ error: 'Send the bytes of the file in base64.' }),
  /** What a person corrected about the columns, by their place from 0. */
  columns: z.record(z.string().regex(/^\d{1,3}$/), z.enum(COLUMN_MEANINGS)).default({}),
  /** `crew`: a production's list, whose people may play characters. */
  list: z.enum(['directory', 'crew']).default('directory'),
})
export type ContactFile = z.infer<typeof ContactFile>
export type SentFile = z.input<typeof ContactFile>

export const planImport = route({
  method: 'POST',
  path: '/v1/people/import/plan',
  summary: 'What importing a CSV or vCard file would do, line by line; nothing is written',
  access: { ability: 'people.import', on: 'office' },
  body: ContactFile,
  maxBodyBytes: MOST_BYTES,
  repeated: 'nothing is written',
  response: ImportPlan,
  problems: [ContactsUnreadable],
})

export const ImportResult = z.object({
  added: z.number().int(),
  completed: z.number().int(),
  same: z.number().int(),
  /** Whose record each line with a person became, completed or already was; lines of one person share it. */
  people: z.array(z.object({ line: z.number().int(), personId: PersonId })),
  /** Lines that were left out, each with the reason, so that nothing is dropped silently. */
  left: z.array(z.object({ line: z.number().int(), name: z.string(), reason: z.string() })),
})
export type ImportResult = z.infer<typeof ImportResult>

export const importContacts = route({
  method: 'POST',
  path: '/v1/people/import',
  summary: 'Import a CSV or vCard file as decided; doing it again changes nothing',
  access: { ability: 'people.import', on: 'office' },
  body: ContactFile.extend({
    /** By line. A doubtful line that nobody decided about is left out, and said so. */
    choices: z.record(z.string().regex(/^\d{1,7}$/), RowChoice).default({}),
  }),
  maxBodyBytes: MOST_BYTES,
  idempotencyKey: 'accepted',
  response: ImportResult,
  problems: [ContactsUnreadable],
})
