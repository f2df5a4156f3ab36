import { bySeverityAndDate, type Change, type Concern, type Preview } from '../kernel/concern.ts'
import type { ProductionScope } from './access/scope.ts'
import { within, type App } from './app.ts'
import { beginLook } from './look.ts'
import './mail/mail.table.ts'
import type { ProjectedLine } from './department.ts'
import type { Tx } from './database/database.ts'

interface Snapshot {
  concerns: Concern[]
  lines: Map<string, ProjectedLine[]>
  messages: number
}

/** Thrown to roll back once the answer is known. */
class RolledBack extends Error {}

/**
 * What `work` would do to the production, without doing it: the same code runs in a transaction that is rolled
 * back, and everything the departments publish about the production is compared before and after.
 *
 * @param from what to pretend beforehand, so that `before` is seen from there too: a draft plan as if it were in force
 */
export async function previewOf(
  app: App,
  scope: ProductionScope,
  work: (app: App) => Promise<unknown>,
  from?: (app: App) => Promise<unknown>,
): Promise<Preview> {
  let preview: Preview | undefined
  try {
    await app.transaction(async (tx) => {
      await from?.(within(app, tx))
      const before = await snapshot(app, tx, scope)
      await work(within(app, tx))
      preview = difference(before, await snapshot(app, tx, scope))
      throw new RolledBack()
    })
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error
  }
  return preview as Preview
}

async function snapshot(app: App, tx: Tx, scope: ProductionScope): Promise<Snapshot> {
  const look = beginLook(tx, app.clock.now())
  const concerns: Concern[] = []
  const lines = new Map<string, ProjectedLine[]>()
  for (const department of app.departments()) {
    for (const check of department.checks ?? []) concerns.push(...(await check.concerns(look.db, scope, look.now)))
    for (const projection of department.projections ?? [])
      lines.set(projection.name, await projection.of(look.db, scope, look.now))
  }
  const { count } = await tx
    .selectFrom('mail_message')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('production_id', '=', scope.productionId)
    .executeTakeFirstOrThrow()
  return { concerns, lines, messages: count }
}

export function difference(before: Snapshot, after: Snapshot): Preview {
  return {
    raises: without(after.concerns, before.concerns),
    clears: without(before.concerns, after.concerns),
    changes: Object.fromEntries(
      [...after.lines.keys()].map((name) => [
        name,
        changesOf(before.lines.get(name) ?? [], after.lines.get(name) ?? []),
      ]),
    ),
    messages: after.messages - before.messages,
  }
}

function without(some: readonly Concern[], others: readonly Concern[]): Concern[] {
  const known = new Set(others.map(({ key }) => key))
  return some.filter(({ key }) => !known.has(key)).sort(bySeverityAndDate)
}

function changesOf(before: readonly ProjectedLine[], after: readonly ProjectedLine[]): Change[] {
  const old = new Map(before.map((line) => [line.key, line]))
  const now = new Map(after.map((line) => [line.key, line]))
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((key) => {
      const [was, is] = [old.get(key), now.get(key)]
      return { key, label: (is ?? was)?.label ?? key, before: was?.value ?? null, after: is?.value ?? null }
    })
    .filter((change) => change.before !== change.after)
}
