import { dayIn, type Locale } from '../../../kernel/locale.ts'
import { clockOf, minuteAt, type PlainDay, type ZoneName } from '../../../kernel/time.ts'
import { escaped, icon, lines, outsidePage } from '../../../platform/outside/index.ts'
import type { doorOf } from '../door.actions.ts'
import type { Appointment } from '../session.contract.ts'
import { sessionWords } from './session.words.ts'

type Facts = Awaited<ReturnType<typeof doorOf>>

/** A tablet that stands at the door: names in the order they are expected, the text under which they sign, and out again. */
export function doorPage(token: string, locale: Locale, { session, role }: Facts): string {
  const say = sessionWords[locale]
  const clock = (at: string | null) =>
    at === null
      ? ''
      : clockOf(minuteAt(Temporal.Instant.from(at), session.onDate as PlainDay, session.timeZone as ZoneName))
  const send = (it: Appointment) =>
    `data-send="/v1/casting-door-links/${escaped(token)}/candidates/${it.candidateId}" data-shelf="door:${session.id}:${it.candidateId}"`
  const line = (it: Appointment) => {
    const head = `<b>${escaped(it.name)}</b><span class="muted">${clockOf(it.minute)}${it.signedInAt === null ? '' : `, ${escaped(it.signedOutAt === null ? say.came(clock(it.signedInAt)) : say.was(clock(it.signedInAt), clock(it.signedOutAt)))}`}</span>`
    if (it.signedOutAt !== null) return `<li class="gone"><div>${head}</div>${icon('check')}</li>`
    if (it.signedInAt !== null)
      return `<li class="in"><div>${head}</div><form ${send(it)}><input type="hidden" name="what" value="out"><button class="btn" type="submit">${escaped(say.signOut)}</button></form></li>`
    return `<li><div>${head}</div><button class="btn go" type="button" data-hide="#door" data-show="#sign-${it.candidateId}" aria-label="${escaped(`${say.signIn}, ${it.name}`)}">${escaped(say.signIn)}</button></li>`
  }
  const field = (name: string, label: string) =>
    `<label class="field">${escaped(label)}<input name="${name}" autocomplete="off" required minlength="2" maxlength="200"></label>`
  const signing = (it: Appointment) =>
    `<section class="signing" id="sign-${it.candidateId}" hidden><h1 class="title">${escaped(say.welcome)}, ${escaped(it.name)}</h1><p class="release">${lines(session.releaseText)}</p><form ${send(it)}><input type="hidden" name="what" value="in">${field('name', say.yourName)}${it.isMinor ? field('guardian', say.guardian) : ''}<p class="note" role="status" hidden></p><button class="btn go" type="submit">${icon('check')}${escaped(say.agree)}</button><button class="plain" type="button" data-hide="#sign-${it.candidateId}" data-show="#door">${escaped(say.back)}</button></form></section>`
  const expected = session.appointments
  const list =
    expected.length === 0
      ? `<p>${escaped(say.nobody)}</p>`
      : `<ul class="door">${expected.map(line).join('')}</ul><p class="muted">${escaped(say.notHere)}</p>`
  const body = `<main class="page door-page"><div id="door"><header class="castinghead"><small>${escaped(say[session.kind])}, ${escaped(dayIn(locale, session.onDate, { year: true }))}</small><h1 class="title">${escaped(role.isConfidential ? say.welcome : role.name)}</h1><p>${escaped(say.tapName)}</p></header><section>${list}</section><p class="note" role="status" hidden></p></div>${expected
    .filter(({ signedInAt }) => signedInAt === null)
    .map(signing)
    .join('')}</main>`
  return outsidePage({
    locale,
    title: `${say.signIn}, ${say[session.kind]}`,
    body,
    styles: ['/casting/assets/casting.css'],
    keeps: '/casting/door/',
    say: { waiting: say.doorWaiting, refused: say.refused, reload: say.again },
  })
}
