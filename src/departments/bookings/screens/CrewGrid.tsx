import { useRef, type CSSProperties, type KeyboardEvent } from 'react'
import { dayText } from '../../../kernel/time.ts'
import { classes } from '../../../ui/classes.ts'
import type { Engagement, EngagementId } from '../../people/engagement.contract.ts'
import type { BookingState } from '../booking.contract.ts'
import css from './Crew.module.css'
import { ABSENCE_WORDS, cellsOf, countOn, nextState, type Cell, type GridFacts } from './crewGrid.rules.ts'
import { PLAIN } from '../label.rules.ts'

interface CrewGridProps {
  people: readonly Engagement[]
  grid: GridFacts
  current: string | undefined
  mayBook: boolean
  /** People whose days are not as they were last told. */
  untold: ReadonlySet<string>
  onOpen: (id: string) => void
  onBook: (id: EngagementId, cell: Cell, state: BookingState | null) => void
}

const KEYS: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** Arrow keys walk the grid: the names are its first column. */
function walk(grid: HTMLElement | null, event: KeyboardEvent<HTMLElement>) {
  const by = KEYS[event.key]
  const from = (event.target as HTMLElement).closest<HTMLElement>('[data-row]')
  if (by === undefined || from === null || grid === null) return
  event.preventDefault()
  const [row, column] = [Number(from.dataset['row']) + by[0], Number(from.dataset['column']) + by[1]]
  grid.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`)?.focus()
}

/** People down the side by department, days across: who is there when, and what stands against it. */
export function CrewGrid({ people, grid, current, mayBook, untold, onOpen, onBook }: CrewGridProps) {
  const root = useRef<HTMLDivElement>(null)
  const rows = people.map((person) => ({ person, cells: cellsOf(person, grid) }))
  const departments = [...Map.groupBy(rows, ({ person }) => person.department.name)]
  const rowOf = new Map(departments.flatMap(([, group]) => group).map(({ person }, at) => [person.id, at]))
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- its cells are what is focused; it hears their arrow keys
    <div className={css.scroll} ref={root} onKeyDown={(event) => walk(root.current, event)}>
      <table className={css.grid} style={{ '--days': grid.days.length } as CSSProperties}>
        <thead>
          <tr>
            <th scope="col" className={css.corner}>
              People
            </th>
            {grid.days.map(({ onDate, label }, at) => (
              <th scope="col" key={onDate}>
                <b>{label}</b>
                <span>{dayText(onDate)}</span>
                <small>
                  {countOn(
                    rows.map(({ cells }) => cells),
                    at,
                  )}{' '}
                  booked
                </small>
              </th>
            ))}
            <th aria-hidden className={css.rest} />
          </tr>
        </thead>
        {departments.map(([name, group]) => (
          <tbody key={name}>
            <tr className={css.department}>
              <th scope="rowgroup" colSpan={grid.days.length + 2}>
                {name} <span>{group.length}</span>
              </th>
            </tr>
            {group.map(({ person, cells }) => (
              <tr key={person.id} className={classes(person.id === current && css.current)}>
                <th scope="row">
                  <button
                    type="button"
                    data-row={rowOf.get(person.id)}
                    data-column={0}
                    onClick={() => onOpen(person.id)}
                  >
                    <b>
                      {person.name}
                      {untold.has(person.personId ?? '') && (
                        <i
                          className={css.untold}
                          role="img"
                          aria-label="Changed since last told"
                          title="Changed since last told"
                        />
                      )}
                    </b>
                    <small>{person.title}</small>
                  </button>
                </th>
                {cells.map((cell, at) => (
                  <DayCell
                    key={cell.onDate}
                    cell={cell}
                    row={rowOf.get(person.id) ?? 0}
                    column={at + 1}
                    mayBook={mayBook}
                    onPress={() => onBook(person.id, cell, nextState(cell))}
                  />
                ))}
                <td aria-hidden className={css.rest} />
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

interface DayCellProps {
  cell: Cell
  row: number
  column: number
  mayBook: boolean
  onPress: () => void
}

function DayCell({ cell, row, column, mayBook, onPress }: DayCellProps) {
  const { state, absence, elsewhere, clashes, isOwn, says } = cell
  const word = [state && PLAIN[state], absence && ABSENCE_WORDS[absence], ...elsewhere].filter(Boolean).join(' · ')
  return (
    <td>
      <button
        type="button"
        data-row={row}
        data-column={column}
        aria-label={says}
        title={says}
        aria-disabled={!mayBook || undefined}
        className={classes(css.cell, state && css[state], absence && css.away, clashes && css.clash, isOwn && css.own)}
        onClick={mayBook ? onPress : undefined}
      >
        {clashes && <i aria-hidden>!</i>}
        {word}
      </button>
    </td>
  )
}
