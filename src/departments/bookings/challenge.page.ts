import { dayIn, momentIn, type Locale } from '../../kernel/locale.ts'
import { escaped, outsidePage, section, standing } from '../../platform/outside/index.ts'
import type { Challenge } from './challenge.contract.ts'
import { challengeWords } from './challenge.words.ts'

interface Shown {
  readonly locale: Locale
  readonly token: string
  readonly challenge: Challenge
  readonly side: 'ours' | 'theirs'
  readonly now: Temporal.Instant
}

/** A challenged hold on the phone of either side: who and when first, then the clock, then what can be answered. */
export function challengePage({ locale, token, challenge, side, now }: Shown): string {
  const words = challengeWords[locale]
  const { name, title, dates, rule, state, zone } = challenge
  const due = Temporal.Instant.from(challenge.dueAt)
  const isOpen = state === 'open' && Temporal.Instant.compare(now, due) < 0
  const until = `<b>${escaped(momentIn(locale, due, zone))}</b> <span class="muted" data-until="${due.epochMilliseconds}"></span>`
  const head = `<section><p class="muted">${escaped(words.asked[side])}</p><h1>${escaped(name || words.unnamed)}</h1><p>${escaped(title)}</p></section>`
  const days = section(words.days, `<p>${dates.map((day) => escaped(dayIn(locale, day))).join('<br>')}</p>`)
  const clock = isOpen
    ? `<section class="chg"><h2>${escaped(words.by[side])}</h2><p>${until}</p><p>${escaped(words.rule(rule))}</p></section>`
    : standing(
        state === 'booked' ? 'ok' : 'chg',
        state === 'open' ? words.late : words.over[state],
        state === 'open' ? words.lateMeans : '',
      )
  const means = section(words.means, `<p class="muted">${escaped(words.meaning)}</p>`)
  const body = `<main class="page">${head}${clock}${days}${means}</main>${isOpen ? foot(token, side, name, locale) : ''}`
  return outsidePage({
    locale,
    title: words.title(name),
    body,
    say: { waiting: words.waiting, refused: words.refused, reload: words.reload },
  })
}

const foot = (token: string, side: 'ours' | 'theirs', name: string, locale: Locale): string => {
  const words = challengeWords[locale]
  const button = (answer: string, word: string, look = '') =>
    `<button class="btn ${look}" name="answer" value="${answer}">${escaped(word)}</button>`
  const buttons =
    side === 'theirs'
      ? `${button('book', words.book(name), 'go')}${button('release', words.release)}`
      : button('withdraw', words.withdraw)
  return `<div class="foot"><form data-send="/v1/hold-links/${escaped(token)}/answer" data-shelf="hold"><p class="note" hidden role="status"></p>${buttons}</form></div>`
}
