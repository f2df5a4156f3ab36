import { clockText } from '../sheetText.rules.ts'
import { labelIn } from '../noticeWords.ts'
import { escaped, icon, lines, mapHref, outsidePage, safeHref, section } from '../../../platform/outside/index.ts'
import { bigCall, callInstant, clockAt, dateText, otherFacts, untilCall, zoneName } from './phoneFacts.ts'
import type { PhoneFacts } from './phoneFacts.ts'
import { phoneFoot } from './phoneFoot.ts'
import { phoneWords } from './phoneWords.ts'
import { cantWait, frames, hospitalAndSafety, peopleToCall, weather } from './phoneSections.ts'

/**
 * A person's own page: the call first and large, then what changed for them, then the rest of their day. It is whole
 * without a script, so it reads on any phone; the script adds the answers, the countdown and reading without signal.
 */
export function phonePage(facts: PhoneFacts): string {
  const { notice, locale, token } = facts
  const words = phoneWords[locale]
  const answered = notice.state === 'confirmed' || notice.state === 'problem'
  const body = [
    band(facts),
    hero(facts),
    standing(facts),
    notice.state === 'confirmed' ? buttons(facts) : '',
    showsChanges(facts) ? changes(facts) : '',
    notice.task === 'release' ? '' : day(facts),
    `<section class="muted"><p>${escaped(words.saved)} (${escaped(zoneName(facts))}).</p></section>`,
  ]
  const title = notice.task === 'release' ? words.notCalled : `${bigCall(facts)}, ${dateText(facts)}`
  const { waiting, refused, reload } = words
  return outsidePage({
    locale,
    title,
    body: `<main class="page${answered ? ' answered' : ''}" data-state="${notice.state}" data-opened="/v1/callsheet-links/${escaped(token)}/opened" data-opened-body="${escaped(JSON.stringify({ noticeId: notice.id }))}">${body.join('')}</main>${phoneFoot(facts)}`,
    styles: ['/c/assets/phone.css'],
    keeps: '/c/',
    say: { waiting, refused, reload },
  })
}

/** What was confirmed is no news any more; what was only told since, is. */
const showsChanges = ({ notice }: PhoneFacts): boolean =>
  notice.state !== 'problem' && (notice.state !== 'confirmed' || notice.task === 'tell')

const band = (facts: PhoneFacts): string => {
  const { notice } = facts
  const fill = /^#[0-9a-f]{6}$/i.test(notice.head.fill) ? notice.head.fill : '#ffffff'
  return `<header class="band" style="background:${fill}"><div><b>${escaped(notice.head.title)}</b><small>${escaped(dateText(facts))}</small></div><span class="rev">${escaped(notice.issue_word)}</span></header>`
}

function hero(facts: PhoneFacts): string {
  const { notice, locale, view } = facts
  const words = phoneWords[locale]
  const at = callInstant(facts)
  const long = bigCall(facts).length > 8
  const told = view.times
  const others = [
    told.generalCall.minutes === null ? '' : `${words.crewCall} ${clockFor(facts, told.generalCall.minutes)}`,
    told.shootingCall.minutes === null
      ? ''
      : `${view.words.first.toLowerCase()} ${clockFor(facts, told.shootingCall.minutes)}`,
  ].filter((it) => it !== '')
  const line =
    notice.task === 'release'
      ? escaped(words.notCalledLine)
      : `<b>${escaped(words.yourCall)}</b> ${escaped(others.join(', '))}`
  return `<section class="hero"><div class="who"><span><b>${escaped(notice.name)}</b>, ${escaped(notice.personal.position)}</span><span>${escaped(notice.personal.department)}</span></div>
<div class="bigrow"><h1 class="call${long ? ' words' : ''}">${escaped(bigCall(facts))}</h1><div class="in"><span ${at === null ? '' : `data-until="${at.epochMilliseconds}"`}>${escaped(untilCall(facts))}</span><br>${escaped(zoneName(facts))}</div></div>
<p class="sub">${line}</p></section>`
}

const clockFor = ({ notice }: PhoneFacts, minute: number): string => clockText(minute, notice.head.hourCycle)

function standing(facts: PhoneFacts): string {
  const { notice, locale } = facts
  const words = phoneWords[locale]
  if (notice.state === 'confirmed' && notice.confirmed_at !== null)
    return `<section class="ok" role="status"><div class="row">${icon('check')}<div><b>${escaped(words.confirmedAt(clockAt(facts, notice.confirmed_at)))}</b><br><span class="muted">${escaped(words.confirmedLine)}</span></div></div></section>`
  if (notice.state === 'problem') return conversation(facts)
  return notice.head.preliminary ? `<section class="chg"><p>${escaped(words.preliminary)}</p></section>` : ''
}

