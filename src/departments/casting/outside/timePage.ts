import { dayIn, type Locale } from '../../../kernel/locale.ts'
import { clockOf, instantOf, type ZoneName } from '../../../kernel/time.ts'
import { zoneLetters } from '../../../kernel/zones.ts'
import { escaped, lines, outsidePage, section, standing } from '../../../platform/outside/index.ts'
import type { timeOf } from '../sessionChoice.actions.ts'
import { sessionWords } from './session.words.ts'

type Facts = Awaited<ReturnType<typeof timeOf>>

/** One person's time: large when they have one, the free ones to choose from, and a way to wait or say no. */
export function timePage(token: string, locale: Locale, { session, role, name, declined, waits, own, free }: Facts) {
  const say = sessionWords[locale]
  const send = `data-send="/v1/casting-request-links/${escaped(token)}/time" data-shelf="time:${session.id}"`
  const what = say[session.kind]
  const noon = instantOf(session.onDate, 720, session.timeZone as ZoneName)
  const head = `<header class="castinghead"><small>${escaped(say.forWhom(what, name))}</small><h1 class="title">${own === null ? escaped(say.choose) : clockOf(own)}</h1><p>${escaped(dayIn(locale, session.onDate, { year: true }))}, ${escaped(role.name)} <span class="muted">(${escaped(zoneLetters(session.timeZone, noon, locale))})</span></p></header>`
  const state = declined
    ? standing('chg', say.saidNo, say.changed)
    : own !== null
      ? standing('ok', say.expected(clockOf(own)))
      : waits
        ? standing('chg', say.onList, say.onListText)
        : ''
  const place = [session.place, session.stream].filter((it) => it !== '').join('\n')
  const slots = free
    .map(
      (minute) =>
        `<form ${send}><input type="hidden" name="answer" value="time"><input type="hidden" name="minute" value="${minute}"><button class="btn" type="submit">${clockOf(minute)}</button></form>`,
    )
    .join('')
  const other = (answer: string, label: string) =>
    `<form ${send}><input type="hidden" name="answer" value="${answer}"><button class="plain" type="submit">${escaped(label)}</button></form>`
  const body = `<main class="page">${head}${state}${section(say.where, place === '' ? '' : `<p>${lines(place)}</p>`)}${section(own === null ? say.free : say.another, slots === '' ? `<p>${escaped(say.allTaken)}</p>` : `<div class="slots">${slots}</div>`)}</main><div class="foot"><div><p class="note" role="status" hidden></p>${own === null && !waits ? other('wait', say.wait) : ''}${declined ? '' : other('no', say.cannot)}</div></div>`
  return outsidePage({
    locale,
    title: `${what}, ${role.name}`,
    body,
    styles: ['/casting/assets/casting.css'],
    say: { waiting: say.waiting, refused: say.refused, reload: say.seeFree },
  })
}
