import { useAsk } from '../../../../client/react.ts'
import type { PlainDay } from '../../../../kernel/time.ts'
import { dayText } from '../../../../kernel/time.ts'
import { classes } from '../../../../ui/classes.ts'
import { readRestBefore } from '../../restBetween.contract.ts'
import { lengthText } from '../../restBetween.rules.ts'
import type { Hours } from './layout.rules.ts'
import css from './note.module.css'

interface RestNoteProps {
  personId: string
  productionId: string | null
  days: readonly PlainDay[]
  hours: Hours
}

/** Rest over all productions, said before anybody books: what the hours would break, or between when and when they fit. */
export function RestNote({ personId, productionId, days, hours }: RestNoteProps) {
  const asked = useAsk(
    readRestBefore,
    {
      params: { personId },
      query: {
        productionId: productionId ?? '',
        days: days.join(','),
        ...(hours.from !== null && { from: hours.from }),
        ...(hours.until !== null && { until: hours.until }),
      },
    },
    { enabled: productionId !== null },
  )
  if (asked.data === undefined) return null
  const { short, earliest, latest } = asked.data
  if (short.length > 0)
    return (
      <div className={classes(css.told, css.bad)} role="status">
        {short.map((it) => (
          <p key={it.onDate}>
            <b>
              {lengthText(it.shortMinutes)} short of rest before {dayText(it.onDate)}.
            </b>{' '}
            {it.causes.join('. ')}. May begin at {it.earliest}.
          </p>
        ))}
      </div>
    )
  if (earliest === null && latest === null) return null
  return (
    <p className={css.told} role="status">
      {earliest && `Has rested from ${earliest.at} on (${earliest.because}). `}
      {latest && `Done by ${latest.at} there is enough rest before ${latest.because}.`}
    </p>
  )
}
