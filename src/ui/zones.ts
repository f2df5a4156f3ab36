import { zoneLetters } from './dates.ts'
import type { Choice } from './SelectField.tsx'

let known: Choice[] | undefined

/** Every time zone the browser knows, by city: `Europe/London (BST)`. */
export function zoneChoices(): Choice[] {
  const now = Temporal.Now.instant()
  known ??= [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])].map((zone) => ({
    value: zone,
    label: `${zone.replaceAll('_', ' ')} (${zoneLetters(zone, now)})`,
  }))
  return known
}
