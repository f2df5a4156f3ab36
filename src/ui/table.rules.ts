/** What a sort, a grouping and a key press do to the rows of a table: pure, so they are tested without a browser. */

export interface Sort {
  key: string
  descending: boolean
}

export type SortValue = string | number | null | undefined

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/** Text by its numbers (`2` before `10`), nothing last, whichever way the rest runs. */
function compareValues(a: SortValue, b: SortValue): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return collator.compare(String(a), String(b))
}

const isEmpty = (value: SortValue) => value === null || value === undefined || value === ''

export function sorted<Row>(rows: readonly Row[], by: (row: Row) => SortValue, descending: boolean): Row[] {
  return rows.toSorted((a, b) => {
    const [left, right] = [by(a), by(b)]
    if (isEmpty(left) || isEmpty(right)) return Number(isEmpty(left)) - Number(isEmpty(right))
    return descending ? compareValues(right, left) : compareValues(left, right)
  })
}

/** Pressing a head: up, then down, then as the page had it. */
export function nextSort(sort: Sort | undefined, key: string): Sort | undefined {
  if (sort?.key !== key) return { key, descending: false }
  return sort.descending ? undefined : { key, descending: true }
}

interface RowGroup<Row> {
  label: string
  rows: Row[]
}

/** Rows under their headings, in the order the headings first appear. */
export function grouped<Row>(rows: readonly Row[], of: ((row: Row) => string) | undefined): RowGroup<Row>[] {
  if (!of) return [{ label: '', rows: [...rows] }]
  return [...Map.groupBy(rows, of)].map(([label, members]) => ({ label, rows: members }))
}

/** Everything from one row to another, both included, whichever comes first. */
export function between(keys: readonly string[], from: string | undefined, to: string): string[] {
  const [a, b] = [from === undefined ? keys.indexOf(to) : keys.indexOf(from), keys.indexOf(to)]
  return keys.slice(Math.max(0, Math.min(a, b)), Math.max(a, b) + 1)
}

/** The row a key press goes to, kept inside the table. */
export function step(keys: readonly string[], from: string | undefined, key: string): string | undefined {
  const at = from === undefined ? -1 : keys.indexOf(from)
  const moves: Record<string, number> = {
    ArrowDown: at + 1,
    j: at + 1,
    ArrowUp: at - 1,
    k: at - 1,
    Home: 0,
    End: keys.length - 1,
    PageDown: at + 15,
    PageUp: at - 15,
  }
  const wanted = moves[key]
  return wanted === undefined ? undefined : keys[Math.max(0, Math.min(keys.length - 1, wanted))]
}
