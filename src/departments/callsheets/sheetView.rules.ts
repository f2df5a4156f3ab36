import { capitalised } from '../../kernel/words.ts'
import { countedColour } from '../../kernel/revisions.ts'
import { clockOf, instantOf } from '../../kernel/time.ts'
import { zoneLetters } from '../../kernel/zones.ts'
import type { CallSheetView, MealCount, Pickup, Place, Timed, ViewPerson } from './callsheet.view.ts'
import { latestLunch, mainTimes } from './calltimes.rules.ts'
import type { MainTimes } from './calltimes.rules.ts'
import type { Blocks, Overrides } from './sheet.blocks.ts'
import type { PersonFacts, SheetFacts } from './sheet.facts.ts'
import { advanceOf, anchorsOf, barsOf, scheduleOf } from './sheetDay.rules.ts'
import { wordsOf } from './sheetDefaults.rules.ts'
import { platesToOrder } from './sheetMeals.rules.ts'
import { backgroundOf, castOf, groupsOf } from './sheetPeople.rules.ts'
import { callSheetFileName, revisionSentence, revisionWord } from './sheetRevision.rules.ts'
import { longDate } from './sheetText.rules.ts'

/** The one projection from facts to call sheet. Screen, PDF, phone page and distribution all show what this returns. */
export function sheetView(facts: SheetFacts, blocks: Blocks, overrides: Overrides): CallSheetView {
  const { production } = facts
  const main = mainTimes(anchorsOf(facts.day), blocks.timing, overrides)
  const reportTo = reportPlace(facts, blocks)
  const of = { facts, blocks, overrides, main, reportTo }
  const cast = castOf(of)
  const crew = groupsOf(of, ['crew', 'vendor'], blocks.channels)
  const guests = groupsOf(of, ['client', 'agency'], blocks.channels)
  const background = backgroundOf(of)
  const schedule = scheduleOf(facts, main, blocks)
  const working = [...cast, ...crew.flatMap((group) => group.people)]
  const view: Omit<CallSheetView, 'catering'> = {
    kind: production.kind,
    words: wordsOf[production.kind],
    paper: production.paper,
    hourCycle: production.hourCycle,
    timeZone: production.timeZone,
    zoneText: zoneText(facts),
    header: headerOf(facts, blocks, overrides),
    revision: revisionOf(facts),
    changes: [],
    changeNote: blocks.changeNote,
    times: timesOf(main, working, blocks, overrides),
    lunchPlace: blocks.lunchPlace,
    keyPeople: keyPeople(facts.people),
    reportTo,
    places: facts.places,
    hospital: hospitalOf(facts, blocks, reportTo),
    safety: safetyOf(facts, blocks),
    weather: blocks.weather,
    sun: facts.sun,
    schedule,
    cast,
    background,
    requirements: facts.requirements
      .map((each) => ({ ...each, text: String(overrides[`requirement.${each.id}`]?.value ?? each.text) }))
      .filter((each) => each.text !== ''),
    extras: blocks.extras.filter((extra) => extra.text !== ''),
    notices: blocks.notices.filter((notice) => notice.text !== ''),
    advance: advanceOf(facts, blocks.advanceDays, blocks.advanceNote),
    crew,
    guests,
    pickups: pickupsOf(working),
    vehicles: blocks.vehicles,
    channels: blocks.channels,
    bars: barsOf(facts, main, schedule),
  }
  return { ...view, catering: cateringOf(view, blocks) }
}

/** Where people report unless theirs says otherwise: the place chosen for the sheet, else the first of the day. */
function reportPlace(facts: SheetFacts, blocks: Blocks): Place | null {
  const chosen = facts.places.find((place) => place.id === blocks.reportToLocationId)
  const first = facts.day.rows.find((row) => row.locationId !== null)?.locationId
  return chosen ?? facts.places.find((place) => place.id === first) ?? facts.places[0] ?? null
}

/** Chosen by a person, never guessed: typed on the sheet, else kept with the place people report to or another of the day. */
function hospitalOf(facts: SheetFacts, blocks: Blocks, reportTo: Place | null) {
  if (blocks.safety.hospital !== null) return blocks.safety.hospital
  const ids = [reportTo?.id, ...facts.places.map((place) => place.id)]
  for (const id of ids) {
    const kept = id === null || id === undefined ? undefined : facts.hospitalOf[id]
    if (kept !== undefined) return kept
  }
  return null
}

function timesOf(main: MainTimes, working: ViewPerson[], blocks: Blocks, overrides: Overrides): CallSheetView['times'] {
  const inTimes = working.flatMap(({ call, shownName }) =>
    call.minutes === null ? [] : [{ name: shownName, call: call.minutes }],
  )
  return {
    breakfast: main.breakfast,
    generalCall: main.generalCall,
    shootingCall: main.shootingCall,
    lunch: main.lunch,
    lunchUntil: main.lunch.minutes === null ? null : main.lunch.minutes + blocks.timing.mealMinutes,
    latestLunch: latestLunch(inTimes, main.generalCall, blocks.timing, overrides),
    cameraWrap: main.cameraWrap,
    crewWrap: main.crewWrap,
  }
}

function headerOf(facts: SheetFacts, blocks: Blocks, overrides: Overrides): CallSheetView['header'] {
  const { production, sheet, day } = facts
  const said = (name: 'client' | 'agency' | 'job') => String(overrides[`header.${name}`]?.value ?? production[name])
  return {
    code: production.code,
    title: production.title,
    company: production.company,
    client: said('client'),
    agency: said('agency'),
    job: said('job'),
    officePhone: blocks.officePhone,
    unit: sheet.unit,
    variant: sheet.variant,
    dayNumber: day.number,
    dayCount: day.count,
    dayLabel: day.number === null ? dayLabel(day.type) : `Day ${day.number} of ${day.count ?? day.number}`,
    dayType: day.type,
    onDate: sheet.onDate,
    dateText: longDate(sheet.onDate),
    leads: leadRoles.flatMap(([role, pattern]) =>
      facts.people.filter((person) => pattern.test(person.position)).map((person) => ({ role, name: person.name })),
    ),
  }
}

