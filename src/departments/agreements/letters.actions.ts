import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { queueLetters, type Letter } from '../../platform/mail/index.ts'
import type { LinkId } from '../../kernel/ids.ts'
import type { AgreementRow } from './agreement.store.ts'
import type { PartyRow } from './party.store.ts'
import { letterWords } from './letters.rules.ts'

const addressOf = (app: App, linkId: LinkId): string => `${app.settings.url}/a/${app.links.tokenOf(linkId)}`

interface Letting {
  readonly row: AgreementRow
  readonly party: PartyRow
  readonly key: string
  readonly words: [subject: string, lead: string]
  readonly link: LinkId | null
  readonly notes?: readonly string[]
  /** Now unless stated; until then making the paper void calls the letter back. */
  readonly leavesAt?: Temporal.Instant
}

/** One letter to one party; nobody without an address is written to. */
export function letter(app: App, { row, party, key, words, link, notes = [], leavesAt }: Letting): Letter[] {
  if (party.email === null || party.email === '') return []
  const say = letterWords[row.language]
  const [subject, lead] = words
  const lines = [lead, ...notes, ...(link === null ? [] : [`${say.open}: ${addressOf(app, link)}`])]
  return [
    {
      key,
      channel: 'email',
      to: { name: party.name, address: party.email },
      subject: `${row.number} ${subject}`,
      text: `${party.name},\n\n${lines.join('\n\n')}\n`,
      about: { kind: 'agreement_party', id: party.id },
      productionId: row.production_id,
      ...(leavesAt && { leavesAt }),
    },
  ]
}

export const post = async (app: App, tx: Tx, letters: readonly Letter[]): Promise<void> => {
  if (letters.length > 0) await queueLetters(app, tx, letters)
}
