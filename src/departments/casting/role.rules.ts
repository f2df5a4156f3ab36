import type { RoleState } from './role.contract.ts'

const order: readonly RoleState[] = [
  'open',
  'auditioning',
  'callbacks',
  'selects',
  'offer_out',
  'booked',
  'backup_released',
]

/** What happened moves a role on, never back: a late audition does not reopen a role whose offer is out. */
export const movedOn = (now: RoleState, to: RoleState): RoleState => (order.indexOf(to) > order.indexOf(now) ? to : now)

interface Speed {
  readonly language: string
  readonly wordsFrom: number
  readonly wordsUntil: number
}

interface ReadingTime {
  readonly words: number
  /** Whole seconds at the quicker end of the trade's range. */
  readonly seconds: number
  readonly tooLong: boolean
  /** Words that fit the spot at either end of the range; null where no length is set. */
  readonly fits: { readonly from: number; readonly until: number } | null
}

export const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0

/**
 * How long a text takes to read, at the quicker end of the range: what is too long then, is too long.
 * @example readingTime(96, 30, { language: 'English', wordsFrom: 150, wordsUntil: 160 }) // { seconds: 36, tooLong: true, … }
 */
export function readingTime(words: number, spotSeconds: number | null, speed: Speed): ReadingTime {
  const seconds = Math.round((words * 60) / speed.wordsUntil)
  return {
    words,
    seconds,
    tooLong: spotSeconds !== null && words * 60 > spotSeconds * speed.wordsUntil,
    fits:
      spotSeconds === null
        ? null
        : {
            from: Math.floor((spotSeconds * speed.wordsFrom) / 60),
            until: Math.floor((spotSeconds * speed.wordsUntil) / 60),
          },
  }
}

/** The speed of the language a role is read in; the first known one where its own is not in the table. */
export const speedFor = (languages: readonly string[], speeds: readonly Speed[]): Speed | undefined =>
  speeds.find(({ language }) => languages.some((it) => it.toLowerCase().startsWith(language.toLowerCase()))) ??
  (languages.length === 0 ? speeds[0] : undefined)
