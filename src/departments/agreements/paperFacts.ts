import type { EventRow, AgreementRow } from './agreement.store.ts'
import type { PartyRow } from './party.store.ts'
import { holdsUp } from './kinds.rules.ts'
import { utcText } from './moment.rules.ts'
import { historyIn } from './history.words.rules.ts'
import { kindIn, paperWords, partIn } from './paper.words.rules.ts'
import { scopeText } from './scope.rules.ts'
import { withAnswers, type Content } from './text.rules.ts'

interface PaperParts {
  readonly row: AgreementRow
  readonly parties: readonly PartyRow[]
  readonly events: readonly EventRow[]
  readonly content: Content
  readonly office: string
  readonly production: string
  readonly paperSize: 'a4' | 'letter'
  /** File names of pictures, by party: they are ours, never a person's. */
  readonly pictures: ReadonlyMap<string, { signature?: string; photo?: string }>
  readonly isFinal: boolean
  /** Of the Word document that is kept inside the final paper. */
  readonly docxSha256: string | null
  /** The time stamp authority whose token the seal carries. */
  readonly stampedBy: string | null
}

/** Everything templates/agreement.typ prints. */
export function paperFacts(parts: PaperParts) {
  const { row, parties, content, isFinal } = parts
  const words = paperWords[row.language]
  const answers = Object.assign({}, ...parties.map((it) => it.answers)) as Record<string, string>
  const filled = withAnswers(content, answers)
  return {
    paper: parts.paperSize,
    lang: row.language,
    office: parts.office,
    production: parts.production,
    number: row.number,
    kind: kindIn(row.language, row.kind),
    mark: isFinal ? null : words.draft,
    footMiddle: row.content_sha256 === null ? '' : `SHA-256 ${row.content_sha256.slice(0, 16)}…`,
    title: filled.title,
    between: filled.between,
    short: filled.short,
    blocks: filled.blocks,
    signatures: parties.filter((it) => holdsUp(it.role)).map((it) => signatureOf(it, parts)),
    certificate: isFinal ? certificateOf(parts) : null,
    words: {
      inShort: words.inShort,
      signatures: words.signatures,
      certificate: words.certificate,
      paper: words.paper,
      history: words.history,
      pageOf: words.pageOf,
    },
  }
}

function signatureOf(party: PartyRow, { row, pictures }: PaperParts) {
  const words = paperWords[row.language]
  const when = party.acted_at === null ? null : utcText(party.acted_at)
  const did = party.role === 'approver' ? words.approvedOn : words.signedOn
  return {
    label: partIn(row.language, party.label),
    name: party.signed_name ?? party.name,
    picture: pictures.get(party.id)?.signature ?? null,
    typed: party.signature?.kind === 'typed' ? party.signature.text : '',
    detail: [
      party.for_name === null ? '' : words.guardianOf(party.for_name),
      party.state === 'done' && when !== null ? did(when) : words.notYet,
    ]
      .filter((it) => it !== '')
      .join(' · '),
  }
}

function certificateOf({ row, parties, events, content, pictures, docxSha256, stampedBy }: PaperParts) {
  const words = paperWords[row.language]
  const filled = (rows: { label: string; value: string | null | undefined }[]) =>
    rows.filter(
      (it): it is { label: string; value: string } => it.value !== null && it.value !== undefined && it.value !== '',
    )
  return {
    about: words.about,
    paper: filled([
      { label: words.number, value: row.number },
      { label: words.title, value: content.title },
      { label: words.hash, value: row.content_sha256 },
      { label: words.docx, value: docxSha256 },
      { label: words.stamp, value: stampedBy },
      { label: words.scope, value: row.scope === null ? '' : scopeText(row.scope, row.language) },
      { label: words.completed, value: row.completed_at && utcText(row.completed_at) },
    ]),
    parties: parties
      .filter((it) => holdsUp(it.role))
      .map((it) => ({
        name: it.signed_name ?? it.name,
        role: partIn(row.language, it.label),
        photo: pictures.get(it.id)?.photo ?? null,
        rows: filled([
          { label: words.when, value: it.acted_at && utcText(it.acted_at) },
          { label: words.how, value: it.signature && words.kinds[it.signature.kind] },
          { label: words.identified, value: it.identified_by },
          { label: words.sentTo, value: it.email },
          {
            label: words.otherName,
            value:
              it.name_reason &&
              `${it.name} (${words.reasons[it.name_reason as keyof typeof words.reasons] ?? it.name_reason})`,
          },
          { label: words.where, value: it.signed_where },
          { label: words.ip, value: it.ip },
          { label: words.device, value: it.device },
          { label: words.seen, value: it.seen_sha256 },
        ]),
      })),
    history: events.map((it) => ({ at: utcText(it.at), text: historyIn(row.language, it.text), ip: it.ip ?? '' })),
  }
}
