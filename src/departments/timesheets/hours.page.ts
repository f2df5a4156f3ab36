import { dayIn, type Locale } from '../../kernel/locale.ts'
import { escaped, htmlResponse, outsidePage, section, standing } from '../../platform/outside/index.ts'
import { hoursWords } from './hoursWords.ts'
import type { TimesheetDay } from './timesheet.contract.ts'
import { dayClockOf } from '../../kernel/time.ts'

interface Page {
  readonly locale: Locale
  readonly token: string
  readonly title: string
  readonly days: readonly TimesheetDay[]
  readonly told?: { readonly kind: 'ok' | 'bad'; readonly text: string } | undefined
}

/** A plain form a day, which works without a script; what is approved is shown and not asked for. */
export function hoursPageOf({ locale, token, title, days, told }: Page): Response {
  const words = hoursWords[locale]
  const sections = days.map((day) => section(dayIn(locale, day.onDate), bodyOf(day, token, locale)))
  const nothing =
    days.length === 0
      ? standing('ok', words.nothing, words.thanks)
      : `<section><p class="muted">${escaped(words.after)}</p></section>`
  const body = `<main class="page"><header class="pagehead"><h1>${escaped(words.heading)}</h1><p class="muted">${escaped([title, days[0]?.name].filter(Boolean).join(' · '))}</p></header>
${told ? standing(told.kind, told.text) : ''}${nothing}${sections.join('')}</main>`
  const status = told?.kind === 'bad' ? 422 : 200
  return htmlResponse(outsidePage({ locale, title: `${words.heading}, ${title}`, body }), status)
}

function bodyOf(day: TimesheetDay, token: string, locale: Locale): string {
  const words = hoursWords[locale]
  const time = (minute: number | null) => (minute === null ? '' : dayClockOf(minute))
  if (day.approvedBy !== null)
    return `<p>${escaped(words.approved(`${time(day.startMinute)} – ${time(day.endMinute)}`))}</p>`
  const field = (name: string, label: string, value: string) =>
    `<label class="field">${escaped(label)}<input name="${name}" value="${escaped(value)}" required inputmode="numeric" autocomplete="off" size="6"></label>`
  // What is still missing stands out; what has arrived can be put right.
  const isIn = day.startMinute !== null
  const arrived = isIn ? `<p class="muted">${escaped(words.arrived)}</p>` : ''
  const button = isIn ? words.change(dayIn(locale, day.onDate)) : words.send(dayIn(locale, day.onDate))
  return `${arrived}<form class="fields" method="post" action="/hours/${escaped(token)}"><input type="hidden" name="day" value="${escaped(day.onDate)}"><input type="hidden" name="version" value="${day.version}">
<div class="inrow">${field('start', words.start, time(day.startMinute))} ${field('end', words.end, time(day.endMinute))} ${field('meal', words.meal, String(day.startMinute === null ? 60 : day.mealMinutes))}</div>
<button type="submit" class="btn${isIn ? '' : ' go'}">${escaped(button)}</button></form>`
}