const dayLabel = (type: string): string => `${capitalised(type).replaceAll('_', ' ')} day`

const leadRoles: [string, RegExp][] = [
  ['Director', /^director$/i],
  ['Producer', /^producer$/i],
  ['1st AD', /^(1st|first) (ad|assistant director)$/i],
  ['PM', /^(unit )?production manager$/i],
]

const keyRoles: [string, RegExp][] = [
  ['Producer', /^(line )?producer$/i],
  ['Prod. mgr', /^(unit )?production manager$/i],
  ['Coordinator', /^production coordinator$|^coordinator$/i],
  ['1st AD', /^(1st|first) (ad|assistant director)$/i],
  ['2nd AD', /^(2nd|second) (ad|assistant director)$/i],
  ['Locations', /^location manager$/i],
  ['Transport', /^transport(ation)? (captain|coordinator|manager)$/i],
  ['Set medic', /medic|first aid/i],
  ['Safety', /safety/i],
]

const keyPeople = (people: PersonFacts[]): CallSheetView['keyPeople'] =>
  keyRoles.flatMap(([role, pattern]) => {
    const person = people.find((each) => each.kind === 'crew' && pattern.test(each.position))
    return person === undefined ? [] : [{ role, name: person.name, phone: person.phone }]
  })

function safetyOf({ people, emergencyNumber }: SheetFacts, blocks: Blocks): CallSheetView['safety'] {
  const { safety } = blocks
  const medic = people.find((person) => /medic|first aid/i.test(person.position))
  const meeting = safety.meetingAt === null ? '' : clockOf(safety.meetingAt)
  return {
    urgentCare: safety.urgentCare,
    police: safety.police,
    fire: safety.fire,
    emergencyNumber: safety.emergencyNumber || emergencyNumber,
    medic: medic?.name ?? '',
    hotline: safety.hotline,
    hazards: safety.hazards,
    meeting: [meeting, safety.meetingPlace].filter((part) => part !== '').join(', '),
  }
}

function revisionOf({ production, sheet, day, revision }: SheetFacts): CallSheetView['revision'] {
  const { name, fill } = countedColour(production.revisionColours, revision.number)
  const before = revision.number <= 1 ? null : revision.number - 1
  return {
    ...revision,
    colour: name,
    fill,
    word: revisionWord(revision.number, name),
    sentence: revision.preliminary ? 'Preliminary' : revisionSentence(revision.number),
    replaces: before === null ? null : revisionWord(before, countedColour(production.revisionColours, before).name),
    fileName: callSheetFileName({
      code: production.code,
      dayNumber: day.number,
      onDate: sheet.onDate,
      colour: name,
      number: revision.number,
      unit: sheet.unit,
      variant: sheet.variant,
    }),
  }
}

/** The clock of the sheet's day, as people there call it. */
const zoneText = ({ production, sheet }: SheetFacts): string =>
  zoneLetters(production.timeZone, instantOf(sheet.onDate, 720, production.timeZone))

const pickupsOf = (people: ViewPerson[]): Pickup[] =>
  people
    .flatMap((person) =>
      person.pickup === null
        ? []
        : [
            {
              time: person.pickup.minutes,
              passenger: person.shownName,
              engagementId: person.engagementId,
              from: person.pickupFrom ?? '',
              arrives: person.call.minutes,
              by: person.transport?.text ?? '',
            },
          ],
    )
    .sort((a, b) => (a.time ?? 0) - (b.time ?? 0))

function cateringOf(view: Omit<CallSheetView, 'catering'>, blocks: Blocks): CallSheetView['catering'] {
  const groups = view.crew.map((group) => ({ ...group, drives: /transport|driver/i.test(group.name) }))
  const headsOf = (who: 'crew' | 'drivers') =>
    groups
      .filter((group) => group.drives === (who === 'drivers'))
      .flatMap((group) => group.people)
      .filter(isThere)
  const spare = blocks.timing.sparePercent
  const everybody = {
    crew: headsOf('crew').length,
    drivers: headsOf('drivers').length,
    cast: view.cast.filter(isThere).length,
    background: view.background.reduce((sum, row) => sum + row.quantity, 0),
    client: view.guests.flatMap((group) => group.people).filter(isThere).length,
  }
  const meal = (name: string, from: Timed | null, until: number | null, who: typeof everybody): MealCount[] =>
    from === null || from.minutes === null
      ? []
      : [{ meal: name, from: from.minutes, until, ...who, order: platesToOrder(who, spare) }]
  const early = { ...everybody, cast: earlyCast(view), background: 0, client: 0 }
  return {
    meals: [
      ...meal('Breakfast', view.times.breakfast, view.times.generalCall.minutes, early),
      ...meal('Lunch', view.times.lunch, view.times.lunchUntil, everybody),
    ],
    sparePercent: spare,
    caterer: blocks.caterer,
    diets: blocks.diets,
  }
}

const isThere = (person: ViewPerson): boolean => person.call.minutes !== null || person.call.word === 'per_hod'

const earlyCast = (view: Omit<CallSheetView, 'catering'>): number =>
  view.cast.filter(({ call }) => call.minutes !== null && call.minutes <= (view.times.generalCall.minutes ?? 0)).length
