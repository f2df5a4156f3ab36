import { demandFresh, invalid, NotFound, Problem } from '../../kernel/problems.ts'
import { dayClockOf, dayText, type PlainDay } from '../../kernel/time.ts'
import type { Actor, ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import * as people from '../people/index.ts'
import { linesOf } from './hours.actions.ts'
import type { Hours, TimesheetDay } from './timesheet.contract.ts'
import * as store from './timesheet.store.ts'

interface Write {
  readonly scope: ProductionScope
  readonly actor: Actor
}

interface Enter extends Write {
  readonly engagementId: string
  readonly onDate: PlainDay
  readonly expected: number
  readonly body: Hours
  /** Who it says entered it, for a guest with a link. */
  readonly by?: string
}

const nameOf = (name: string, onDate: PlainDay) => `${name}, ${dayText(onDate, { year: true })}`

/**
 * Writes the hours of one person and day; version 0 where nothing is entered yet.
 * @throws Invalid for an approved day, which stays as it is until somebody opens it again, Stale
 */
export const enter = (
  app: App,
  { scope, actor, engagementId, onDate, expected, body, by }: Enter,
): Promise<TimesheetDay> =>
  app.transaction(async (tx) => {
    const member = (await people.engagementsOf(tx, scope)).find(({ id }) => id === engagementId)
    if (member === undefined) throw new Problem(NotFound, {}, 'They are not on this production any more.')
    const label = nameOf(member.name, onDate)
    const before = (await store.lock(tx, scope, [{ engagementId, onDate }])).get(`${engagementId} ${onDate}`)
    if (before !== undefined && before.approvedBy !== null)
      throw invalid('/startMinute', `${before.approvedBy} has approved this day. Open it again before you change it.`)
    demandFresh({ expected, current: before?.version ?? 0 }, label)
    const columns = {
      start_minute: body.startMinute,
      end_minute: body.endMinute,
      meal_minutes: body.mealMinutes,
      note: body.note,
      entered_by: by ?? (actor.kind === 'user' ? actor.name : 'the office'),
      by_link: actor.kind === 'link',
    }
    if (before !== undefined) await store.update(tx, scope, { engagementId, onDate }, columns)
    else {
      const made = await store.insert(tx, {
        id: app.ids.next(),
        production_id: scope.productionId,
        engagement_id: engagementId,
        on_date: onDate,
        ...columns,
        approved_by: null,
        approved_at: null,
        pay: null,
        created_at: app.clock.now().toString(),
      })
      // Two entered it at the same moment: the first version of the other stands.
      if (made === undefined) demandFresh({ expected, current: 1 }, label)
    }
    await note(
      app,
      tx,
      { scope, actor },
      {
        verb: 'timesheet.entered',
        id: engagementId,
        label,
        after: {
          start: dayClockOf(body.startMinute),
          end: dayClockOf(body.endMinute),
          meal: body.mealMinutes,
        },
      },
    )
    return lineAt(tx, scope, engagementId, onDate)
  })

async function lineAt(tx: Tx, scope: ProductionScope, engagementId: string, onDate: PlainDay): Promise<TimesheetDay> {
  const lines = await linesOf(tx, scope, { from: onDate, until: onDate })
  const line = lines.find((it) => it.engagementId === engagementId)
  if (line === undefined) throw new Problem(NotFound, {}, 'Nothing is entered for this day.')
  return line
}

interface Approve extends Write {
  readonly approved: boolean
  readonly days: readonly { engagementId: string; onDate: PlainDay; version: number }[]
}

/**
 * Approves days, or opens them again; what is so already stays. All of them or none: what cannot be paid yet is named, and
 * nothing is approved. @throws Invalid, Stale
 */
export const approve = (app: App, { scope, actor, approved, days }: Approve): Promise<{ items: TimesheetDay[] }> =>
  app.transaction(async (tx) => {
    const entered = await store.lock(tx, scope, days)
    const sorted = days.map(({ onDate }) => onDate).toSorted()
    const span = { from: sorted[0] as PlainDay, until: sorted.at(-1) as PlainDay }
    const lines = new Map((await linesOf(tx, scope, span)).map((it) => [`${it.engagementId} ${it.onDate}`, it]))
    for (const { engagementId, onDate, version } of days) {
      const key = `${engagementId} ${onDate}`
      const [line, before] = [lines.get(key), entered.get(key)]
      if (line === undefined) throw new Problem(NotFound, {}, 'One of these days is not there any more.')
      const label = nameOf(line.name, onDate)
      demandFresh({ expected: version, current: before?.version ?? 0 }, label)
      if ((line.approvedBy !== null) === approved) continue
      if (approved && (line.pay === null || line.open !== null))
        throw invalid('/days', `${label}: ${line.open ?? 'it cannot be paid yet.'}`)
      await store.update(
        tx,
        scope,
        { engagementId, onDate },
        approved
          ? {
              approved_by: actor.kind === 'user' ? actor.name : 'the office',
              approved_at: app.clock.now().toString(),
              pay: JSON.stringify(line.pay),
            }
          : { approved_by: null, approved_at: null, pay: null },
      )
      const verb = approved ? 'timesheet.approved' : 'timesheet.opened'
      await note(app, tx, { scope, actor }, { verb, id: engagementId, label })
    }
    const after = await linesOf(tx, scope, span)
    return { items: after.filter((it) => lines.has(`${it.engagementId} ${it.onDate}`)) }
  })

async function note(
  app: App,
  tx: Tx,
  { scope, actor }: Write,
  { verb, id, label, after }: { verb: string; id: string; label: string; after?: object },
) {
  await app.audit.record(tx, actor, verb, {
    subject: { kind: 'engagement', id, label },
    productionId: scope.productionId,
    ...(after && { after }),
  })
  await app.announce(tx, { department: 'timesheets', productionId: scope.productionId, ids: [id] })
}
