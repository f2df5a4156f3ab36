import { lines } from '../../kernel/html.ts'
import { dayIn, type Locale } from '../../kernel/locale.ts'
import type { PlainDay } from '../../kernel/time.ts'
import type { PersonalView } from './callsheet.view.ts'
import type { PersonalChange, PersonalChanges } from './distribution.rules.ts'
import { labelIn, noticeWords } from './noticeWords.ts'
import type { NoticeWords } from './noticeWords.ts'
import { clockText } from './sheetText.rules.ts'

/** What every message about one issue says alike. */
export interface IssueHead {
  code: string
  title: string
  dayNumber: number | null
  dayCount: number | null
  onDate: PlainDay
  /** Colour of the revision's paper, as #rrggbb. */
  fill: string
  /** `v2 BLUE` */
  version: string
  hourCycle: 'h23' | 'h12'
  preliminary: boolean
  /** Who to turn to: `Priya Nandakumar, 01632 960 112`. */
  office: string
}

export type MessageKind = 'ask' | 'tell' | 'release' | 'reminder'

/** What a message to one person about one issue is written from. */
export interface MessageFacts {
  kind: MessageKind
  sheet: PersonalView
  changes: PersonalChanges
  head: IssueHead
  link: string
  locale: Locale
}

interface NoticeMessage {
  subject: string
  text: string
  html: string
}

const callText = (sheet: PersonalView, head: IssueHead): string | null =>
  sheet.call === null ? null : clockText(sheet.call, head.hourCycle)

/** @example `[SKER26] CALL SHEET – Day 2 – Wed 13 May 2026 – v2 BLUE – call 06:10` */
export function subjectOf(kind: MessageKind, sheet: PersonalView, head: IssueHead, locale: Locale): string {
  const words = noticeWords[locale]
  const time = callText(sheet, head)
  const call = kind === 'release' ? words.notCalled : time === null ? words.onCall : words.call(time)
  const day = head.dayNumber === null ? [] : [words.day(head.dayNumber)]
  return [
    `[${head.code}] ${words.callSheet}`,
    ...day,
    dayIn(locale, head.onDate, { year: true }),
    head.version,
    call,
  ].join(' – ')
}

/**
 * The first line of a changed sheet, which may be all that is read: what was, what is, and that the rest stays.
 * @example openingLine(...) // "Call 07:00 → 06:30; place unchanged."
 */
export function openingLine(changes: PersonalChanges, locale: Locale): string {
  const words = noticeWords[locale]
  const shown = changes.reset ? changes.changes : changes.told
  const keys = new Set(changes.changes.map((it) => it.key))
  const stays = !changes.reset
    ? []
    : !keys.has('call')
      ? [words.unchangedCall]
      : !keys.has('report_to')
        ? [words.unchangedPlace]
        : []
  return `${[...shown.map((it) => changeText(it, locale)), ...stays].join('; ')}.`
}

function changeText(change: PersonalChange, locale: Locale): string {
  const words = noticeWords[locale]
  const label = change.key === 'call' ? 'Call' : labelIn(locale, change)
  if (change.was === null) return words.isNew(label, change.now ?? '')
  if (change.now === null) return words.isGone(label, change.was)
  return `${label} ${change.was} → ${change.now}`
}

interface Part {
  lead: string
  lines: [string, string][]
  after: string[]
  button: string
}

export function messageOf(about: MessageFacts): NoticeMessage {
  const { kind, sheet, head, link, locale } = about
  const words = noticeWords[locale]
  const part: Part = {
    lead: leadOf(about),
    lines: kind === 'release' ? [] : sheet.mustConfirm.map((it) => [labelIn(locale, it), it.value]),
    after: afterwords(about),
    button: buttonOf(kind, sheet, head, words),
  }
  const foot = [`${head.title}. ${head.office}`, words.personal]
  return {
    subject: subjectOf(kind, sheet, head, locale),
    text: plainOf(part, link, foot),
    html: htmlOf(part, link, foot),
  }
}

