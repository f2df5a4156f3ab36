import { addDays, daysThrough, mondayOf, weekdayOf, type PlainDay } from '../../kernel/time.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db } from '../../platform/database/database.ts'
import * as agreements from '../agreements/index.ts'
import * as bookings from '../bookings/index.ts'
import * as pay from '../pay/index.ts'
import * as people from '../people/index.ts'
import { byDeal, byRate, dealFor, isPaid, type PaidBy, type Unpaid } from './paidBy.rules.ts'
import type { DayPaid, TimesheetDay } from './timesheet.contract.ts'
import { dayInRow, LONGEST_RUN_DAYS, workedMinutes } from './timesheet.rules.ts'
import * as store from './timesheet.store.ts'

/** Both dates included. */
export interface Span {
  readonly from: PlainDay
  readonly until: PlainDay
}

/** One line for everybody who was booked or entered hours on each day; a query for each kind of fact, whatever the crew. */
export async function linesOf(db: Db, scope: ProductionScope, { from, until }: Span): Promise<TimesheetDay[]> {
  // What a week raises begins on its Monday, and days in a row before that: both on days that are not shown.
  const weeks = daysThrough(mondayOf(from), until)
  const engaged = await people.engagementsOf(db, scope)
  const booked = new Set(
    (await bookings.bookedDays(db, scope, { from, to: until })).map(
      ({ engagementId, onDate }) => `${engagementId} ${onDate}`,
    ),
  )
  const rows = await store.between(db, scope, addDays(mondayOf(from), -LONGEST_RUN_DAYS), until)
  const [own, company] = await Promise.all([
    pay.ratesOfPeople(
      db,
      engaged.flatMap(({ personId }) => personId ?? []),
    ),
    pay.ratesOfCompanies(
      db,
      engaged.flatMap(({ throughCompanyId }) => throughCompanyId ?? []),
    ),
  ])
  const byPerson = Map.groupBy(own, ({ personId }) => personId)
  const byCompany = Map.groupBy(company, ({ companyId }) => companyId)
  const deals = Map.groupBy(await agreements.dealsOf(db, scope), ({ personId }) => personId)
  const byEngagement = Map.groupBy(rows, (row) => row.engagement_id)
  return engaged.flatMap((member) => {
    const theirs = byEngagement.get(member.id) ?? []
    const worked = new Set(theirs.map((row) => row.on_date))
    const rates = {
      own: (member.personId && byPerson.get(member.personId)) || [],
      company: (member.throughCompanyId && byCompany.get(member.throughCompanyId)) || [],
    }
    const deal = dealFor(deals.get(member.personId ?? '') ?? [], member.title)
    let singleBefore = 0
    return weeks.flatMap((onDate) => {
      if (weekdayOf(onDate) === 1) singleBefore = 0
      const row = theirs.find((it) => it.on_date === onDate)
      const isBooked = booked.has(`${member.id} ${onDate}`)
      if (row === undefined && !isBooked) return []
      const rate = pay.rateThrough(rates, member.title, onDate)
      const by = deal ? byDeal(deal) : byRate(rate, rate?.companyId ? member.companyName : null)
      const line = lineOf(member, onDate, { row, isBooked, by, dayInRow: dayInRow(worked, onDate), singleBefore })
      singleBefore += pay.singleMinutes(line.pay?.lines ?? [])
      return onDate < from ? [] : [line]
    })
  })
}

/** How far around the days that were asked for bookings are looked for. */
const AROUND_DAYS = 180

/** The lines of some days; where nobody has entered hours in them, the day to look at instead. */
export async function weekOf(db: Db, scope: ProductionScope, span: Span) {
  const items = await linesOf(db, scope, span)
  const isEntered = items.some(({ startMinute }) => startMinute !== null)
  return { items, elsewhere: isEntered ? null : await elsewhere(db, scope, span.from, items.length > 0) }
}

async function elsewhere(db: Db, scope: ProductionScope, day: PlainDay, isBooked: boolean): Promise<PlainDay | null> {
  const entered = await store.lastDay(db, scope)
  if (entered !== null || isBooked) return entered
  const span = { from: addDays(day, -AROUND_DAYS), to: addDays(day, AROUND_DAYS) }
  const booked = (await bookings.bookedDays(db, scope, span)).map(({ onDate }) => onDate).sort()
  return booked.find((it) => it >= day) ?? booked.at(-1) ?? null
}

interface Facts {
  readonly row: store.TimesheetRow | undefined
  readonly isBooked: boolean
  readonly by: PaidBy | Unpaid
  readonly dayInRow: number
  /** Minutes at single time of the same week before this day. */
  readonly singleBefore: number
}

type Member = Awaited<ReturnType<typeof people.engagementsOf>>[number]

function lineOf(member: Member, onDate: PlainDay, { row, isBooked, by, ...run }: Facts): TimesheetDay {
  const worked =
    row && workedMinutes({ startMinute: row.start_minute, endMinute: row.end_minute, mealMinutes: row.meal_minutes })
  const computed = row && worked !== undefined && isPaid(by) ? payOf(by, worked, row.start_minute, run) : undefined
  return {
    engagementId: member.id,
    name: member.name,
    position: member.title,
    onDate,
    isBooked,
    bookedMinutes: isBooked && isPaid(by) ? by.guaranteedMinutes : null,
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
    open: openWords(row, by),
    version: row?.version ?? 0,
  }
}

const minutesOf = ({ lines }: DayPaid) => lines.at(-1)?.untilMinutes ?? 0

function openWords(row: store.TimesheetRow | undefined, by: PaidBy | Unpaid): string | null {
  if (row === undefined) return 'No hours entered yet.'
  return row.pay !== null || isPaid(by) ? null : by.why
}

function payOf(by: PaidBy, workedMinutes: number, startMinute: number, run: Pick<Facts, 'dayInRow' | 'singleBefore'>) {
  const day = pay.payOfDay(by.profile, by, { workedMinutes, startMinute, ...run })
  const { table, rate, deal } = by
  const paid: DayPaid = { total: day.total, table, rate, deal, lines: day.lines.map((line) => ({ ...line })) }
  return { paidMinutes: day.paidMinutes, pay: paid }
}
