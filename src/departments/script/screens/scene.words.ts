import { formatEighths, formatPages, sumEighths } from '../../../kernel/eighths.ts'
import { plural } from '../../../ui/words.ts'
import type { Scene } from '../scene.contract.ts'

export const sideWords = { int: 'INT', ext: 'EXT', int_ext: 'I/E' } as const

/** Which of the strip's print colours a scene has: a token of tokens.css and its edge. */
export function toneOf({ intExt, bucket }: Pick<Scene, 'intExt' | 'bucket'>): string {
  if (bucket === 'dawn_dusk') return 'dawn'
  return `${intExt === 'int' || intExt === null ? 'int' : 'ext'}-${bucket ?? 'day'}`
}

export const stateWords = { todo: 'to do', part: 'in part', done: 'done' } as const
export const stateStanding = { todo: 'waiting', part: 'half', done: 'go' } as const

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

/** Hatched edge on the strip: anything that is partly outside. */
export const isOutside = ({ intExt }: Pick<Scene, 'intExt'>): boolean => intExt === 'ext' || intExt === 'int_ext'

/** Entries of a list are as long as they take; scenes of a script as long as their pages. */
export const lengthOf = ({
  kind,
  minutes,
  eighths,
  omitted,
}: Pick<Scene, 'kind' | 'minutes' | 'eighths' | 'omitted'>) =>
  omitted ? 'omitted' : kind === 'list' && minutes !== null ? `${minutes} min` : formatEighths(eighths)

/** What a script and a list add up to: `24 scenes, 3 7/8 pages`, `3 entries, 55 min`. */
export function totalOf(scenes: readonly Pick<Scene, 'kind' | 'minutes' | 'eighths' | 'omitted'>[]): string {
  const standing = scenes.filter(({ omitted }) => !omitted)
  const timed = standing.filter(({ kind, minutes }) => kind === 'list' && minutes !== null)
  const paged = standing.filter((scene) => !timed.includes(scene))
  const minutes = timed.reduce((sum, scene) => sum + (scene.minutes ?? 0), 0)
  const isList = standing.every(({ kind }) => kind === 'list')
  return [
    isList ? plural(standing.length, 'entry', 'entries') : plural(standing.length, 'scene'),
    ...(paged.length > 0 && !(isList && timed.length > 0)
      ? [formatPages(sumEighths(paged.map(({ eighths }) => eighths)))]
      : []),
    ...(minutes > 0 ? [`${minutes} min`] : []),
  ].join(', ')
}
