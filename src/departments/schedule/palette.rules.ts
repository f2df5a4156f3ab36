import type { BoardLook, Bucket, DayType, IntExt } from './board.contract.ts'

/**
 * Strip colours as data, after the two sets in common use. Names of the colours are the tokens the screen and the
 * papers translate; INT and EXT are told apart by the edge's pattern as well, so that a copy in black and white reads.
 * @see the handbook, schedule and breakdown, section 7
 */
export const stripInks = ['white', 'yellow', 'blue', 'green', 'pink', 'grey', 'red', 'black', 'orange'] as const
export type StripInk = (typeof stripInks)[number]

export interface Palette {
  readonly key: string
  readonly name: string
  readonly source: string
  readonly scenes: Readonly<Record<`${'int' | 'ext'}_${'day' | 'night'}`, StripInk>>
  /** Null: dawn and dusk are coloured as day, as many boards do. */
  readonly dawnDusk: StripInk | null
  readonly freeDay: StripInk
  readonly holiday: StripInk
  readonly weekBreak: StripInk | null
}

export const palettes: readonly Palette[] = [
  {
    key: 'A',
    name: 'Scheduling software',
    source: 'Common in scheduling programs',
    scenes: { int_day: 'white', ext_day: 'yellow', int_night: 'blue', ext_night: 'green' },
    dawnDusk: 'pink',
    freeDay: 'grey',
    holiday: 'red',
    weekBreak: null,
  },
  {
    key: 'B',
    name: 'Singleton',
    source: 'R. Singleton, Film Scheduling',
    scenes: { int_day: 'white', ext_day: 'yellow', int_night: 'green', ext_night: 'blue' },
    dawnDusk: null,
    freeDay: 'grey',
    holiday: 'red',
    weekBreak: 'orange',
  },
]

export const paletteOf = (key: string): Palette => palettes.find((palette) => palette.key === key) ?? palettes[0]!

/** Which side a scene inside and outside takes its colour from is the board's choice; outside, unless it says so. */
export const sideOf = (intExt: IntExt | null, look: Pick<BoardLook, 'intExtCountsAs'>): 'int' | 'ext' =>
  intExt === 'int_ext' ? look.intExtCountsAs : (intExt ?? 'int')

/** @example inkOf({ intExt: 'ext', bucket: 'night' }, { palette: 'B', intExtCountsAs: 'ext' }) // 'blue' */
export function inkOf(
  scene: { readonly intExt: IntExt | null; readonly bucket: Bucket | null },
  look: Pick<BoardLook, 'palette' | 'intExtCountsAs'>,
): StripInk {
  const palette = paletteOf(look.palette)
  const side = sideOf(scene.intExt, look)
  if (scene.bucket === 'dawn_dusk') return palette.dawnDusk ?? palette.scenes[`${side}_day`]
  return palette.scenes[`${side}_${scene.bucket ?? 'day'}`]
}

/** Day breaks are black; days nobody shoots wear their own colour. */
export function dayInk(type: DayType, palette: Palette): StripInk {
  if (type === 'holiday') return palette.holiday
  if (type === 'off' || type === 'hiatus') return palette.freeDay
  return 'black'
}
