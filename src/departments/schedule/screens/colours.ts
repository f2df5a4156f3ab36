import type { CSSProperties } from 'react'
import { inkOn } from '../../../kernel/colour.ts'
import type { StripColours } from '../palette.contract.ts'

/** The dark words of a header in a light colour. */
const darkWords = {
  '--on-black': '#171a21',
  '--on-black-2': '#3d4452',
  '--on-black-tungsten': '#7a3604',
  '--on-black-stop': '#8f1414',
  '--on-black-daylight': '#123f9e',
  '--on-black-go': '#0b4d24',
}

/** Dresses everything inside in a set of strip colours; without one, the product's own hold. */
export function dressedIn(colours: StripColours | null): CSSProperties {
  if (colours === null) return {}
  return {
    '--int-day': colours.intDay,
    '--ext-day': colours.extDay,
    '--int-night': colours.intNight,
    '--ext-night': colours.extNight,
    // Without a value of its own, dawn falls back to the colour of the day.
    '--dawn': colours.dawnDusk ?? 'initial',
    '--move': colours.companyMove,
    '--daybreak': colours.dayBreak,
    '--free-day': colours.freeDay,
    '--holiday': colours.holiday,
    ...(inkOn(colours.dayBreak) === 'dark' && darkWords),
  } as CSSProperties
}
