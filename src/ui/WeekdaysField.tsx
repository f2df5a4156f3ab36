import { weekdayNames, weekdays } from '../kernel/time.ts'
import { classes } from './classes.ts'
import css from './WeekdaysField.module.css'

interface WeekdaysFieldProps {
  /** *Working week*. */
  label: string
  /** ISO weekdays off, 1 Monday to 7 Sunday. */
  daysOff: readonly number[]
  onChange: (daysOff: number[]) => void
}

/** The week as seven switches: pressed is worked. The last working day cannot be taken away. */
export function WeekdaysField({ label, daysOff, onChange }: WeekdaysFieldProps) {
  const press = (day: number) => {
    const next = daysOff.includes(day) ? daysOff.filter((it) => it !== day) : [...daysOff, day]
    if (next.length < 7) onChange(next.toSorted((a, b) => a - b))
  }
  return (
    <div role="group" aria-label={label}>
      <span className={css.label} aria-hidden>
        {label}
      </span>
      <div className={css.week}>
        {weekdays.map((name, at) => {
          const works = !daysOff.includes(at + 1)
          return (
            <button
              key={name}
              type="button"
              className={classes(css.day, works && css.works)}
              aria-pressed={works}
              aria-label={`${weekdayNames[at]} is worked`}
              onClick={() => press(at + 1)}
            >
              {name}
              <small>{works ? 'works' : 'off'}</small>
            </button>
          )
        })}
      </div>
    </div>
  )
}
