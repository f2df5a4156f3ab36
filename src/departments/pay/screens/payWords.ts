import type { Basis } from '../rate.contract.ts'

export const basisWords: Record<Basis, string> = {
  hour: 'an hour',
  day: 'a day',
  week: 'a week',
  flat: 'flat, no overtime',
  episode: 'an episode',
  deliverable: 'a deliverable',
  word: 'a word',
  minute: 'a finished minute',
  usage: 'usage, by market',
}

/** 840 → `14 h`, 483 → `8 h 03`. */
export const hoursText = (minutes: number): string =>
  minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')}`

/** 150 → `× 1.5`. */
export const timesText = (percent: number): string => `× ${percent / 100}`
