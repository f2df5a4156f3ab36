import { moneyText } from '../../../kernel/money.ts'
import { formatDay } from '../../../ui/dates.ts'
import { Section } from '../../../ui/Section.tsx'
import { Why } from '../../../ui/Why.tsx'
import { hourlyRate, payOfDay } from '../overtime.rules.ts'
import type { PayProfileRecord, Rate } from '../rate.contract.ts'
import { hoursText, timesText } from '../table.rules.ts'
import css from './Pay.module.css'

const HOURS = [8, 10, 11, 12, 13, 14, 15, 16]

/** What days of other lengths would come to at this rate; each figure says how it came about. */
export function DayPays({ rate, profile }: { rate: Rate; profile: PayProfileRecord }) {
  if (rate.basis !== 'day' || rate.amount === null || rate.guaranteedMinutes === null) return null
  const day = { amount: rate.amount, guaranteedMinutes: rate.guaranteedMinutes }
  const table = { hourly: profile.hourly, ...profile.rules }
  return (
    <Section
      title="What a day comes to"
      about={`${profile.name}: ${moneyText(hourlyRate(table, day))} an hour. ${profile.source}, as of ${formatDay(profile.asOf, { year: true })}.`}
    >
      <ul className={css.days}>
        {HOURS.map((hours) => {
          const pay = payOfDay(table, day, { workedMinutes: hours * 60 })
          return (
            <li key={hours}>
              <span>{hours} h</span>
              <Why
                title={`${hours} hours of a ${hoursText(day.guaranteedMinutes)} day`}
                parts={pay.lines.map((line) => ({
                  label: `${hoursText(line.fromMinutes)} to ${hoursText(line.untilMinutes)}, ${timesText(line.percent)}`,
                  value: moneyText(line.amount),
                  ...(pay.isGuarantee && line === pay.lines.at(-1) && { source: 'the guarantee' }),
                }))}
                total={moneyText(pay.total)}
              >
                {moneyText(pay.total)}
              </Why>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
