import { sql, type Insertable, type Updateable } from 'kysely'
import type { FileId, LinkId, PersonId, ProductionId } from '../../kernel/ids.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import '../../platform/link.table.ts'
import type { PaperId, PaperKindId, Requirement } from './papers.contract.ts'
import type { InsuranceCoverageTable, PaperKindTable, PaperTable } from './papers.table.ts'

/** The kind that is the tax form, and that of bank details, whatever the office calls them. */
export const payKind = (db: Db, what: 'tax' | 'bank') =>
  db
    .selectFrom('paper_kind')
    .select(['id', 'name'])
    .where(what === 'tax' ? 'is_tax_form' : 'is_bank_details', '=', true)
    .executeTakeFirst()

export const kinds = (db: Db) =>
  db
    .selectFrom('paper_kind')
    .select(['id', 'name', 'per_production as perProduction', 'expires', 'is_insurance as isInsurance'])
    .select(['agreement_kind as agreementKind', 'source', 'as_of as asOf', 'version'])
    .orderBy('sort')
    .orderBy('name')
    .execute()

/** After those that are there. @returns false when another kind has the name */
export async function insertKind(tx: Tx, kind: Omit<Insertable<PaperKindTable>, 'sort'>): Promise<boolean> {
  const { most } = await tx
    .selectFrom('paper_kind')
    .select(({ fn }) => fn.max('sort').as('most'))
    .executeTakeFirstOrThrow()
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('paper_kind')
    .values({ ...kind, sort: (most ?? 0) + 1 })
    .onConflict((it) => it.column('name').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Whoever changes a kind waits for the one before. */
export const lockKind = (tx: Tx, id: PaperKindId) =>
  tx.selectFrom('paper_kind').select('id').where('id', '=', id).forUpdate().executeTakeFirst()

export const updateKind = (tx: Tx, id: PaperKindId, kind: Updateable<PaperKindTable>) =>
  tx
    .updateTable('paper_kind')
    .set({ ...kind, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()

export const rules = (db: Db) =>
  db.selectFrom('paper_rule').select(['kind_id as kindId', 'engagement_kind as engagementKind', 'effect']).execute()

export const putRule = async (
  tx: Tx,
  rule: { id: string; kindId: PaperKindId; engagementKind: string; effect: 'block' | 'warn' | null },
) => {
  if (rule.effect === null) {
    await tx
      .deleteFrom('paper_rule')
      .where('kind_id', '=', rule.kindId)
      .where('engagement_kind', '=', rule.engagementKind)
      .execute()
    return
  }
  const { effect } = rule
  await tx
    .insertInto('paper_rule')
    .values({ id: rule.id, kind_id: rule.kindId, engagement_kind: rule.engagementKind, effect })
    .onConflict((it) => it.columns(['kind_id', 'engagement_kind']).doUpdateSet({ effect }))
    .execute()
}

const held = (db: Db) =>
  db
    .selectFrom('paper')
    .select(['paper.id', 'kind_id as kindId', 'person_id as personId', 'company_id as companyId'])
    .select(['production_id as productionId', 'state', 'expires_on as expiresOn', 'paper.version'])
    .select(['file_id as fileId', 'link_id as linkId', 'reason'])
    .where('archived_at', 'is', null)

/** Papers of these people and companies, on this production or on none. */
export const ofHolders = (db: Db, scope: ProductionScope, people: readonly string[], companies: readonly string[]) =>
  people.length + companies.length === 0
    ? Promise.resolve([])
    : held(db)
        .where((eb) =>
          eb.or([
            eb('person_id', 'in', (people.length > 0 ? people : [NOBODY]) as PersonId[]),
            eb('company_id', 'in', companies.length > 0 ? [...companies] : [NOBODY]),
          ]),
        )
        .where((eb) => eb.or([eb('production_id', 'is', null), eb('production_id', '=', scope.productionId)]))
        .execute()

const NOBODY = '00000000-0000-0000-0000-000000000000'

export const ofPerson = (db: Db, personId: PersonId) =>
  held(db)
    .innerJoin('paper_kind', 'paper_kind.id', 'paper.kind_id')
    .select('paper_kind.name as kind')
    .where('person_id', '=', personId)
    .orderBy('paper_kind.sort')
    .limit(200)
    .execute()

export const byLink = (db: Db, linkId: LinkId) =>
  held(db)
    .innerJoin('paper_kind', 'paper_kind.id', 'paper.kind_id')
    .select(['paper_kind.name as kind', 'paper_kind.expires', 'paper_kind.is_insurance as isInsurance'])
    .where('link_id', '=', linkId)
    .orderBy('paper_kind.sort')
    .execute()

const here = (db: Db, scope: ProductionScope, id: PaperId) =>
  held(db)
    .where('paper.id', '=', id)
    .where((eb) => eb.or([eb('production_id', 'is', null), eb('production_id', '=', scope.productionId)]))

export const byId = (db: Db, scope: ProductionScope, id: PaperId) => here(db, scope, id).executeTakeFirst()

/** The same, held until the transaction ends. */
export const lock = (tx: Tx, scope: ProductionScope, id: PaperId) => here(tx, scope, id).forUpdate().executeTakeFirst()

export const insert = (tx: Tx, row: Insertable<PaperTable>) => tx.insertInto('paper').values(row).execute()

/** @returns undefined when somebody else was first */
export const update = (tx: Tx, id: PaperId, expected: number, change: Updateable<PaperTable>) =>
  tx
    .updateTable('paper')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .where('version', '=', expected)
    .returning('version')
    .executeTakeFirst()

export const attach = (tx: Tx, row: { id: string; paper_id: PaperId; file_id: FileId; name: string }) =>
  tx.insertInto('paper_attachment').values(row).execute()

export const attachmentCounts = async (db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('paper_attachment')
    .select((eb) => ['paper_id as paperId', eb.fn.countAll<number>().as('count')])
    .where('paper_id', 'in', ids as PaperId[])
    .groupBy('paper_id')
    .execute()
  return new Map(rows.map(({ paperId, count }) => [paperId, count]))
}

export const coveragesOf = (db: Db, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('insurance_coverage')
        .selectAll()
        .where('paper_id', 'in', ids as PaperId[])
        .execute()

export async function putCoverages(tx: Tx, paperId: PaperId, rows: readonly Insertable<InsuranceCoverageTable>[]) {
  await tx.deleteFrom('insurance_coverage').where('paper_id', '=', paperId).execute()
  if (rows.length > 0)
    await tx
      .insertInto('insurance_coverage')
      .values([...rows])
      .execute()
}

export const requirements = (db: Db, scope: ProductionScope) =>
  db
    .selectFrom('insurance_requirement')
    .selectAll()
    .where('production_id', '=', scope.productionId)
    .orderBy('engagement_kind')
    .orderBy('coverage')
    .execute()

/** What these productions demand of whoever is engaged like this. */
export const requirementsOf = (db: Db, productionIds: readonly string[], engagementKind: string) =>
  productionIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('insurance_requirement')
        .selectAll()
        .where('production_id', 'in', productionIds as ProductionId[])
        .where('engagement_kind', '=', engagementKind)
        .orderBy('coverage')
        .execute()

export const requirementsVersion = async (db: Db, scope: ProductionScope): Promise<number> =>
  (
    await db
      .selectFrom('insurance_requirement_list')
      .select('version')
      .where('production_id', '=', scope.productionId)
      .executeTakeFirst()
  )?.version ?? 0

/** Counts the version of what is demanded up and holds it; the version it had before. */
export async function nextRequirementsVersion(tx: Tx, scope: ProductionScope): Promise<number> {
  const { version } = await tx
    .insertInto('insurance_requirement_list')
    .values({ production_id: scope.productionId })
    .onConflict((conflict) =>
      conflict.column('production_id').doUpdateSet({ version: sql<number>`insurance_requirement_list.version + 1` }),
    )
    .returning('version')
    .executeTakeFirstOrThrow()
  return version - 1
}

export async function putRequirements(
  tx: Tx,
  scope: ProductionScope,
  items: readonly Requirement[],
  nextId: () => string,
): Promise<void> {
  await tx.deleteFrom('insurance_requirement').where('production_id', '=', scope.productionId).execute()
  if (items.length === 0) return
  await tx
    .insertInto('insurance_requirement')
    .values(
      items.map((it) => ({
        id: nextId(),
        production_id: scope.productionId,
        engagement_kind: it.engagementKind,
        coverage: it.coverage,
        each_minor: it.each.minor,
        currency: it.each.currency,
        additional_insured: it.additionalInsured,
        source: it.source,
      })),
    )
    .execute()
}

/** What a signed agreement has ticked already. */
export const ofAgreement = (tx: Tx, agreementId: string) =>
  tx.selectFrom('paper').select('id').where('agreement_id', '=', agreementId).executeTakeFirst()

interface Chased {
  readonly today: string
  /** Papers that end by this day. */
  readonly until: string
  /** Asked again so often already. */
  readonly most: number
}

/**
 * Asked for and not handed in, and accepted ones about to end: what the daily round looks at, those nobody was written to
 * about for longest first, so that each has its turn however many there are.
 */
export const toChase = (db: Db, { today, until, most }: Chased) =>
  db
    .selectFrom('paper')
    .innerJoin('paper_kind', 'paper_kind.id', 'paper.kind_id')
    .select(['paper.id', 'state', 'expires_on as expiresOn', 'asked_at as askedAt', 'chases', 'chased_at as chasedAt'])
    .select(['person_id as personId', 'company_id as companyId', 'production_id as productionId', 'link_id as linkId'])
    .select(['paper.version', 'paper_kind.name as kind', 'paper.kind_id as kindId'])
    .where('paper.archived_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb.and([eb('state', '=', 'asked'), eb('chases', '<', most), eb('link_id', 'is not', null)]),
        eb.and([eb('state', '=', 'accepted'), eb.between('expires_on', today as never, until as never)]),
      ]),
    )
    .orderBy(sql`coalesce(chased_at, asked_at, created_at)`)
    .orderBy('paper.id')
    .limit(500)
    .execute()

/** The production that last had a paper of this holder. */
export const productionOf = async (db: Db, personId: string | null, companyId: string | null) => {
  const row = await db
    .selectFrom('paper')
    .select('production_id as id')
    .where('production_id', 'is not', null)
    .where((eb) => (personId === null ? eb('company_id', '=', companyId) : eb('person_id', '=', personId as PersonId)))
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? undefined
}

/** Whether the link people were given still stands. */
export const linkOf = (db: Db, id: LinkId) =>
  db.selectFrom('link').select(['id', 'production_id', 'revoked_at']).where('id', '=', id).executeTakeFirst()
