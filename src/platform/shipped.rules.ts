/** Anything a column holds. */
export type Cell = unknown
type Row = Readonly<Record<string, Cell>>

/** A field as people know it, and how its value is said where the usual way would not be understood. */
export type FieldWord = string | { readonly word: string; readonly say: (value: Cell) => string }

export interface FieldChange {
  readonly field: string
  /** As it is now; null where the row is gone. */
  readonly now: string | null
  readonly shipped: string
}

const wordOf = (field: FieldWord) => (typeof field === 'string' ? field : field.word)

/** `null` is said as a dash, a list with commas, an object by its names. */
export function cellText(value: Cell): string {
  if (value === null || value === undefined || value === '') return '–'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(cellText).join(', ')
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([name, it]) => `${name} ${cellText(it)}`)
      .join(', ')
  return String(value as string | number)
}

const textOf = (field: FieldWord, value: Cell): string =>
  typeof field === 'string' ? cellText(value) : field.say(value)

/** Values as PostgreSQL writes them down: the same thing is the same text, whatever the order of its names. */
export const sameCell = (a: Cell, b: Cell): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))

function sorted(value: Cell): Cell {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value ?? null
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, it]) => [name, sorted(it)]),
  )
}

/** A part that was taken out and put in again has a new id, and says the same. */
const differs = (field: FieldWord, a: Cell, b: Cell): boolean =>
  !sameCell(a, b) && textOf(field, a) !== textOf(field, b)

/**
 * What setting a row back would change, field by field. A row that was taken away has every field to say.
 * @example changesBack({ name: 'Name' }, { name: 'Stuff' }, { name: 'Props' }) // [{ field: 'Name', now: 'Stuff', shipped: 'Props' }]
 */
export const changesBack = (
  fields: Readonly<Record<string, FieldWord>>,
  now: Row | null,
  shipped: Row,
): FieldChange[] =>
  Object.entries(fields)
    .filter(([column, field]) => now === null || differs(field, now[column], shipped[column]))
    .map(([column, field]) => ({
      field: wordOf(field),
      now: now === null ? null : textOf(field, now[column]),
      shipped: textOf(field, shipped[column]),
    }))
