import { clockOf } from '../../../kernel/time.ts'
import { escaped, icon, lines, safeHref, section, telHref } from '../../../platform/outside/index.ts'
import type { PhoneFacts } from './phoneFacts.ts'
import { phoneWords } from './phoneWords.ts'

const callButton = (label: string, number: string): string =>
  `<a class="tap" href="${safeHref(telHref(number))}" aria-label="${escaped(label)}">${icon('phone')}</a>`

/** Key people whose number this copy may show. */
export function peopleToCall({ view, locale }: PhoneFacts): string {
  const words = phoneWords[locale]
  const rows = view.keyPeople
    .filter((it) => it.phone !== null && it.phone !== '')
    .map(
      (it) =>
        `<div class="line"><div class="grow"><b>${escaped(it.name)}</b><small>${escaped(it.role)}</small></div>${callButton(words.call(it.name), it.phone ?? '')}</div>`,
    )
  return section(words.whoToCall, rows.join(''))
}

/** The day in pictures, where its scenes have frames. */
export function frames({ view, locale, token }: PhoneFacts): string {
  const words = phoneWords[locale]
  const shown = view.schedule.rows.flatMap((row) => {
    if (row.frame == null) return []
    const { fileId, width, height } = row.frame
    const name = `${words.frame} ${row.number}`
    return `<figure><img src="/c/${escaped(token)}/frame/${escaped(fileId)}" width="${width}" height="${height}" loading="lazy" alt="${escaped(name)}"><figcaption><b>${escaped(row.number)}</b> ${escaped(row.text)}</figcaption></figure>`
  })
  return section(words.frames, shown.length === 0 ? '' : `<div class="frames">${shown.join('')}</div>`)
}

export function weather({ view, locale }: PhoneFacts): string {
  const words = phoneWords[locale]
  const { weather: sky, sun } = view
  const degrees =
    sky?.lowC !== null && sky?.highC !== null && sky !== null
      ? `<b>${sky.lowC} – ${sky.highC} °C${sky.wind === '' ? '' : `, ${escaped(sky.wind)}`}.</b> `
      : ''
  const notes = [
    sun?.sunrise != null && sun.sunset != null ? words.sun(clockOf(sun.sunrise), clockOf(sun.sunset)) : '',
    sky !== null && sky.forecastAt !== '' ? words.forecast(sky.forecastAt) : '',
  ].filter((it) => it !== '')
  const text = sky === null ? '' : `<p>${degrees}${lines(sky.text)}</p>`
  return section(
    words.weather,
    text === '' && notes.length === 0 ? '' : `${text}<p class="muted">${escaped(notes.join('. '))}</p>`,
  )
}

export function hospitalAndSafety({ view, locale }: PhoneFacts): string {
  const words = phoneWords[locale]
  const { hospital, safety } = view
  const hazards = [safety.hazards, safety.meeting, safety.medic]
    .filter((it) => it !== '')
    .map((it) => `<p>${lines(it)}</p>`)
    .join('')
  const way =
    hospital === null
      ? ''
      : `<div class="line"><div class="grow"><b>${escaped(hospital.name)}</b><small>${escaped([hospital.address, hospital.driveMinutes === null ? '' : `${hospital.driveMinutes} min`].filter((it) => it !== '').join(', '))}</small></div><a class="tap" href="${safeHref(`https://www.openstreetmap.org/search?query=${encodeURIComponent(`${hospital.name} ${hospital.address}`)}`)}" aria-label="${escaped(words.mapTo(hospital.name))}">${icon('pin')}</a>${hospital.phone === '' ? '' : callButton(words.call(hospital.name), hospital.phone)}</div>`
  const [danger, number, then] = words.emergency(safety.emergencyNumber)
  const help =
    number === ''
      ? ''
      : `<p class="muted">${escaped(danger)} <a href="${safeHref(telHref(number))}">${escaped(number)}</a> ${escaped(then)}</p>`
  return section(words.safety, hazards + way + help)
}

/** Whom to ring when an answer takes too long: the second assistant, else the coordinator. */
export function cantWait({ view, locale }: PhoneFacts): string {
  const words = phoneWords[locale]
  const reachable = view.keyPeople.filter((it) => it.phone !== null && it.phone !== '')
  const person = [/2nd AD/i, /coordinator/i, /./]
    .map((role) => reachable.find((it) => role.test(it.role)))
    .find((it) => it)
  if (person === undefined) return ''
  return `<p class="muted center">${escaped(words.cantWait)} <a href="${safeHref(telHref(person.phone ?? ''))}">${escaped(words.call(person.name))}</a>, ${escaped(person.role)}</p>`
}
