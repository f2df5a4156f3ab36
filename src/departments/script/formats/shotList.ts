/**
 * Shot lists and runs of show: rows of frames, interviews or segments from a spreadsheet, in any order of columns.
 * A pasted list without headers is read as one entry a line.
 */
import Papa from 'papaparse'
import { parseEighths } from '../../../kernel/eighths.ts'
import type { NewScene, ShotRow } from '../scene.contract.ts'

type Meaning = 'number' | 'heading' | 'intExt' | 'set' | 'time' | 'synopsis' | 'minutes' | 'eighths' | 'scriptDay'

/** Column headers as people write them. */
const meanings: readonly [Meaning, RegExp][] = [
  [
    'number',
    /^(?:#|no\.?|nr\.?|number|shot|shot (?:no|number|#)\.?|frame|frame (?:no|number|#)\.?|scene|sc\.?|item|segment no\.?|cue)$/,
  ],
  ['intExt', /^(?:i\/e|int\/ext|int\.?\/ext\.?|int or ext)$/],
  ['set', /^(?:set|location|place|where|setting)$/],
  ['time', /^(?:d\/n|day\/night|time of day|light)$/],
  ['minutes', /^(?:min|mins|minutes|duration|length|est\.? ?time|time|time \(min\)|dur\.?|trt)$/],
  ['eighths', /^(?:pages|page count|pgs|eighths)$/],
  ['scriptDay', /^(?:script day|story day)$/],
  ['heading', /^(?:heading|title|slug|slugline|segment|interview|interviewee|name|set-?up|setup)$/],
  ['synopsis', /^(?:description|action|synopsis|what|content|notes?|subject|details?)$/],
]

const meaningOf = (header: string): Meaning | null =>
  meanings.find(([, pattern]) => pattern.test(header.trim().toLowerCase()))?.[0] ?? null

interface ReadList {
  readonly columns: { header: string; meaning: string | null }[]
  readonly rows: ShotRow[]
}

export function readShotList(text: string): ReadList {
  const parsed = Papa.parse<string[]>(text.replace(/^\uFEFF/, '').trim(), { skipEmptyLines: 'greedy' })
  const [first = [], ...rest] = parsed.data
  const columns = first.map((header) => ({ header: header.trim(), meaning: meaningOf(header) }))
  const hasHeader =
    columns.filter(({ meaning }) => meaning !== null).length >= Math.min(2, columns.length) && first.length > 1
  if (!hasHeader) return { columns: [], rows: parsed.data.map((cells, at) => plainRow(cells, at + 1)) }
  const used = firstOfEach(columns.map(({ meaning }) => meaning as Meaning | null))
  return {
    columns: columns.map(({ header }, at) => ({ header, meaning: used[at] ?? null })),
    rows: rest.map((cells, at) => tableRow(cells, used, at + 2)),
  }
}

/** Of two columns that mean the same the first counts; `Time` after `Duration` is no second duration. */
const firstOfEach = (list: readonly (Meaning | null)[]): (Meaning | null)[] =>
  list.map((meaning, at) => (meaning !== null && list.indexOf(meaning) === at ? meaning : null))

const empty: NewScene = { number: null, heading: '', synopsis: '', scriptDay: null, eighths: 1, minutes: null }

/** `1. Interview with the baker (45 min)` */
function plainRow(cells: readonly string[], line: number): ShotRow {
  const text = cells.join(', ').trim()
  const match = /^(?:([A-Z]*\d+[A-Z]*)[.):\s-]+)?(.*?)(?:\s*\(?\s*(\d+)\s*(?:min|minutes|m)\.?\)?)?$/i.exec(text)
  const heading = (match?.[2] ?? text).trim()
  const scene = { ...empty, heading, number: match?.[1] ?? null, minutes: match?.[3] ? Number(match[3]) : null }
  return { line, scene: heading === '' ? null : scene, problems: heading === '' ? ['The line says nothing.'] : [] }
}

function tableRow(cells: readonly string[], columns: readonly (Meaning | null)[], line: number): ShotRow {
  const value = (meaning: Meaning) => (cells[columns.indexOf(meaning)] ?? '').trim()
  const problems: string[] = []
  const minutes = minutesOf(value('minutes'))
  if (minutes === undefined) problems.push(`“${value('minutes')}” is no length of time; give minutes or 0:45.`)
  const eighths = value('eighths') === '' ? 1 : parseEighths(value('eighths'))
  if (eighths === undefined) problems.push(`“${value('eighths')}” is no page length; give it like 1 3/8.`)
  const heading = headingOf(value)
  if (heading === '') problems.push('No heading, set or description.')
  if (heading === '') return { line, scene: null, problems }
  const scene = {
    ...empty,
    number: value('number') || null,
    heading: heading.slice(0, 400),
    synopsis: (value('heading') || value('set') ? value('synopsis') : '').slice(0, 2000),
    scriptDay: value('scriptDay') || null,
    minutes: minutes ?? null,
    eighths: eighths ?? 1,
  }
  return { line, scene, problems }
}

/** A heading is made from what is there: `EXT. HARBOUR - DAWN`, or the name of the segment. */
function headingOf(value: (meaning: Meaning) => string): string {
  if (value('heading') !== '') return value('heading')
  const side = value('intExt').toUpperCase().replace(/\.$/, '')
  const place = value('set')
  if (place === '') return value('synopsis').split(/[.\n]/)[0]!.trim()
  const time = value('time') === '' ? '' : ` - ${dayWord(value('time'))}`
  return `${side === '' ? '' : `${sideWord(side)}. `}${place}${time}`
}

const sideWord = (side: string) => ({ I: 'INT', E: 'EXT' })[side] ?? side
const dayWord = (time: string) => ({ D: 'DAY', N: 'NIGHT' })[time.toUpperCase()] ?? time.toUpperCase()

/** `45`, `45 min`, `1:30` (hours and minutes), `90s`. @returns undefined when it is none of these */
function minutesOf(text: string): number | null | undefined {
  if (text === '') return null
  const clock = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(text)
  if (clock) return Number(clock[1]) * 60 + Number(clock[2])
  const seconds = /^(\d+)\s*(?:s|sec|seconds|["″])$/i.exec(text)
  if (seconds) return Math.max(1, Math.round(Number(seconds[1]) / 60))
  const hours = /^(\d+(?:[.,]\d+)?)\s*(?:h|hours?)$/i.exec(text)
  if (hours) return Math.round(Number(hours[1]!.replace(',', '.')) * 60)
  const minutes = /^(\d+)\s*(?:m|min|mins|minutes|['′])?$/i.exec(text)
  return minutes && Number(minutes[1]) <= 1440 ? Number(minutes[1]) : undefined
}
