/** A new draft beside the script as it stands: what each scene becomes, and who and what that touches. */
import { allListed, capitalised } from '../../kernel/words.ts'
import { formatEighths } from '../../kernel/eighths.ts'
import { castDifference, mentions, textOfScene } from './difference.rules.ts'
import type { SceneComparison, SceneOutcome } from './import.contract.ts'
import type { MeasuredScene } from './layout.rules.ts'
import { matchScenes, movedIn } from './revision.rules.ts'
import type { SceneMatch } from './revision.rules.ts'
import type { SceneId } from './scene.contract.ts'
import { isOmitted } from './screenplay.rules.ts'
import type { ScriptElement } from './screenplay.rules.ts'

/** A scene as the script has it now. */
export interface StandingScene {
  readonly id: SceneId
  readonly number: string | null
  readonly heading: string
  readonly eighths: number
  readonly omitted: boolean
  readonly elements: readonly ScriptElement[]
  /** Names on its breakdown sheet that came from the text. */
  readonly sheet: readonly { readonly name: string; readonly names: readonly string[]; readonly isCast: boolean }[]
}

interface Correction {
  readonly index: number
  readonly sceneId: SceneId | null
}

/** Every scene of the new draft in its order, then the old scenes nobody claimed. */
export function compareScenes(
  standing: readonly StandingScene[],
  measured: readonly MeasuredScene[],
  corrections: readonly Correction[],
): SceneComparison[] {
  const matches = corrected(proposedMatches(standing, measured), corrections)
  const byId = new Map(standing.map((scene) => [scene.id as string, scene]))
  const order = new Map(standing.map(({ id }, at) => [id as string, at]))
  const kept = matches.flatMap(({ oldKey }) => (oldKey === null ? [] : [order.get(oldKey)!]))
  const moved = movedIn(kept)
  const claimed = new Set(matches.map(({ oldKey }) => oldKey))
  const scenes = matches.map((match, index) => {
    const old = match.oldKey === null ? undefined : byId.get(match.oldKey)
    return compareOne(measured[index]!, index, old, match, old !== undefined && moved.has(order.get(old.id)!))
  })
  const gone = standing.filter(({ id, omitted }) => !claimed.has(id) && !omitted).map(leftOut)
  return [...scenes, ...gone]
}

type Told = Omit<SceneMatch, 'confidence'> & { confidence: SceneComparison['confidence'] }

const proposedMatches = (standing: readonly StandingScene[], measured: readonly MeasuredScene[]) =>
  matchScenes(
    standing.map(({ id, number, heading, omitted, elements }) => ({
      key: id,
      number,
      heading,
      omitted,
      text: textOfScene(elements),
    })),
    measured.map(({ heading, elements }, at) => ({
      key: String(at),
      number: heading.number ?? null,
      heading: heading.text,
      omitted: isOmitted(heading.text),
      text: textOfScene(elements),
    })),
  )

/** A person's word stands; whoever held the scene before has to do without. */
function corrected(matches: readonly SceneMatch[], corrections: readonly Correction[]): Told[] {
  const told = new Map(corrections.map(({ index, sceneId }) => [index, sceneId]))
  const taken = new Set([...told.values()].filter((id) => id !== null))
  return matches.map((match, index) => {
    if (told.has(index)) {
      const sceneId = told.get(index) ?? null
      return { newKey: match.newKey, oldKey: sceneId, confidence: 'told', reason: 'as you said' }
    }
    if (match.oldKey === null || !taken.has(match.oldKey as SceneId)) return match
    return { newKey: match.newKey, oldKey: null, confidence: 'told', reason: 'its scene was given to another' }
  })
}

