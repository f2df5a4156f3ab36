import { dayText, PlainDay } from '../../kernel/time.ts'
import { capitalised, plural } from '../../kernel/words.ts'
import type { ActivityEntry } from './concern.contract.ts'

/** The audit log's codes, as a colleague would tell them. */

/** What a kind of record is called in a sentence; the rest go by their own name. */
const nouns: Record<string, string> = {
  callsheet: 'call sheet',
  set_location: 'location of a set',
}

/** Verbs that do not read well when only their underscores are taken away. */
const verbs: Record<string, string> = {
  'production.member_set': 'gave access to',
  'production.member_removed': 'took access from',
  'production.calendar_changed': 'marked days of',
  'callsheet.unit_of_day': 'moved for the day to another unit:',
  'concern.answered': 'answered the concern',
  'concern.reopened': 'reopened the concern',
  'link.revoked': 'revoked the link',
  'schedule.published': 'published the schedule from',
  'agreement.drawn_up': 'drew up',
  'agreement.made_void': 'made void',
  'agreement.signed_by_one': 'heard that one party signed',
  'agreement_seal.own': 'went back to the office’s own seal',
  'bookings.told_by_hand': 'noted as told',
  'bookings.told_taken_back': 'took back that they were told:',
  'bookings.ask_accept': 'accepted the answer to',
  'bookings.ask_counter': 'came back with other terms on',
  'bookings.ask_decline': 'declined the answer to',
  'bookings.ask_reminder': 'reminded of',
  'bookings.pencilled': 'pencilled in',
  'bookables.in_service': 'put back into service',
  'bookables.out_of_service': 'took out of service',
  'callsheet.added_late': 'added late',
  'callsheet.confirmed_by_phone': 'took the confirmation by phone of',
  'callsheet.link_taken': 'copied the personal link of',
  'callsheet.sent_again': 'sent again',
  'callsheet.sent_now': 'sent at once',
  'casting_candidate.let_go': 'let go',
  'casting_candidate.release_drawn_up': 'drew up the release of',
  'casting_candidate.request_passed_on': 'passed on the request to',
  'casting_candidate.person_decided': 'decided who is behind',
  'casting_candidate.sent_again': 'sent again to',
  'casting_exclusivity.taken_out': 'took out the exclusivity of',
  'casting_session.signed_in': 'signed somebody in on',
  'casting_session.signed_out': 'signed somebody out on',
  'mail.tried_again': 'tried again to send',
  'paper.handed_in': 'handed in',
  'paper.sent_back': 'sent back',
  'person.do_not_hire': 'marked as not to be hired:',
  'person.may_be_hired': 'marked as to be hired again:',
  'vendor.account_counts': 'let the account count of',
  'vendor.filled_in': 'filled in the details of',
}

/** What codes end in, as it is told: `invitation_withdrawn` → `withdrew invitation`. The rest is told as it is written. */
const past: Record<string, string> = {
  begun: 'began',
  chosen: 'chose',
  frozen: 'froze',
  overridden: 'overrode',
  taken: 'took',
  undone: 'undid',
  withdrawn: 'withdrew',
}

/** Days inside a label or a value, as a person writes them: `2026-05-12` → `Tue 12 May 2026`. */
const readable = (text: string) =>
  text.replaceAll(/\b\d{4}-\d{2}-\d{2}\b(?!T)/g, (day) => {
    const parsed = PlainDay.safeParse(day)
    return parsed.success ? dayText(parsed.data, { year: true }) : day
  })

const noun = (kind: string) => nouns[kind] ?? kind.replaceAll('_', ' ')

/** `strips_moved` → `moved strips`; `created` stays. Codes put the thing first and end in what was done to it. */
function inOrder(code: string): { done: string; thing: string | undefined } {
  const words = code.split('_')
  const done = words.at(-1) ?? code
  return { done: past[done] ?? done, thing: words.length > 1 ? words.slice(0, -1).join(' ') : undefined }
}

/** `production.created` → `created Last Ferry`; `schedule.strips_moved` → `moved strips, Draft B`. */
function did(verb: string, { kind, label }: ActivityEntry['subject']): string {
  const known = verbs[verb]
  if (known !== undefined) return label === null ? known.replace(/ (of|on|to|from)$/, '') : `${known} ${label}`
  const { done, thing } = inOrder(verb.split('.').at(-1) ?? verb)
  if (thing === undefined) return `${done} ${label ?? `a ${noun(kind)}`}`
  return label === null ? `${done} ${thing}` : `${done} ${thing}, ${label}`
}

/** `startsOn` → `Starts on`. */
export function fieldWord(field: string): string {
  return capitalised(
    field
      .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
      .replaceAll(/[_.]/g, ' ')
      .toLowerCase(),
  )
}

const longest = 120

/** What a department calls the codes in its fields: `{ status: { tech_scouted: 'Tech-scouted' } }`. */
type CodeWords = Readonly<Record<string, Readonly<Record<string, string | undefined>>>>

/** A code nobody has words for is at least read as words: `on_hold` → `on hold`. */
const spelledOut = (text: string) => (/^[a-z]+(_[a-z]+)+$/.test(text) ? text.replaceAll('_', ' ') : text)

/** A value as short text; what is empty is an empty text, what is nested is counted. */
export function valueWord(value: unknown, words: Readonly<Record<string, string | undefined>> = {}): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) {
    if (value.every((it) => typeof it !== 'object'))
      return value
        .map((it) => valueWord(it, words))
        .join(', ')
        .slice(0, longest)
    return plural(value.length, 'entry', 'entries')
  }
  if (typeof value === 'object') return ''
  return readable(words[String(value)] ?? spelledOut(String(value))).slice(0, longest)
}

/** A value nobody reads: the record's own id, its version, the id of another record, the fingerprint of a file. */
const isOfNoUse = (field: string, value: unknown) =>
  /^(id|version)$|Id$|_id$|(At|_at)$/.test(field) ||
  (typeof value === 'string' && /^([0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64})$/.test(value))

interface Told {
  id: string
  at: string
  who: string
  did: string
  changes: { field: string; before: string; after: string }[]
}

/** One entry, ready to be shown. A creation names its record; its first values stand in the record itself. */
export function told({ id, at, actor, verb, subject, changes }: ActivityEntry, words: CodeWords = {}): Told {
  const isNew = changes.every(({ before }) => before === null || before === undefined)
  const shown = isNew ? [] : changes.filter((it) => !isOfNoUse(it.field, it.after ?? it.before))
  return {
    id,
    at,
    who: actor,
    did: readable(did(verb, subject)),
    changes: shown
      .map(({ field, before, after }) => ({
        field: fieldWord(field),
        before: valueWord(before, words[field]),
        after: valueWord(after, words[field]),
      }))
      .filter(({ before, after }) => before !== after),
  }
}
