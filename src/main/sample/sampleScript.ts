import { link, add as addElement, change as changeElement } from '../../departments/script/element.actions.ts'
import { put } from '../../departments/script/breakdown.actions.ts'
import { commit } from '../../departments/script/commit.actions.ts'
import { begin } from '../../departments/script/import.actions.ts'
import { elements, scenes } from '../../departments/script/index.ts'
import type { SceneId } from '../../departments/script/scene.contract.ts'
import type { Loading } from './samplePeople.ts'

/** Imports the script as anybody would, and breaks it down: who is there without speaking, animals, props, the minor. */
export async function loadScript(loading: Loading, script: Buffer): Promise<void> {
  const { app, sample, scope, actor } = loading
  const body = { fileName: 'harbour-light.fountain', contentBase64: script.toString('base64') }
  const { id } = await begin(app, { scope, actor, body })
  await commit(app, { scope, actor, id, body: { numberScenes: false, addSpeakingCast: true } })

  const byNumber = new Map((await scenes(app.db, scope)).map((scene) => [scene.number, scene.id]))
  const sceneOf = (number: string): SceneId => {
    const scene = byNumber.get(number)
    if (!scene) throw new Error(`The sample's script has no scene ${number}.`)
    return scene
  }
  const onSheets = async (elementId: Parameters<typeof put>[1]['elementId'], numbers: string[]) => {
    for (const number of numbers)
      await put(app, { scope, actor, sceneId: sceneOf(number), elementId, body: { quantity: 1, note: '' } })
  }

  for (const { name, category, notes, scenes: numbers } of sample.elements) {
    const element = await addElement(app, { scope, actor, body: { name, category, notes } })
    await onSheets(element.id, numbers)
  }
  await nameCast(loading, onSheets)
}

async function nameCast(
  { app, sample, scope, actor }: Loading,
  onSheets: (elementId: Parameters<typeof put>[1]['elementId'], numbers: string[]) => Promise<void>,
) {
  const characters = new Map((await elements(app.db, scope)).map((element) => [element.name.toUpperCase(), element]))
  const wanted = sample.cast.map(({ plays, board, age }) => {
    const element = characters.get(plays)
    if (!element) throw new Error(`The sample's script has no character ${plays}.`)
    return { element, plays, board, age }
  })
  // Numbers are unique, so each moves out of the way before any takes its place.
  for (const change of ['aside', 'wanted'] as const) {
    for (const { element, board, age } of wanted) {
      const body = change === 'aside' ? { boardId: `0${board}` } : { boardId: board, ...minor(age) }
      const { version } = (await elements(app.db, scope)).find(({ id }) => id === element.id)!
      await changeElement(app, { scope, actor, id: element.id, expected: version, body })
    }
  }
  for (const { element, plays } of wanted) await onSheets(element.id, sample.alsoIn[plays] ?? [])

  const child = wanted.find(({ age }) => age !== undefined)
  const body = { name: 'Studio teacher', category: 'additional_labor' }
  const teacher = await addElement(app, { scope, actor, body })
  if (child)
    await link(app, { scope, actor, id: child.element.id, brings: teacher.id, body: { quantity: 1, note: '' } })
}

const minor = (age: number | undefined) => (age === undefined ? {} : { isMinor: true, age })
