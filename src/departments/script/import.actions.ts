import { createHash } from 'node:crypto'
import { NotFound, Problem, stale } from '../../kernel/problems.ts'
import { ordinal, revisionColour } from '../../kernel/revisions.ts'
import { actorName, type Actor, type ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import * as productions from '../productions/index.ts'
import { affectedBy, compareScenes } from './comparison.rules.ts'
import { countsOf, linesForTagging } from './counts.rules.ts'
import { doubtsIn, repeatedNumbers } from './doubts.rules.ts'
import * as store from './draft.store.ts'
import { readScript } from './formats/readScript.ts'
import { AlreadyCommitted } from './import.contract.ts'
import type { Draft, ImportChange, ImportPreview } from './import.contract.ts'
import type { ScriptDraftId } from './scene.contract.ts'
import { cuesOf, titleOf } from './screenplay.rules.ts'
import { understand, unreadableScript } from './understanding.actions.ts'

interface Call {
  readonly scope: ProductionScope
  readonly actor: Actor
}

/** Reads a script and keeps it aside. @throws ScriptUnreadable with what to do */
export async function begin(
  app: App,
  {
    scope,
    actor,
    body,
  }: Call & { body: { fileName: string | null; text?: string | undefined; contentBase64?: string | undefined } },
): Promise<ImportPreview> {
  const bytes =
    body.contentBase64 === undefined
      ? new TextEncoder().encode(body.text ?? '')
      : Buffer.from(body.contentBase64, 'base64')
  const read = readScript(bytes)
  if (!read.ok) throw unreadableScript(read.problem)
  const id = app.ids.next<ScriptDraftId>()
  return app.transaction(async (tx) => {
    const { name, colour } = await nextRevision(tx, scope)
    await store.insert(tx, scope, {
      id,
      name,
      colour,
      format: read.value.format,
      fileName: body.fileName,
      source: bytes,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      createdBy: actorName(actor),
      at: app.clock.now(),
    })
    await told(app, tx, { scope, actor }, 'read a script in', { id, name })
    return preview(tx, scope, id)
  })
}

/** The colour after the last committed draft's; past the end of the list it begins again as Second Blue and so on. */
async function nextRevision(db: Db, scope: ProductionScope) {
  const { revisionColours } = await productions.get(db, scope)
  const done = (await store.latest(db, scope))?.number ?? 0
  const { colour, round } = revisionColour(revisionColours, done + 1)
  const name = round === 1 ? colour.name : `${round === 2 ? 'Second' : ordinal(round)} ${colour.name}`
  return { name, colour: { name, hex: colour.hex } }
}

export async function preview(db: Db, scope: ProductionScope, id: ScriptDraftId): Promise<ImportPreview> {
  const { draft, script, measured, standing } = await understand(db, scope, id)
  const comparison = compareScenes(standing, measured.scenes, draft.matches)
  return {
    id: draft.id,
    version: draft.version,
    fileName: draft.fileName,
    format: draft.format,
    name: draft.name,
    colour: draft.colour,
    title: titleOf(script),
    pages: measured.pages,
    eighths: measured.scenes.reduce((sum, { eighths }) => sum + eighths, 0),
    counts: countsOf(script, measured.scenes),
    warnings: [...script.warnings, ...repeatedNumbers(measured.scenes.map(({ heading }) => heading))],
    doubts: doubtsIn(script),
    retags: draft.retags,
    characters: cuesOf(script.elements),
    lines: linesForTagging(script),
    isFirst: standing.length === 0,
    comparison,
    affected: standing.length === 0 ? [] : affectedBy(comparison),
  }
}

/** Re-tags and corrections are kept with the import; what is not named stays as it was said before. */
export async function change(
  app: App,
  { scope, id, expected, body }: Call & { id: ScriptDraftId; expected: number; body: ImportChange },
): Promise<ImportPreview> {
  return app.transaction(async (tx) => {
    const draft = await store.source(tx, scope, id)
    if (!draft) throw new Problem(NotFound, {}, 'There is no such import. It may have been given up.')
    refuseCommitted(draft)
    const updated = await store.change(tx, scope, id, expected, {
      ...(body.name === undefined ? {} : { name: body.name }),
      ...(body.colour === undefined ? {} : { colour: body.colour }),
      ...(body.retags === undefined ? {} : { retags: withTags(draft.retags, body.retags) }),
      ...(body.matches === undefined ? {} : { matches: withMatches(draft.matches, body.matches) }),
    })
    if (!updated) throw stale({ expected, current: draft.version }, 'this import')
    return preview(tx, scope, id)
  })
}

type Tags = store.SourceRow['retags']
type Matches = store.SourceRow['matches']

function withTags(old: Tags, said: NonNullable<ImportChange['retags']>): Tags {
  const tags = new Map(old.map(({ line, kind }) => [line, kind]))
  for (const { line, kind } of said)
    if (kind === null) tags.delete(line)
    else tags.set(line, kind)
  return [...tags].map(([line, kind]) => ({ line, kind }))
}

function withMatches(old: Matches, said: Matches): Matches {
  const matches = new Map(old.map(({ index, sceneId }) => [index, sceneId]))
  for (const { index, sceneId } of said) {
    for (const [other, taken] of matches) if (sceneId !== null && taken === sceneId) matches.delete(other)
    matches.set(index, sceneId)
  }
  return [...matches].map(([index, sceneId]) => ({ index, sceneId }))
}

export const refuseCommitted = ({ committedAt }: { committedAt: Temporal.Instant | null }): void => {
  if (committedAt !== null)
    throw new Problem(AlreadyCommitted, {}, 'This draft is the script already. Import the file again to change it.')
}

export async function drop(
  app: App,
  { scope, actor, id }: Call & { id: ScriptDraftId },
): Promise<{ id: ScriptDraftId }> {
  return app.transaction(async (tx) => {
    const draft = await store.find(tx, scope, id)
    if (!draft) throw new Problem(NotFound, {}, 'There is no such import.')
    refuseCommitted(draft)
    await store.remove(tx, scope, id)
    await told(app, tx, { scope, actor }, 'gave an import up', draft)
    return { id }
  })
}

async function told(
  app: App,
  tx: Tx,
  { scope, actor }: Call,
  verb: string,
  { id, name }: Pick<store.DraftRow, 'id' | 'name'>,
): Promise<void> {
  const { productionId } = scope
  await app.audit.record(tx, actor, verb, { subject: { kind: 'script_draft', id, label: name }, productionId })
  await app.announce(tx, { department: 'script', productionId, ids: [id] })
}

export const shownDraft = ({ scriptId: _scriptId, createdAt, committedAt, ...row }: store.DraftRow): Draft => ({
  ...row,
  createdAt: createdAt.toString(),
  committedAt: committedAt?.toString() ?? null,
})

export async function overview(db: Db, scope: ProductionScope) {
  const drafts = (await store.all(db, scope)).map(shownDraft)
  const committed = drafts.filter(({ committedAt }) => committedAt !== null)
  const newest = committed[0] && (await store.whole(db, scope, committed[0].id))
  return {
    title: newest ? titleOf(newest) : null,
    drafts: committed,
    staged: drafts.filter(({ committedAt }) => committedAt === null),
    can: { edit: scope.can('script.edit'), breakDown: scope.can('breakdown.edit') },
  }
}
