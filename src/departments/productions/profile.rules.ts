import type { ProductionKind } from './production.contract.ts'
import type { WorkingTimeProfile } from './profile.contract.ts'

type Suited = Pick<WorkingTimeProfile, 'id' | 'suitsZones' | 'suitsKinds'>

/**
 * The profile a new production takes by its time zone and kind: the longest beginning of a zone's name that fits wins, and
 * one made for the kind goes before one for all. `null` when the office has none that fits.
 */
export function profileFor(profiles: readonly Suited[], timeZone: string, kind: ProductionKind): string | null {
  const fitting = profiles.flatMap(({ id, suitsZones, suitsKinds }) => {
    const fits = suitsZones.filter((beginning) => timeZone.startsWith(beginning)).map((beginning) => beginning.length)
    if (fits.length === 0 || (suitsKinds.length > 0 && !suitsKinds.includes(kind))) return []
    return [{ id, reach: Math.max(...fits) * 2 + (suitsKinds.length > 0 ? 1 : 0) }]
  })
  return fitting.sort((a, b) => b.reach - a.reach || a.id.localeCompare(b.id))[0]?.id ?? null
}

/** Letter where Letter is the paper in the drawer. */
export const paperFor = (timeZone: string): 'a4' | 'letter' =>
  /^(America\/(?!Argentina|Sao_Paulo|Buenos|Montevideo|Asuncion|La_Paz|Lima|Guyana|Cayenne|Paramaribo|Nuuk|Godthab)|US\/|Canada\/|Pacific\/Honolulu|Asia\/Manila)/.test(
    timeZone,
  )
    ? 'letter'
    : 'a4'
