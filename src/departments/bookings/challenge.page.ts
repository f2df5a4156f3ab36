import { dayText } from '../../kernel/time.ts'
import { escaped, outsidePage, section, standing } from '../../platform/outside/index.ts'
import type { Challenge } from './challenge.contract.ts'
import { OVER, whenText } from './challenge.words.ts'

interface Shown {
  readonly token: string
  readonly challenge: Challenge
  readonly side: 'ours' | 'theirs'
  readonly now: Temporal.Instant
}

/** A challenged hold on the phone of either side: who and when first, then the clock, then what can be answered. */
export function challengePage({ token, challenge, side, now }: Shown): string {
  const { name, title, dates, rule, state, zone } = challenge
  const due = Temporal.Instant.from(challenge.dueAt)
  const isOpen = state === 'open' && Temporal.Instant.compare(now, due) < 0
  const until = `<b>${escaped(whenText(due, zone))}</b> <span class="muted" data-until="${due.epochMilliseconds}"></span>`
  const asks =
    side === 'theirs' ? 'Another production asks for somebody you hold' : 'You asked for somebody who is held'
  const head = `<section><p class="muted">${escaped(asks)}</p><h1>${escaped(name || 'This hold')}</h1><p>${escaped(title)}</p></section>`
  const days = section('Days', `<p>${dates.map((day) => escaped(dayText(day))).join('<br>')}</p>`)
  const clock = isOpen
    ? `<section class="chg"><h2>${side === 'theirs' ? 'Book or release by' : 'They answer by'}</h2><p>${until}</p><p>${escaped(rule)}</p></section>`
    : standing(
        state === 'booked' ? 'ok' : 'chg',
        state === 'open' ? 'The time is over' : OVER[state],
        state === 'open' ? 'The hold is being released.' : '',
      )
  const means = section(
    'What this means',
    `<p class="muted">A hold is a courtesy and costs nothing. Booking makes it firm; cancelling after that may cost a part of the day.</p>`,
  )
  const body = `<main class="page">${head}${clock}${days}${means}</main>${isOpen ? foot(token, side, name) : ''}`
  return outsidePage({
    ...{ locale: 'en', title: `${name}: challenged hold`, body },
    say: {
      waiting: 'No signal. Your answer is kept on this phone and sent by itself.',
      refused: 'This could not be taken.',
      reload: 'See how it stands',
    },
  })
}

const foot = (token: string, side: 'ours' | 'theirs', name: string): string => {
  const button = (answer: string, word: string, look = '') =>
    `<button class="btn ${look}" name="answer" value="${answer}">${escaped(word)}</button>`
  const buttons =
    side === 'theirs'
      ? `${button('book', `Book ${name}`, 'go')}${button('release', 'Release the hold')}`
      : button('withdraw', 'Withdraw the challenge')
  return `<div class="foot"><form data-send="/v1/hold-links/${escaped(token)}/answer" data-shelf="hold"><p class="note" hidden role="status"></p>${buttons}</form></div>`
}
