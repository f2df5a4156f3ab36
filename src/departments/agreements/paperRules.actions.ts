import { demandFresh } from '../../kernel/problems.ts'
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

interface RuleChange {
  readonly actor: Actor
  /** The rule in words, for the record. */
  readonly label: string
  /** 0 where nothing is said yet. */
  readonly expected: number
  /** The rule as it stands. */
  readonly find: (rules: Rules) => { version: number } | undefined
  readonly put: (tx: Tx) => Promise<unknown>
}

type Rules = Pick<PaperRules, 'ladders' | 'needs'>

/** Changes a rule of the trade around papers, with what it was before. */
export const changeRule = (app: App, { actor, label, expected, find, put }: RuleChange): Promise<PaperRules> =>
  app.transaction(async (tx) => {
    await store.lockRules(tx)
    const before = await store.rules(tx)
    const current = find(before)?.version ?? 0
    demandFresh({ expected, current }, 'this rule')
    await put(tx)
    const after = await paperRules(tx)
    await app.audit.record(tx, actor, 'agreement_rules.changed', {
      subject: { kind: 'agreement_rules', id: label, label },
      before: { ladders: before.ladders, needs: before.needs },
      after: { ladders: after.ladders, needs: after.needs },
    })
    return after
  })
