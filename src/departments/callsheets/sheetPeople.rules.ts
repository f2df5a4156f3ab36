import type { DayMinute } from '../../kernel/time.ts'
import type {
  BackgroundRow,
  CallSheetView,
  CastRow,
  CrewGroup,
  Place,
  Timed,
  ViewPerson,
  Worded,
} from './callsheet.view.ts'
import { castTimes, crewCall, departmentOffset } from './calltimes.rules.ts'
import type { CastTimes, MainTimes } from './calltimes.rules.ts'
import type { Blocks, Overrides } from './sheet.blocks.ts'
import type { PersonFacts, SheetFacts } from './sheet.facts.ts'
import { restOf } from './sheetTurnaround.rules.ts'

/** A line of words with what stands there by itself and what a person wrote instead. */
function worded(overrides: Overrides, key: string, computed: string, source: string): Worded {
  const override = overrides[key] ?? null
  return { key, text: override === null ? computed : String(override.value), computed, override, source }
}

/** Wide copies name a minor by first name; the board ID beside it says which part. */
const shownName = (person: Pick<PersonFacts, 'name' | 'minor'>): string =>
  person.minor ? (person.name.trim().split(/\s+/)[0] ?? person.name) : person.name

interface Of {
  facts: SheetFacts
  blocks: Blocks
  overrides: Overrides
  main: MainTimes
  reportTo: Place | null
}

const placeLine = (place: Place | null): string =>
  place === null ? '' : [place.name, place.address].filter((part) => part !== '').join(', ')

function personOf(
  { facts, blocks, overrides, reportTo }: Of,
  person: PersonFacts,
  call: Timed,
  pickup: Timed | null,
): ViewPerson {
  const key = (name: string) => `person.${person.engagementId}.${name}`
  const rides = pickup !== null || overrides[key('transport')] !== undefined
  return {
    engagementId: person.engagementId,
    personId: person.personId,
    name: person.name,
    shownName: shownName(person),
    position: person.position,
    department: person.department.name,
    kind: person.kind,
    minor: person.minor,
    phone: person.phone,
    call,
    pickup,
    pickupFrom: pickup === null ? null : (person.pickupFrom ?? ''),
    reportTo: worded(overrides, key('reportTo'), placeLine(reportTo), 'Place everybody reports to'),
    transport: rides ? worded(overrides, key('transport'), '', 'Transport') : null,
    remarks: String(overrides[key('remarks')]?.value ?? ''),
    rest: restOf({
      previousWrap: person.previousWrap,
      neededMinutes: facts.production.dailyRestMinutes,
      starts: blocks.timing.pickupStartsWork && pickup !== null ? pickup.minutes : call.minutes,
      onDate: facts.sheet.onDate,
      timeZone: facts.production.timeZone,
    }),
  }
}

const byBoard = (a: PersonFacts, b: PersonFacts) =>
  a.boardId.localeCompare(b.boardId, 'en', { numeric: true }) || a.sort - b.sort || a.name.localeCompare(b.name)

/** Cast of the day, each with the chain from pick-up to set. */
export function castOf(of: Of): CastRow[] {
  const { facts, blocks, overrides, main } = of
  const actors = facts.people.filter((person) => person.kind === 'cast').sort(byBoard)
  const scenesOf = new Map(actors.map((person) => [person.engagementId, rowsWith(facts, person)]))
  const chains = castTimes(
    actors.map((person, order) => {
      const rows = scenesOf.get(person.engagementId)!
      const starts = rows.flatMap((row) => (row.start === null ? [] : [row.start + main.shift]))
      const ends = rows.flatMap((row) => (row.start === null ? [] : [row.start + row.minutes + main.shift]))
      return {
        ...person,
        order,
        firstStart: starts.length === 0 ? null : Math.min(...starts),
        firstNumber: rows[0]?.number ?? '',
        lastEnd: ends.length === 0 ? null : Math.max(...ends),
      }
    }),
    blocks.timing,
    overrides,
  )
  return actors.map((person) => castRow(person, chains.get(person.engagementId)!))

  function castRow(person: PersonFacts, chain: CastTimes): CastRow {
    return {
      ...personOf(of, person, chain.call, chain.pickup),
      boardId: person.boardId,
      character: person.character,
      dayCode: person.dayCode,
      makeup: chain.makeup,
      wardrobe: chain.wardrobe,
      onSet: chain.onSet,
      done: chain.done,
      sceneNumbers: scenesOf.get(person.engagementId)!.map((row) => row.number),
    }
  }
}

const rowsWith = (facts: SheetFacts, person: PersonFacts) =>
  facts.day.rows.filter(
    (row) => row.kind === 'scene' && person.elementId !== null && row.castElementIds.includes(person.elementId),
  )

/** Crew, or guests, by department in the order of the trade. */
export function groupsOf(of: Of, kinds: PersonFacts['kind'][], channels: CallSheetView['channels']): CrewGroup[] {
  const { facts, overrides, main } = of
  const people = facts.people.filter((person) => kinds.includes(person.kind))
  const departments = new Map(people.map((person) => [person.department.id, person.department]))
  return [...departments.values()]
    .sort((a, b) => a.sort - b.sort || a.name.localeCompare(b.name))
    .map((department) => ({
      id: department.id,
      name: department.name,
      channel: channelOf(department.name, channels),
      offset: departmentOffset(department, overrides).minutes,
      people: people
        .filter((person) => person.department.id === department.id)
        .sort((a, b) => a.sort - b.sort || a.name.localeCompare(b.name))
        .map((person) => {
          const call = crewCall(person, main.generalCall, overrides)
          return personOf(of, person, call, null)
        }),
    }))
}

const letters = (text: string) => text.toLowerCase().match(/\p{L}{3,}/gu) ?? []

/** The radio channel whose use names this department, its first word before its others. */
function channelOf(department: string, channels: CallSheetView['channels']): string | null {
  for (const own of letters(department)) {
    const named = channels.find(({ use }) => letters(use).some((word) => isSameWord(word, own)))
    if (named !== undefined) return named.number
  }
  return null
}

const isSameWord = (a: string, b: string): boolean =>
  a === b || (Math.min(a.length, b.length) >= 5 && (a.startsWith(b) || b.startsWith(a)))

/** Background of the day: what the breakdown of its scenes asks for, and what was typed in. */
export function backgroundOf({ facts, blocks, overrides, main, reportTo }: Of): BackgroundRow[] {
  const emerged = facts.background.map((element): BackgroundRow => {
    const starts = facts.day.rows.filter((row) => element.rowIds.includes(row.id) && row.start !== null)
    const onSet =
      starts.length === 0
        ? null
        : Math.min(...starts.map((row) => row.start!)) + main.shift - blocks.timing.rehearsalLead
    const ready = onSet === null ? null : onSet - blocks.timing.baseToSet
    const own = (name: string, computed: DayMinute | null) => {
      const value = overrides[`background.${element.id}.${name}`]?.value
      return typeof value === 'number' ? value : computed
    }
    return {
      id: element.id,
      quantity: element.quantity,
      description: element.name,
      reportTo: reportTo?.holding ?? reportTo?.name ?? '',
      call: own('call', ready === null ? null : ready - facts.backgroundReadyMinutes),
      ready: own('ready', ready),
      onSet: own('onSet', onSet),
      remarks: String(overrides[`background.${element.id}.remarks`]?.value ?? ''),
    }
  })
  return [...emerged, ...blocks.background]
}
