import type { PersonId } from '../../kernel/ids.ts'
import { demandFresh, NotFound, Problem } from '../../kernel/problems.ts'
import type { Actor, OfficeScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import { actorNameOf } from './actorName.ts'
import * as people from './person.store.ts'
import { Measurements, type Profile, type ProfileBody } from './profile.contract.ts'
import { distinctWords, profileText } from './profile.rules.ts'
import * as store from './profile.store.ts'

/** @throws NotFound */
export async function get(db: Db, scope: OfficeScope, id: PersonId): Promise<Profile & { name: string }> {
  const row = await store.byId(db, scope, id)
  if (row === undefined) throw new Problem(NotFound, {}, 'There is no such person in the directory.')
  const { id: personId, doNotHireReason, doNotHireBy, doNotHireAt, ...rest } = row
  const media = await store.mediaOf(db, [id])
  return {
    personId,
    ...rest,
    positions: await store.positionsOf(db, id),
    media: media.map(({ personId: _, ...medium }) => medium),
    doNotHire:
      doNotHireReason === null || doNotHireAt === null
        ? null
        : { reason: doNotHireReason, by: doNotHireBy ?? '', at: doNotHireAt.toString() },
    can: { edit: scope.can('people.edit') },
  }
}

interface Write {
  readonly scope: OfficeScope
  readonly actor: Actor
  readonly id: PersonId
  readonly expected: number
}

export const change = (app: App, { scope, actor, id, expected, body }: Write & { body: ProfileBody }) =>
  app.transaction(async (tx): Promise<Profile> => {
    const before = await lockFresh(tx, scope, id, expected)
    const skills = distinctWords(body.skills ?? before.skills)
    const tags = distinctWords(body.tags ?? before.tags)
    const positions = body.positions ?? before.positions
    if (body.positions) await store.putPositions(tx, id, body.positions, () => app.ids.next())
    await people.update(tx, scope, id, expected, {
      skills,
      tags,
      profile_text: profileText({ skills, tags, positions, media: before.media }),
      ...(body.travelKm !== undefined && { travel_km: body.travelKm }),
      ...(body.representation !== undefined && { representation: body.representation }),
      ...(body.measurements !== undefined && { measurements: JSON.stringify(body.measurements) }),
    })
    return settle(app, tx, { scope, actor, id }, 'person.changed', before)
  })

export const setDoNotHire = (app: App, { scope, actor, id, expected, reason }: Write & { reason: string | null }) =>
  app.transaction(async (tx): Promise<Profile> => {
    const before = await lockFresh(tx, scope, id, expected)
    await people.update(tx, scope, id, expected, {
      do_not_hire_reason: reason,
      do_not_hire_by: reason === null ? null : actorNameOf(actor),
      do_not_hire_at: reason === null ? null : app.clock.now().toString(),
    })
    return settle(app, tx, { scope, actor, id }, reason === null ? 'person.may_be_hired' : 'person.do_not_hire', before)
  })

async function lockFresh(tx: Tx, scope: OfficeScope, id: PersonId, expected: number) {
  await people.lock(tx, scope, [id])
  const before = await get(tx, scope, id)
  demandFresh({ expected, current: before.version }, before.name)
  return before
}

async function settle(
  app: App,
  tx: Tx,
  { scope, actor, id }: Omit<Write, 'expected'>,
  verb: string,
  before: Profile,
): Promise<Profile> {
  const after = await get(tx, scope, id)
  await app.audit.record(tx, actor, verb, {
    subject: { kind: 'person', id, label: after.name },
    before: told(before),
    after: told(after),
  })
  await app.announce(tx, { department: 'people', productionId: null, ids: [id] })
  return after
}

/** One line a field, in words; pictures and recordings have entries of their own. */
const told = ({ skills, tags, positions, travelKm, representation, measurements, doNotHire }: Profile) => ({
  skills: skills.join(', ') || null,
  tags: tags.join(', ') || null,
  positions: positions.map(({ position, level }) => `${position} (${level})`).join(', ') || null,
  travelKm,
  representation,
  sizes: sizeWords(measurements),
  doNotHire: doNotHire?.reason ?? null,
})

/** In the order of the form, whatever order the database keeps them in. */
const sizeWords = (sizes: Profile['measurements']): string | null =>
  Object.keys(Measurements.shape)
    .flatMap((name) => {
      const value = sizes?.[name as keyof typeof sizes]
      return value ? [`${name} ${value}`] : []
    })
    .join(', ') || null

/** The words people are found by, for filters and for typing the same word the same way. */
export async function wordsOf(db: Db, scope: OfficeScope) {
  const rows = await store.frequentWords(db, scope)
  const of = (kind: string) => rows.filter((row) => row.kind === kind).map(({ word }) => word)
  return {
    skills: of('skills'),
    tags: of('tags'),
    languages: of('languages'),
    positions: [...new Set(of('positions'))],
    cities: of('cities'),
  }
}
