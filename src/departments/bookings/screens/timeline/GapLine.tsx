import { IconPlus, IconUserQuestion } from '@tabler/icons-react'
import { classes } from '../../../../ui/classes.ts'
import { across, Ghost, laneTop, type LineProps } from './lane.tsx'
import css from './Timeline.module.css'

/** A position nobody has yet, with the days it stands open. */
export function GapLine({ row, box, cursor, window: shown, colourOf, onGap }: LineProps<'gap'>) {
  const { gap, bars } = row
  return (
    <div className={classes(css.row, css.gap, cursor && css.current)} style={box} role="row" id={row.key}>
      <div className={css.who} role="rowheader">
        <span className={css.none}>
          <IconUserQuestion size={14} aria-hidden />
        </span>
        <div>
          <b>{gap.title}</b>
          <small>{gap.dates.length === 1 ? '1 day' : `${gap.dates.length} days`}</small>
        </div>
      </div>
      <div className={css.lane} role="gridcell">
        {bars.map((placed) => (
          <button
            key={placed.left}
            type="button"
            tabIndex={-1}
            className={classes(css.bar, css.open)}
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
