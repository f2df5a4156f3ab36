import { patched, type Patch } from '../../kernel/patch.ts'
import { dayText } from '../../kernel/time.ts'
import type { PlainDay } from '../../kernel/time.ts'
import { NotFound, Problem } from '../../kernel/problems.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import * as productions from '../productions/index.ts'
import { arrange, arrangementOf, changedPlaces } from './arrange.rules.ts'
import type { Board, ShootDay, ShootDayId } from './board.contract.ts'
import { edit } from './board.edit.actions.ts'
import { isShot } from './board.rules.ts'
import { calendarWith } from './boardcalendar.rules.ts'
import type { OnBoard } from './board.edit.actions.ts'
import { DayHasDependants, DayTaken } from './days.contract.ts'
import type { DayDependant } from './days.contract.ts'
import { datesFor } from './days.rules.ts'
import * as store from './strips.store.ts'

declare module '../../platform/events.ts' {
  interface Events {
    /** A day of the plan is about to change its type or leave: whoever hangs on it says so by adding to `found`. */
    'schedule.day_asked': { productionId: string; onDate: PlainDay; unit: string; found: DayDependant[] }
  }
}

type NewDays = Omit<ShootDay, 'id' | 'onDate'> & {
  readonly onDate?: PlainDay | undefined
  readonly count: number
}

export const add = (app: App, on: OnBoard & { days: NewDays }) =>
  edit(app, on, async (tx, board) => {
    const { count, onDate, ...shape } = on.days
    const present = await store.daysOf(tx, on.scope, [board.id])
    const calendar = calendarWith(await productions.calendarOf(tx, on.scope), board.calendar)
    const { startsOn } = await productions.get(tx, on.scope)
    const today = app.clock.now().toZonedDateTimeISO('UTC').toPlainDate().toString() as PlainDay
    const dates = datesFor({ present, unit: shape.unit, onDate, count, startsOn: startsOn ?? today, calendar })
    refuseTaken(present, shape.unit, dates)
    const days = dates.map((date) => ({ ...shape, id: app.ids.next<ShootDayId>(), onDate: date, boardId: board.id }))
    await store.insertDays(tx, days)
    const after = Object.fromEntries(dates.map((date) => [dayText(date), shape.type]))
    return { verb: 'schedule.days_added', after, changesShootDays: true }
  })

function refuseTaken(present: readonly ShootDay[], unit: string, dates: readonly PlainDay[]): void {
  const taken = present.find((day) => day.unit === unit && dates.includes(day.onDate))
  if (taken) throw new Problem(DayTaken, { onDate: taken.onDate }, `${unit} already has ${dayText(taken.onDate)}.`)
}

type DayChange = Patch<Omit<ShootDay, 'id'>>

interface ChangeDay extends OnBoard {
  readonly dayId: ShootDayId
  readonly change: DayChange
  readonly swap: boolean
  readonly strips?: 'keep' | 'boneyard' | undefined
}

/**
 * Changes a day and loses nothing: when it stops being a day to shoot on, the person says what becomes of its strips;
 * when its date is another day's, the two change places if asked.
 */
export const change = (app: App, on: ChangeDay) =>
  edit(app, on, async (tx, board) => {
    const present = await store.daysOf(tx, on.scope, [board.id])
    const before = find(present, on.dayId)
    const after: ShootDay = patched(before, on.change)
    await settleType(app, tx, { on, board, before, after })
    await settleDate(tx, { on, board, before, after }, present)
    await store.changeDay(tx, board.id, after)
    return { verb: 'schedule.day_changed', label: dayText(before.onDate), before, after, changesShootDays: true }
  })

interface Settling {
  readonly on: ChangeDay
  readonly board: Board
  readonly before: ShootDay
  readonly after: ShootDay
}

