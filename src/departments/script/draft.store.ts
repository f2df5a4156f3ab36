import { sql } from 'kysely'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { ImportChange } from './import.contract.ts'
import type { SceneId, ScriptDraftId, ScriptId } from './scene.contract.ts'
import type { ElementKind, Screenplay, ScriptElement } from './screenplay.rules.ts'
import './script.table.ts'

const columns = [
  'id',
  'script_id as scriptId',
  'number',
  'name',
  'colour',
  'format',
  'file_name as fileName',
  'pages',
  'created_at as createdAt',
  'created_by as createdBy',
  'committed_at as committedAt',
  'version',
] as const

const selected = (db: Db, scope: ProductionScope) =>
  db
    .selectFrom('script_draft')
    .select(columns)
    .select(sql<number>`(select count(*) from scene_text where draft_id = script_draft.id)`.as('scenes'))
    .where('production_id', '=', scope.productionId)

export const all = (db: Db, scope: ProductionScope) =>
  selected(db, scope)
    .orderBy(sql`number desc nulls first`)
    .orderBy('created_at', 'desc')
    .execute()

export const find = (db: Db, scope: ProductionScope, id: ScriptDraftId) =>
  selected(db, scope).where('id', '=', id).executeTakeFirst()
export type DraftRow = NonNullable<Awaited<ReturnType<typeof find>>>

/** The draft with what it was read from. */
export const source = (db: Db, scope: ProductionScope, id: ScriptDraftId) =>
  db
    .selectFrom('script_draft')
    .select(columns)
    .select(['source', 'retags', 'matches'])
    .where('production_id', '=', scope.productionId)
    .where('id', '=', id)
    .executeTakeFirst()
export type SourceRow = NonNullable<Awaited<ReturnType<typeof source>>>

/**
 * Whoever writes scenes of a production takes turns: two commits would number two drafts the same, two additions give one
 * place twice, and a commit would put back what somebody types into a scene meanwhile.
 */
