import type { ZoneName } from '../../kernel/time.ts'
import type { Notice, NoticeEvent } from './notice.table.ts'
import type { NoticeState } from './notice.rules.ts'
import { timelineWords } from './noticeTimeline.rules.ts'

export interface ProofFacts {
  notices: readonly Notice[]
  events: readonly NoticeEvent[]
  timeZone: ZoneName
  now: Temporal.Instant
  version: string
  sha256: string
  title: string
}

/** Every person and version, in the order a reader asks: who, what, when, by which way, what they said, and the file. */
export const proofColumns = [
  'Version',
  'Name',
  'Position',
  'Call',
  'Report to',
  'Sent to',
  'By',
  'Left',
  'Accepted by their server',
  'Opened',
  'Confirmed',
  'Confirmed how',
  'State',
  'Superseded',
  'Problem',
  'Copy',
  'Code',
  'File SHA-256',
]

/** `2026-05-12 18:10:41 +01:00`: unmistakable, and sortable. */
function momentIn(zone: ZoneName, at: Temporal.Instant | null): string {
  if (at === null) return ''
  const local = at.toZonedDateTimeISO(zone)
  return `${local.toPlainDate().toString()} ${local.toPlainTime().toString({ smallestUnit: 'second' })} ${local.offset}`
}

const ways = { email: 'E-mail', sms: 'Text message', phone: 'Phone', link: 'Personal link' } as const

const stateNames: Record<NoticeState, string> = {
  unsent: 'Not sent',
  queued: 'About to leave',
  sent: 'Sent',
  delivered: 'Delivered',
  deferred: 'Not through yet',
  opened: 'Opened',
  confirmed: 'Confirmed',
  problem: 'Problem',
  bounced: 'Bounced',
  blocked: 'Refused by their server',
  spam: 'Taken for spam',
  dropped: 'Did not get through',
}

const stateOf = (notice: Notice): string =>
  `${stateNames[notice.state]}${notice.carried_from === null ? '' : ', carried on from the version before'}`

/** How the yes came about, also where it was said to the version before and goes on counting. */
function confirmation(facts: ProofFacts, notice: Notice): string {
  const event = facts.events.findLast((it) => it.notice_id === notice.id && it.kind === 'confirmed')
  const before = facts.notices.find((it) => it.id === notice.carried_from)
  if (event === undefined)
    return before === undefined || notice.confirmed_at === null ? '' : confirmation(facts, before)
  const way = event.channel === null ? '' : ways[event.channel]
  return [way, event.text, event.by_name === null ? '' : `heard by ${event.by_name}`]
    .filter((it) => it !== '')
    .join(', ')
}

export const proofRows = (facts: ProofFacts): string[][] =>
  facts.notices.map((notice) => [
    notice.issue_word,
    notice.name,
    notice.personal.position,
    notice.task === 'release' ? 'Not called' : notice.personal.callText,
    notice.personal.reportTo?.name ?? '',
    (notice.channel === 'sms' ? notice.phone : notice.email) ?? '',
    notice.task === 'quiet' ? 'Not written to: nothing of theirs changed' : ways[notice.channel],
    momentIn(facts.timeZone, notice.left_at),
    momentIn(facts.timeZone, notice.delivered_at),
    momentIn(facts.timeZone, notice.opened_at),
    momentIn(facts.timeZone, notice.confirmed_at),
    confirmation(facts, notice),
    stateOf(notice),
    momentIn(facts.timeZone, notice.superseded_at),
    notice.problem === null ? '' : [notice.problem.reason, notice.problem.text].filter((it) => it !== '').join(': '),
    `${notice.copy_number} of ${notice.copies}`,
    notice.code,
    notice.pdf_sha256 ?? '',
  ])

const column = (title: string, width: number) => ({ title, width, align: 'left', strong: false })
const strong = (title: string, width: number) => ({ ...column(title, width), strong: true })

/** The same on paper: a line for each person and version, their history and the file below it. */
export function proofPaper(facts: ProofFacts, paper: 'a4' | 'letter') {
  const versions = [...new Set(facts.notices.map((it) => it.issue_word))].toReversed()
  const short = (at: Temporal.Instant | null) => momentIn(facts.timeZone, at).slice(5, 16)
  return {
    paper,
    landscape: true,
    lang: 'en',
    title: 'Proof of notice',
    sub: facts.title,
    mark: facts.version,
    fill: '',
    rightTitle: `${facts.notices.length} ${facts.notices.length === 1 ? 'notice' : 'notices'}`,
    rightSub: `Made ${momentIn(facts.timeZone, facts.now)}, times ${facts.timeZone}`,
    footLeft: `Sheet SHA-256 ${facts.sha256}`,
    footMiddle: '',
    words: { nothing: 'Nothing was sent.' },
    empty: facts.notices.length === 0 ? 'Nothing was sent.' : null,
    columns: [
      strong('Name', 44),
      column('Position', 38),
      strong('Call', 18),
      column('Sent to', 0),
      column('Left', 24),
      column('Opened', 24),
      column('Confirmed', 24),
      column('State', 30),
    ],
    sections: versions.map((version) => ({
      title: version,
      aside: '',
      footer: '',
      isShoot: false,
      rows: facts.notices
        .filter((it) => it.issue_word === version)
        .map((it) => ({
          tone: 'plain',
          cells: [
            it.name,
            it.personal.position,
            it.task === 'release' ? 'Not called' : it.personal.callText,
            (it.channel === 'sms' ? it.phone : it.email) ?? '',
            short(it.left_at),
            short(it.opened_at),
            short(it.confirmed_at),
            stateOf(it),
          ],
          details: detailsOf(facts, it),
        })),
    })),
  }
}

function detailsOf(facts: ProofFacts, notice: Notice): { label: string; text: string }[] {
  const happened = facts.events
    .filter((it) => it.notice_id === notice.id)
    .map((it) => ({ label: momentIn(facts.timeZone, it.at), text: timelineWords(it) }))
  const file =
    notice.pdf_sha256 === null
      ? []
      : [
          {
            label: `Copy ${notice.copy_number} of ${notice.copies}, code ${notice.code}`,
            text: `SHA-256 ${notice.pdf_sha256}`,
          },
        ]
  return [...happened, ...file]
}
