import {
  IconBuilding,
  IconCalendarTime,
  IconFileText,
  IconMailOff,
  IconMapPin,
  IconNotes,
  IconScript,
  IconUsers,
} from '@tabler/icons-react'
import type { TodayRow } from '../../../../kernel/today.ts'
import { TextLink } from '../../../../ui/Button.tsx'
import { classes } from '../../../../ui/classes.ts'
import type { PlaceIcon } from '../../../../ui/places.ts'
import { Section } from '../../../../ui/Section.tsx'
import { rowStep } from '../../../../ui/useRowSteps.ts'
import type { Today } from '../../today.contract.ts'
import { dueWord, needsByGroup, waitedWord, type TodayClock } from '../../today.rules.ts'
import css from './TodayPage.module.css'

const icons: Record<TodayRow['kind'], PlaceIcon> = {
  callsheet: IconFileText,
  schedule: IconCalendarTime,
  script: IconScript,
  crew: IconUsers,
  location: IconMapPin,
  paper: IconNotes,
  mail: IconMailOff,
  office: IconBuilding,
}

interface RowsProps {
  today: Today
  clock: TodayClock
}

const titleOf = (today: Today, id: string | null) => today.productions.find((it) => it.id === id)?.title ?? ''

const urgency = (row: TodayRow, word: string) =>
  word === 'now'
    ? css.over
    : /^\d\d:\d\d$/.test(word) || (row.severity === 'blocks' && word !== '')
      ? css.pressing
      : undefined

function Need({ row, today, clock }: RowsProps & { row: TodayRow }) {
  const Icon = icons[row.kind]
  const word = dueWord(row.dueAt, clock)
  return (
    <li className={css.row} {...rowStep}>
      <Icon size={16} className={classes(css.icon, row.severity !== 'notes' && css[row.severity])} aria-hidden />
      <p className={css.what} title={`${row.title} ${row.detail}`}>
        <b>{row.title}</b>
        {row.detail !== '' && <span>{row.detail}</span>}
      </p>
      <span className={css.production}>{titleOf(today, row.productionId)}</span>
      <span className={classes(css.due, urgency(row, word))}>{word}</span>
      <span className={css.verb}>
        <TextLink to={row.href}>{row.verb}</TextLink>
      </span>
    </li>
  )
}

/** What this person has to do, the soonest first; each row ends in the verb that does it. */
export function Needs({ today, clock }: RowsProps) {
  return (
    <Section title="Needs you" count={today.needs.length}>
      {today.needs.length === 0 && <p className={css.quiet}>Nothing needs you now.</p>}
      {needsByGroup(today.needs, clock).map(({ label, rows }) => (
        <div key={label}>
          <h3 className={css.groupName}>{label}</h3>
          <ul className={css.rows}>
            {rows.map((row) => (
              <Need key={row.key} row={row} today={today} clock={clock} />
            ))}
          </ul>
        </div>
      ))}
    </Section>
  )
}

/** What others owe, the longest wait first. */
export function Waits({ today, clock }: RowsProps) {
  return (
    <Section title="Waiting on others" count={today.waiting.length}>
      {today.waiting.length === 0 && <p className={css.quiet}>Nobody owes you an answer.</p>}
      <ul className={css.rows}>
        {today.waiting.map((row) => (
          <li key={row.key} className={classes(css.row, css.waits)} {...rowStep}>
            <p className={css.what} title={`${row.title} ${row.detail}`}>
              <b>{row.title}</b>
              {row.detail !== '' && <span>{row.detail}</span>}
            </p>
            <span className={css.production}>{titleOf(today, row.productionId)}</span>
            <span className={css.due}>{waitedWord(row.since, clock)}</span>
            <span className={css.verb}>
              <TextLink to={row.href}>{row.verb}</TextLink>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
