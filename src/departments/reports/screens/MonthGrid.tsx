import type { KeyboardEvent } from 'react'
import { dayText, weekdayNames, type PlainDay } from '../../../kernel/time.ts'
import { classes } from '../../../ui/classes.ts'
import { Go } from '../../../ui/Go.tsx'
import type { Concern } from '../../../kernel/concern.ts'
import { StatusMark } from '../../../ui/Status.tsx'
import type { CalendarItem, ProductionCalendar, RestDay } from '../calendar.contract.ts'
import { dayHref } from './addresses.ts'
import css from './Calendar.module.css'
import { monthOf } from './month.rules.ts'
import { clashText, isBlocking } from './useClashes.ts'

const restWords: Record<RestDay['kind'], string> = {
  off: 'Day off',
  holiday: 'Holiday',
  travel: 'Travel day',
  hiatus: 'Hiatus',
}

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** Arrows walk the days; the grid is one stop of the Tab key. */
function walk(event: KeyboardEvent<HTMLElement>) {
  const by = steps[event.key]
  if (by === undefined || !(event.target as HTMLElement).matches('[data-day]')) return
  const days = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-day]')]
  const next = days[days.indexOf(event.target as HTMLElement) + by]
  if (!next) return
  event.preventDefault()
  next.focus()
}

function Item({ item, productionId }: { item: CalendarItem; productionId: string }) {
  const words = (
    <>
      <b>{item.label}</b>
      {item.detail !== '' && <span>{item.detail}</span>}
    </>
  )
  const look = classes(css.item, css[item.kind])
  return item.isOnBoard ? (
    <Go to={dayHref(productionId, item.onDate)} className={look} title={`${item.label}. ${item.detail}`}>
      {words}
    </Go>
  ) : (
    <div className={look}>{words}</div>
  )
}

interface CellProps {
  day: PlainDay
  items: CalendarItem[]
  rest: RestDay | undefined
  clashes: readonly Concern[]
  calendar: ProductionCalendar
  productionId: string
  isOutside: boolean
  isStop: boolean
  onMark: ((day: PlainDay) => void) | undefined
}

function Cell({ day, items, rest, clashes, calendar, productionId, isOutside, isStop, onMark }: CellProps) {
  const isToday = day === calendar.today
  const why = rest && (rest.label || (rest.isMarked ? restWords[rest.kind] : ''))
  const said = [
    dayText(day),
    isToday && 'today',
    rest && (rest.label || restWords[rest.kind]),
    ...items.map((it) => it.label),
    clashText(clashes),
  ]
  return (
    <div
      role="gridcell"
      className={classes(
        css.cell,
        rest && css.rest,
        isOutside && css.outside,
        isToday && css.today,
        items.length === 0 && clashes.length === 0 && !rest?.isMarked && css.empty,
      )}
      data-day={day}
      tabIndex={isStop ? 0 : -1}
      aria-label={said.filter(Boolean).join(', ')}
      onKeyDown={(event) => event.key === 'Enter' && event.target === event.currentTarget && onMark?.(day)}
      onDoubleClick={() => onMark?.(day)}
    >
      <div className={css.date}>
        {onMark ? (
          <button type="button" tabIndex={-1} aria-label={`Mark ${dayText(day)}`} onClick={() => onMark(day)}>
            {Number(day.slice(8))}
          </button>
        ) : (
          <span>{Number(day.slice(8))}</span>
        )}
        <em>{dayText(day)}</em>
        {why && <small>{why}</small>}
        {clashes.length > 0 && (
          <StatusMark is={isBlocking(clashes) ? 'stop' : 'attention'} label={clashText(clashes)} />
        )}
      </div>
      {items.map((item) => (
        <Item key={item.key} item={item} productionId={productionId} />
      ))}
    </div>
  )
}

interface MonthGridProps {
  calendar: ProductionCalendar
  clashes: ReadonlyMap<string, readonly Concern[]>
  days: readonly PlainDay[]
  month: string
  productionId: string
  /** Absent for readers who may not change the calendar. */
  onMark: ((day: PlainDay) => void) | undefined
}

/** Weeks under each other; on a phone only the days on which something is, as a list. */
export function MonthGrid({ calendar, clashes, days, month, productionId, onMark }: MonthGridProps) {
  const items = Map.groupBy(calendar.items, ({ onDate }) => onDate)
  const rest = new Map(calendar.rest.map((it) => [it.onDate, it]))
  const stop = days.includes(calendar.today) && monthOf(calendar.today) === month ? calendar.today : `${month}-01`
  const weeks = Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7))
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its days are what is focused; it hears their arrow keys
    <div className={css.month} role="grid" aria-label={`Calendar of ${calendar.production.title}`} onKeyDown={walk}>
      <div className={css.week} role="row">
        {weekdayNames.map((weekday) => (
          <div key={weekday} role="columnheader" aria-label={weekday} className={css.weekday}>
            {weekday.slice(0, 3)}
          </div>
        ))}
      </div>
      {weeks.map((week) => (
        <div key={week[0]} className={css.week} role="row">
          {week.map((day) => (
            <Cell
              key={day}
              day={day}
              items={items.get(day) ?? []}
              rest={rest.get(day)}
              clashes={clashes.get(day) ?? []}
              calendar={calendar}
              productionId={productionId}
              isOutside={monthOf(day) !== month}
              isStop={day === stop}
              onMark={onMark}
            />
          ))}
        </div>
      ))}
    </div>
  )
}