export const lockProduction = (tx: Tx, scope: ProductionScope) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`script ${scope.productionId}`}, 0))`.execute(tx)

export const latest = (db: Db, scope: ProductionScope) =>
  selected(db, scope).where('number', 'is not', null).orderBy('number', 'desc').limit(1).executeTakeFirst()

/** The committed draft before a given number. */
export const before = (db: Db, scope: ProductionScope, number: number) =>
  selected(db, scope).where('number', '<', number).orderBy('number', 'desc').limit(1).executeTakeFirst()

interface NewDraft {
  readonly id: ScriptDraftId
  readonly name: string
  readonly colour: { name: string; hex: string }
  readonly format: 'fountain' | 'fdx'
  readonly fileName: string | null
  readonly source: Uint8Array
  readonly sha256: string
  readonly createdBy: string
  readonly at: Temporal.Instant
}

export const insert = (tx: Tx, scope: ProductionScope, draft: NewDraft) =>
  tx
    .insertInto('script_draft')
    .values({
      id: draft.id,
      production_id: scope.productionId,
      script_id: null,
      number: null,
      name: draft.name,
      colour: JSON.stringify(draft.colour),
      format: draft.format,
      file_name: draft.fileName,
      source: Buffer.from(draft.source),
      sha256: draft.sha256,
      retags: '[]',
      matches: '[]',
      title_page: '[]',
      preamble: '[]',
      extras: '[]',
      source_tags: '[]',
      created_at: draft.at.toString(),
      created_by: draft.createdBy,
      committed_at: null,
    })
    .execute()

interface StagedChange extends Pick<ImportChange, 'name' | 'colour'> {
  readonly retags?: readonly { line: number; kind: ElementKind }[]
  readonly matches?: readonly { index: number; sceneId: SceneId | null }[]
}

/** @returns undefined when somebody else was first */
export const change = (tx: Tx, scope: ProductionScope, id: ScriptDraftId, expected: number, fields: StagedChange) =>
  tx
    .updateTable('script_draft')
    .set({
      ...(fields.name === undefined ? {} : { name: fields.name }),
      ...(fields.colour === undefined ? {} : { colour: JSON.stringify(fields.colour) }),
      ...(fields.retags === undefined ? {} : { retags: JSON.stringify(fields.retags) }),
      ...(fields.matches === undefined ? {} : { matches: JSON.stringify(fields.matches) }),
      version: sql<number>`version + 1`,
    })
    .where('production_id', '=', scope.productionId)
    .where('id', '=', id)
    .where('committed_at', 'is', null)
    .where('version', '=', expected)
    .returning('id')
    .executeTakeFirst()

export const remove = (tx: Tx, scope: ProductionScope, id: ScriptDraftId) =>
  tx
    .deleteFrom('script_draft')
    .where('production_id', '=', scope.productionId)
    .where('id', '=', id)
    .where('committed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()

interface Commitment {
  readonly id: ScriptDraftId
  readonly scriptId: ScriptId
  readonly script: Screenplay
  readonly preamble: readonly ScriptElement[]
  readonly pages: number
  readonly at: Temporal.Instant
}

export const commit = (tx: Tx, scope: ProductionScope, { id, scriptId, script, preamble, pages, at }: Commitment) =>
  tx
    .updateTable('script_draft')
    .set((eb) => ({
      script_id: scriptId,
      number: eb
        .selectFrom('script_draft as other')
        .select(sql<number>`coalesce(max(other.number), 0) + 1`.as('next'))
        .where('other.script_id', '=', scriptId),
      title_page: JSON.stringify(script.titlePage),
      preamble: JSON.stringify(preamble),
      extras: JSON.stringify(script.extras),
      source_tags: JSON.stringify(script.tags),
      pages,
      committed_at: at.toString(),
      version: sql<number>`version + 1`,
    }))
    .where('production_id', '=', scope.productionId)
    .where('id', '=', id)
    .execute()

export interface SceneText {
  readonly sceneId: SceneId
  readonly position: number
  readonly number: string | null
  readonly eighths: number
  readonly page: string | null
  readonly elements: readonly ScriptElement[]
}

export async function putTexts(tx: Tx, draftId: ScriptDraftId, texts: readonly SceneText[]): Promise<void> {
  for (let at = 0; at < texts.length; at += 500)
    await tx
      .insertInto('scene_text')
      .values(
        texts.slice(at, at + 500).map(({ sceneId, elements, ...rest }) => ({
          draft_id: draftId,
          scene_id: sceneId,
          elements: JSON.stringify(elements),
          ...rest,
        })),
      )
      .execute()
}

/** Text of every scene in a draft, in order. */
export const texts = (db: Db, draftId: ScriptDraftId): Promise<SceneText[]> =>
  db
    .selectFrom('scene_text')
    .select(['scene_id as sceneId', 'position', 'number', 'eighths', 'page', 'elements'])
    .where('draft_id', '=', draftId)
    .orderBy('position')
    .execute()

/** The newest text of one scene, whichever draft it was last in. */
export const textOf = (db: Db, scope: ProductionScope, sceneId: SceneId) =>
  db
    .selectFrom('scene_text')
    .innerJoin('script_draft', 'script_draft.id', 'scene_text.draft_id')
    .select(['scene_text.elements', 'scene_text.page', 'scene_text.eighths', 'script_draft.source_tags as sourceTags'])
    .select(['script_draft.name as draftName', 'script_draft.colour as draftColour'])
    .where('scene_text.scene_id', '=', sceneId)
    .where('script_draft.production_id', '=', scope.productionId)
    .orderBy('script_draft.number', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Everything of a committed draft that an export needs. */
export const whole = (db: Db, scope: ProductionScope, id: ScriptDraftId) =>
  db
    .selectFrom('script_draft')
    .select(['id', 'name', 'format', 'title_page as titlePage', 'preamble', 'extras', 'number'])
    .where('production_id', '=', scope.productionId)
    .where('id', '=', id)
    .where('committed_at', 'is not', null)
    .executeTakeFirst()
