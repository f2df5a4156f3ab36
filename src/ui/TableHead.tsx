import { IconArrowNarrowDown, IconArrowNarrowUp } from '@tabler/icons-react'
import { classes } from './classes.ts'
import { roomOf } from './columnRoom.ts'
import type { Column } from './Table.tsx'
import type { Sort } from './table.rules.ts'
import css from './Table.module.css'

interface TableHeadProps<Row> {
  columns: readonly Column<Row>[]
  sort: Sort | undefined
  onSort: (key: string) => void
  ticks?: { all: boolean; onAll: () => void }
}

const direction = (sort: Sort | undefined, key: string) =>
  sort?.key !== key ? undefined : sort.descending ? 'descending' : 'ascending'

export function TableHead<Row>({ columns, sort, onSort, ticks }: TableHeadProps<Row>) {
  return (
    <thead>
      <tr>
        {ticks && (
          <th className={css.tick} scope="col">
            <input type="checkbox" checked={ticks.all} onChange={ticks.onAll} aria-label="Tick every row" />
          </th>
        )}
        {columns.map((column) => (
          <th
            key={column.key}
            scope="col"
            aria-sort={direction(sort, column.key)}
            className={classes(column.align === 'end' && css.end, roomOf(column))}
            style={{ width: column.width }}
          >
            {column.sortBy ? (
              <button className={css.sort} onClick={() => onSort(column.key)}>
                {column.head}
                {sort?.key === column.key &&
                  (sort.descending ? <IconArrowNarrowDown size={12} /> : <IconArrowNarrowUp size={12} />)}
              </button>
            ) : (
              column.head
            )}
          </th>
        ))}
      </tr>
    </thead>
  )
}
