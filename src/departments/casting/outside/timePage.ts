import { clockOf, dayText } from '../../../kernel/time.ts'
import { escaped, lines, outsidePage, section, standing } from '../../../platform/outside/index.ts'
import type { timeOf } from '../sessionChoice.actions.ts'

type Facts = Awaited<ReturnType<typeof timeOf>>

/** One person's time: large when they have one, the free ones to choose from, and a way to wait or say no. */
export function timePage(token: string, { session, role, name, declined, waits, own, free }: Facts): string {
  const send = `data-send="/v1/casting-request-links/${escaped(token)}/time" data-shelf="time:${session.id}"`
  const what = session.kind === 'callback' ? 'Callback' : 'Audition'
  const head = `<header class="castinghead"><small>${what} for ${escaped(name)}</small><h1 class="title">${own === null ? 'Choose your time' : clockOf(own)}</h1><p>${escaped(dayText(session.onDate, { year: true }))}, ${escaped(role.name)} <span class="muted">(${escaped(session.timeZone)})</span></p></header>`
  const state = declined
    ? standing('chg', 'You said no', 'Choose a time if that has changed.')
    : own !== null
      ? standing('ok', `You are expected at ${clockOf(own)}`)
      : waits
        ? standing(
            'chg',
            'You are on the waiting list',
            'The next time that is given back is yours, and this page says so.',
          )
        : ''
  const place = [session.place, session.stream].filter((it) => it !== '').join('\n')
  const slots = free
    .map(
      (minute) =>
        `<form ${send}><input type="hidden" name="answer" value="time"><input type="hidden" name="minute" value="${minute}"><button class="btn" type="submit">${clockOf(minute)}</button></form>`,
    )
    .join('')
  const other = (answer: string, label: string) =>
    `<form ${send}><input type="hidden" name="answer" value="${answer}"><button class="plain" type="submit">${label}</button></form>`
  const body = `<main class="page">${head}${state}${section('Where', place === '' ? '' : `<p>${lines(place)}</p>`)}${section(own === null ? 'Free times' : 'Another time', slots === '' ? '<p>Every time is taken.</p>' : `<div class="slots">${slots}</div>`)}</main><div class="foot"><div><p class="note" role="status" hidden></p>${own === null && !waits ? other('wait', 'None of these: put me on the waiting list') : ''}${declined ? '' : other('no', 'I cannot come')}</div></div>`
  return outsidePage({
    locale: 'en',
    title: `${what}, ${role.name}`,
    body,
    styles: ['/casting/assets/casting.css'],
    say: {
      waiting: 'No signal. Your answer is kept on this phone and sent when the line is back.',
      refused: 'It was not taken.',
      reload: 'See what is free now',
    },
  })
}
