import type { ContactDraft, ReadFile } from './draft.contract.ts'
import { FIELD_WORDS, SINGLE_FIELDS } from './draft.rules.ts'
import {
  ALMOST_CERTAIN,
  POSSIBLE_DUPLICATE,
  emailKey,
  fold,
  nameKey,
  likeness,
  nameTokens,
  phoneKey,
  samePhone,
} from './likeness.rules.ts'
import type { Column } from './headers.rules.ts'
import type { ImportPlan, Match, PlanRow, RowChoice } from './plan.contract.ts'

/** A record of the directory in the shape that is compared. */
interface Known {
  readonly id: string
  readonly contact: ContactDraft
}

/** The fields that `from` knows and `into` lacks or says differently; none means nothing would be gained. */
export function addsOf(into: ContactDraft, from: ContactDraft): (keyof ContactDraft)[] {
  const keys = [into.name, ...into.otherNames].map((name) => nameKey(name, into.kind))
  const parts = nameKey(`${from.givenName ?? ''} ${from.familyName ?? ''}`)
  const named: readonly string[] = keys.includes(parts) ? ['givenName', 'familyName'] : []
  const single = SINGLE_FIELDS.filter(
    (field) => !named.includes(field) && from[field] !== null && fold(from[field]) !== fold(into[field] ?? ''),
  )
  return [
    ...(keys.includes(nameKey(from.name, from.kind)) ? [] : (['otherNames'] as const)),
    ...single,
    ...(from.emails.every((a) => into.emails.some((b) => emailKey(a.value) === emailKey(b.value)))
      ? []
      : (['emails'] as const)),
    ...(from.phones.every((a) => into.phones.some((b) => sameNumber(a.value, b.value))) ? [] : (['phones'] as const)),
    ...(from.websites.every((site) => into.websites.includes(site)) ? [] : (['websites'] as const)),
    ...(from.languages.every((one) => into.languages.some((two) => fold(one) === fold(two)))
      ? []
      : (['languages'] as const)),
    ...(from.notes === null || from.notes.split('\n').every((note) => (into.notes ?? '').split('\n').includes(note))
      ? []
      : (['notes'] as const)),
  ]
}

/** Short internal numbers ("201") are the same only when they read the same. */
const sameNumber = (a: string, b: string): boolean => samePhone(a, b) || a.replace(/\s/g, '') === b.replace(/\s/g, '')

/** Compares every record of a file with the directory and with the rows above it. Nothing is written. */
export function planImport(
  read: ReadFile & { readonly columns: readonly Column[] },
  known: readonly Known[],
): ImportPlan {
  const directory = shelves(known.map(({ id, contact }) => ({ recordId: id, line: null, contact })))
  const above = shelves([])
  const rows: PlanRow[] = read.records.map(({ line, contact, character, warnings }) => {
    const matches = [...directory.near(contact), ...above.near(contact)]
      .map((candidate) => matchOf(candidate, contact))
      .filter(({ score }) => score >= POSSIBLE_DUPLICATE)
      .sort((a, b) => b.score - a.score || a.adds.length - b.adds.length)
      .slice(0, 5)
    above.put({ recordId: null, line, contact })
    const best = matches[0]
    const same = matches.some(({ recordId, adds }) => recordId !== null && adds.length === 0)
    const status = best === undefined ? 'new' : same ? 'same' : 'possible_duplicate'
    return {
      line,
      status,
      kind: contact.kind,
      name: contact.name,
      detail: detailOf(contact),
      department: contact.department,
      position: contact.position,
      character: character ?? null,
      reason: null,
      warnings: [...warnings],
      matches,
    }
  })
  const unreadable = read.unreadable.map(({ line, text, reason }): PlanRow => ({
    line,
    status: 'unreadable',
    kind: null,
    name: text,
    detail: null,
    department: null,
    position: null,
    character: null,
    reason,
    warnings: [],
    matches: [],
  }))
  const all = [...rows, ...unreadable].sort((a, b) => a.line - b.line)
  const count = (status: PlanRow['status']) => all.filter((row) => row.status === status).length
  return {
    format: read.format,
    encoding: read.encoding,
    remarks: [...read.remarks],
    columns: [...read.columns],
    rows: all,
    counts: {
      new: count('new'),
      same: count('same'),
      possible_duplicate: count('possible_duplicate'),
      unreadable: count('unreadable'),
    },
  }
}

/**
 * What happens to a row when nobody decided: new rows are added, an almost certain match is completed, what is the same is
 * left, and what is doubtful waits for an answer (`null`).
 */
export function defaultChoice(row: PlanRow): RowChoice | null {
  if (row.status === 'new') return { do: 'add' }
  if (row.status !== 'possible_duplicate') return { do: 'skip' }
  const [best] = row.matches
  if (best === undefined || best.score < ALMOST_CERTAIN) return null
  return best.recordId === null
    ? { do: 'complete_line', line: best.line ?? 0 }
    : { do: 'complete', recordId: best.recordId }
}

interface Candidate {
  readonly recordId: string | null
  readonly line: number | null
  readonly contact: ContactDraft
}

function matchOf(candidate: Candidate, contact: ContactDraft): Match {
  const { score, reasons } = likeness(candidate.contact, contact)
  return {
    recordId: candidate.recordId,
    line: candidate.line,
    name: candidate.contact.name,
    detail: detailOf(candidate.contact),
    score,
    reasons: candidate.line === null ? [...reasons] : [`Also on line ${candidate.line} of this file`, ...reasons],
    adds: addsOf(candidate.contact, contact).map((field) => FIELD_WORDS[field]),
  }
}

/** One line that helps tell two people of one name apart. */
export const detailOf = (contact: ContactDraft): string | null =>
  [contact.position, contact.companyName, contact.emails[0]?.value ?? contact.phones[0]?.value, contact.homeBase]
    .filter(Boolean)
    .join(', ') || null

/**
 * Candidates by e-mail, phone and every word of the name, so that ten thousand rows are not each compared with twenty
 * thousand records. A word half the directory shares (more than 400 records) leads nowhere and is passed over.
 */
function shelves(start: readonly Candidate[]) {
  const byKey = new Map<string, Candidate[]>()
  const keysOf = ({ kind, name, otherNames, emails, phones }: ContactDraft) => [
    ...new Set([
      ...[name, ...otherNames].flatMap((each) =>
        nameTokens(each, kind)
          .filter((word) => word.length > 1)
          .map((word) => `n:${word}`),
      ),
      ...[name, ...otherNames].map((each) => `w:${nameTokens(each, kind).join('')}`),
      ...emails.map(({ value }) => `e:${emailKey(value)}`),
      ...phones.map(({ value }) => `p:${phoneKey(value)}`),
    ]),
  ]
  const put = (candidate: Candidate) => {
    for (const key of keysOf(candidate.contact)) {
      const shelf = byKey.get(key)
      if (shelf) shelf.push(candidate)
      else byKey.set(key, [candidate])
    }
  }
  for (const candidate of start) put(candidate)
  const near = (contact: ContactDraft): Candidate[] => {
    const found = keysOf(contact).map((key) => byKey.get(key) ?? [])
    return [...new Set(found.filter((shelf) => shelf.length <= 400).flat())]
  }
  return { put, near }
}
