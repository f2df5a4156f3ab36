import { isMainUnit } from '../../kernel/units.ts'
import { formatEighths } from '../../kernel/eighths.ts'
import { clockOf, dayText } from '../../kernel/time.ts'
import type { BoardSheet, SheetDay } from './board.rules.ts'
import { calendarChanges } from './boardcalendar.rules.ts'
import type { BoardComparison, ComparedLine } from './compare.contract.ts'
import { dayTypeWords } from './days.rules.ts'
import { stripNumber } from './split.rules.ts'

/**
 * What another board does differently: scenes that move, days that change, people whose days change. Scenes and people
 * are the same by id, days by date and unit, so that two boards, or a board and what was published, can be compared.
 */
export function compareSheets(before: BoardSheet, after: BoardSheet): BoardComparison {
  return {
    calendar: calendarLines(before, after),
    scenes: changed(sceneDays(before), sceneDays(after)),
    days: changed(dayLines(before), dayLines(after)),
    people: changed(castDays(before), castDays(after)),
    totals: changed(totalLines(before), totalLines(after)),
  }
}

/** A schedule from before boards had calendars says nothing of its own. */
const calendarLines = ({ facts: { calendar: before } }: BoardSheet, { facts: { calendar: after } }: BoardSheet) =>
  before === null || after === null ? [] : calendarChanges(before, after)

type Lines = ReadonlyMap<string, { readonly label: string; readonly value: string }>

const dayName = ({ day, header }: SheetDay): string =>
  header.number === null ? dayText(day.onDate) : `Day ${header.number}, ${dayText(day.onDate)}`

/** A split scene is told part by part. */
function sceneDays(sheet: BoardSheet): Lines {
  const lines = new Map<string, { label: string; value: string }>()
  for (const day of sheet.days)
    for (const { scene, strip } of day.rows)
      if (scene)
        lines.set(`${scene.id}:${strip.part ?? 0}`, {
          label: `${stripNumber(scene.number, strip)} ${scene.setName}`,
          value: scene.isOmitted ? 'omitted' : dayName(day),
        })
  for (const { scene, strip } of sheet.boneyard)
    if (scene)
      lines.set(`${scene.id}:${strip.part ?? 0}`, {
        label: `${stripNumber(scene.number, strip)} ${scene.setName}`,
        value: scene.isOmitted ? 'omitted' : 'boneyard',
      })
  return lines
}

function dayLines(sheet: BoardSheet): Lines {
  return new Map(
    sheet.days.map((day) => [
      `${day.day.onDate}:${day.day.unit}`,
      {
        label: `${dayText(day.day.onDate)}${isMainUnit(day.day.unit) ? '' : `, ${day.day.unit}`}`,
        value: dayValue(day),
      },
    ]),
  )
}

/** A day in one line, as a person compares it. */
export const dayValue = ({ day, header }: SheetDay): string =>
  [
    header.number === null ? dayTypeWords[day.type].toLowerCase() : `Day ${header.number}`,
    header.call === null ? '' : `call ${clockOf(header.call)}`,
    header.sceneCount === 0 ? '' : `${formatEighths(header.eighths)} pages`,
    header.sceneCount === 0 || header.wrap === null ? '' : `wrap ${clockOf(header.wrap)}`,
  ]
    .filter((part) => part !== '')
    .join(', ')

function castDays(sheet: BoardSheet): Lines {
  return new Map(
    sheet.castColumns.map((element) => {
      const days = sheet.days.filter((day) => day.header.castIds.includes(element.id))
      const value = days.length === 0 ? 'no days' : days.map((day) => dayText(day.day.onDate)).join(', ')
      return [element.id, { label: element.playedBy ?? element.name, value }]
    }),
  )
}

function totalLines({ days, totals }: BoardSheet): Lines {
  const shootDays = days.filter((day) => day.header.number !== null).length
  return new Map([
    ['days', { label: 'Shoot days', value: String(shootDays) }],
    ['scenes', { label: 'Scenes on days', value: `${totals.scenesPlaced} of ${totals.scenes}` }],
    [
      'pages',
      { label: 'Pages on days', value: `${formatEighths(totals.eighthsPlaced)} of ${formatEighths(totals.eighths)}` },
    ],
  ])
}

function changed(before: Lines, after: Lines): ComparedLine[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)]
    if (was?.value === is?.value) return []
    return [{ key, label: (is ?? was)?.label ?? '', before: was?.value ?? null, after: is?.value ?? null }]
  })
}
