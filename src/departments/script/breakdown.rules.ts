/** What a coordinator would notice about a breakdown. */
import type { Concern } from '../../kernel/concern.ts'
import { sceneNumberKey } from '../../kernel/sceneNumber.ts'
import type { Element, SheetRow } from './element.contract.ts'
import type { Scene } from './scene.contract.ts'
import { sceneName } from './scene.rules.ts'

interface BreakdownFacts {
  readonly productionId: string
  readonly scenes: readonly Pick<Scene, 'id' | 'number' | 'heading' | 'omitted' | 'leftOut'>[]
  readonly elements: readonly Pick<Element, 'id' | 'name' | 'isMinor' | 'links' | 'scenes'>[]
}

export const breakdownConcerns = (facts: BreakdownFacts): Concern[] => [
  ...numbersTwice(facts),
  ...leftOut(facts),
  ...minorsAlone(facts),
]

function numbersTwice({ scenes, productionId }: BreakdownFacts): Concern[] {
  const numbered = scenes.filter(({ number, omitted }) => number !== null && !omitted)
  return [...Map.groupBy(numbered, ({ number }) => sceneNumberKey(number!))]
    .filter(([, same]) => same.length > 1)
    .map(([key, same]) => ({
      code: 'script.number_twice',
      key: `script.number_twice:${key}`,
      severity: 'warns',
      subject: subjectOf(productionId, same[0]!),
      message: `Scene number ${same[0]!.number} is used ${same.length === 2 ? 'twice' : `${same.length} times`}`,
      causes: same.map(({ heading }) => heading),
      remedy: 'Give one of them a letter, such as 12A, before the board is published.',
    }))
}

function leftOut({ scenes, productionId }: BreakdownFacts): Concern[] {
  return scenes
    .filter((scene) => scene.leftOut)
    .map((scene) => ({
      code: 'script.left_out',
      key: `script.left_out:${scene.id}`,
      severity: 'warns',
      subject: subjectOf(productionId, scene),
      message: `${sceneName(scene)} is not in the newest draft`,
      causes: ['It kept its sheet and its place on the boards, marked as omitted.'],
      remedy: 'Say that it is omitted for good, or bring it back.',
    }))
}

function minorsAlone({ elements, productionId }: BreakdownFacts): Concern[] {
  return elements
    .filter(({ isMinor, links, scenes }) => isMinor && scenes.length > 0 && links.length === 0)
    .map(({ id, name }) => ({
      code: 'script.minor_alone',
      key: `script.minor_alone:${id}`,
      severity: 'warns',
      subject: {
        kind: 'element',
        id,
        label: name,
        href: `/productions/${productionId}/breakdown/elements?element=${id}`,
      },
      message: `${name} is a minor and brings nobody along`,
      causes: ['No studio teacher, tutor or chaperone is linked.'],
      remedy: 'Link a studio teacher or chaperone, so that they come with every scene.',
    }))
}

/** What stands beside an element on a sheet: a minor and how old, who brings it along, the note. */
export const rowAsides = (
  { note }: Pick<SheetRow, 'note'>,
  { isMinor, age }: Pick<Element, 'isMinor' | 'age'>,
  broughtBy: string | undefined,
): string[] => [
  ...(isMinor ? [minorText(age)] : []),
  ...(broughtBy === undefined ? [] : [`with ${broughtBy}`]),
  ...(note === '' ? [] : [note]),
]

/** `minor, 9`; `minor` where the age is not known. */
export const minorText = (age: number | null): string => (age === null ? 'minor' : `minor, ${age}`)

const subjectOf = (productionId: string, scene: { id: string; number: string | null; heading: string }) => ({
  kind: 'scene',
  id: scene.id,
  label: sceneName(scene),
  href: `/productions/${productionId}/breakdown?scene=${scene.id}`,
})
