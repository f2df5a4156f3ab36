import type { PersonId } from '../../kernel/ids.ts'
import { InUse, NotFound, Problem, invalid } from '../../kernel/problems.ts'
import type { Actor, OfficeScope, ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import * as people from '../people/index.ts'
import { settle } from './candidate.actions.ts'
import type { CandidateId } from './candidate.contract.ts'
import { get } from './candidate.shown.ts'
import * as candidates from './candidate.store.ts'
import type { Exclusivity, NewExclusivity } from './exclusivity.contract.ts'
import * as store from './exclusivity.store.ts'
import type { Write } from './role.actions.ts'

export const ofPerson = async (db: Db, scope: OfficeScope | ProductionScope, id: PersonId): Promise<Exclusivity[]> =>
  (await store.ofPeople(db, scope, [id])).map(({ roleId, personId: _, ...it }) => ({ ...it, isOurs: roleId !== null }))

export async function ofCandidate(app: App, scope: ProductionScope, id: CandidateId): Promise<Exclusivity[]> {
  const { personId } = await get(app, app.db, scope, id)
  return personId === null ? [] : ofPerson(app.db, scope, personId)
}

export const addToCandidate = (
  app: App,
  { scope, actor, id, body }: Write & { id: CandidateId; body: NewExclusivity },
): Promise<Exclusivity[]> =>
  app.transaction(async (tx) => {
    const [row] = await candidates.lock(tx, scope, [id])
    if (row === undefined || row.personId === null)
      throw invalid(
        '/category',
        'Put them into the directory first: an exclusivity belongs to the person, not to the role.',
      )
    await write(app, tx, row.personId, body)
    await settle(
      app,
      tx,
      { scope, actor },
      { verb: 'casting_candidate.exclusivity_noted', before: row, also: { category: body.category } },
    )
    return ofPerson(tx, scope, row.personId)
  })

interface OnPerson {
  readonly scope: OfficeScope
  readonly actor: Actor
  readonly personId: PersonId
}

export const addToPerson = (app: App, { scope, actor, personId, body }: OnPerson & { body: NewExclusivity }) =>
  app.transaction(async (tx) => {
    const name = await nameOf(tx, personId)
    const id = await write(app, tx, personId, body)
    await record(app, tx, actor, 'casting_exclusivity.added', { id, name, before: null, after: body })
    return ofPerson(tx, scope, personId)
  })

export const withdraw = (app: App, { scope, actor, personId, id }: OnPerson & { id: string }) =>
  app.transaction(async (tx) => {
    const name = await nameOf(tx, personId)
    const found = (await ofPerson(tx, scope, personId)).find((it) => it.id === id)
    if (found === undefined) throw new Problem(NotFound, {}, `${name} has no such exclusivity any more.`)
    if (found.isOurs)
      throw new Problem(
        InUse,
        { dependants: [{ kind: 'casting_role', label: found.source }] },
        'It came with a booking of ours and ends by its own date.',
      )
    await store.remove(tx, id)
    await record(app, tx, actor, 'casting_exclusivity.taken_out', { id, name, before: found, after: null })
    return ofPerson(tx, scope, personId)
  })

/** @throws NotFound */
async function nameOf(db: Db, personId: PersonId): Promise<string> {
  const [person] = await people.byIds(db, [personId])
  if (person === undefined) throw new Problem(NotFound, {}, 'This person is not in the directory any more.')
  return person.name
}

async function write(app: App, tx: Tx, personId: PersonId, body: NewExclusivity): Promise<string> {
  const id = app.ids.next<string>()
  await store.insert(tx, {
    id,
    person_id: personId,
    role_id: null,
    category: body.category,
    brand: body.brand,
    from_day: body.fromDay,
    until_day: body.untilDay,
    source: body.source,
    created_at: app.clock.now().toString(),
  })
  return id
}

async function record(
  app: App,
  tx: Tx,
  actor: Actor,
  verb: string,
  { id, name, before, after }: { id: string; name: string; before: object | null; after: object | null },
) {
  await app.audit.record(tx, actor, verb, {
    subject: { kind: 'casting_exclusivity', id, label: name },
    before,
    after,
  })
  await app.announce(tx, { department: 'casting', productionId: null, ids: [id] })
}
