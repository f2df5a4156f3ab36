import { money, moneyText, decimalsOf } from '../../kernel/money.ts'
import { invalid } from '../../kernel/problems.ts'
import type { PlainDay } from '../../kernel/time.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db } from '../../platform/database/database.ts'
import * as bookings from '../bookings/index.ts'
import * as pay from '../pay/index.ts'
import * as people from '../people/index.ts'
import type { DayPaid, TimesheetDay } from './timesheet.contract.ts'
import { dayInRow, daysBetween, workedMinutes } from './timesheet.rules.ts'
import * as store from './timesheet.store.ts'

export interface Span {
  readonly from: PlainDay
  readonly until: PlainDay
}

const MOST_DAYS = 31

/** One line for everybody who was booked or entered hours on each day; a query for each kind of fact, whatever the crew. */
export async function linesOf(db: Db, scope: ProductionScope, { from, until }: Span): Promise<TimesheetDay[]> {
  const days = daysBetween(from, until) as PlainDay[]
  if (days.length === 0 || days.length > MOST_DAYS) throw invalid('?until', `Ask for one to ${MOST_DAYS} days at once.`)
  const engaged = await people.engagementsOf(db, scope)
  const booked = new Set(
    (await bookings.bookedDays(db, scope, { from, to: days.at(-1) as PlainDay })).map(
      ({ engagementId, onDate }) => `${engagementId} ${onDate}`,
    ),
  )
  // A week before: the sixth and seventh day in a row are counted from days that are not shown.
  const weekBefore = new Date(Date.parse(`${from}T00:00:00Z`) - 60 * 86_400_000).toISOString().slice(0, 10) as PlainDay
  const rows = await store.between(db, scope, weekBefore, until)
  const rates = await pay.ratesOfPeople(
    db,
    engaged.flatMap(({ personId }) => personId ?? []),
  )
  const byPerson = Map.groupBy(rates, ({ personId }) => personId)
  const byEngagement = Map.groupBy(rows, (row) => row.engagement_id)
  return engaged.flatMap((member) => {
    const theirs = byEngagement.get(member.id) ?? []
    const worked = new Set(theirs.map((row) => row.on_date as string))
    return days.flatMap((onDate) => {
      const row = theirs.find((it) => it.on_date === onDate)
      const isBooked = booked.has(`${member.id} ${onDate}`)
      if (row === undefined && !isBooked) return []
      const rate = pay.rateFor(byPerson.get(member.personId) ?? [], member.title, onDate)
      return [lineOf(member, onDate, { row, isBooked, rate, dayInRow: dayInRow(worked, onDate) })]
    })
  })
}

interface Facts {
  readonly row: store.TimesheetRow | undefined
  readonly isBooked: boolean
  readonly rate: pay.RateRow | undefined
  readonly dayInRow: number
}

type Member = Awaited<ReturnType<typeof people.engagementsOf>>[number]

function lineOf(member: Member, onDate: PlainDay, { row, isBooked, rate, dayInRow: run }: Facts): TimesheetDay {
  const worked =
    row && workedMinutes({ startMinute: row.start_minute, endMinute: row.end_minute, mealMinutes: row.meal_minutes })
  const computed = row && worked !== undefined ? payOf(rate, worked, row.start_minute, run) : undefined
  return {
    engagementId: member.id,
    name: member.name,
    position: member.title,
    onDate,
    isBooked,
    bookedMinutes: isBooked ? (rate?.guaranteedMinutes ?? null) : null,
    startMinute: row?.start_minute ?? null,
    endMinute: row?.end_minute ?? null,
    mealMinutes: row?.meal_minutes ?? 0,
    workedMinutes: worked ?? null,
    toInvoiceMinutes: row?.pay ? minutesOf(row.pay) : (computed?.paidMinutes ?? null),
    note: row?.note ?? '',
    enteredBy: row?.entered_by ?? null,
    byLink: row?.by_link ?? false,
    approvedBy: row?.approved_by ?? null,
    pay: row?.pay ?? computed?.pay ?? null,
    open: openWords(row, rate),
    version: row?.version ?? 0,
  }
}

const minutesOf = ({ lines }: DayPaid) => lines.at(-1)?.untilMinutes ?? 0

function openWords(row: store.TimesheetRow | undefined, rate: pay.RateRow | undefined): string | null {
  if (row === undefined) return 'No hours entered yet.'
  if (row.pay !== null) return null
  if (rate === undefined) return 'No rate for this position is on their record.'
  if (rate.basis !== 'day') return 'Their rate is not by the day; it is invoiced by hand.'
  return rate.profileId === null ? 'Their rate names no overtime table.' : null
}

/** Undefined where no day rate with a table says what a day pays: nothing is guessed. */
function payOf(rate: pay.RateRow | undefined, worked: number, startMinute: number, run: number) {
  if (rate?.basis !== 'day' || rate.guaranteedMinutes === null || rate.hourly === null || rate.rules === null)
    return undefined
  const amount = money(rate.minor, rate.currency)
  const day = pay.payOfDay(
    { hourly: rate.hourly, ...rate.rules },
    { amount, guaranteedMinutes: rate.guaranteedMinutes },
    { workedMinutes: worked, startMinute, dayInRow: run },
  )
  const paid: DayPaid = {
    total: day.total,
    table: rate.profileName ?? '',
    rate: `${moneyText(amount).replace(/\.0+$/, '')}/${Number((rate.guaranteedMinutes / 60).toFixed(decimalsOf(rate.currency)))}`,
    lines: day.lines.map((line) => ({ ...line })),
  }
  return { paidMinutes: day.paidMinutes, pay: paid }
}
