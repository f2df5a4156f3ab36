import { formatEighths } from '../../../kernel/eighths.ts'
import { classes } from '../../../ui/classes.ts'
import type { AdvanceDay, CallSheetView, ScheduleRow } from '../callsheet.view.ts'
import { timeText } from '../sheetText.rules.ts'
import css from './Sheet.module.css'
import stripsCss from './SheetSchedule.module.css'
import { SheetPart } from './SheetPart.tsx'
import { useEditing } from './useSheetEditing.ts'

const looks = (row: ScheduleRow) =>
  classes(
    stripsCss.where,
    row.intExt.startsWith('EXT') ? stripsCss.ext : stripsCss.int,
    row.bucket === 'night' && stripsCss.night,
  )

/** The same columns for the day and for the days after it, so that they read straight down. */
const Columns = () => (
  <colgroup>
    {[56, 62, 92, undefined, 42, 64, 54, 48, 120].map((width, at) => (
      <col key={at} style={width === undefined ? undefined : { width }} />
    ))}
  </colgroup>
)

const numeric = new Set(['Pages', 'Min'])

function SceneRow({ row, view }: { row: ScheduleRow; view: CallSheetView }) {
  const { productionId } = useEditing()
  if (row.kind !== 'scene')
    return (
      <tr className={stripsCss.banner}>
        <td>{timeText(row.start, view.hourCycle)}</td>
        <td colSpan={6}>{row.text}</td>
        <td className={css.num}>{row.minutes || ''}</td>
        <td>{row.note}</td>
      </tr>
    )
  return (
    <tr>
      <td>
        <b>{timeText(row.start, view.hourCycle)}</b>
      </td>
      <td>
        <b>{row.number}</b>
      </td>
      <td className={looks(row)}>{[row.intExt, row.time].filter(Boolean).join(' ')}</td>
      <td>
        {row.frame && (
          <img
            className={stripsCss.frame}
            src={`/v1/productions/${productionId}/frames/${row.frame.fileId}`}
            alt={`Frame ${row.number}`}
            loading="lazy"
          />
        )}
        <b>{row.set}</b> {row.text}
      </td>
      <td>{row.location}</td>
      <td>{row.cast.join(', ')}</td>
      <td className={css.num}>{row.eighths === null ? '' : formatEighths(row.eighths)}</td>
      <td className={css.num}>{row.minutes || ''}</td>
      <td>{row.note}</td>
    </tr>
  )
}

export function SheetSchedule({ view }: { view: CallSheetView }) {
  const { schedule, words } = view
  return (
    <SheetPart title="Schedule" block="schedule" note={schedule.note}>
      {schedule.rows.length === 0 ? (
        <p className={css.quiet}>Nothing is scheduled on this day. Strips put on it on the board appear here.</p>
      ) : (
        <div className={css.scroll}>
          <table className={classes(css.table, stripsCss.strips)}>
            <Columns />
            <thead>
              <tr>
                {['Time', words.unit, 'I/E D/N', 'Set and action', 'Loc.', 'Cast', 'Pages', 'Min', 'Note'].map(
                  (head) => (
                    <th key={head} className={numeric.has(head) ? css.num : undefined}>
                      {head}
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody>
              {schedule.rows.map((row) => (
                <SceneRow key={row.id} row={row} view={view} />
              ))}
            </tbody>
            <tfoot>
              <tr>
                <td colSpan={6}>
                  {schedule.units} {schedule.units === 1 ? words.unit.toLowerCase() : words.units}
                </td>
                <td className={css.num}>{formatEighths(schedule.eighths)}</td>
                <td className={css.num}>{schedule.setupMinutes}</td>
                <td>min</td>
              </tr>
            </tfoot>
          </table>
        </div>
      )}
    </SheetPart>
  )
}

export function SheetAdvance({ days, view }: { days: AdvanceDay[]; view: CallSheetView }) {
  return (
    <>
      {days.map((day) => (
        <SheetPart
          key={day.onDate}
          title={`Advance: ${day.label}`}
          note={day.call === null ? '' : `Crew call ${timeText(day.call, view.hourCycle)}, estimated`}
        >
          <div className={css.scroll}>
            <table className={classes(css.table, stripsCss.strips)}>
              <Columns />
              <tbody>
                {day.rows.map((row) => (
                  <SceneRow key={row.id} row={row} view={view} />
                ))}
              </tbody>
            </table>
          </div>
        </SheetPart>
      ))}
    </>
  )
}