async function settleType(app: App, tx: Tx, { on, board, before, after }: Settling): Promise<void> {
  if (!isShot(before.type) || isShot(after.type)) return
  const found = await dependants(app, tx, { on, board, day: before, choices: ['keep', 'boneyard'] })
  if (found.length > 0 && on.strips === undefined)
    throw new Problem(
      DayHasDependants,
      { dependants: found },
      `${dayText(before.onDate)} is not empty. Say what becomes of what hangs on it; keeping it is fine.`,
    )
  if (on.strips === 'boneyard') await empty(tx, board, on, before, null)
}

interface Hanging {
  readonly on: OnBoard
  readonly board: Board
  readonly day: ShootDay
  /** What may become of its strips. */
  readonly choices: string[]
}

/** What hangs on a day: its strips, and what other departments say of it. */
async function dependants(app: App, tx: Tx, { on: { scope }, board, day, choices }: Hanging): Promise<DayDependant[]> {
  const laid = (await store.stripsOf(tx, scope, [board.id])).filter((strip) => strip.dayId === day.id)
  const scenes = laid.filter((strip) => strip.kind === 'scene').length
  const found: DayDependant[] = []
  if (laid.length > 0) {
    const [count, noun] = scenes === 0 ? [laid.length, 'banner'] : [scenes, 'scene']
    found.push({ kind: 'strips', label: `${count} ${noun}${count === 1 ? '' : 's'}`, choices })
  }
  if (board.state === 'active')
    await app.emit(tx, 'schedule.day_asked', {
      productionId: scope.productionId,
      onDate: day.onDate,
      unit: day.unit,
      found,
    })
  return found
}

async function settleDate(
  tx: Tx,
  { on: { swap }, board, before, after }: Settling,
  present: readonly ShootDay[],
): Promise<void> {
  const other = present.find((day) => day.id !== before.id && day.unit === after.unit && day.onDate === after.onDate)
  if (!other) return
  if (!swap)
    throw new Problem(
      DayTaken,
      { onDate: after.onDate },
      `${after.unit} already has ${dayText(after.onDate)}. The two days can change places.`,
    )
  await store.changeDay(tx, board.id, { ...other, onDate: before.onDate })
}

/** Takes every strip off a day, in order, to the end of another or of the boneyard. */
async function empty(tx: Tx, board: Board, { scope }: OnBoard, day: ShootDay, to: ShootDayId | null): Promise<void> {
  const days = await store.daysOf(tx, scope, [board.id])
  const laid = await store.stripsOf(tx, scope, [board.id])
  const before = arrangementOf(
    days.map(({ id }) => id),
    laid,
  )
  const stripIds = [...(before.get(day.id) ?? [])]
  if (stripIds.length === 0) return
  await store.place(tx, board.id, changedPlaces(before, arrange(before, [{ stripIds, dayId: to, before: null }])))
}

interface RemoveDay extends OnBoard {
  readonly dayId: ShootDayId
  readonly strips?: 'boneyard' | ShootDayId | undefined
}

/** The day is archived, never deleted: a call sheet that was issued for it still finds it. */
export const remove = (app: App, on: RemoveDay) =>
  edit(app, on, async (tx, board) => {
    const present = await store.daysOf(tx, on.scope, [board.id])
    const day = find(present, on.dayId)
    const found = await dependants(app, tx, { on, board, day, choices: ['boneyard', 'another day'] })
    if (found.length > 0 && on.strips === undefined)
      throw new Problem(
        DayHasDependants,
        { dependants: found },
        `${dayText(day.onDate)} is not empty. Say where its strips go.`,
      )
    const to = on.strips === undefined || on.strips === 'boneyard' ? null : find(present, on.strips).id
    await empty(tx, board, on, day, to === day.id ? null : to)
    await store.archiveDay(tx, board.id, day.id, app.clock.now())
    return { verb: 'schedule.day_removed', label: dayText(day.onDate), before: day, changesShootDays: true }
  })

function find(days: readonly store.DayOnBoard[], id: ShootDayId): store.DayOnBoard {
  const day = days.find((it) => it.id === id)
  if (!day) throw new Problem(NotFound, {}, 'This day is no longer on the board.')
  return day
}
