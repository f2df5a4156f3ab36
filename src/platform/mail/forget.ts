import type { Tx } from '../database/database.ts'
import './mail.table.ts'

/**
 * What a person was written stays counted and says nothing any more: who they were, what it said and carried, and what
 * servers answered, which repeats the address, are gone. What has not left is to be withdrawn first.
 */
export async function forgetLetters(tx: Tx, about: { kind: string; ids: readonly string[] }): Promise<void> {
  if (about.ids.length === 0) return
  const letters = await tx
    .updateTable('mail_message')
    .set({
      to_name: null,
      to_address: 'erased',
      reply_to: null,
      subject: 'Erased',
      body_text: '',
      body_html: null,
      attachments: '[]',
      reply: null,
    })
    .where('about_kind', '=', about.kind)
    .where('about_id', 'in', [...about.ids])
    .returning('id')
    .execute()
  if (letters.length === 0) return
  const ids = letters.map(({ id }) => id)
  await tx.updateTable('mail_attempt').set({ reply: '' }).where('message_id', 'in', ids).execute()
}
