import { useMemo, useState, type ReactNode } from 'react'
import { classes } from './classes.ts'
import { grouped, nextSort, sorted, type Sort, type SortValue } from './table.rules.ts'
import css from './Table.module.css'
import { TableHead } from './TableHead.tsx'
import { TableRow } from './TableRow.tsx'
import { useEndReached } from './useEndReached.ts'
import { useRowKeys } from './useRowKeys.ts'

export interface Column<Row> {
  key: string
  head: string
  of: (row: Row) => ReactNode
  /** Makes the head a button. */
  sortBy?: (row: Row) => SortValue
  width?: number | string
  align?: 'start' | 'end'
  /** Secondary ink: what is looked up, not scanned. */
  quiet?: boolean
  /** Stands on as many lines as it takes, where a cut text would hide what matters. */
  wraps?: boolean
  /** One line on a phone too: a date, a number to call. */
  whole?: boolean
  /** Left out at phone width; what matters on set stays. */
  phone?: 'hide'
  /** Left out where a panel beside the table takes the room: it says the same of the row that is open. */
  beside?: 'hide'
  /** Left out while no row has a word in it. */
  spare?: boolean
}

interface TableProps<Row> {
  /** Names the table for those who do not see it: *Crew*. */
  label: string
  rows: readonly Row[]
  columns: readonly Column<Row>[]
  keyOf: (row: Row) => string
  /** Enter or a click on a row. */
  onOpen?: (row: Row) => void
  /** The row whose record is open beside the table. */
  current?: string | undefined
  /** Ticked rows; with `onSelect` rows can be ticked, by Space and Shift too. */
  selected?: ReadonlySet<string>
  onSelect?: (selected: ReadonlySet<string>) => void
  /** Rows stand under headings, each with its count. */
  groupBy?: (row: Row) => string
  /** Shown in place of the rows when there are none. */
  empty?: ReactNode
  /** The end of the list came into view: ask for the next page. */
  onEnd?: (() => void) | undefined
}

function useArranged<Row>({ rows, columns, groupBy }: TableProps<Row>) {
  const [sort, setSort] = useState<Sort>()
  const groups = useMemo(() => {
    const by = columns.find(({ key }) => key === sort?.key)?.sortBy
    return grouped(by && sort ? sorted(rows, by, sort.descending) : rows, groupBy)
  }, [rows, columns, groupBy, sort])
  return { sort, groups, press: (key: string) => setSort((before) => nextSort(before, key)) }
}

const isBlank = (content: ReactNode) => content === '' || content === null || content === undefined || content === false

/** Spare columns stand only where one of the rows fills them. */
const written = <Row,>(columns: readonly Column<Row>[], rows: readonly Row[]): readonly Column<Row>[] =>
  columns.filter(({ spare, of }) => spare !== true || rows.some((row) => !isBlank(of(row))))

/**
 * Dense rows under a head that stays. ↑↓ or J K walk the rows, Enter opens, Space ticks, Shift ticks a range,
 * Ctrl+A ticks all. A row is one stop of the Tab key.
 */
export function Table<Row>(props: TableProps<Row>) {
  const { label, rows, keyOf, onOpen, current, selected, onSelect, groupBy, empty, onEnd } = props
  const columns = useMemo(() => written(props.columns, props.rows), [props.columns, props.rows])
  const { sort, groups, press } = useArranged(props)
  const shown = groups.flatMap((group) => group.rows)
  const keys = useRowKeys({ keys: shown.map(keyOf), selected, onSelect, onOpen: (key) => open(key) })
  const end = useEndReached(onEnd)
  const open = (key: string) => {
    const row = shown.find((it) => keyOf(it) === key)
    if (row) onOpen?.(row)
  }
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>
  const span = columns.length + (onSelect ? 1 : 0)
  return (
    <div className={css.wrap}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- rows take focus; their keys are heard here, once */}
      <table className={css.table} aria-label={label} onKeyDown={keys.onKeyDown}>
        <TableHead
          columns={columns}
          sort={sort}
          onSort={press}
          {...(onSelect && { ticks: { all: keys.allTicked, onAll: keys.tickAll } })}
        />
        {groups.map((group) => (
          <tbody key={group.label}>
            {groupBy && (
              <tr className={css.group}>
                <td colSpan={span}>
                  {group.label}
                  <span>{group.rows.length}</span>
                </td>
              </tr>
            )}
            {group.rows.map((row) => (
              <TableRow
                key={keyOf(row)}
                row={row}
                rowKey={keyOf(row)}
                columns={columns}
                stop={keys.stop === keyOf(row)}
                opens={onOpen !== undefined}
                current={current === keyOf(row)}
                {...(onSelect && { ticked: selected?.has(keyOf(row)) ?? false })}
                onPress={keys.onPress}
              />
            ))}
          </tbody>
        ))}
      </table>
      {onEnd && <div ref={end} className={classes(css.endMark)} />}
    </div>
  )
}
