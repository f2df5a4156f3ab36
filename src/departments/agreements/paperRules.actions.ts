import type { Actor } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import * as pay from '../pay/index.ts'
import { memoTable } from './overtime.rules.ts'
import type { PaperRules } from './template.contract.ts'
import * as store from './template.store.ts'

/** Reminders, what is needed from whom, and the overtime tables of pay as a deal memo writes them. */
export async function paperRules(db: Db): Promise<PaperRules> {
  const overtime = (await pay.overtimeTables(db)).map((it) => ({
    ...memoTable(it),
    id: it.id,
    source: it.source,
    dated: it.asOf,
  }))
  return { ...(await store.rules(db)), overtime }
}

/** Changes a rule of the trade around papers, with what it was before. */
export const changeRules = (
  app: App,
  actor: Actor,
  label: string,
  put: (tx: Tx) => Promise<unknown>,
): Promise<PaperRules> =>
  app.transaction(async (tx) => {
    const before = await store.rules(tx)
    await put(tx)
    const after = await paperRules(tx)
    await app.audit.record(tx, actor, 'agreement_rules.changed', {
      subject: { kind: 'agreement_rules', id: label, label },
      before: { ladders: before.ladders, needs: before.needs },
      after: { ladders: after.ladders, needs: after.needs },
    })
    return after
  })
