import { momentIn } from '../../kernel/locale.ts'
import { recipientOf } from './candidate.letters.ts'
import type { RequestRow } from './request.store.ts'

interface About {
  readonly why: 'asked' | 'reminder' | 'passed_on'
  readonly role: { readonly name: string; readonly isConfidential: boolean }
  readonly title: string
  readonly officeName: string
  readonly address: string
}

/** The letter to whoever’s turn it is; null where they have no address. The role is not said where it is confidential. */
export function letterOf(row: RequestRow, { why, role, title, officeName, address }: About) {
  const to = recipientOf(row.turn, row)
  if (to === null) return null
  const { isAgent: toAgent, name, address: email } = to
  const what = row.kind === 'self_tape' ? 'a self-tape' : 'an answer'
  const about = role.isConfidential ? 'a role we cast' : `${role.name} in ${title}`
  const first =
    why === 'reminder'
      ? `A reminder: we still wait for ${what} for ${about}${toAgent ? ` from ${row.name}` : ''}.`
      : `We ask ${toAgent ? row.name : 'you'} for ${what} for ${about}.`
  const due = row.dueAt === null ? '' : `\nUntil ${momentIn('en', row.dueAt, row.dueZone, { year: true })}.\n`
  const how = toAgent
    ? 'Send it, say no, or pass it on to them here:'
    : row.kind === 'self_tape'
      ? 'Send the tape, or say no, here. No login is needed:'
      : 'Answer here. No login is needed:'
  return {
    to: { name, address: email },
    subject: `${why === 'reminder' ? 'Reminder: ' : ''}${row.kind === 'self_tape' ? 'Self-tape' : 'A question'}${role.isConfidential ? '' : `, ${role.name}, ${title}`}`,
    text: `Hello ${name},\n\n${first}\n\n${row.body}\n${due}\n${how}\n${address}\n\n${officeName}\n`,
  }
}
