import { compareSceneNumbers, parseSceneNumber } from '../../kernel/sceneNumber.ts'
import type { Actor, ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { compareScenes } from './comparison.rules.ts'
import * as drafts from './draft.store.ts'
import { bucketsOf, parseHeading, setNameOf } from './heading.rules.ts'
import type { SceneComparison } from './import.contract.ts'
import { refuseCommitted, shownDraft } from './import.actions.ts'
import { understand } from './understanding.actions.ts'
import type { Understood } from './understanding.actions.ts'
import type { SceneId, ScriptDraftId, ScriptId } from './scene.contract.ts'
import type { SceneRow, SceneWrite } from './scene.store.ts'
import * as scenes from './scene.store.ts'
import { isOmitted, titleOf } from './screenplay.rules.ts'
import { addSpeakers } from './speakers.actions.ts'
import type { ScriptCommitted } from './script.events.ts'

interface CommitCall {
  readonly scope: ProductionScope
  readonly actor: Actor
  readonly id: ScriptDraftId
  readonly body: { readonly numberScenes: boolean; readonly addSpeakingCast: boolean }
}

/** Makes a draft the script: scenes that are matched keep their ids, and with them their sheets and their strips. */
export async function commit(app: App, { scope, actor, id, body }: CommitCall) {
  return app.transaction(async (tx) => {
    await drafts.lockProduction(tx, scope)
    const understood = await understand(tx, scope, id)
    refuseCommitted(understood.draft)
    const at = app.clock.now()
    const title = titleOf(understood.script) ?? 'Untitled'
    const scriptId = await scenes.scriptOf(tx, scope, { id: app.ids.next<ScriptId>(), kind: 'screenplay', title, at })
    const comparison = compareScenes(understood.standing, understood.measured.scenes, understood.draft.matches)
    const placed = comparison.flatMap((scene) =>
      scene.index === null ? [] : [{ ...scene, id: scene.sceneId ?? app.ids.next<SceneId>(), index: scene.index }],
    )
    const numbers = numbersOf(placed, body.numberScenes)
    await writeScenes(tx, { scope, scriptId, understood, placed, numbers })
    const gone = comparison.flatMap(({ index, sceneId }) => (index === null && sceneId !== null ? [sceneId] : []))
    await scenes.leaveOut(tx, scope, gone)
    const { preamble, scenes: measured, pages } = understood.measured
    await drafts.commit(tx, scope, { id, scriptId, script: understood.script, preamble, pages, at })
    await drafts.putTexts(
      tx,
      id,
      measured.map(({ elements, eighths, page }, index) => ({
        sceneId: placed[index]!.id,
        position: index,
        number: numbers[index] ?? null,
        eighths,
        page,
        elements,
      })),
    )
    if (body.addSpeakingCast) await addSpeakers(app, tx, { scope, actor })
    const event = committed(scope, placed, gone)
    const draft = shownDraft((await drafts.find(tx, scope, id))!)
    await app.audit.record(tx, actor, 'committed a draft of the script', {
      subject: { kind: 'script_draft', id, label: draft.name },
      productionId: scope.productionId,
      after: {
        scenes: placed.length,
        added: event.added.length,
        changed: event.changed.length,
        omitted: event.omitted.length,
      },
    })
    await app.emit(tx, 'script.committed', event)
    await app.announce(tx, { department: 'script', productionId: scope.productionId, ids: [] })
    const { added, changed, omitted, restored } = event
    return { draft, added: [...added], changed: [...changed], omitted: [...omitted], restored: [...restored] }
  })
}

type Placed = SceneComparison & { readonly id: SceneId; readonly index: number }

function committed(scope: ProductionScope, placed: readonly Placed[], gone: readonly SceneId[]): ScriptCommitted {
  const of = (...outcomes: SceneComparison['outcome'][]) =>
    placed.filter(({ outcome }) => outcomes.includes(outcome)).map(({ id }) => id)
  return {
    productionId: scope.productionId,
    added: of('new'),
    changed: of('changed'),
    omitted: [...of('omitted'), ...gone],
    restored: of('restored'),
  }
}

/** Numbers as written; those without one keep what they had, or are counted on where that was asked for. */
function numbersOf(placed: readonly Placed[], numberScenes: boolean): (string | null)[] {
  const own = placed.map(({ number, numberBefore }) => number ?? numberBefore)
  if (!numberScenes) return own
  const used = own.filter((number) => number !== null).sort(compareSceneNumbers)
  let last = parseSceneNumber(used.at(-1) ?? '0')?.number ?? 0
  return own.map((number) => number ?? String(++last))
}

interface Writing {
  readonly scope: ProductionScope
  readonly scriptId: ScriptId
  readonly understood: Understood
  readonly placed: readonly Placed[]
  readonly numbers: readonly (string | null)[]
}

async function writeScenes(tx: Tx, { scope, scriptId, understood, placed, numbers }: Writing): Promise<void> {
  const old = new Map((await scenes.ofScript(tx, scope, scriptId)).map((row) => [row.id, row]))
  const headings = understood.measured.scenes.map(({ heading }) => parseHeading(heading.text))
  const buckets = bucketsOf(headings)
  const rows = understood.measured.scenes.map(({ heading, elements, eighths, page }, index): SceneWrite => {
    const { id, outcome } = placed[index]!
    const before = old.get(id)
    const omitted = isOmitted(heading.text)
    const parsed = headings[index]!
    const synopsis = elements.find(({ kind }) => kind === 'synopsis')?.text ?? ''
    const struck = omitted && before !== undefined
    return {
      id,
      script_id: scriptId,
      number: numbers[index] ?? null,
      // An omitted scene keeps what it was, so that a strip can still say which scene it held.
      heading: struck ? before.heading : heading.text,
      int_ext: struck ? before.intExt : parsed.intExt,
      set_name: struck ? before.setName : setNameOf(parsed),
      time_of_day: struck ? before.timeOfDay : parsed.timeOfDay,
      bucket: struck ? before.bucket : (buckets[index] ?? null),
      synopsis: before?.synopsis || synopsis,
      script_day: before?.scriptDay ?? null,
      unit: before?.unit ?? null,
      eighths: struck ? before.measuredEighths : eighths,
      eighths_override: before?.eighthsOverride ?? null,
      minutes: before?.minutes ?? null,
      page,
      position: index,
      omitted,
      left_out: false,
      breakdown_state: stateAfter(before, outcome),
      note: before?.note ?? '',
    }
  })
  await scenes.put(tx, scope, rows)
}

/** A finished sheet whose scene changed wants another look. */
const stateAfter = (before: SceneRow | undefined, outcome: SceneComparison['outcome']) =>
  before?.breakdownState === 'done' && outcome === 'changed' ? 'part' : (before?.breakdownState ?? 'todo')
