import { createHash } from 'node:crypto'
import { NotFound, Problem, Stale } from '../../kernel/problems.ts'
import type { Actor, ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/database/database.ts'
import * as productions from '../productions/index.ts'
import { affectedBy, compareScenes } from './comparison.rules.ts'
import type { StandingScene } from './comparison.rules.ts'
import { countsOf, linesForTagging } from './counts.rules.ts'
import { doubtsIn, repeatedNumbers } from './doubts.rules.ts'
import * as store from './draft.store.ts'
import * as elements from './element.store.ts'
import type { Unreadable } from './formats/decode.ts'
import { readScript } from './formats/readScript.ts'
import { AlreadyCommitted, ScriptUnreadable } from './import.contract.ts'
import type { Draft, ImportChange, ImportPreview } from './import.contract.ts'
import { measure } from './layout.rules.ts'
import type { SceneId, ScriptDraftId } from './scene.contract.ts'
import * as scenes from './scene.store.ts'
import { cuesOf, isOmitted, titleOf } from './screenplay.rules.ts'
import type { Screenplay } from './screenplay.rules.ts'

interface Call {
  readonly scope: ProductionScope
  readonly actor: Actor
}

const unreadableScript = ({ code, message, remedy, line }: Unreadable) =>
  new Problem(ScriptUnreadable, { code, remedy, ...(line === undefined ? {} : { line }) }, `${message} ${remedy}`)

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
      createdBy: nameOf(actor),
      at: app.clock.now(),
    })
    return preview(tx, scope, id)
  })
}

const nameOf = (actor: Actor) => (actor.kind === 'link' ? 'a guest' : actor.name)

/** The colour after the last committed draft's; past the end of the list it begins again as Second Blue and so on. */
async function nextRevision(db: Db, scope: ProductionScope) {
  const { revisionColours } = await productions.get(db, scope)
  const done = (await store.latest(db, scope))?.number ?? 0
  const rest = revisionColours.length > 1 ? revisionColours.slice(1) : revisionColours
  const round = done < revisionColours.length ? 0 : 1 + Math.floor((done - revisionColours.length) / rest.length)
  const colour = round === 0 ? revisionColours[done]! : rest[(done - revisionColours.length) % rest.length]!
  const name = round === 0 ? colour.name : `${round === 1 ? 'Second' : `Round ${round + 1}`} ${colour.name}`
  return { name, colour: { name, hex: colour.hex } }
}

export interface Understood {
  readonly draft: store.SourceRow
  readonly script: Screenplay
  readonly measured: ReturnType<typeof measure>
  readonly standing: readonly StandingScene[]
}

/** Reads a staged or committed draft again with everything people said about it. @throws NotFound */
export async function understand(db: Db, scope: ProductionScope, id: ScriptDraftId): Promise<Understood> {
  const draft = await store.source(db, scope, id)
  if (!draft) throw new Problem(NotFound, {}, 'There is no such draft. It may have been given up.')
  const read = readScript(draft.source, new Map(draft.retags.map(({ line, kind }) => [line, kind])))
  if (!read.ok) throw unreadableScript(read.problem)
  const { linesPerPage, eighthsRounding } = await productions.get(db, scope)
  const measured = measure(read.value.elements, { linesPerPage, rounding: eighthsRounding })
  return { draft, script: read.value, measured, standing: await standingScenes(db, scope, draft.number) }
}

/** The script as the draft before left it, with each scene's sheet. */
async function standingScenes(db: Db, scope: ProductionScope, number: number | null): Promise<StandingScene[]> {
  const last = number === null ? await store.latest(db, scope) : await store.before(db, scope, number)
  if (!last) return []
  const texts = new Map((await store.texts(db, last.id)).map((text) => [text.sceneId, text]))
  const sheets = await sheetNames(db, scope)
  const rows = await scenes.ofScript(db, scope, last.scriptId!)
  const all = rows.map((row) => ({ row, text: texts.get(row.id) }))
  if (number === null)
    return all.map(({ row, text }) => ({
      id: row.id,
      number: row.number,
      heading: row.heading,
      eighths: row.measuredEighths,
      omitted: row.omitted,
      elements: text?.elements ?? [],
      sheet: sheets.get(row.id) ?? [],
    }))
  return all.flatMap(({ row, text }) => (text ? [asItStood(text, sheets.get(row.id) ?? [])] : []))
}

/** A scene as an earlier draft had it, whatever became of it since. */
function asItStood(
  { sceneId, number, eighths, elements: own }: store.SceneText,
  sheet: StandingScene['sheet'],
): StandingScene {
  const heading = own.find(({ kind }) => kind === 'heading')?.text ?? ''
  return { id: sceneId, number, heading, eighths, omitted: isOmitted(heading), elements: own, sheet }
}

async function sheetNames(db: Db, scope: ProductionScope): Promise<Map<SceneId, StandingScene['sheet'][number][]>> {
  const names = new Map(
    (await elements.all(db, scope)).map(({ id, name, aliases, category }) => [
      id,
      { name, names: [name, ...aliases], isCast: category === 'cast' },
    ]),
  )
  const sheets = new Map<SceneId, StandingScene['sheet'][number][]>()
  for (const { sceneId, elementId } of await elements.sheetRows(db, scope)) {
    const one = names.get(elementId)
    if (one) sheets.set(sceneId, [...(sheets.get(sceneId) ?? []), one])
  }
  return sheets
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
    doubts: doubtsIn(script).map((doubt) => ({ ...doubt, suggestions: [...doubt.suggestions] })),
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
    const draft = await store.find(tx, scope, id)
    if (!draft) throw new Problem(NotFound, {}, 'There is no such import. It may have been given up.')
    refuseCommitted(draft)
    const { retags, matches } = (await store.source(tx, scope, id))!
    const updated = await store.change(tx, scope, id, expected, {
      ...(body.name === undefined ? {} : { name: body.name }),
      ...(body.colour === undefined ? {} : { colour: body.colour }),
      ...(body.retags === undefined ? {} : { retags: withTags(retags, body.retags) }),
      ...(body.matches === undefined ? {} : { matches: withMatches(matches, body.matches) }),
    })
    if (!updated)
      throw new Problem(
        Stale,
        { expected, current: draft.version },
        'Somebody else changed this import. Look at it again.',
      )
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

export async function drop(app: App, { scope, id }: Call & { id: ScriptDraftId }): Promise<{ id: ScriptDraftId }> {
  return app.transaction(async (tx) => {
    const draft = await store.find(tx, scope, id)
    if (!draft) throw new Problem(NotFound, {}, 'There is no such import.')
    refuseCommitted(draft)
    await store.remove(tx, scope, id)
    return { id }
  })
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
