import { useState, type ReactNode } from 'react'
import { ordinal } from '../../../../kernel/revisions.ts'
import { dayText, type PlainDay } from '../../../../kernel/time.ts'
import { TextButton } from '../../../../ui/Button.tsx'
import { classes } from '../../../../ui/classes.ts'
import type { Bar, Gap } from '../../timeline.contract.ts'
import { daysOf, type PersonRow, type Row, type Window } from './layout.rules.ts'
import type { ColourOf } from './colours.ts'
import { lookOf } from './lane.tsx'
import barCss from './BookingBar.module.css'
import css from './TimelineAgenda.module.css'

interface TimelineAgendaProps {
  rows: readonly Row[]
  window: Window
  today: PlainDay
  codeOf: (bar: Pick<Bar, 'productionId' | 'holder'>) => string
  colourOf: ColourOf
  onBar: (bar: Bar) => void
  onGap: (gap: Gap) => void
  /** Where no day has anything. */
  none?: ReactNode
}

const firmness = (bar: Bar) =>
  bar.state === 'confirmed'
    ? 'Booked'
    : bar.state === 'hold'
      ? `${ordinal(bar.rank ?? 1)} hold`
      : bar.waits
        ? 'Waits'
        : 'Pencilled'

/** As many of a day as are drawn at first: a phone of a large office would draw ten thousand lines. */
const MOST = 40

/** The same window as a list of days, for a phone: from today on, who is where. */
export function TimelineAgenda({ rows, window, today, codeOf, colourOf, onBar, onGap, none }: TimelineAgendaProps) {
  const [all, setAll] = useState<ReadonlySet<PlainDay>>(new Set())
  const people = rows.filter((row): row is Extract<Row, PersonRow> => row.kind === 'person')
  const gaps = rows.filter((row) => row.kind === 'gap')
  const days = daysOf(window).map((day, at) => ({
    day,
    bars: people.flatMap(({ person, bars }) =>
      bars.filter(({ left, width }) => left <= at && at < left + width).map(({ of }) => ({ person, bar: of })),
    ),
    open: gaps.filter(({ gap }) => gap.dates.includes(day)),
  }))
  const busy = days.filter(({ bars, open }) => bars.length + open.length > 0)
  return (
    <div className={css.narrow}>
      {busy.length === 0 && none}
      {busy.map(({ day, bars, open }) => (
        <section key={day} className={css.agenda} aria-label={dayText(day)}>
          <h2>
            {dayText(day)}
            {day === today && ', today'}
          </h2>
          {open.map(({ key, gap }) => (
            <button key={key} type="button" onClick={() => onGap(gap)}>
              <span className={classes(barCss.bar, barCss.open, css.chip)} style={colourOf(gap.productionId)}>
                {codeOf({ productionId: gap.productionId, holder: '' })}
              </span>
              <span>{gap.title} not filled</span>
            </button>
          ))}
          {bars.slice(0, all.has(day) ? bars.length : MOST).map(({ person, bar }) => (
            <button key={`${person.id}${bar.bookingId}`} type="button" onClick={() => onBar(bar)}>
              <span className={classes(barCss.bar, lookOf(bar), css.chip)} style={colourOf(bar.productionId)}>
                <b>{codeOf(bar)}</b>
              </span>
              <span>
                {person.name}
                <small>
                  {bar.title}, {firmness(bar).toLowerCase()}
                </small>
              </span>
            </button>
          ))}
          {bars.length > MOST && !all.has(day) && (
            <TextButton onClick={() => setAll(new Set(all).add(day))}>and {bars.length - MOST} more</TextButton>
          )}
        </section>
      ))}
    </div>
  )
}
