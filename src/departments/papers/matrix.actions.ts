import type { ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/database/database.ts'
import * as people from '../people/index.ts'
import * as productions from '../productions/index.ts'
import { certificatesOf } from './certificate.actions.ts'
import { noticeOf } from './chasing.store.ts'
import { gapsOf } from './insurance.rules.ts'
import { blocksOf, matrix, warnsOf, type Cell, type Row } from './matrix.rules.ts'
import type { PaperMatrix, PaperRow, Requirement } from './papers.contract.ts'
import { requirementOf } from './requirement.rules.ts'
import * as store from './papers.store.ts'

export const dayOf = (now: Temporal.Instant): string => now.toZonedDateTimeISO('UTC').toPlainDate().toString()

/** The whole matrix of a production: one query for each kind of fact, whatever the number of people. */
export async function matrixOf(
  db: Db,
  scope: ProductionScope,
  now: Temporal.Instant,
): Promise<Omit<PaperMatrix, 'can'> & { rows: PaperRow[] }> {
  const engagements = await people.engagementsOf(db, scope)
  const engaged = engagements.map((it) => ({
    engagementId: it.id as string,
    personId: it.personId as string | null,
    companyId: it.companyId as string | null,
    name: it.name,
    position: it.title,
    kind: it.kind as string,
  }))
  const kinds = await store.kinds(db)
  const rules = await store.rules(db)
  const papers = await store.ofHolders(
    db,
    scope,
    engaged.flatMap(({ personId }) => personId ?? []),
    engaged.flatMap(({ personId, companyId }) => (personId === null ? (companyId ?? []) : [])),
  )
  const production = await productions.get(db, scope)
  const when = { today: dayOf(now), noticeDays: await noticeOf(db), lastDay: production.endsOn ?? null }
  const rows = matrix({ engaged, kinds, rules, papers, productionId: scope.productionId, ...when })
  const requirements = (await store.requirements(db, scope)).map(requirementOf)
  return {
    kinds: kinds.map(({ agreementKind: _, source: __, asOf: ___, ...kind }) => kind),
    rows: await withGaps(db, rows, kinds, requirements),
    requirements,
    requirementsVersion: await store.requirementsVersion(db, scope),
  }
}

/** An accepted certificate that covers too little for this production is not in order here. */
async function withGaps(
  db: Db,
  rows: readonly Row[],
  kinds: readonly { id: string; isInsurance: boolean }[],
  requirements: readonly Requirement[],
): Promise<PaperRow[]> {
  const insurance = new Set<string>(kinds.filter(({ isInsurance }) => isInsurance).map(({ id }) => id))
  const certificates = rows.flatMap(({ cells }) =>
    cells.flatMap(({ kindId, paperId }) => (insurance.has(kindId) && paperId !== null ? [paperId] : [])),
  )
  const held = await certificatesOf(db, certificates)
  return rows.map((row) => {
    const asked = requirements.filter(({ engagementKind }) => engagementKind === row.kind)
    const cell = row.cells.find(({ kindId }) => insurance.has(kindId))
    const settled = cell?.standing === 'in_order' || cell?.standing === 'expiring'
    if (asked.length === 0 || cell === undefined || !settled) return { ...row, cells: [...row.cells], gaps: [] }
    const { coverages, endorsements } = held.of(cell.paperId)
    const gaps = gapsOf(asked, coverages, endorsements)
    const cells = row.cells.map((each): Cell =>
      each === cell && gaps.length > 0 ? { ...each, standing: 'too_little' } : each,
    )
    return { ...row, cells, gaps: gaps.map(({ words }) => words) }
  })
}

export async function shown(app: App, scope: ProductionScope): Promise<PaperMatrix> {
  return { ...(await matrixOf(app.db, scope, app.clock.now())), can: { edit: scope.can('papers.edit') } }
}

/** Names of required papers of an engagement that are not in order. */
interface OpenPapers {
  readonly blocks: readonly string[]
  readonly warns: readonly string[]
}

/**
 * What these engagements still lack before they are booked, by engagement: what blocks and what only warns.
 * @example (await openPapers(db, scope, now)).get(engagementId)   // { blocks: ['Deal memo'], warns: ['Tax form'] }
 */
export async function openPapers(
  db: Db,
  scope: ProductionScope,
  now: Temporal.Instant,
): Promise<ReadonlyMap<string, OpenPapers>> {
  const { rows, kinds } = await matrixOf(db, scope, now)
  const names = new Map<string, string>(kinds.map(({ id, name }) => [id, name]))
  const named = (cells: readonly Cell[]) => cells.map(({ kindId }) => names.get(kindId) ?? '')
  return new Map(rows.map((row) => [row.engagementId, { blocks: named(blocksOf(row)), warns: named(warnsOf(row)) }]))
}
