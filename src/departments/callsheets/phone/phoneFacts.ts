import { instantOf } from '../../../kernel/time.ts'
import { zoneLetters } from '../../../kernel/zones.ts'
import type { CallSheetView } from '../callsheet.view.ts'
import type { Notice } from '../notice.table.ts'
import { clockText } from '../sheetText.rules.ts'
import { labelIn } from '../noticeWords.ts'
import { dayIn, localeTags, type Locale } from '../../../kernel/locale.ts'
import { phoneWords } from './phoneWords.ts'

/** Everything a personal page shows, already in words. */
export interface PhoneFacts {
  token: string
  notice: Notice
  locale: Locale
  view: CallSheetView
  now: Temporal.Instant
}

/** `BST`, `GMT+2`: the name of the clock of the place on that day. */
export function zoneName({ notice, view, locale }: PhoneFacts): string {
  const at = instantOf(notice.personal.onDate, notice.personal.call ?? 720, view.timeZone)
  return zoneLetters(view.timeZone, at, locale === 'en' ? undefined : localeTags[locale])
}

export const callInstant = ({ notice, view }: PhoneFacts): Temporal.Instant | null =>
  notice.personal.call === null ? null : instantOf(notice.personal.onDate, notice.personal.call, view.timeZone)

/** The call as it is shown large: a time, or the words for somebody without one. */
export function bigCall({ notice, locale }: PhoneFacts): string {
  const words = phoneWords[locale]
  if (notice.task === 'release') return words.notCalled
  const { call, callWord } = notice.personal
  if (call !== null) return clockText(call, notice.head.hourCycle)
  return callWord === 'will_notify' ? words.willNotify : callWord === 'per_hod' ? words.perHod : words.onCall
}

/** `20:22` on the clock of the shoot. */
export function clockAt({ view, notice }: PhoneFacts, instant: string | Temporal.Instant): string {
  const at = Temporal.Instant.from(instant.toString()).toZonedDateTimeISO(view.timeZone)
  return clockText(at.hour * 60 + at.minute, notice.head.hourCycle)
}

export const dateText = ({ notice, locale }: PhoneFacts): string => {
  const { dayNumber, dayCount, onDate } = notice.head
  const date = dayIn(locale, onDate, { year: true })
  if (dayNumber === null || dayCount === null) return date
  return `${date}, ${locale === 'en' ? `day ${dayNumber} of ${dayCount}` : `Tag ${dayNumber} von ${dayCount}`}`
}

/** How long until the call: `in 9 h 49 min`; nothing once it has passed. */
export function untilCall(facts: PhoneFacts): string {
  const at = callInstant(facts)
  if (at === null) return ''
  const minutes = Math.floor(facts.now.until(at).total('minutes'))
  if (minutes <= 0 || minutes > 72 * 60) return ''
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return hours === 0 ? `in ${rest} min` : `in ${hours} h ${rest} min`
}

/** Facts the person is told and that have no place of their own on the page. */
export function otherFacts({ notice, locale }: PhoneFacts): { label: string; value: string }[] {
  const placed = new Set([
    'call',
    'date',
    'report_to',
    'parking',
    'gate_code',
    'weather',
    'hospital',
    'general_call',
    'shooting_call',
  ])
  return [...notice.personal.mustConfirm, ...notice.personal.told]
    .filter((it) => !placed.has(it.key))
    .map((it) => ({ label: labelIn(locale, it), value: it.value }))
}