function compareOne(
  scene: MeasuredScene,
  index: number,
  old: StandingScene | undefined,
  match: Told,
  moved: boolean,
): SceneComparison {
  const { heading, elements, eighths } = scene
  const cast = old ? castDifference(old.elements, elements) : { added: [], gone: [] }
  const text = textOfScene(elements)
  const before = old && textOfScene(old.elements)
  const gone = old?.sheet.filter(
    ({ names }) => names.some((name) => mentions(before ?? '', name)) && !names.some((name) => mentions(text, name)),
  )
  return {
    index,
    sceneId: old?.id ?? null,
    outcome: outcomeOf(scene, old, text, before),
    moved,
    confidence: match.confidence,
    reason: match.reason,
    number: heading.number ?? null,
    heading: heading.text,
    numberBefore: old?.number ?? null,
    headingBefore: old?.heading ?? null,
    eighths,
    eighthsBefore: old?.eighths ?? null,
    castAdded: cast.added,
    castGone: cast.gone,
    elementsGone: isOmitted(heading.text) ? [] : (gone ?? []).map(({ name }) => name),
    castOnSheet: castOf(old),
  }
}

function outcomeOf(
  scene: MeasuredScene,
  old: StandingScene | undefined,
  text: string,
  before: string | undefined,
): SceneOutcome {
  const omitted = isOmitted(scene.heading.text)
  if (!old) return 'new'
  if (omitted) return old.omitted ? 'same' : 'omitted'
  if (old.omitted) return 'restored'
  const number = scene.heading.number === undefined || scene.heading.number === old.number
  const same = text === before && scene.heading.text === old.heading && number && scene.eighths === old.eighths
  return same ? 'same' : 'changed'
}

const leftOut = (old: StandingScene): SceneComparison => ({
  index: null,
  sceneId: old.id,
  outcome: 'left_out',
  moved: false,
  confidence: null,
  reason: 'no scene of the new draft is like it',
  number: old.number,
  heading: old.heading,
  numberBefore: old.number,
  headingBefore: old.heading,
  eighths: null,
  eighthsBefore: old.eighths,
  castAdded: [],
  castGone: [],
  elementsGone: [],
  castOnSheet: castOf(old),
})

const castOf = (old: StandingScene | undefined) =>
  (old?.sheet ?? []).filter(({ isCast }) => isCast).map(({ name }) => name)

const sceneName = ({ number, heading }: SceneComparison) => (number === null ? heading : `scene ${number}`)

/** Sentences about who and what a commit touches, in script order. */
export function affectedBy(comparison: readonly SceneComparison[]): string[] {
  return comparison.flatMap((scene) => {
    const name = sceneName(scene)
    const length =
      scene.outcome === 'changed' && scene.eighthsBefore !== null && scene.eighths !== scene.eighthsBefore
        ? [
            `${capitalised(name)} goes from ${formatEighths(scene.eighthsBefore)} to ${formatEighths(scene.eighths ?? 0)}.`,
          ]
        : []
    const set =
      scene.outcome === 'changed' && scene.headingBefore !== null && scene.headingBefore !== scene.heading
        ? [`${capitalised(name)} is now ${scene.heading}; it was ${scene.headingBefore}.`]
        : []
    return [
      ...outcomeSentence(scene, name),
      ...(scene.moved
        ? [`${capitalised(name)} stands at another place in the script; its place in the schedule stays.`]
        : []),
      ...scene.castAdded.filter(() => scene.sceneId !== null).map((who) => `${who} is now in ${name}.`),
      ...scene.castGone.filter(() => scene.outcome !== 'omitted').map((who) => `${who} no longer speaks in ${name}.`),
      ...scene.elementsGone.map((what) => `${what} is on the sheet of ${name}, but no longer in its text.`),
      ...set,
      ...length,
    ]
  })
}

function outcomeSentence(scene: SceneComparison, name: string): string[] {
  const { outcome, heading, eighths, castOnSheet } = scene
  const without =
    castOnSheet.length === 0
      ? []
      : [`${allListed(castOnSheet)} ${castOnSheet.length === 1 ? 'loses' : 'lose'} ${name}.`]
  switch (outcome) {
    case 'new':
      return [`${capitalised(name)} is new: ${heading}, ${formatEighths(eighths ?? 0)}.`]
    case 'omitted':
      return [`${capitalised(name)} is omitted; its number, sheet and strip stay, marked.`, ...without]
    case 'restored':
      return [`${capitalised(name)} is back.`]
    case 'left_out':
      return [`${capitalised(name)} is not in the new draft; it stays as omitted until you decide.`, ...without]
    default:
      return []
  }
}
