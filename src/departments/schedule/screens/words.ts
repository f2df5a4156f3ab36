/** How the board speaks. */
const bucketWords = { day: 'D', night: 'N', dawn_dusk: 'Dawn' } as const

export const stateWords = { draft: 'Draft', published: 'Published', active: 'Active' } as const

/** `D`, `N`, `Dawn`, `Dusk`: what stands on the strip. */
export const bucketText = (bucket: 'day' | 'night' | 'dawn_dusk' | null, timeOfDay: string): string => {
  if (bucket === null) return ''
  if (bucket !== 'dawn_dusk') return bucketWords[bucket]
  return /dusk|magic/i.test(timeOfDay) ? 'Dusk' : 'Dawn'
}

export const intExtWords = { int: 'INT', ext: 'EXT', int_ext: 'I/E' } as const

export const eventWords = { travel: 'Travel', rehearsal: 'Rehearsal', fitting: 'Fitting', other: 'Other' } as const
