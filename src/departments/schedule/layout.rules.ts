import type { StripField, StripShape } from './layout.contract.ts'

/** As people say them, in the order they are offered. */
export const fieldWords: Record<StripField, string> = {
  number: 'Scene number',
  intExt: 'INT/EXT',
  set: 'Set',
  light: 'Day or night',
  synopsis: 'Synopsis',
  scriptDay: 'Script day',
  cast: 'Cast',
  pages: 'Pages',
  location: 'Location',
  estimate: 'Estimated time',
}

/** What a board shows where nothing else is said. */
export const USUAL_SHAPE: StripShape = {
  upper: ['number', 'intExt', 'set', 'light', 'synopsis', 'cast', 'pages', 'location', 'estimate'],
  lower: [],
  height: 28,
}

/** Two lines of letters need this much. */
const TWO_LINES = 38

/** In the order they are read: the upper line, then the lower. */
export const fieldsOf = ({ upper, lower }: Pick<StripShape, 'upper' | 'lower'>): StripField[] => [...upper, ...lower]

/**
 * Everything wrong with a layout. INT/EXT has to stay in words: colour and the edge's pattern are never the only signal.
 * @example wrongWith({ upper: ['number', 'set'], lower: [], height: 28 }) // ['INT/EXT has to stand on it.']
 */
export function wrongWith(shape: StripShape): string[] {
  const fields = fieldsOf(shape)
  const twice = fields.filter((field, at) => fields.indexOf(field) !== at)
  const missing = (['number', 'intExt', 'set'] as const).filter((field) => !fields.includes(field))
  return [
    ...missing.map((field) => `${fieldWords[field]} has to stand on it.`),
    ...[...new Set(twice)].map((field) => `${fieldWords[field]} stands on it twice.`),
    ...(shape.upper[0] === 'number' || missing.includes('number') ? [] : ['The scene number stands first.']),
    ...(shape.lower.length > 0 && shape.height < TWO_LINES ? [`Two lines need a height of ${TWO_LINES}.`] : []),
  ]
}

export type Line = 'upper' | 'lower'
const lines: readonly Line[] = ['upper', 'lower']

export const lineOf = (shape: StripShape, field: StripField): Line | null =>
  lines.find((line) => shape[line].includes(field)) ?? null

/** Puts a field at the end of a line, or takes it off. A second line makes room for itself. */
export function placed(shape: StripShape, field: StripField, line: Line | null): StripShape {
  const upper = shape.upper.filter((it) => it !== field)
  const lower = shape.lower.filter((it) => it !== field)
  const now = {
    ...shape,
    upper: line === 'upper' ? [...upper, field] : upper,
    lower: line === 'lower' ? [...lower, field] : lower,
  }
  return now.lower.length > 0 && now.height < TWO_LINES ? { ...now, height: 44 } : now
}

/** Moves a field one step along its line. */
export function stepped(shape: StripShape, field: StripField, by: -1 | 1): StripShape {
  const line = lineOf(shape, field)
  if (line === null) return shape
  const order = [...shape[line]]
  const at = order.indexOf(field)
  const other = order[at + by]
  if (other === undefined) return shape
  order[at] = other
  order[at + by] = field
  return { ...shape, [line]: order }
}

/** Fields by line, as words: what the record of a change says. */
export const shapeText = ({ upper, lower, height }: StripShape) => ({
  upperLine: upper.map((field) => fieldWords[field]).join(', '),
  lowerLine: lower.map((field) => fieldWords[field]).join(', '),
  height,
})

/** The same in one line. */
export function layoutText(shape: StripShape): string {
  const { upperLine, lowerLine, height } = shapeText(shape)
  return `${upperLine}${lowerLine === '' ? '' : `; below: ${lowerLine}`}; ${height} high`
}

const always = ['number', 'intExt', 'set', 'light'] as const

/** Schedules published before layouts were a table say only which columns they showed. */
export const shapeOfColumns = (columns: readonly string[]): StripShape => ({
  upper: [
    ...always,
    ...USUAL_SHAPE.upper.filter((field) => field === 'synopsis' && columns.includes(field)),
    ...(columns.includes('scriptDay') ? (['scriptDay'] as const) : []),
    'cast',
    'pages',
    ...(['location', 'estimate'] as const).filter((field) => columns.includes(field)),
  ],
  lower: [],
  height: USUAL_SHAPE.height,
})
