import { dayText, instantOf } from '../../kernel/time.ts'
import type { DayMinute, PlainDay, ZoneName } from '../../kernel/time.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db } from '../../platform/database/database.ts'
import * as schedule from '../schedule/index.ts'
import type { BoardSheet, SheetDay, SheetRow } from '../schedule/index.ts'
import * as script from '../script/index.ts'
import type { Frame } from './callsheet.view.ts'
import type { RowFacts, SheetFacts } from './sheet.facts.ts'

/** A day of the active board as a call sheet needs it. */
export interface LaidDay {
  onDate: PlainDay
  unit: string
  type: string
  number: number | null
  count: number | null
  call: DayMinute | null
  note: string
  rows: RowFacts[]
  dayText: string
  /** When the unit is away, by the plan. */
  wrapAt: Temporal.Instant | null
  instantAt: (minute: DayMinute) => Temporal.Instant
  background: SheetFacts['background']
  requirements: SheetFacts['requirements']
}

export interface ScheduleSources {
  boardId: string | null
  scheduleIssueId: string | null
  days: LaidDay[]
  /** Characters and things by id, with the number they carry on the board. */
  elements: ReadonlyMap<string, { boardId: string; name: string; isMinor: boolean }>
  /** Codes of the day out of days: by character, by date. The report counts with the same rules. */
  dayCodes: ReadonlyMap<string, Readonly<Record<string, string>>>
}

/** The plan that counts: the active board and what runs alongside it, with what the breakdown asks for each day. */
export async function scheduleSources(db: Db, scope: ProductionScope): Promise<ScheduleSources> {
  const sheets = await schedule.planSheets(db, scope)
  const active = await schedule.activeBoard(db, scope)
  const issues = await schedule.issues(db, scope)
  const elements = await script.elements(db, scope)
  const asked = await askedByScene(db, scope, elements)
  const frames = new Map((await script.frames(db, scope)).map(({ sceneId, ...frame }) => [sceneId as string, frame]))
  const days = sheets
    .flatMap((sheet) => sheet.days.map((day) => laidDay(sheet, day, asked, frames)))
    .sort((a, b) => a.onDate.localeCompare(b.onDate))
  return {
    boardId: active?.id ?? null,
    scheduleIssueId: issues.find((issue) => issue.boardId === active?.id)?.id ?? null,
    days,
    dayCodes: codesOf(days, elements, await schedule.elementEvents(db, scope)),
    elements: new Map(
      elements.map(({ id, boardId, name, isMinor }) => [id, { boardId: boardId ?? '', name, isMinor }]),
    ),
  }
}

/** What each character's days are called: start, work, hold, drop, pick-up, finish, and days of travel or rehearsal. */
function codesOf(
  days: readonly LaidDay[],
  elements: Awaited<ReturnType<typeof script.elements>>,
  events: Awaited<ReturnType<typeof schedule.elementEvents>>,
): ScheduleSources['dayCodes'] {
  const dates = [...Map.groupBy(days, (day) => day.onDate)].map(([date, units]) => {
    const shooting = units.find((day) => day.number !== null)
    return { date, kind: shooting ? ('shoot' as const) : ('other' as const), dayNumber: shooting?.number ?? null }
  })
  const worksOn = new Map<string, PlainDay[]>()
  for (const day of days)
    for (const id of new Set(day.rows.flatMap((row) => row.castElementIds)))
      worksOn.set(id, [...(worksOn.get(id) ?? []), day.onDate])
  const subjects = elements
    .filter(({ category }) => category === 'cast')
    .map(({ id, allowHold, allowDrop, minDropDays }) => ({
      key: id,
      worksOn: worksOn.get(id) ?? [],
      events: events.flatMap(({ elementId, onDate, kind }) =>
        elementId === id && kind !== 'other' ? [{ date: onDate, kind }] : [],
      ),
      allowHold,
      allowDrop,
      minDropDays,
      maxDrops: schedule.usualDrop.maxDrops,
    }))
  const { rows } = schedule.dayOutOfDays(dates, subjects, { showsIdleDays: false })
  return new Map(
    rows.map(({ key, cells }) => [
      key,
      Object.fromEntries(Object.entries(cells).map(([date, { code }]) => [date, code])),
    ]),
  )
}

interface Asked {
  elementId: string
  category: string
  categoryName: string
  name: string
  quantity: number
}

/** What each scene's breakdown asks for beside its cast. */
async function askedByScene(
  db: Db,
  scope: ProductionScope,
  all: Awaited<ReturnType<typeof script.elements>>,
): Promise<ReadonlyMap<string, Asked[]>> {
  const elements = new Map(all.map((element) => [element.id as string, element]))
  const names = new Map((await script.categories(db)).map((category) => [category.code as string, category.name]))
  const rows = (await script.sceneElements(db, scope)).flatMap(({ sceneId, elementId, quantity }) => {
    const element = elements.get(elementId)
    if (element === undefined || element.category === 'cast') return []
    const { category, name } = element
    return [
      {
        sceneId,
        asked: { elementId, category, categoryName: names.get(category) ?? category, name, quantity: quantity ?? 1 },
      },
    ]
  })
  return new Map(
    [...Map.groupBy(rows, (row) => row.sceneId as string)].map(([sceneId, list]) => [
      sceneId,
      list.map((row) => row.asked),
    ]),
  )
}

