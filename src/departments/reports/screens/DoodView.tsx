import type { KeyboardEvent } from 'react'
import { dayText, weekdays, type PlainDay } from '../../../kernel/time.ts'
import type { Concern } from '../../../kernel/concern.ts'
import { classes } from '../../../ui/classes.ts'
import { Go } from '../../../ui/Go.tsx'
import type { DoodLine, DoodTable } from '../report.contract.ts'
import { dayHref } from './addresses.ts'
import css from './Dood.module.css'
import { clashText, isBlocking, useClashes } from './useClashes.ts'

const totalNames = [
  ['work', 'Work'],
  ['hold', 'Hold'],
  ['travel', 'Travel'],
  ['rehearsal', 'Reh.'],
  ['fitting', 'Fit.'],
  ['paid', 'Paid'],
] as const

const steps: Record<string, [number, number]> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
}

/** Arrows go to the next cell with a code that way; the table is one stop of the Tab key. */
function walk(event: KeyboardEvent<HTMLTableElement>, lines: number, dates: number) {
  const by = steps[event.key]
  const at = (event.target as HTMLElement).dataset['at']?.split(',').map(Number)
  if (!by || !at) return
  event.preventDefault()
  let [line = 0, date = 0] = at
  for (;;) {
    line += by[0]
    date += by[1]
    if (line < 0 || date < 0 || line >= lines || date >= dates) return
    const next = event.currentTarget.querySelector<HTMLElement>(`[data-at="${line},${date}"]`)
    if (next) return next.focus()
  }
}

const isWork = (code: string) => code.includes('W')

interface CodesProps {
  table: DoodTable
  line: DoodLine
  at: number
  productionId: string
  clashes: ReadonlyMap<string, readonly Concern[]>
}

/** Concerns speak of the person where somebody plays the part, else of the element. */
const isAbout = (line: DoodLine, { subject }: Concern): boolean =>
  subject.id === line.key || (line.playedBy !== '' && subject.kind === 'person' && subject.label === line.playedBy)

function Codes({ table, line, at, productionId, clashes }: CodesProps) {
  const first = table.columns.findIndex(({ date }) => line.cells[date])
  return table.columns.map(({ date, kind, skippedDays }, column) => {
    const cell = line.cells[date]
    const wrong = (clashes.get(date) ?? []).filter((concern) => isAbout(line, concern))
    return (
      <td key={date} className={classes(css.cell, kind !== 'shoot' && css.off, skippedDays > 0 && css.gap)}>
        {cell && (
          <Go
            to={dayHref(productionId, date)}
            className={classes(
              isWork(cell.code) ? css.work : css.wait,
              wrong.length > 0 && css.clash,
              isBlocking(wrong) && css.blocks,
            )}
            data-at={`${at},${column}`}
            tabIndex={at === 0 && column === first ? 0 : -1}
            aria-label={saying(line, date, wrong)}
            title={saying(line, date, wrong)}
          >
            {cell.code}
            {cell.also.length > 0 && '*'}
          </Go>
        )}
      </td>
    )
  })
}

/** `Jo, Mon 1 Jun: start, work, also fitting. Jo is not available on Mon 1 Jun` */
function saying(line: DoodLine, date: PlainDay, wrong: readonly Concern[]): string {
  const cell = line.cells[date]
  const also = cell && cell.also.length > 0 ? `, also ${cell.also.join(', ')}` : ''
  const clash = wrong.length > 0 ? `. ${clashText(wrong)}` : ''
  return `${line.name}, ${dayText(date)}: ${cell?.meaning.toLowerCase() ?? ''}${also}${clash}`
}

function Head({ table }: { table: DoodTable }) {
  return (
    <thead>
      <tr>
        <th className={css.name} scope="col">
          {table.category}
        </th>
        {table.columns.map(({ date, kind, dayNumber, weekday, skippedDays }) => (
          <th
            key={date}
            scope="col"
            className={classes(css.date, kind !== 'shoot' && css.off, skippedDays > 0 && css.gap)}
            aria-label={`${dayNumber === null ? '' : `Day ${dayNumber}, `}${dayText(date)}`}
          >
            <b>{dayNumber ?? ' '}</b>
            <span>{Number(date.slice(8))}</span>
            <small>{monthOf(date)}</small>
            <small>{weekdays[weekday - 1]?.slice(0, 2)}</small>
          </th>
        ))}
        {totalNames.map(([key, name]) => (
          <th key={key} scope="col" className={css.total}>
            {name}
          </th>
        ))}
        <th scope="col">Start</th>
        <th scope="col">Finish</th>
      </tr>
    </thead>
  )
}

const monthOf = (date: PlainDay) => dayText(date).split(' ').at(-1)
const shortDay = (date: PlainDay | null) => (date === null ? '' : dayText(date).slice(4))

/** Who works, waits and travels on each date. A code leads to its day on the board. */
export function DoodView({ table, label, productionId }: { table: DoodTable; label: string; productionId: string }) {
  const clashes = useClashes(productionId)
  return (
    <div className={css.scroll}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its codes are what is focused; it hears their arrow keys */}
      <table
        className={css.table}
        aria-label={label}
        onKeyDown={(event) => walk(event, table.lines.length, table.columns.length)}
      >
        <Head table={table} />
        <tbody>
          {table.lines.map((line, at) => (
            <tr key={line.key}>
              <th scope="row" className={css.name}>
                <span className={css.number}>{line.number}</span>
                {line.name} {line.playedBy !== '' && <small>{line.playedBy}</small>}
              </th>
              <Codes table={table} line={line} at={at} productionId={productionId} clashes={clashes} />
              {totalNames.map(([key]) => (
                <td key={key} className={css.total}>
                  {line.totals[key] === 0 ? '' : line.totals[key]}
                </td>
              ))}
              <td className={css.ends}>{shortDay(line.startsOn)}</td>
              <td className={css.ends}>{shortDay(line.finishesOn)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className={css.name}>
              Working
            </th>
            {table.columns.map(({ date, kind, working, skippedDays }) => (
              <td key={date} className={classes(css.cell, kind !== 'shoot' && css.off, skippedDays > 0 && css.gap)}>
                {working === 0 ? '' : working}
              </td>
            ))}
            <td colSpan={totalNames.length + 2} />
          </tr>
        </tfoot>
      </table>
      <p className={css.legend}>
        {table.legend.map(({ code, meaning }) => (
          <span key={code}>
            <b>{code}</b> {meaning}
          </span>
        ))}
      </p>
    </div>
  )
}
