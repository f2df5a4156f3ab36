import type { Scene } from './scene.contract.ts'

/** How a scene is called in a sentence: by its number, or by its heading where it has none. */
export const sceneName = ({ number, heading }: Pick<Scene, 'number' | 'heading'>): string =>
  number === null ? heading : `Scene ${number}`
