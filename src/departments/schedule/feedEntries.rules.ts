import { capitalised } from '../../kernel/words.ts'
import { isMainUnit } from '../../kernel/units.ts'
import { formatPages } from '../../kernel/eighths.ts'
import { clockOf } from '../../kernel/time.ts'
import type { DayMinute, PlainDay, ZoneName } from '../../kernel/time.ts'
import type { BoardSheet, SheetDay } from './board.rules.ts'
import type { DayType } from './board.contract.ts'
import { dayTypeWords } from './days.rules.ts'
import type { Work } from './clash.facts.rules.ts'
import { stripNumber } from './split.rules.ts'

/** One day of a plan as a calendar shows it. `from` is null for a whole day. */
export interface FeedEntry {
  /** The day's own id, which stays when it moves. */
  key: string
  onDate: PlainDay
  unit: string
  summary: string
  description: string
  location: string
  from: DayMinute | null
  until: DayMinute | null
  zone: ZoneName
  /** Takes the reader's time; a holiday only informs. */
  isBusy: boolean
}

const isIdle = (type: DayType): boolean => type === 'off' || type === 'holiday' || type === 'hiatus'

/** `HLT day 2 of 6`; a day without a number says what it is. */
function titleOf(code: string, { day, header }: SheetDay): string {
  const what = header.number === null ? dayTypeWords[day.type].toLowerCase() : `day ${header.number} of ${header.of}`
  const cover = header.number !== null && day.type === 'weather' ? ', weather cover' : ''
  const unit = isMainUnit(day.unit) ? '' : `, ${day.unit}`
  return `${code} ${what}${cover}${unit}`
}

/** The call sheet knows better than the board once it is out. */
const caution = 'Times are estimates from the published schedule. Your call sheet has the last word.'

const sentences = (...parts: (string | false)[]): string =>
  parts.filter((part) => part !== '' && part !== false).join('\n')

function scenesOf({ rows }: SheetDay): string {
  const numbers = rows.flatMap(({ scene, strip }) =>
    scene && !scene.isOmitted ? [stripNumber(scene.number, strip)] : [],
  )
  const sets = new Set(rows.flatMap(({ scene }) => (scene && !scene.isOmitted && scene.setName ? [scene.setName] : [])))
  if (numbers.length === 0) return ''
  return `${numbers.length === 1 ? 'Scene' : 'Scenes'} ${numbers.join(', ')}${sets.size > 0 ? `: ${[...sets].join(', ')}` : ''}`
}

const placesOf = ({ header }: SheetDay): string => header.places.map(({ name }) => name).join('; ')

const hoursOf = ({ header: { call, wrap } }: SheetDay): string =>
  call === null ? '' : `Call ${clockOf(call)}${wrap === null ? '' : `, estimated wrap ${clockOf(wrap)}`}`

/** How much of a plan somebody reads beside its dates, hours and places. */
export interface PlanReading {
  readonly scenes: boolean
  /** Pages of the day and what the office noted on it. */
  readonly notes: boolean
}

/** The whole plan, as much of it as its reader may know. Plain days off are no news. */
export function planEntries(sheet: BoardSheet, code: string, may: PlanReading): FeedEntry[] {
  return sheet.days
    .filter(({ day }) => day.type !== 'off')
    .map((it) => {
      const { day, header } = it
      return {
        key: day.id,
        onDate: day.onDate,
        unit: day.unit,
        summary: titleOf(code, it),
        description: sentences(
          hoursOf(it),
          may.scenes && scenesOf(it),
          may.notes && header.eighths > 0 && formatPages(header.eighths),
          may.notes && day.note,
          header.call !== null && caution,
        ),
        location: placesOf(it),
        from: header.call,
        until: header.call === null ? null : Math.max(header.wrap ?? header.call, header.call + 15),
        zone: sheet.facts.timeZone,
        isBusy: !isIdle(day.type),
      }
    })
}

/** One person's days, from arrival to release; nobody else's name, times or scenes. */
export function personEntries(
  sheet: BoardSheet,
  code: string,
  personId: string,
  works: readonly Pick<Work, 'resource' | 'dayId' | 'from' | 'until' | 'doing' | 'elementId'>[],
): FeedEntry[] {
  const days = new Map(sheet.days.map((it) => [it.day.id as string, it]))
  const own = works.filter(({ resource }) => resource.kind === 'person' && resource.id === personId)
  return [...Map.groupBy(own, ({ dayId }) => dayId)].flatMap(([dayId, its]) => {
    const it = days.get(dayId)
    if (!it) return []
    const from = Math.min(...its.map((work) => work.from))
    const until = Math.max(...its.map((work) => work.until))
    const doing = its.filter(({ elementId }) => elementId !== null).map((work) => work.doing)
    return [
      {
        key: dayId,
        onDate: it.day.onDate,
        unit: it.day.unit,
        summary: `${titleOf(code, it)}: you from ${clockOf(from)}`,
        description: sentences(doing.length > 0 && capitalised(doing.join('; ')), caution),
        location: placesOf(it),
        from,
        until: Math.max(until, from + 15),
        zone: sheet.facts.timeZone,
        isBusy: true,
      },
    ]
  })
}
