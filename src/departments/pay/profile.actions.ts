import { demandFresh, invalid, NotFound, Problem } from '../../kernel/problems.ts'
import type { Actor } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import type * as contract from './rate.contract.ts'
import type { PayProfileId, PayProfileRecord } from './rate.contract.ts'
import type { BodyOf } from '../../kernel/route.ts'
import * as store from './rate.store.ts'

type NewProfile = BodyOf<typeof contract.addPayProfile>
type ProfileChange = BodyOf<typeof contract.changePayProfile>

export const add = (app: App, { actor, body }: { actor: Actor; body: NewProfile }): Promise<PayProfileRecord> =>
  app.transaction(async (tx) => {
    const id = app.ids.next<PayProfileId>()
    await refuseTaken(tx, body.name, id)
    const { asOf, rules, ...plain } = body
    await store.insertProfile(tx, { id, ...plain, as_of: asOf, rules: JSON.stringify(rules), archived_at: null })
    return settle(app, tx, actor, { id, verb: 'pay.table_added', before: null })
  })

export const change = (
  app: App,
  { actor, id, expected, body }: { actor: Actor; id: PayProfileId; expected: number; body: ProfileChange },
): Promise<PayProfileRecord> =>
  app.transaction(async (tx) => {
    const before = await store.lockProfile(tx, id)
    if (before === undefined) throw new Problem(NotFound, {}, 'This overtime table is not there any more.')
    demandFresh({ expected, current: before.version }, before.name)
    if (body.name !== undefined) await refuseTaken(tx, body.name, id)
    const { asOf, rules, name, source, hourly } = body
    await store.updateProfile(tx, id, {
      ...(name !== undefined && { name }),
      ...(source !== undefined && { source }),
      ...(hourly !== undefined && { hourly }),
      ...(asOf !== undefined && { as_of: asOf }),
      ...(rules !== undefined && { rules: JSON.stringify(rules) }),
    })
    return settle(app, tx, actor, { id, verb: 'pay.table_changed', before })
  })

async function refuseTaken(tx: Tx, name: string, id: PayProfileId) {
  const taken = (await store.profiles(tx)).some(
    (each) => each.id !== id && each.name.toLowerCase() === name.toLowerCase(),
  )
  if (taken) throw invalid('/name', 'There is a table of this name already.')
}

async function settle(
  app: App,
  tx: Tx,
  actor: Actor,
  { id, verb, before }: { id: PayProfileId; verb: string; before: PayProfileRecord | null },
) {
  const after = (await store.profiles(tx)).find((each) => each.id === id) as PayProfileRecord
  await app.audit.record(tx, actor, verb, { subject: { kind: 'pay_profile', id, label: after.name }, before, after })
  await app.announce(tx, { department: 'pay', productionId: null, ids: [id] })
  return after
}

export const addFigure = (app: App, { actor, body }: { actor: Actor; body: BodyOf<typeof contract.addFigure> }) =>
  app.transaction(async (tx) => {
    const { validFrom, ...figure } = body
    const id = app.ids.next<string>()
    if (!(await store.insertFigure(tx, { id, ...figure, valid_from: validFrom })))
      throw invalid('/validFrom', 'There is a figure from that day already.')
    await app.audit.record(tx, actor, 'pay.figure_added', {
      subject: { kind: 'pay_figure', id, label: body.label },
      after: body,
    })
    await app.announce(tx, { department: 'pay', productionId: null, ids: [id] })
    return { id, ...body }
  })
