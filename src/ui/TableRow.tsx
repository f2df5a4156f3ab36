import { memo, type MouseEvent } from 'react'
import { classes } from './classes.ts'
import { roomOf } from './columnRoom.ts'
import type { Column } from './Table.tsx'
import css from './Table.module.css'

export interface RowPress {
  key: string
  range: boolean
  tick: boolean
}

interface TableRowProps<Row> {
  row: Row
  rowKey: string
  columns: readonly Column<Row>[]
  /** The one row the Tab key stops at. */
  stop: boolean
  opens: boolean
  current: boolean
  ticked?: boolean
  onPress: (press: RowPress) => void
}

/** A press on a control inside the row is that control's, not the row's. */
const onControl = (event: MouseEvent) =>
  event.target instanceof Element && event.target.closest('a, button, input, select, [role=menu]') !== null

function Row<R>({ row, rowKey, columns, stop, opens, current, ticked, onPress }: TableRowProps<R>) {
  const press = (event: MouseEvent, { tick }: { tick: boolean }) =>
    onPress({ key: rowKey, range: event.shiftKey, tick })
  return (
    <tr
      className={classes(css.row, opens && css.opens, current && css.current)}
      data-row={rowKey}
      tabIndex={stop ? 0 : -1}
      aria-selected={ticked}
      onClick={(event) => {
        if (!onControl(event)) press(event, { tick: event.ctrlKey || event.metaKey || event.shiftKey })
      }}
    >
      {ticked !== undefined && (
        <td className={css.tick}>
          <input
            type="checkbox"
            tabIndex={-1}
            checked={ticked}
            aria-label="Tick this row"
            onClick={(event) => press(event, { tick: true })}
            onChange={() => undefined}
          />
        </td>
      )}
      {columns.map((column) => {
        const names = classes(
          column.align === 'end' && css.end,
          column.quiet && css.quiet,
          column.wraps && css.wraps,
          column.whole && css.whole,
          roomOf(column),
        )
        return (
          <td key={column.key} className={names}>
            {column.of(row)}
          </td>
        )
      })}
    </tr>
  )
}

/** Rows of a long table are drawn again only when something of theirs changed. */
export const TableRow = memo(Row) as typeof Row
