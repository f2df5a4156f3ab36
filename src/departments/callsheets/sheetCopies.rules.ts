import type { CallSheetView, CastRow, CopyList, CrewGroup, Timed, ViewPerson, Worded } from './callsheet.view.ts'

/**
 * What each kind of copy shows, as a table. `phones`: the mobile column of the crew. `keyPhones`: mobiles of key people.
 * `everyonesTimes`: calls of others. `frames`: the storyboard, which belongs to the client. `fullNames`: minors by their whole name instead of first name and board ID.
 * @see the handbook, call sheets, section 5
 */
export const copies: Record<
  CopyList,
  {
    label: string
    phones: boolean
    keyPhones: boolean
    everyonesTimes: boolean
    fullNames: boolean
    crewList: boolean
    frames: boolean
  }
> = {
  full: {
    label: 'Cast and crew',
    phones: false,
    keyPhones: true,
    everyonesTimes: true,
    fullNames: false,
    crewList: true,
    frames: true,
  },
  crew: {
    label: 'Crew',
    phones: true,
    keyPhones: true,
    everyonesTimes: true,
    fullNames: false,
    crewList: true,
    frames: true,
  },
  cast: {
    label: 'Cast and reps',
    phones: false,
    keyPhones: true,
    everyonesTimes: false,
    fullNames: false,
    crewList: false,
    frames: true,
  },
  client: {
    label: 'Client and agency',
    phones: false,
    keyPhones: false,
    everyonesTimes: true,
    fullNames: false,
    crewList: true,
    frames: true,
  },
  vendor: {
    label: 'Vendors and locations',
    phones: false,
    keyPhones: true,
    everyonesTimes: false,
    fullNames: false,
    crewList: false,
    frames: false,
  },
  security: {
    label: 'Security and permits',
    phones: false,
    keyPhones: true,
    everyonesTimes: false,
    fullNames: false,
    crewList: false,
    frames: false,
  },
  archive: {
    label: 'Archive',
    phones: true,
    keyPhones: true,
    everyonesTimes: true,
    fullNames: true,
    crewList: true,
    frames: true,
  },
}

/**
 * The sheet as one list of readers may see it. What is withheld is gone from the data, not hidden by the page.
 * @param engagementId whose own row stays on a copy that shows own times only
 */
export function copyFor(view: CallSheetView, list: CopyList, engagementId: string | null = null): CallSheetView {
  const rule = copies[list]
  const mine = (person: { engagementId: string | null }) => person.engagementId === engagementId
  const shows = (person: ViewPerson) => rule.everyonesTimes || mine(person)
  const person = <P extends ViewPerson>(it: P): P => ({
    ...it,
    name: rule.fullNames || mine(it) ? it.name : it.shownName,
    phone: rule.phones || mine(it) ? it.phone : null,
    reportTo: bare(it.reportTo),
    transport: it.transport === null ? null : bare(it.transport),
    call: given(it.call),
    pickup: it.pickup === null ? null : given(it.pickup),
    pickupFrom: mine(it) || it.pickupFrom === null ? it.pickupFrom : withoutHome(it.pickupFrom),
    rest: null,
  })
  const groups = (list: CrewGroup[], all: boolean) =>
    list
      .map((group) => ({ ...group, people: group.people.filter((it) => all || mine(it)).map(person) }))
      .filter((group) => group.people.length > 0)
  return {
    ...view,
    times: Object.fromEntries(
      Object.entries(view.times).map(([name, it]) => [name, it !== null && typeof it === 'object' ? given(it) : it]),
    ) as CallSheetView['times'],
    keyPeople: view.keyPeople.map((it) => ({ ...it, phone: rule.keyPhones ? it.phone : null })),
    schedule: {
      ...view.schedule,
      rows: view.schedule.rows.map((row) => (rule.frames ? row : { ...row, frame: null })),
    },
    cast: view.cast.filter(shows).map((row): CastRow => castRow(person(row))),
    crew: groups(view.crew, rule.crewList),
    guests: groups(view.guests, rule.everyonesTimes),
    pickups: view.pickups.filter((pickup) => rule.everyonesTimes || mine(pickup)).map(withoutAddress),
    vehicles: rule.crewList ? view.vehicles : [],
    bars: view.bars.filter((bar) => bar.engagementId === null || mine(bar)),
    catering: rule.crewList ? view.catering : { ...view.catering, meals: [], diets: '' },
  }

  function withoutAddress<P extends { engagementId: string | null; from: string }>(pickup: P): P {
    return mine(pickup) || rule.fullNames ? pickup : { ...pickup, from: withoutHome(pickup.from) }
  }
}

/** A home is nobody's business but the driver's: a place with a house number is not printed. */
const withoutHome = (from: string): string => (/\d/.test(from) ? 'Driver has it' : from)

/** How a time came about is the office's; outside it says who overrode what, and names people and places. */
const given = (timed: Timed): Timed => ({ ...timed, parts: [], override: null, rule: '' })

const bare = (worded: Worded): Worded => ({ ...worded, override: null, computed: worded.text, source: '' })

const castRow = (row: CastRow): CastRow => ({
  ...row,
  makeup: given(row.makeup),
  wardrobe: given(row.wardrobe),
  onSet: given(row.onSet),
  done: given(row.done),
})

/** The working sheet for those in the office whose role does not see contact data. */
export const withoutPhones = (view: CallSheetView): CallSheetView => {
  const groups = (list: CrewGroup[]) =>
    list.map((group) => ({ ...group, people: group.people.map((person) => ({ ...person, phone: null })) }))
  return {
    ...view,
    keyPeople: view.keyPeople.map((person) => ({ ...person, phone: null })),
    cast: view.cast.map((row) => ({ ...row, phone: null })),
    crew: groups(view.crew),
    guests: groups(view.guests),
  }
}
