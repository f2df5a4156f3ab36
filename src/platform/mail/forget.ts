import type { Tx } from '../database/database.ts'
import './mail.table.ts'

/** What a person was written stays counted and says nothing any more: who they were and what it said are gone. */
export const forgetLetters = (tx: Tx, about: { kind: string; ids: readonly string[] }) =>
  about.ids.length === 0
    ? Promise.resolve([])
    : tx
        .updateTable('mail_message')
        .set({ to_name: null, to_address: 'erased', reply_to: null, subject: 'Erased', body_text: '', body_html: null })
        .where('about_kind', '=', about.kind)
        .where('about_id', 'in', [...about.ids])
        .execute()
