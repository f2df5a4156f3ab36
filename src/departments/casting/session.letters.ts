import { clockOf, dayText, instantOf } from '../../kernel/time.ts'
import { zoneLetters } from '../../kernel/zones.ts'
import type { Recipient } from './candidate.letters.ts'
import type { SessionRow } from './session.store.ts'

interface About {
  /** Who is to be seen, also where the letter goes to who represents them. */
  readonly name: string
  /** Their time; undefined where they choose one. */
  readonly minute: number | undefined
  readonly role: { readonly name: string; readonly isConfidential: boolean }
  readonly title: string
  readonly officeName: string
  readonly address: string
}

/** When and where somebody is seen, or where they choose a time. The role is not said where it is confidential. */
export function sessionLetter(day: SessionRow, to: Recipient, about: About): { subject: string; text: string } {
  const { name, minute, role, title, officeName, address } = about
  const isCallback = day.kind === 'callback'
  const clock = minute === undefined ? '' : ` at ${clockOf(minute)}`
  const zone = zoneLetters(day.timeZone, instantOf(day.onDate, 720, day.timeZone))
  const where = [day.place, day.stream].filter((line) => line !== '').map((line) => `${line}\n`)
  return {
    subject: `${isCallback ? 'Callback' : 'Audition'}: ${role.isConfidential ? 'casting' : `${role.name}, ${title}`}`,
    text: [
      `Hello ${to.name},\n\n`,
      `${to.isAgent ? `${name} is` : 'You are'} asked to ${isCallback ? 'a callback' : 'an audition'} on ${dayText(day.onDate, { year: true })}${clock} (${zone}).\n`,
      ...where,
      `\n${minute === undefined ? 'Choose a time here:' : 'See it, choose another time or say no here:'}\n${address}\n\n${officeName}\n`,
    ].join(''),
  }
}
