import { DayMinute } from '../../kernel/time.ts'
import { CallWord } from './callsheet.view.ts'

/** The fields of a sheet that a person may put a value into, by key. */
const times = /^times\.(breakfast|generalCall|shootingCall|lunch|latestLunch|cameraWrap|crewWrap)$/
const personTimes = /^person\.[\w-]+\.(call|pickup|makeup|wardrobe|onSet|done)$/
const personWords = /^person\.[\w-]+\.(reportTo|transport|remarks)$/
const backgroundTimes = /^background\.[\w-]+\.(call|ready|onSet)$/
const backgroundWords = /^background\.[\w-]+\.remarks$/
const offsets = /^department\.[\w-]+\.offset$/
const requirements = /^requirement\.[\w-]+$/
const header = /^header\.(client|agency|job)$/

const minutes = [times, personTimes, backgroundTimes, offsets]
const words = [personWords, backgroundWords, requirements, header]

export const isFieldKey = (key: string): boolean => [...minutes, ...words].some((pattern) => pattern.test(key))

/** A call also takes a word (O/C, W/N, per HOD); other times do not, and words take no numbers. */
export function isFieldValue(key: string, value: unknown): boolean {
  if (words.some((pattern) => pattern.test(key))) return typeof value === 'string'
  if (/^person\.[\w-]+\.call$/.test(key) && CallWord.safeParse(value).success) return true
  return DayMinute.safeParse(value).success
}
