import { sql, type Insertable, type Updateable } from 'kysely'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { AgreementKind } from './kinds.rules.ts'
import type { PaperRules, TemplateId, TemplateVersionId } from './template.contract.ts'
import type { TemplateTable, TemplateVersionTable } from './template.table.ts'

const templates = (db: Db) =>
  db
    .selectFrom('agreement_template as t')
    .innerJoin('agreement_template_version as v', (join) =>
      join.onRef('v.template_id', '=', 't.id').on(({ eb, selectFrom }) =>
        eb(
          'v.number',
          '=',
          selectFrom('agreement_template_version as n')
            .select(({ fn }) => fn.max('n.number').as('most'))
            .whereRef('n.template_id', '=', 't.id'),
        ),
      ),
    )
    .select([
      't.id',
      't.kind',
      't.name',
      't.roles',
      't.version',
      't.archived_at as archivedAt',
      'v.id as versionId',
      'v.number',
      'v.texts',
      'v.docx_file_id as docxFileId',
      'v.note',
      'v.created_by_name as writtenBy',
      'v.created_at as writtenAt',
      'v.approved_by_name as approvedBy',
      'v.approved_at as approvedAt',
    ])

/** Templates are few, a dozen or two; the list is bounded all the same. */
export const all = (db: Db) => templates(db).orderBy('t.kind').orderBy('t.name').limit(500).execute()
export type TemplateRow = Awaited<ReturnType<typeof all>>[number]

export const find = (db: Db, id: TemplateId): Promise<TemplateRow | undefined> =>
  templates(db).where('t.id', '=', id).executeTakeFirst()

export const findVersion = (db: Db, id: TemplateVersionId) =>
  db
    .selectFrom('agreement_template_version as v')
    .innerJoin('agreement_template as t', 't.id', 'v.template_id')
    .select([
      'v.id',
      'v.number',
      'v.texts',
      'v.docx_file_id as docxFileId',
      't.id as templateId',
      't.kind',
      't.name',
      't.roles',
    ])
    .where('v.id', '=', id)
    .executeTakeFirst()

export const versions = (db: Db, id: TemplateId) =>
  db
    .selectFrom('agreement_template_version')
    .select([
      'number',
      'note',
      'created_by_name as writtenBy',
      'created_at as writtenAt',
      'approved_by_name as approvedBy',
      'approved_at as approvedAt',
    ])
    .where('template_id', '=', id)
    .orderBy('number', 'desc')
    .limit(200)
    .execute()

export const insert = (tx: Tx, row: Insertable<TemplateTable>) =>
  tx.insertInto('agreement_template').values(row).execute()

export const insertVersion = (tx: Tx, row: Insertable<TemplateVersionTable>) =>
  tx.insertInto('agreement_template_version').values(row).execute()

/** Changes a template, or only takes its next version. */
export const update = (tx: Tx, id: TemplateId, change: Updateable<TemplateTable> = {}) =>
  tx
    .updateTable('agreement_template')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()

export const approve = (tx: Tx, id: TemplateVersionId, approved: { by: string; at: Temporal.Instant }) =>
  tx
    .updateTable('agreement_template_version')
    .set({ approved_by_name: approved.by, approved_at: approved.at.toString() })
    .where('id', '=', id)
    .execute()

export const lock = (tx: Tx, id: TemplateId) =>
  tx.selectFrom('agreement_template').select(['id', 'version']).where('id', '=', id).forUpdate().executeTakeFirst()

export async function rules(db: Db): Promise<Pick<PaperRules, 'ladders' | 'needs'>> {
  const ladders = await db
    .selectFrom('agreement_ladder')
    .select([
      'kind',
      'steps_hours as stepsHours',
      'most',
      'sign_within_days as signWithinDays',
      'notice_days as noticeDays',
      'source',
      'dated',
      'version',
    ])
    .orderBy('kind')
    .execute()
  const needs = await db
    .selectFrom('agreement_need')
    .select(['id', 'applies_to as appliesTo', 'kind', 'required', 'source', 'dated', 'version'])
    .orderBy('id')
    .execute()
  return { ladders, needs }
}

export const ladderOf = async (db: Db, kind: AgreementKind) => {
  const { ladders } = await rules(db)
  return ladders.find((it) => it.kind === kind) ?? ladders.find((it) => it.kind === 'other')!
}

/** Whoever changes a rule waits for the one before. */
export const lockRules = (tx: Tx) => sql`select pg_advisory_xact_lock(hashtext('agreement rules'))`.execute(tx)

export const putLadder = (tx: Tx, kind: AgreementKind, it: Omit<PaperRules['ladders'][number], 'kind' | 'version'>) =>
  tx
    .insertInto('agreement_ladder')
    .values({
      kind,
      steps_hours: it.stepsHours,
      most: it.most,
      sign_within_days: it.signWithinDays,
      notice_days: it.noticeDays,
      source: it.source,
      dated: it.dated,
    })
    .onConflict((conflict) =>
      conflict.column('kind').doUpdateSet({
        steps_hours: it.stepsHours,
        most: it.most,
        sign_within_days: it.signWithinDays,
        notice_days: it.noticeDays,
        source: it.source,
        dated: it.dated,
        version: sql<number>`agreement_ladder.version + 1`,
      }),
    )
    .execute()

export const putNeed = (tx: Tx, it: Omit<PaperRules['needs'][number], 'id' | 'version'>) =>
  tx
    .insertInto('agreement_need')
    .values({
      id: `${it.appliesTo}-${it.kind}`,
      applies_to: it.appliesTo,
      kind: it.kind,
      required: it.required,
      source: it.source,
      dated: it.dated,
    })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({
        required: it.required,
        source: it.source,
        dated: it.dated,
        version: sql<number>`agreement_need.version + 1`,
      }),
    )
    .execute()
