import type { ZoneName } from '../../kernel/time.ts'
import { dayText } from '../../kernel/time.ts'
import { bannerOf, isMeal } from './banners.rules.ts'
import type { BoardSheet, SheetDay, SheetRow } from './board.rules.ts'
import type { ClashDay, ClashPlace, ClashStrip, Plan } from './clash.facts.rules.ts'
import { dayTypeWords } from './days.rules.ts'
import { stripNumber } from './split.rules.ts'

/** `Day 2`, or what kind of day it is. */
const dayLabel = ({ day, header }: SheetDay): string =>
  header.number === null ? dayTypeWords[day.type] : `Day ${header.number}`

/** `Day 2, Wed 13 May`. */
export const dayTitle = (day: SheetDay): string => `${dayLabel(day)}, ${dayText(day.day.onDate)}`

/** A board's days as the rules of clashes look at them. */
export const clashDays = (sheet: BoardSheet, plan: Omit<Plan, 'unit'>): ClashDay[] =>
  sheet.days.map((day) => ({
    dayId: day.day.id,
    plan: { ...plan, unit: day.day.unit },
    label: dayLabel(day),
    onDate: day.day.onDate,
    type: day.day.type,
    timeZone: sheet.facts.timeZone,
    call: day.header.call,
    wrap: day.header.wrap,
    eighths: day.header.eighths,
    targetEighths: day.header.targetEighths,
    lateMeal: day.header.lateMeal,
    meals: day.rows.flatMap(({ strip, clock }) =>
      clock && isMeal(strip.kind) ? [{ from: clock.from, until: clock.until }] : [],
    ),
    moveCount: day.header.moveCount,
    rest: day.header.rest,
    strips: day.rows.map((row) => clashStrip(row, sheet.facts.timeZone)),
  }))

const clashStrip = ({ strip, scene, place, clock }: SheetRow, zone: ZoneName): ClashStrip => ({
  stripId: strip.id,
  label: scene ? stripNumber(scene.number, strip) : strip.title || (bannerOf(strip.kind)?.label ?? ''),
  kind: strip.kind,
  isOmitted: scene?.isOmitted ?? false,
  intExt: scene?.intExt ?? null,
  bucket: scene?.bucket ?? null,
  cheatsLight: strip.cheatsLight,
  from: clock?.from ?? null,
  until: clock?.until ?? null,
  minutes: clock?.minutes ?? 0,
  elementIds: scene?.elementIds ?? [],
  place: place && clashPlace(place, zone),
})

const clashPlace = (place: NonNullable<SheetRow['place']>, zone: ZoneName): ClashPlace => ({
  id: place.id,
  name: place.name,
  latitude: place.latitude,
  longitude: place.longitude,
  timeZone: place.timeZone ?? zone,
})

/** Scenes of the script that lie on no day of this board; a split scene is laid when all of its parts are. */
export function unplacedScenes(sheet: BoardSheet): string[] {
  const numbers = sheet.boneyard.flatMap(({ scene }) => (scene && !scene.isOmitted ? [scene.number] : []))
  return [...new Set(numbers)]
}
