import { ageOn, isMinor } from '../../kernel/age.ts'
import { NotFound, Problem } from '../../kernel/problems.ts'
import { dayAt, type ZoneName } from '../../kernel/time.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/database/database.ts'
import * as agreements from '../agreements/index.ts'
import * as people from '../people/index.ts'
import type { CandidateId, Candidate, CandidateQuery, Conflict, KnownPerson } from './candidate.contract.ts'
import * as store from './candidate.store.ts'
import { numbersOf } from './consent.store.ts'
import { conflictsOf } from './exclusivity.rules.ts'
import * as exclusivities from './exclusivity.store.ts'
import * as roles from './role.store.ts'

/** Candidates with their media and marks; the order of the rows stays. */
export async function shown(
  db: Db,
  scope: ProductionScope,
  rows: readonly store.CandidateRow[],
  now: Temporal.Instant,
): Promise<Candidate[]> {
  const ids = rows.map(({ id }) => id)
  const [media, marks, consents] = [
    await store.mediaOf(db, ids),
    Map.groupBy(await store.marksOf(db, ids), ({ candidateId }) => candidateId),
    await numbersOf(
      db,
      rows.flatMap(({ consentId }) => consentId ?? []),
    ),
  ]
  const known = await sharingAddress(db, scope, rows)
  const papers = await agreements.papersByIds(
    db,
    scope,
    rows.flatMap(({ agreementId }) => agreementId ?? []),
  )
  const against = await conflicting(db, scope, rows)
  const today = dayAt(now, 'UTC' as ZoneName)
  const me = scope.actor.kind === 'user' ? scope.actor.userId : null
  return rows.map(({ consentId, agreementId, isNewPerson: _, ...row }) => {
    const age = ageOn(row.birthDate, today)
    const said = (marks.get(row.id) ?? []).map(({ candidateId: _, markedAt, ...mark }) => ({
      ...mark,
      markedAt: markedAt.toString(),
    }))
    return {
      ...row,
      age,
      isMinor: isMinor(age),
      conflicts: against.get(row.id) ?? [],
      sameAddress: known.get(row.id) ?? [],
      release: (agreementId !== null && papers.get(agreementId)) || null,
      media: media.get(row.id) ?? [],
      marks: said,
      mine: said.find(({ userId }) => userId === me)?.mark ?? null,
      consent: consentId === null ? null : (consents.get(consentId) ?? null),
      createdAt: row.createdAt.toString(),
    }
  })
}

/** Those nobody has decided about yet, with who in the directory has their address. */
export async function sharingAddress(
  db: Db,
  scope: ProductionScope,
  rows: readonly store.CandidateRow[],
): Promise<ReadonlyMap<CandidateId, KnownPerson[]>> {
  const open = rows.filter(({ personId, isNewPerson, email }) => personId === null && !isNewPerson && email !== null)
  const found = await people.sharingAddress(
    db,
    scope,
    open.flatMap(({ email }) => email ?? []),
  )
  return new Map(open.map(({ id, email }) => [id, found.get(email ?? '') ?? []]))
}

export async function list(app: Pick<App, 'db' | 'clock'>, scope: ProductionScope, query: CandidateQuery) {
  const rows = await store.page(app.db, scope, query)
  const page = rows.slice(0, query.limit)
  return {
    items: await shown(app.db, scope, page, app.clock.now()),
    next: rows.length > query.limit ? (page.at(-1)?.id ?? null) : null,
  }
}

/** @throws NotFound */
export async function get(app: App, db: Db, scope: ProductionScope, id: CandidateId): Promise<Candidate> {
  const [found] = await shown(db, scope, await store.byIds(db, scope, [id]), app.clock.now())
  if (found === undefined) throw new Problem(NotFound, {}, 'There is no such candidate on this production.')
  return found
}

/** What stands against each in the role they are put forward for: work for a competitor that is not over yet. */
async function conflicting(
  db: Db,
  scope: ProductionScope,
  rows: readonly store.CandidateRow[],
): Promise<ReadonlyMap<CandidateId, Conflict[]>> {
  const persons = rows.flatMap(({ personId }) => personId ?? [])
  if (persons.length === 0) return new Map()
  const kept = Map.groupBy(await exclusivities.ofPeople(db, scope, persons), ({ personId }) => personId)
  if (kept.size === 0) return new Map()
  const wanted = new Map(
    (
      await roles.byIds(
        db,
        scope,
        rows.map(({ roleId }) => roleId),
      )
    ).map((role) => [role.id, role]),
  )
  return new Map(
    rows.map(({ id, roleId, personId }) => {
      const role = wanted.get(roleId)
      const of = personId === null ? [] : (kept.get(personId) ?? []).filter((it) => it.roleId !== roleId)
      return [id, role === undefined ? [] : conflictsOf(role, of).map(told)]
    }),
  )
}

const told = ({ category, brand, untilDay, source }: Conflict): Conflict => ({ category, brand, untilDay, source })
