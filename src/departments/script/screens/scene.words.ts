import type { Scene } from '../scene.contract.ts'

export const sideWords = { int: 'INT', ext: 'EXT', int_ext: 'I/E' } as const

/** Which of the strip's print colours a scene has: a token of tokens.css and its edge. */
export function toneOf({ intExt, bucket }: Pick<Scene, 'intExt' | 'bucket'>): string {
  if (bucket === 'dawn_dusk') return 'dawn'
  return `${intExt === 'int' || intExt === null ? 'int' : 'ext'}-${bucket ?? 'day'}`
}

export const stateWords = { todo: 'to do', part: 'in part', done: 'done' } as const
export const stateStanding = { todo: 'waiting', part: 'half', done: 'go' } as const

export const nameOf = ({ number, heading }: Pick<Scene, 'number' | 'heading'>): string =>
  number === null ? heading : `Scene ${number}`

/** `1 scene`, `24 scenes`. */
export const count = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`

export const kindWords: Record<string, string> = {
  heading: 'Scene heading',
  action: 'Action',
  character: 'Character',
  parenthetical: 'Parenthetical',
  dialogue: 'Dialogue',
  lyric: 'Lyric',
  transition: 'Transition',
  shot: 'Shot',
  general: 'General',
  cast_list: 'Cast list',
  new_act: 'New act',
  end_of_act: 'End of act',
  section: 'Section',
  synopsis: 'Synopsis',
  note: 'Note',
  boneyard: 'Struck text',
  page_break: 'Page break',
}