function leadOf({ kind, sheet, changes, head, locale }: MessageFacts): string {
  const words = noticeWords[locale]
  const date = dayIn(locale, head.onDate, { year: true })
  if (kind === 'release') return words.released(firstName(sheet.name), date)
  const changed = changes.reset || changes.told.length > 0
  const time = callText(sheet, head)
  const first =
    time === null ? words.firstWithoutTime(firstName(sheet.name), date) : words.first(firstName(sheet.name), time, date)
  if (kind === 'reminder')
    return changed ? `${openingLine(changes, locale)} ${words.reminder}` : `${first} ${words.reminder}`
  return changed ? openingLine(changes, locale) : first
}

function afterwords({ kind, changes, head, locale }: MessageFacts): string[] {
  const words = noticeWords[locale]
  if (kind === 'release') return []
  const also =
    changes.reset && changes.told.length > 0
      ? [`${words.also}: ${changes.told.map((it) => changeText(it, locale)).join('; ')}.`]
      : []
  if (head.preliminary) return [...also, words.preliminary]
  return [...also, kind === 'tell' ? words.onlyTold : words.trouble]
}

function buttonOf(kind: MessageKind, sheet: PersonalView, head: IssueHead, words: NoticeWords): string {
  if (kind === 'release') return words.understood
  if (kind === 'tell' || head.preliminary) return words.look
  const time = callText(sheet, head)
  return time === null ? words.confirmPlain : words.confirm(time)
}

const firstName = (name: string): string => name.split(' ')[0] ?? name

function plainOf(part: Part, link: string, foot: string[]): string {
  const width = Math.max(0, ...part.lines.map(([label]) => label.length))
  const table = part.lines.map(([label, value]) => `${label.padEnd(width)}  ${value.replaceAll('\n', ', ')}`)
  return [part.lead, table.join('\n'), `${part.button}:\n${link}`, part.after.join('\n'), foot.join('\n')]
    .filter((it) => it !== '')
    .join('\n\n')
}

/** Plain on purpose: no pictures, no pixel, nothing fetched; it reads the same in every mail program and in the dark. */
function htmlOf(part: Part, link: string, foot: string[]): string {
  const rows = part.lines
    .map(
      ([label, value]) =>
        `<tr><td style="padding:2px 16px 2px 0;color:#4a5160;vertical-align:top">${lines(label)}</td><td style="padding:2px 0;font-weight:600">${lines(value)}</td></tr>`,
    )
    .join('')
  return `<div style="font:15px/22px Inter,system-ui,sans-serif;color:#171a21;max-width:520px">
<p style="font-size:18px;line-height:25px;font-weight:650;margin:0 0 12px">${lines(part.lead)}</p>
<table style="border-collapse:collapse;margin:0 0 16px">${rows}</table>
<p style="margin:0 0 16px"><a href="${lines(link)}" style="display:inline-block;background:#2563eb;color:#ffffff;font-weight:650;padding:12px 22px;border-radius:8px;text-decoration:none">${lines(part.button)}</a></p>
${part.after.map((it) => `<p style="margin:0 0 8px">${lines(it)}</p>`).join('\n')}
<p style="margin:16px 0 0;color:#636b7b;font-size:13px;line-height:19px">${foot.map(lines).join('<br>')}</p></div>`
}

/** One line for a text message. @example `SKER26 D2 Wed: YOUR CALL 06:10 (was 06:40), Unit base, Field B. Confirm: …` */
export function smsOf({ kind, sheet, changes, head, link, locale }: MessageFacts): string {
  const words = noticeWords[locale]
  const time = callText(sheet, head)
  const was = changes.changes.find((it) => it.key === 'call')?.was
  const day = head.dayNumber === null ? '' : ` D${head.dayNumber}`
  const opening = `${head.code}${day} ${dayIn(locale, head.onDate).slice(0, locale === 'en' ? 3 : 2)}:`
  if (kind === 'release') return `${opening} ${words.smsNoCall}. ${link}`
  const call = time === null ? words.smsOnCall : `${words.smsCall(time)}${was ? words.smsWas(was) : ''}`
  const place = sheet.reportTo === null ? '' : `, ${sheet.reportTo.name}`
  return `${opening} ${call}${place}. ${words.smsConfirm(link)}`
}
