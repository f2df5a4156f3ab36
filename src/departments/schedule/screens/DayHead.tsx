import { IconAlertOctagon, IconAlertTriangle, IconArrowRight, IconCircleCheck, IconSun } from '@tabler/icons-react'
import { isMainUnit } from '../../../kernel/units.ts'
import { formatEighths } from '../../../kernel/eighths.ts'
import { sunTimes } from '../../../kernel/sun.ts'
import { clockOf, dayText, durationText, type ZoneName } from '../../../kernel/time.ts'
import { classes } from '../../../ui/classes.ts'
import { plural } from '../../../ui/words.ts'
import type { SheetDay } from '../board.rules.ts'
import { dayTypeWords } from '../days.rules.ts'
import { dayInk } from '../palette.rules.ts'
import type { OldAndNew, HeaderChange } from '../shown.rules.ts'
import css from './board.module.css'

interface DayHeadProps {
  day: SheetDay
  change: HeaderChange
  /** Concerns of this day: how many, and the worst. */
  concerns: { count: number; worst: 'blocks' | 'warns' | 'notes' } | undefined
  raised: number
  cleared: number
  onEdit: (() => void) | undefined
  onConcerns: () => void
}

function Value({ label, of }: { label: string; of: OldAndNew }) {
  return (
    <span>
      <u>{label}</u>
      {of.old !== null && (
        <>
          <s>{of.old}</s>
          <IconArrowRight size={12} className={css.arrow} aria-label="becomes" />
        </>
      )}
      <b className={classes(of.old !== null && css.new)}>{of.now}</b>
    </span>
  )
}

/** Where the day is shot, for its sun: the first place of the day that has coordinates. */
function sunText({ day, header }: SheetDay, zone: ZoneName): string | null {
  const place = header.places.find((it) => it.latitude !== null && it.longitude !== null)
  if (!place || place.latitude === null || place.longitude === null) return null
  const { latitude, longitude } = place
  const sun = sunTimes({ latitude, longitude }, day.onDate, place.timeZone ?? zone)
  if (sun.polar !== null) return sun.polar === 'up' ? 'sun all day' : 'no sun'
  return `${sun.sunrise === null ? '–' : clockOf(sun.sunrise)}–${sun.sunset === null ? '–' : clockOf(sun.sunset)}`
}

function Words({ day, concerns, raised, cleared, onConcerns }: Omit<DayHeadProps, 'change' | 'onEdit'>) {
  const { lateMeal, overBy } = day.header
  if (raised > 0)
    return (
      <button type="button" className={classes(css.word, css.blocks)} onClick={onConcerns}>
        <IconAlertOctagon size={14} aria-hidden />
        {raised} raised
      </button>
    )
  if (cleared > 0)
    return (
      <span className={classes(css.word, css.clears)}>
        <IconCircleCheck size={14} aria-hidden />
        {cleared} cleared
      </span>
    )
  return (
    <>
      {day.header.rest !== null && day.header.number !== null && (
        <span className={classes(css.word, css.warns)}>on {day.header.rest}</span>
      )}
      {overBy > 0 && <span className={classes(css.word, css.warns)}>{formatEighths(overBy)} over</span>}
      {lateMeal && (
        <span className={classes(css.word, css.warns)}>
          {lateMeal.at === null ? `no meal by ${clockOf(lateMeal.due)}` : `meal ${durationText(lateMeal.lateBy)} late`}
        </span>
      )}
      {concerns && concerns.worst !== 'notes' && (
        <button type="button" className={classes(css.word, css[concerns.worst])} onClick={onConcerns}>
          {concerns.worst === 'blocks' ? (
            <IconAlertOctagon size={14} aria-hidden />
          ) : (
            <IconAlertTriangle size={14} aria-hidden />
          )}
          {plural(concerns.count, 'concern')}
        </button>
      )}
    </>
  )
}

/** The trade's black strip: which day, when, how much, how long. */
export function DayHead(props: DayHeadProps & { zone: ZoneName }) {
  const { day, change, zone, onEdit } = props
  const { header } = day
  const ink = dayInk(day.day.type)
  const sun = sunText(day, zone)
  const isShot = header.number !== null
  return (
    <div className={classes(css.dayHead, ink === 'freeDay' && css.free, ink === 'holiday' && css.holiday)}>
      <span>
        <button
          type="button"
          className={css.dayName}
          onClick={onEdit}
          disabled={!onEdit}
          aria-label={`Edit ${isShot ? `day ${header.number}` : dayTypeWords[day.day.type].toLowerCase()}, ${dayText(day.day.onDate)}`}
        >
          {isShot ? `Day ${header.number}` : dayTypeWords[day.day.type]}
        </button>
        {isShot && <span className={css.of}>of {header.of}</span>}
      </span>
      <span>{dayText(day.day.onDate)}</span>
      <span>
        {header.call !== null && (
          <>
            <u>Call</u>
            <b>{clockOf(header.call)}</b>
          </>
        )}
      </span>
      {isShot || header.eighths > 0 ? <Value label="Pages" of={change.pages} /> : <span>{day.day.note}</span>}
      {isShot || header.eighths > 0 ? <Value label="Cast" of={change.cast} /> : <span />}
      <span className={css.sun}>
        {sun !== null && (
          <>
            <IconSun size={14} aria-label="Sun" />
            {sun}
          </>
        )}
      </span>
      {header.wrap !== null && day.rows.length > 0 ? <Value label="Wrap" of={change.wrap} /> : <span />}
      <span className={css.dayEnd}>
        {!isMainUnit(day.day.unit) && <span className={css.word}>{day.day.unit}</span>}
        <Words {...props} />
      </span>
    </div>
  )
}
