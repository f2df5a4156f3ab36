import { IconPlus, IconUserQuestion } from '@tabler/icons-react'
import { classes } from '../../../../ui/classes.ts'
import { across, Ghost, laneTop, type LineProps } from './lane.tsx'
import barCss from './BookingBar.module.css'
import lineCss from './line.module.css'

/** A position nobody has yet, with the days it stands open. */
export function GapLine({ row, box, cursor, window: shown, colourOf, onGap }: LineProps<'gap'>) {
  const { gap, bars } = row
  return (
    <div className={classes(lineCss.row, lineCss.gap, cursor && lineCss.current)} style={box} role="row" id={row.key}>
      <div className={lineCss.who} role="rowheader">
        <span className={lineCss.none}>
          <IconUserQuestion size={14} aria-hidden />
        </span>
        <div>
          <b>{gap.title}</b>
          <small>{gap.dates.length === 1 ? '1 day' : `${gap.dates.length} days`}</small>
        </div>
      </div>
      <div className={lineCss.lane} role="gridcell">
        {bars.map((placed) => (
          <button
            key={placed.left}
            type="button"
            tabIndex={-1}
            className={classes(barCss.bar, barCss.open)}
            style={{ ...across(placed, shown.days), ...colourOf(gap.productionId), top: laneTop(0) }}
            onClick={() => onGap(gap)}
          >
            <IconPlus size={13} aria-hidden /> {gap.title} not filled
          </button>
        ))}
        {cursor && <Ghost of={cursor} columns={shown.days} />}
      </div>
    </div>
  )
}
