/**
 * Scene headings taken apart: inside or outside, the set, the time of day, and the colour bucket of the strip.
 * @see the handbook, schedule and breakdown, section 2
 */
export type IntExt = 'int' | 'ext' | 'int_ext'
export type Bucket = 'day' | 'night' | 'dawn_dusk'

interface Heading {
  /** null for a heading that only names something, such as OPENING TITLES. An establishing shot is outside. */
  readonly intExt: IntExt | null
  /** The whole place, as written: `JO'S FLAT - KITCHEN`. */
  readonly place: string
  /** Place from wide to narrow: `["JO'S FLAT", "KITCHEN"]`. */
  readonly sets: readonly string[]
  /** As written, upper case, or null. */
  readonly timeOfDay: string | null
  readonly note: string | null
}

const prefix = /^(INT\.?\s?\/\s?EXT|EXT\.?\s?\/\s?INT|I\.?\/E|E\.?\/I|INT|EXT|EST)(?:[.。．]+|(?=\s))\s*/iu

/** Words of other languages that open a heading. They are read apart when a heading is forced or comes from a file. */
const foreignPrefixes: readonly [RegExp, IntExt][] = [
  [/^(?:ИНТ|ВНУТР)\.?\s*[/]\s*(?:НАТ|ЭКСТ)[.\s]\s*/iu, 'int_ext'],
  [/^(?:ИНТ|ВНУТР)[.\s]\s*/iu, 'int'],
  [/^(?:НАТ|ЭКСТ)[.\s]\s*/iu, 'ext'],
  [/^(?:INNEN|INTÉRIEUR|INTERIOR)[.\s]\s*/iu, 'int'],
  [/^(?:AUSSEN|AUßEN|EXTÉRIEUR|EXTERIOR)[.\s]\s*/iu, 'ext'],
  [/^(?:内景|屋内|室内|内)[.。．、\s]\s*/u, 'int'],
  [/^(?:外景|屋外|室外|外)[.。．、\s]\s*/u, 'ext'],
]

/** Each known time word and the bucket it stands for; null takes the bucket of the scene before. */
const times = new Map<string, Bucket | null>([
  ...['DAY', 'MORNING', 'AFTERNOON', 'NOON', 'MIDDAY'].map((word) => [word, 'day'] as const),
  ...['NIGHT', 'EVENING', 'MIDNIGHT'].map((word) => [word, 'night'] as const),
  ...['DAWN', 'DUSK', 'MAGIC HOUR', 'GOLDEN HOUR', 'SUNRISE', 'SUNSET', 'TWILIGHT'].map(
    (word) => [word, 'dawn_dusk'] as const,
  ),
  ...['LATER', 'MOMENTS LATER', 'SAME', 'SAME TIME', 'CONTINUOUS'].map((word) => [word, null] as const),
  ...['ДЕНЬ', 'УТРО', 'TAG', 'MORGEN', 'JOUR', 'DÍA', '日', '昼', '朝', '白天', '早晨', '天'].map(
    (word) => [word, 'day'] as const,
  ),
  ...['НОЧЬ', 'ВЕЧЕР', 'NACHT', 'ABEND', 'NUIT', 'NOCHE', '夜', '晚上', '夜晚'].map((word) => [word, 'night'] as const),
  ...['РАССВЕТ', 'ЗАКАТ', 'СУМЕРКИ', 'DÄMMERUNG', 'AUBE', '夕', '夕方', '明け方', '黄昏', '黎明'].map(
    (word) => [word, 'dawn_dusk'] as const,
  ),
])

const qualifier = /^(?:EARLY|LATE|MID|PRE|THE NEXT|NEXT)[\s-]+/

const bucketWord = (timeOfDay: string): Bucket | null | undefined => {
  const word = timeOfDay.toUpperCase().replace(/\.$/, '').trim()
  const found = times.get(word)
  return found !== undefined || times.has(word) ? found : times.get(word.replace(qualifier, ''))
}

/** Whether a line opens as a heading does. Upper or lower case, as Fountain allows. */
export const opensLikeHeading = (line: string): boolean => {
  const match = prefix.exec(line)
  return match !== null && /[\p{L}\p{N}]/u.test(line.slice(match[0].length))
}

function takePrefix(text: string): { intExt: IntExt | null; rest: string } {
  const match = prefix.exec(text)
  if (match) {
    const word = match[1]!.toUpperCase()
    const intExt = word.includes('/') ? 'int_ext' : word === 'INT' ? 'int' : 'ext'
    return { intExt, rest: text.slice(match[0].length).replace(/^[-–—]+\s*/, '') }
  }
  for (const [pattern, intExt] of foreignPrefixes) {
    const foreign = pattern.exec(text)
    if (foreign) return { intExt, rest: text.slice(foreign[0].length).trim() }
  }
  return { intExt: null, rest: text }
}

/** The last dash-separated part is the time only when it is a known word; otherwise it belongs to the place. */
function splitPlace(text: string): string[] {
  const parts = text.split(/\s+[-–—]+\s*|\s*[-–—]+\s+/u).filter((part) => part !== '')
  const last = parts.at(-1) ?? ''
  const tight = /^(.*[^\p{ASCII}])[-–—－]([^\p{ASCII}]+)$/u.exec(last)
  return tight && bucketWord(tight[2]!) !== undefined ? [...parts.slice(0, -1), tight[1]!, tight[2]!] : parts
}

/** @example parseHeading("INT. JO'S FLAT - KITCHEN - NIGHT (1979)").timeOfDay // "NIGHT" */
export function parseHeading(written: string): Heading {
  const text = written.replace(/\s+/g, ' ').trim()
  const note = /\s*\(([^()]*)\)\s*$/.exec(text)
  const { intExt, rest } = takePrefix(note ? text.slice(0, note.index) : text)
  const parts = splitPlace(rest)
  const spoken: string[] = []
  while (parts.length > 1 && bucketWord(parts.at(-1)!) !== undefined) spoken.unshift(parts.pop()!)
  return {
    intExt,
    place: parts.join(' - '),
    sets: parts,
    timeOfDay: spoken.length > 0 ? spoken.join(' - ').toUpperCase() : null,
    note: note?.[1]?.trim() || null,
  }
}

/** The set as breakdown and locations know it: the place without its parts, in upper case. */
export const setNameOf = (heading: Heading): string => heading.place.toUpperCase()

/**
 * Buckets of a script's scenes in order: CONTINUOUS, LATER and SAME take the one before.
 * A scene whose heading says no time has none, and passes the earlier one on.
 */
export function bucketsOf(headings: readonly Heading[]): (Bucket | null)[] {
  let last: Bucket | null = null
  return headings.map(({ timeOfDay }) => {
    if (timeOfDay === null) return null
    const words = timeOfDay.split(' - ').map(bucketWord)
    const own = words.find((bucket) => bucket !== null && bucket !== undefined)
    if (own) last = own
    return last
  })
}
