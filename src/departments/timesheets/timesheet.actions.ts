import { NotFound, Problem, Stale, invalid } from '../../kernel/problems.ts'
import type { PlainDay } from '../../kernel/time.ts'
import type { Actor, ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import * as people from '../people/index.ts'
import { linesOf } from './hours.actions.ts'
import type { Hours, TimesheetDay } from './timesheet.contract.ts'
import { textOfMinute } from './timesheet.rules.ts'
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

/** Writes the hours of one person and day. An approved day stays as it is until somebody opens it again. */
export const enter = (
  app: App,
  { scope, actor, engagementId, onDate, expected, body, by }: Enter,
): Promise<TimesheetDay> =>
  app.transaction(async (tx) => {
    const member = (await people.engagementsOf(tx, scope)).find(({ id }) => id === engagementId)
    if (member === undefined) throw new Problem(NotFound, {}, 'They are not on this production any more.')
    const columns = {
      start_minute: body.startMinute,
      end_minute: body.endMinute,
      meal_minutes: body.mealMinutes,
      note: body.note,
      entered_by: by ?? (actor.kind === 'user' ? actor.name : 'the office'),
      by_link: actor.kind === 'link',
    }
    const saved =
      expected === 0
        ? await store.insert(tx, {
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
        : await store.update(tx, scope, { engagementId, onDate, expected, approved: false }, columns)
    if (saved === undefined) throw await stale(tx, scope, engagementId, onDate, expected)
    await note(
      app,
      tx,
      { scope, actor },
      {
        verb: 'timesheet.entered',
        id: engagementId,
        label: `${member.name}, ${onDate}`,
        after: {
          start: textOfMinute(body.startMinute),
          end: textOfMinute(body.endMinute),
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

async function stale(tx: Tx, scope: ProductionScope, engagementId: string, onDate: PlainDay, expected: number) {
  const line = await lineAt(tx, scope, engagementId, onDate)
  return line.approvedBy === null
    ? new Problem(
        Stale,
        { expected, current: line.version },
        'Somebody entered this day in the meantime. Look at both and choose.',
      )
    : invalid('/startMinute', `${line.approvedBy} has approved this day. Open it again before you change it.`)
}

interface Approve extends Write {
  readonly approved: boolean
  readonly days: readonly { engagementId: string; onDate: PlainDay; version: number }[]
}

/** All of them or none: what cannot be paid yet is named, and nothing is approved. */
export const approve = (app: App, { scope, actor, approved, days }: Approve): Promise<{ items: TimesheetDay[] }> =>
  app.transaction(async (tx) => {
    const sorted = days.map(({ onDate }) => onDate).toSorted()
    const span = { from: sorted[0] as PlainDay, until: sorted.at(-1) as PlainDay }
    const lines = new Map((await linesOf(tx, scope, span)).map((it) => [`${it.engagementId} ${it.onDate}`, it]))
    for (const { engagementId, onDate, version } of days) {
      const line = lines.get(`${engagementId} ${onDate}`)
      if (line === undefined) throw new Problem(NotFound, {}, 'One of these days is not there any more.')
      if (approved && (line.pay === null || line.open !== null))
        throw invalid('/days', `${line.name}, ${onDate}: ${line.open ?? 'it cannot be paid yet.'}`)
      const saved = await store.update(
        tx,
        scope,
        { engagementId, onDate, expected: version, approved: !approved },
        approved
          ? {
              approved_by: actor.kind === 'user' ? actor.name : 'the office',
              approved_at: app.clock.now().toString(),
              pay: JSON.stringify(line.pay),
            }
          : { approved_by: null, approved_at: null, pay: null },
      )
      if (saved === undefined)
        throw new Problem(
          Stale,
          { expected: version, current: line.version },
          `${line.name}, ${onDate} was changed in the meantime.`,
        )
      await note(
        app,
        tx,
        { scope, actor },
        {
          verb: approved ? 'timesheet.approved' : 'timesheet.opened',
          id: engagementId,
          label: `${line.name}, ${onDate}`,
        },
      )
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
