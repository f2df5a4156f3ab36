import type { ColumnType, Generated } from 'kysely'
import type { PersonId, UserId } from '../../kernel/ids.ts'
import type { CompanyId } from './person.contract.ts'
import type { PrivateNoteId } from './privateNote.contract.ts'

type Moment = ColumnType<Temporal.Instant, string, string>

interface PrivateNoteTable {
  id: PrivateNoteId
  person_id: PersonId | null
  company_id: CompanyId | null
  words: string
  author_id: UserId
  created_at: Moment
  changed_at: Moment
  version: Generated<number>
}

interface PrivateNoteReaderTable {
  note_id: PrivateNoteId
  user_id: UserId
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    private_note: PrivateNoteTable
    private_note_reader: PrivateNoteReaderTable
  }
}