function laidDay(
  sheet: BoardSheet,
  { day, header, rows }: SheetDay,
  asked: ReadonlyMap<string, Asked[]>,
  frames: ReadonlyMap<string, Frame>,
): LaidDay {
  const zone: ZoneName = sheet.facts.timeZone
  const live = rows.filter((row) => row.scene === null || !row.scene.isOmitted)
  const numbers = new Map(sheet.facts.elements.map((element) => [element.id, element.boardNumber]))
  const instantAt = (minute: DayMinute) => instantOf(day.onDate, minute, zone)
  return {
    onDate: day.onDate,
    unit: day.unit,
    type: day.type,
    number: header.number,
    count: header.number === null ? null : header.of,
    call: header.call,
    note: day.note,
    rows: live.map((row) => ({ ...rowOf(row, numbers, asked), frame: frames.get(row.scene?.id ?? '') ?? null })),
    dayText: dayText(day.onDate),
    wrapAt: header.wrap === null || live.length === 0 ? null : instantAt(header.wrap),
    instantAt,
    background: backgroundOf(live, asked),
    requirements: requirementsOf(live, asked),
  }
}

const kinds: Partial<Record<SheetRow['strip']['kind'], RowFacts['kind']>> = {
  scene: 'scene',
  meal: 'meal',
  second_meal: 'meal',
  company_move: 'move',
}

/** A banner nobody named goes by its kind; the start of the day is, for whoever reads a sheet, the set-up. */
const bannerText = ({ kind, title }: SheetRow['strip']): string =>
  title || (kind === 'day_start' ? 'Set up' : (schedule.bannerOf(kind)?.label ?? ''))

function rowOf(
  { strip, scene, place, eighths, clock }: SheetRow,
  numbers: ReadonlyMap<string, string | null>,
  asked: ReadonlyMap<string, Asked[]>,
): RowFacts {
  return {
    id: strip.id,
    kind: kinds[strip.kind] ?? 'banner',
    start: clock?.from ?? null,
    minutes: clock?.minutes ?? strip.minutesOverride ?? 0,
    number:
      scene === null ? '' : strip.parts !== null && strip.parts > 1 ? `${scene.number} pt ${strip.part}` : scene.number,
    intExt: scene?.intExt == null ? '' : scene.intExt === 'int_ext' ? 'INT/EXT' : scene.intExt.toUpperCase(),
    bucket: scene?.bucket ?? null,
    time: scene === null ? '' : lightOf(scene),
    set: scene?.setName ?? '',
    text: scene?.synopsis ?? bannerText(strip),
    scriptDay: scene?.scriptDay ?? '',
    castElementIds: [...(scene?.castIds ?? [])],
    castLabels: (scene?.castIds ?? []).map((id) => String(numbers.get(id) ?? '')).filter((label) => label !== ''),
    eighths: scene === null ? null : eighths,
    locationId: place?.id ?? null,
    note: scene === null ? '' : noteOf(asked.get(scene.id) ?? []),
  }
}

const buckets = { day: 'DAY', night: 'NIGHT', dawn_dusk: 'DUSK' } as const

/** CONTINUOUS, LATER and SAME say how the story goes on; a unit wants to know whether it is dark. */
function lightOf({ timeOfDay, bucket }: NonNullable<SheetRow['scene']>): string {
  const time = (timeOfDay ?? '').toUpperCase()
  return /^(CONTINUOUS|SAME|(MOMENTS )?LATER)$/.test(time) && bucket !== null ? buckets[bucket] : time
}

/** What the first assistant wants to see beside a scene at a glance. */
const loud = new Set(['stunts', 'special_effects', 'animals', 'vehicles', 'special_equipment', 'playback'])

const noteOf = (asked: Asked[]): string =>
  asked
    .filter(({ category }) => loud.has(category))
    .slice(0, 2)
    .map(({ name }) => name)
    .join(', ')

const sceneIds = (rows: readonly SheetRow[]) =>
  rows.flatMap((row) => (row.scene === null ? [] : [{ row, scene: row.scene }]))

function backgroundOf(rows: readonly SheetRow[], asked: ReadonlyMap<string, Asked[]>): SheetFacts['background'] {
  const wanted = sceneIds(rows).flatMap(({ row, scene }) =>
    (asked.get(scene.id) ?? [])
      .filter(({ category }) => category === 'background')
      .map((each) => ({ ...each, rowId: row.strip.id })),
  )
  return [...Map.groupBy(wanted, (each) => each.elementId)].map(([id, list]) => ({
    id,
    name: list[0]!.name,
    quantity: Math.max(...list.map((each) => each.quantity)),
    rowIds: list.map((each) => each.rowId),
  }))
}

/** Per category of the breakdown: what is needed, how many, and for which scenes. */
function requirementsOf(rows: readonly SheetRow[], asked: ReadonlyMap<string, Asked[]>): SheetFacts['requirements'] {
  const wanted = sceneIds(rows).flatMap(({ scene }) =>
    (asked.get(scene.id) ?? [])
      .filter(({ category }) => category !== 'background')
      .map((each) => ({ ...each, number: scene.number })),
  )
  return [...Map.groupBy(wanted, (each) => each.category)].map(([id, list]) => ({
    id,
    title: list[0]!.categoryName,
    text: [...Map.groupBy(list, (each) => each.elementId)].map(([, same]) => needed(same)).join(', '),
  }))
}

function needed(same: (Asked & { number: string })[]): string {
  const most = Math.max(...same.map((each) => each.quantity))
  const scenes = [...new Set(same.map((each) => each.number))].join(', ')
  return `${same[0]!.name}${most > 1 ? ` × ${most}` : ''} (${scenes})`
}
