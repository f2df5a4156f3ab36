import { demandFresh } from '../../kernel/problems.ts'
import type { Actor, OfficeScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/database/database.ts'
import type { SheetRules } from './sheetRule.contract.ts'
import { numbersText } from './sheetRule.rules.ts'
import * as store from './sheetRule.store.ts'

export const sheetRules = async (db: Db, scope: OfficeScope) => ({
  ...(await store.rulesOf(db)),
  can: { edit: scope.can('office.settings') },
})

interface Change {
  readonly scope: OfficeScope
  readonly actor: Actor
  readonly expected: number
  readonly body: SheetRules
}

export const changeRules = (app: App, { scope, actor, expected, body }: Change) =>
  app.transaction(async (tx) => {
    const { version } = await store.lockRules(tx)
    demandFresh({ expected, current: version }, 'these rules')
    const before = await store.rulesOf(tx)
    await store.putRules(tx, body)
    const after = await store.rulesOf(tx)
    await app.audit.record(tx, actor, 'callsheet_rules.changed', {
      subject: { kind: 'callsheet_rules', id: 'office', label: 'Rules of call sheets' },
      before: flat(before),
      after: flat(after),
    })
    await app.announce(tx, { department: 'callsheets', productionId: null, ids: [] })
    return sheetRules(tx, scope)
  })

const flat = ({ emergencyNumbers, digestHours, ...rules }: SheetRules) => ({
  ...rules,
  digestHours: digestHours.join(', '),
  emergencyNumbers: numbersText(emergencyNumbers),
})
