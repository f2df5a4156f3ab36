import { IconBus } from '@tabler/icons-react'
import { dayText, daysBetween, type PlainDay } from '../../../../kernel/time.ts'
import { Avatar } from '../../../../ui/Avatar.tsx'
import { classes } from '../../../../ui/classes.ts'
import { lengthText } from '../../restBetween.rules.ts'
import { ABSENCE_WORDS } from '../crewGrid.rules.ts'
import { BookingBar } from './BookingBar.tsx'
import { across, Ghost, laneTop, type LineProps } from './lane.tsx'
import { daysOf, type PersonRow } from './layout.rules.ts'
import barCss from './BookingBar.module.css'
import lineCss from './line.module.css'
import { useSweep } from './useSweep.ts'

/** One person, or one room or vehicle: what is booked and held of their days, and days away. */
export function PersonLine({
  row,
  box,
  cursor,
  window: shown,
  mayEdit,
  onSweep,
  onWho,
  ...props
}: LineProps<'person'>) {
  const { person, bars, away, clashes, rest, full } = row
  const days = daysOf(shown)
  const sweep = useSweep(shown.days, (from, until) => onSweep(row, days.slice(from, until)), mayEdit)
  const first = clashes[0]
  return (
    <div
      className={classes(lineCss.row, first !== undefined && lineCss.clashing, cursor && lineCss.current)}
      style={box}
      role="row"
      id={row.key}
    >
      <div className={lineCss.who} role="rowheader">
        <Avatar name={person.name} />
        <div>
          <b>
            {onWho === undefined ? (
              person.name
            ) : (
              <button type="button" className={lineCss.opens} onClick={() => onWho(row)}>
                {person.name}
              </button>
            )}
          </b>
          <small>{[person.position, person.homeBase].filter(Boolean).join(', ')}</small>
          <Warning row={row} days={days} />
        </div>
      </div>
      <div className={lineCss.lane} role="gridcell" {...sweep.handlers}>
        {away.map((placed) => (
          <span
            key={`${placed.of.from}${placed.of.kind}`}
            className={classes(barCss.bar, placed.of.kind === 'travel' ? barCss.travel : barCss.off)}
            style={{ ...across(placed, shown.days), top: laneTop(placed.lane) }}
            title={`${ABSENCE_WORDS[placed.of.kind]}${placed.of.note ? `: ${placed.of.note}` : ''}`}
          >
            {placed.of.kind === 'travel' ? (
              <IconBus size={13} aria-label="Travelling" />
            ) : (
              ABSENCE_WORDS[placed.of.kind]
            )}
          </span>
        ))}
        {bars.map((placed) => (
          <BookingBar
            key={`${placed.of.bookingId}${placed.of.from}${placed.of.hours?.from}`}
            placed={placed}
            days={shown.days}
            mayEdit={mayEdit}
            {...props}
          />
        ))}
        {clashes.map((day) => (
          <span key={day} className={lineCss.clash} style={across({ left: day, width: 1 }, shown.days)} aria-hidden />
        ))}
        {rest.map(({ onDate, causes }) => (
          <span
            key={`rest${onDate}`}
            className={lineCss.tired}
            style={across({ left: daysBetween(shown.from, onDate), width: 1 }, shown.days)}
            title={causes.join('. ')}
            aria-hidden
          />
        ))}
        {full.map(({ left }) => (
          <span
            key={`full${left}`}
            className={lineCss.full}
            style={across({ left, width: 7 }, shown.days)}
            aria-hidden
          />
        ))}
        {(sweep.range ?? cursor) && <Ghost of={(sweep.range ?? cursor)!} columns={shown.days} />}
      </div>
    </div>
  )
}

/** The gravest thing to say of a row: booked twice, a room while it is closed, too little rest, too full a week. */
function Warning({ row: { bars, clashes, rest, full }, days }: { row: PersonRow; days: readonly PlainDay[] }) {
  const [clash, tired, week] = [clashes[0], rest[0], full[0]]
  if (clash !== undefined) return <em>Booked twice on {dayText(days[clash] as PlainDay)}</em>
  const closed = bars.find(({ of }) => of.outside !== null)?.of
  if (closed)
    return (
      <em className={lineCss.heavy} title={`${closed.title} ${closed.outside}`}>
        Outside opening hours on {dayText(closed.from)}
      </em>
    )
  if (tired !== undefined)
    return (
      <em className={lineCss.heavy} title={`${tired.causes.join('. ')}. May begin at ${tired.earliest}.`}>
        {lengthText(tired.shortMinutes)} short of rest before {dayText(tired.onDate)}
      </em>
    )
  return (
    week && (
      <em className={lineCss.heavy}>
        {week.days} days in the week of {dayText(days[week.left] as PlainDay)}
      </em>
    )
  )
}