/** What they said, and what the office answered; the call stays open until they confirm. */
function conversation(facts: PhoneFacts): string {
  const { notice, locale } = facts
  const words = phoneWords[locale]
  const problem = notice.problem
  if (problem === null) return ''
  const reason = words.reasons[problem.reason as keyof typeof words.reasons] ?? problem.reason
  const seen = problem.seenAt === null ? '' : `, ${words.seen(clockAt(facts, problem.seenAt))}`
  const answer =
    problem.answer === null
      ? ''
      : `<div class="said office"><div class="who"><b>${escaped(problem.answer.by)}</b><span>${escaped(clockAt(facts, problem.answer.at))}</span></div>${lines(problem.answer.text)}</div>`
  const lead = problem.answer === null ? words.sentProblem : words.hasAnswer(problem.answer.by)
  return `<section class="chg" role="status"><div class="row">${icon('alert')}<div><b>${escaped(lead)}</b><br><span class="muted">${escaped(words.openLine)}</span></div></div></section>
<section class="talk"><div class="said"><div class="who"><b>${escaped(words.you)}</b><span>${escaped(clockAt(facts, problem.at) + seen)}</span></div><b class="why">${escaped(reason)}</b><br>${lines(problem.text)}</div>${answer}${cantWait(facts)}</section>`
}

function changes(facts: PhoneFacts): string {
  const { notice, locale } = facts
  const words = phoneWords[locale]
  if (notice.since === null || notice.since.changes.length === 0) return ''
  const rows = notice.since.changes
    .map(
      (it) =>
        `<tr><td>${escaped(labelIn(locale, it))}</td><td>${it.was === null ? '' : `<s>${lines(it.was)}</s> `}<span class="arrow" role="img" aria-label="${escaped(words.now)}">→</span> <b>${it.now === null ? '—' : lines(it.now)}</b></td></tr>`,
    )
    .join('')
  return `<section class="chg"><h2>${escaped(words.version(notice.since.word, notice.since.confirmed))}</h2><table>${rows}</table></section>`
}

const buttons = ({ token, notice, locale, view }: PhoneFacts): string => {
  const words = phoneWords[locale]
  const place = notice.personal.reportTo ?? view.reportTo
  const map = place === null ? null : mapHref(place)
  const mapButton = map ? `<a class="btn" href="${safeHref(map)}">${icon('pin')}${escaped(words.map)}</a>` : ''
  return notice.task === 'release'
    ? ''
    : `<section class="two"><a class="btn" href="/c/${escaped(token)}/call.ics">${icon('calendar')}${escaped(words.calendar)}</a>${mapButton}</section>`
}

function day(facts: PhoneFacts): string {
  const { notice, locale, token } = facts
  const words = phoneWords[locale]
  const place = notice.personal.reportTo
  const href = place === null ? null : mapHref(place)
  const map =
    href === null ? '' : `<a class="tap wide" href="${safeHref(href)}">${icon('pin')}${escaped(words.map)}</a>`
  const gate = place?.gateCode
    ? `<br><span class="muted">${escaped(words.gate)}</span> <b>${escaped(place.gateCode)}</b>`
    : ''
  const where =
    place === null
      ? ''
      : `<div class="row"><div class="grow"><b>${escaped(place.name)}</b>${place.address === '' ? '' : `<br>${lines(place.address)}`}${gate}</div>${map}</div>`
  const steps = notice.personal.steps
    .map((it) => `<dt>${escaped(clockFor(facts, it.at))}</dt><dd>${escaped(it.text)}</dd>`)
    .join('')
  const more = otherFacts(facts)
    .map((it) => `<dt>${escaped(it.label)}</dt><dd>${lines(it.value)}</dd>`)
    .join('')
  const pdf =
    notice.pdf_file_id === null
      ? `<div class="line">${icon('file')}<div class="grow"><b>${escaped(words.pdf(notice.issue_word))}</b><small>${escaped(words.pdfSoon)}</small></div></div>`
      : `<a class="line" href="/c/${escaped(token)}/sheet.pdf">${icon('file')}<div class="grow"><b>${escaped(words.pdf(notice.issue_word))}</b><small>${escaped(words.copy(notice.copy_number, notice.copies))}</small></div>${icon('down')}</a>`
  return [
    section(words.where, where),
    section(words.parking, place?.parking ? lines(place.parking) : ''),
    section(words.yourDay, steps === '' ? '' : `<dl class="times">${steps}</dl>`),
    section(words.more, more === '' ? '' : `<dl class="facts">${more}</dl>`),
    frames(facts),
    peopleToCall(facts),
    weather(facts),
    hospitalAndSafety(facts),
    section(words.documents, pdf),
  ].join('')
}
