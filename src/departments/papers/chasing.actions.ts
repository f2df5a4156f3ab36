import { demandFresh } from '../../kernel/problems.ts'
import type { Actor, OfficeScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Chasing } from './chasing.contract.ts'
import * as store from './chasing.store.ts'

export const chasing = async (db: Db, scope: OfficeScope) => ({
  ...(await store.chasingOf(db)),
  can: { edit: scope.can('papers.rules') },
})

interface Change {
  readonly scope: OfficeScope
  readonly actor: Actor
  readonly expected: number
  readonly body: Chasing
}

export const changeChasing = (app: App, { scope, actor, expected, body }: Change) =>
  app.transaction(async (tx) => {
    const { version } = await store.lockChasing(tx)
    demandFresh({ expected, current: version }, 'these rules')
    const before = await store.chasingOf(tx)
    await store.putChasing(tx, body)
    const after = await store.chasingOf(tx)
    await app.audit.record(tx, actor, 'paper_chasing.changed', {
      subject: { kind: 'paper_chasing', id: 'office', label: 'Asking for papers' },
      before: flat(before),
      after: flat(after),
    })
    await app.announce(tx, { department: 'papers', productionId: null, ids: [] })
    return chasing(tx, scope)
  })

const flat = ({ noticeDays, ...rules }: Chasing) => ({ ...rules, noticeDays: noticeDays.join(', ') })
