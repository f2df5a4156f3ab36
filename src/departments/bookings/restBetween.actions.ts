import type { PersonId, ProductionId } from '../../kernel/ids.ts'
import { addDays, instantOf, type DayMinute, type PlainDay, type ZoneName } from '../../kernel/time.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/database/database.ts'
import * as productions from '../productions/index.ts'
import type { RestAsked, RestBefore, RestLine } from './restBetween.contract.ts'
import {
  endText,
  lengthText,
  momentText,
  restedWindow,
  shortRests,
  startText,
  type ShortRest,
  type Told,
  type Work,
} from './restBetween.rules.ts'
import * as store from './restBetween.store.ts'

interface Span {
  readonly from: PlainDay
  readonly to: PlainDay
}

/** Everything that is known of people's work in a span, over all productions: bookings, call sheets, timesheets, travel. */
async function worksOf(app: Pick<App, 'departments'>, db: Db, personIds: readonly PersonId[], span: Span) {
  const sources = app.departments().flatMap(({ work }) => work ?? [])
  const [timed, ...known] = await Promise.all([
    store.timedDays(db, personIds, span),
    ...sources.map((source) => source(db, { personIds, ...span })),
  ])
  const ids = [...new Set([...timed, ...known.flat()].map(({ productionId }) => productionId))]
  const [codes, zones, rests] = await Promise.all([
    productions.codesByIds(db, ids),
    productions.zonesOf(db, ids),
    productions.dailyRestOf(db, ids),
  ])
  const zoneOf = (id: string): ZoneName => zones.get(id) ?? ('UTC' as ZoneName)
  const booked = timed.map(({ from, until, zone, ...row }): Work => ({
    ...row,
    from: instantOf(row.onDate, from, zone ?? zoneOf(row.productionId)),
    until: instantOf(row.onDate, until, zone ?? zoneOf(row.productionId)),
  }))
  return {
    works: [...booked, ...known.flat()] as readonly Work[],
    told: { codeOf: (id: string) => codes.get(id) ?? '', zoneOf } satisfies Told,
    dueOf: (id: string) => rests.get(id),
  }
}

/** Where these people have too little rest in a window, with what is known of the work on both sides. */
export async function restOf(
  app: Pick<App, 'departments'>,
  db: Db,
  personIds: readonly PersonId[],
  { from, to }: Span,
): Promise<RestLine[]> {
  // Work before the window, and a day after it, belongs to the rest at its edges.
  const { works, told, dueOf } = await worksOf(app, db, personIds, { from: addDays(from, -2), to })
  return [...Map.groupBy(works, ({ personId }) => personId)].flatMap(([personId, theirs]) =>
    shortRests(theirs, dueOf)
      .filter(({ next }) => next.onDate >= from)
      .map((short) => ({ resourceId: personId, onDate: short.next.onDate, ...wordsOf(short, told) })),
  )
}

const wordsOf = ({ before, next, hadMinutes, dueMinutes }: ShortRest, told: Told) => ({
  shortMinutes: dueMinutes - hadMinutes,
  causes: [
    endText(before, told),
    startText(next, told),
    hadMinutes < 0
      ? `begins before that is over; ${lengthText(dueMinutes)} of rest due`
      : `${lengthText(hadMinutes)} of rest, ${lengthText(dueMinutes)} due`,
  ],
  earliest: momentText(before.until.add({ minutes: dueMinutes }), told.zoneOf(next.productionId)),
})

/** What a booking that is not made yet would do to somebody's rest: said before anybody presses Book. */
export async function restBefore(
  app: Pick<App, 'departments'>,
  db: Db,
  { personId, productionId, days, from, until }: RestAsked & { personId: PersonId },
): Promise<RestBefore> {
  const sorted = days.toSorted()
  const span = { from: addDays(sorted[0]!, -3), to: addDays(sorted.at(-1)!, 3) }
  const { works, told, dueOf } = await worksOf(app, db, [personId], span)
  const own = await placeOf(db, productionId)
  const dueHere = (id: string) => (id === productionId ? own.due : dueOf(id))
  const hereToo: Told = {
    codeOf: (id) => (id === productionId ? own.code : told.codeOf(id)),
    zoneOf: (id) => (id === productionId ? own.zone : told.zoneOf(id)),
  }
  const proposed = (from === null && until === null ? [] : days).map((onDate): Work => ({
    personId,
    productionId,
    onDate,
    known: 'booked',
    from: instantOf(onDate, from ?? (0 as DayMinute), own.zone),
    until: instantOf(onDate, until ?? (1440 as DayMinute), own.zone),
  }))
  // Hours that are known of these days on this production would be those of the new booking.
  const others = works.filter((it) => it.productionId !== productionId || !days.includes(it.onDate))
  const short = shortRests([...others, ...proposed], dueHere).filter(({ before, next }) =>
    [before, next].some((it) => proposed.includes(it)),
  )
  const window = own.due === undefined ? null : restedWindow(others, days, own.due)
  const edge = (it: { at: Temporal.Instant; because: Work } | null | undefined, words: typeof endText) =>
    it ? { at: momentText(it.at, own.zone), because: words(it.because, hereToo) } : null
  return {
    short: short.map((it) => ({ onDate: it.next.onDate, ...wordsOf(it, hereToo) })),
    earliest: edge(window?.earliest, endText),
    latest: edge(window?.latest, startText),
  }
}

async function placeOf(db: Db, id: ProductionId) {
  const [zones, rests, codes] = await Promise.all([
    productions.zonesOf(db, [id]),
    productions.dailyRestOf(db, [id]),
    productions.codesByIds(db, [id]),
  ])
  return { zone: zones.get(id) ?? ('UTC' as ZoneName), due: rests.get(id), code: codes.get(id) ?? '' }
}
