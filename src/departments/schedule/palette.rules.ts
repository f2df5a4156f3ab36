import { contrast, PAPER_INK_QUIET, READABLE } from '../../kernel/colour.ts'
import type { BoardLook, Bucket, DayType, IntExt } from './board.contract.ts'
import type { StripColour, StripColours } from './palette.contract.ts'

/** In the order they are asked for, as the trade says them. */
export const colourWords: Record<StripColour, string> = {
  intDay: 'INT, day',
  extDay: 'EXT, day',
  intNight: 'INT, night',
  extNight: 'EXT, night',
  dawnDusk: 'Dawn and dusk',
  companyMove: 'Company move',
  dayBreak: 'Day break',
  freeDay: 'Day off, hiatus',
  holiday: 'Holiday',
}

/** Which side a scene inside and outside takes its colour from is the board's choice; outside, unless it says so. */
export const sideOf = (intExt: IntExt | null, look: Pick<BoardLook, 'intExtCountsAs'>): 'int' | 'ext' =>
  intExt === 'int_ext' ? look.intExtCountsAs : (intExt ?? 'int')

type StripInk = `${'int' | 'ext'}${'Day' | 'Night' | 'Dawn'}`

const lights = { day: 'Day', night: 'Night', dawn_dusk: 'Dawn' } as const

/** @example inkOf({ intExt: 'ext', bucket: 'night' }, { intExtCountsAs: 'ext' }) // 'extNight' */
export const inkOf = (
  scene: { readonly intExt: IntExt | null; readonly bucket: Bucket | null },
  look: Pick<BoardLook, 'intExtCountsAs'>,
): StripInk => `${sideOf(scene.intExt, look)}${lights[scene.bucket ?? 'day']}`

/** Day breaks have their colour; days nobody shoots wear their own. */
export function dayInk(type: DayType): 'dayBreak' | 'freeDay' | 'holiday' {
  if (type === 'holiday') return 'holiday'
  return type === 'off' || type === 'hiatus' ? 'freeDay' : 'dayBreak'
}

/** The colour of a day break takes dark or light words, whichever reads; all others carry dark ones. */
const carriesDarkWords = (colour: StripColour): boolean => colour !== 'dayBreak'

/** What cannot be read: the smaller words of a strip on its colour, under what text needs. */
export const weakColours = (colours: StripColours): { colour: StripColour; ratio: number }[] =>
  (Object.keys(colourWords) as StripColour[]).flatMap((colour) => {
    const ratio = ratioOf(colours, colour)
    return ratio === null || ratio >= READABLE ? [] : [{ colour, ratio: Math.round(ratio * 100) / 100 }]
  })

/** How well the words on a colour read; null where there is no colour. */
export function ratioOf(colours: StripColours, colour: StripColour): number | null {
  const hex = colours[colour]
  if (hex === null) return null
  const dark = contrast(hex, PAPER_INK_QUIET)
  return carriesDarkWords(colour) ? dark : Math.max(dark, contrast(hex, '#a3abbb'))
}

/** `2.1 to 1 on INT, night`. */
export const weakText = (weak: readonly { colour: StripColour; ratio: number }[]): string =>
  weak.map(({ colour, ratio }) => `${colourWords[colour]} (${ratio} to 1)`).join(', ')
