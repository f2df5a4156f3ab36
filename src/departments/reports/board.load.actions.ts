import { sumEighths } from '../../kernel/eighths.ts'
import { clockOf } from '../../kernel/time.ts'
import type { DayMinute, WallTime } from '../../kernel/time.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db } from '../../platform/database/database.ts'
import * as schedule from '../schedule/index.ts'
import type { BoardSheet, SheetDay, SheetRow } from '../schedule/index.ts'
import * as script from '../script/index.ts'
import type { BoardReportFacts, DayFacts, StripFacts } from './board.facts.ts'

/** What the reports of one board are computed from, each part asked of its own department. */
export async function boardFacts(db: Db, scope: ProductionScope, sheet: BoardSheet): Promise<BoardReportFacts> {
  const elements = await script.elements(db, scope)
  const needs = await script.sceneElements(db, scope)
  const categories = await script.categories(db)
  const events = await schedule.elementEvents(db, scope)
  const cast = castOf(sheet)
  const played = new Map(sheet.facts.elements.map((element) => [element.id, element.playedBy]))
  const live = sheet.facts.scenes.filter((scene) => !scene.isOmitted)
  return {
    fields: schedule.fieldsOf(sheet.facts.layout),
    days: sheet.days.map((day) => dayFacts(sheet, day, cast)),
    elements: elements.map((element) => ({
      id: element.id,
      category: element.category,
      name: element.name,
      number: element.boardId ?? '',
      playedBy: played.get(element.id) ?? '',
      note: element.notes,
      allowHold: element.allowHold,
      allowDrop: element.allowDrop,
      minDropDays: element.minDropDays,
    })),
    needs: needs.map(({ sceneId, elementId, quantity, note }) => ({ sceneId, elementId, quantity, note })),
    categories: categories.map(({ code, name }) => ({ key: code, label: name })),
    sceneEighths: new Map(live.map((scene) => [scene.id, scene.eighths])),
    sceneNumbers: new Map(live.map((scene) => [scene.id, scene.number])),
    events: events.flatMap(({ elementId, onDate, kind }) =>
      elementId === null || kind === 'other' ? [] : [{ elementId, date: onDate, kind }],
    ),
  }
}

const dayKinds: Record<SheetDay['day']['type'], DayFacts['kind']> = {
  shoot: 'shoot',
  weather: 'shoot',
  travel: 'travel',
  off: 'off',
  holiday: 'holiday',
  hiatus: 'holiday',
  prep: 'other',
  rehearsal: 'other',
  wrap: 'other',
}

const wall = (minute: DayMinute | null): WallTime | null => (minute === null ? null : clockOf(minute))

/** A day as reports and calendars speak of it. */
export function dayFacts(sheet: BoardSheet, { day, header, rows }: SheetDay, cast = castOf(sheet)): DayFacts {
  const kind = dayKinds[day.type]
  return {
    onDate: day.onDate,
    isShoot: kind === 'shoot',
    kind,
    typeText: schedule.dayTypeWords[day.type],
    unit: day.unit,
    number: header.number,
    of: header.of,
    call: wall(header.call),
    wrap: wall(header.wrap),
    eighths: sumEighths(rows.map((row) => row.eighths)),
    sceneCount: header.sceneCount,
    castCount: header.castIds.length,
    places: header.places.map((place) => place.name),
    note: day.note,
    strips: rows.map((row) => stripFacts(row, cast)),
  }
}

const sides = { int: 'INT', ext: 'EXT', int_ext: 'INT/EXT' } as const

interface Numbered {
  order: ReadonlyMap<string, number>
  /** What stands in the cast column: the number on the board, or the name where there is none. */
  said: ReadonlyMap<string, string>
}

const castOf = ({ castColumns, facts }: BoardSheet): Numbered => ({
  order: new Map(castColumns.map(({ id }, at) => [id, at])),
  said: new Map(facts.elements.map(({ id, boardNumber, name }) => [id, boardNumber ?? name])),
})

function stripFacts({ strip, scene, place, eighths, clock }: SheetRow, { order, said }: Numbered): StripFacts {
  const shared = {
    start: wall(clock?.from ?? null),
    minutes: clock?.minutes ?? null,
    place: place?.name ?? '',
    eighths,
    title: strip.title || (schedule.bannerOf(strip.kind)?.label ?? ''),
  }
  if (scene === null) return { ...shared, ...bannerOnly }
  const cast = scene.castIds.toSorted((a, b) => (order.get(a) ?? 1e9) - (order.get(b) ?? 1e9))
  return {
    ...shared,
    kind: 'scene',
    sceneId: scene.id,
    number: schedule.stripNumber(scene.number, strip),
    intExt: scene.intExt === null ? '' : sides[scene.intExt],
    setName: scene.setName,
    timeOfDay: scene.timeOfDay,
    synopsis: scene.synopsis,
    scriptDay: scene.scriptDay,
    tone: toneOf(scene),
    cast: cast.map((id) => said.get(id) ?? ''),
  }
}

const bannerOnly = {
  kind: 'banner',
  sceneId: null,
  number: '',
  intExt: '',
  setName: '',
  timeOfDay: '',
  synopsis: '',
  scriptDay: '',
  tone: 'banner',
  cast: [],
} satisfies Partial<StripFacts>

function toneOf({ isOmitted, intExt, bucket }: NonNullable<SheetRow['scene']>): StripFacts['tone'] {
  if (isOmitted) return 'omitted'
  if (bucket === 'dawn_dusk') return 'dawn_dusk'
  const side = intExt === 'ext' || intExt === 'int_ext' ? 'ext' : 'int'
  return bucket === 'night' ? `${side}_night` : `${side}_day`
}
