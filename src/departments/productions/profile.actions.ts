import { NotFound, Problem, stale } from '../../kernel/problems.ts'
import type { Actor, OfficeScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { ProfileBody, ProfileChange, WorkingTimeProfile } from './profile.contract.ts'
import * as store from './profile.store.ts'

interface Write {
  readonly scope: OfficeScope
  readonly actor: Actor
}

export const create = (app: App, { scope, actor, body }: Write & { body: ProfileBody }) =>
  app.transaction(async (tx) => {
    const id = app.ids.next()
    await store.insert(tx, scope, id, body)
    await app.audit.record(tx, actor, 'profile.created', {
      subject: { kind: 'profile', id, label: body.name },
      after: body,
    })
    await app.announce(tx, { department: 'productions', productionId: null, ids: [id] })
    return found(tx, scope, id)
  })

interface ChangeProfile extends Write {
  readonly id: string
  readonly expected: number
  readonly body: ProfileChange
}

export const change = (app: App, { scope, actor, id, expected, body }: ChangeProfile) =>
  app.transaction(async (tx) => {
    const before = await found(tx, scope, id)
    if ((await store.update(tx, scope, id, expected, body)) === undefined)
      throw stale({ expected, current: before.version }, 'this profile')
    const after = await found(tx, scope, id)
    await app.audit.record(tx, actor, 'profile.changed', {
      subject: { kind: 'profile', id, label: after.name },
      before,
      after,
    })
    await app.announce(tx, { department: 'productions', productionId: null, ids: [id] })
    return after
  })

async function found(tx: Tx, scope: OfficeScope, id: string): Promise<WorkingTimeProfile> {
  const profile = await store.find(tx, scope, id)
  if (profile === undefined) throw new Problem(NotFound, {}, 'There is no such working-time profile.')
  return profile
}
