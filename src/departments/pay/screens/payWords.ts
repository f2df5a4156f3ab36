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
