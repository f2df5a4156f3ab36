import { z } from 'zod'
import { idOf, PersonId, UserId } from '../../kernel/ids.ts'
import { Stale } from '../../kernel/problems.ts'
import { route } from '../../kernel/route.ts'
import { InstantText } from '../../kernel/time.ts'
import { CompanyId } from './person.contract.ts'

export const PrivateNoteId = idOf('PrivateNoteId')
export type PrivateNoteId = z.infer<typeof PrivateNoteId>

const Reader = z.object({ userId: UserId, name: z.string() })

/**
 * What somebody wrote down about a person or a company for themselves and the readers they named. No role opens it: whoever
 * is not named finds nothing, the owner of the office included.
 */
export const PrivateNote = z.object({
  id: PrivateNoteId,
  words: z.string(),
  by: z.string(),
  isMine: z.boolean(),
  /** Beside the author. */
  readers: z.array(Reader),
  at: InstantText,
  version: z.number().int(),
})
export type PrivateNote = z.infer<typeof PrivateNote>

const about = { personId: PersonId.optional(), companyId: CompanyId.optional() }
const isOne = ({ personId, companyId }: { personId?: unknown; companyId?: unknown }) =>
  (personId === undefined) !== (companyId === undefined)
const sayWhom = { error: 'Say about whom: a person or a company.', path: ['personId'] }
const words = z.string().trim().min(1, 'Write something.').max(10_000)
const readers = z.array(UserId).max(50)
const read = { ability: 'people.read', on: 'office' } as const

export const listPrivateNotes = route({
  method: 'GET',
  path: '/v1/private-notes',
  summary: 'Notes about a person or a company that the reader wrote or was named for, the latest first',
  access: read,
  query: z.object(about).refine(isOne, sayWhom),
  response: z.object({
    items: z.array(PrivateNote),
    /** Who could be named: accounts that may open the directory. */
    colleagues: z.array(Reader),
  }),
})

export const addPrivateNote = route({
  method: 'POST',
  path: '/v1/private-notes',
  summary: 'Write a note that only its author and the named readers see',
  access: read,
  body: z.object({ ...about, words, readers: readers.default([]) }).refine(isOne, sayWhom),
  idempotencyKey: 'accepted',
  response: PrivateNote,
  status: 201,
})

const one = z.object({ privateNoteId: PrivateNoteId })

export const changePrivateNote = route({
  method: 'PATCH',
  path: '/v1/private-notes/{privateNoteId}',
  summary: 'Change a note of one’s own, or who reads it',
  access: read,
  params: one,
  body: z.object({ words, readers }).partial(),
  ifMatch: 'required',
  response: PrivateNote,
  problems: [Stale],
})

export const removePrivateNote = route({
  method: 'DELETE',
  path: '/v1/private-notes/{privateNoteId}',
  summary: 'Remove a note of one’s own for good',
  access: read,
  params: one,
  response: z.null(),
})
