import type {
  CallSheetView,
  CastRow,
  CopyList,
  PersonalField,
  PersonalView,
  Place,
  Timed,
  ViewPerson,
} from './callsheet.view.ts'
import { longDate, timedText, timeText } from './sheetText.rules.ts'

/** Everybody a sheet speaks to, in the order it lists them. */
export const peopleOf = (view: CallSheetView): ViewPerson[] => [
  ...view.cast,
  ...view.crew.flatMap((group) => group.people),
  ...view.guests.flatMap((group) => group.people),
]

const copyOfKind: Record<ViewPerson['kind'], CopyList> = {
  crew: 'crew',
  cast: 'cast',
  background: 'cast',
  client: 'client',
  agency: 'client',
  vendor: 'vendor',
}

/** The copy a person gets by what they are on the production. */
export const copyListOf = (person: Pick<ViewPerson, 'kind'>): CopyList => copyOfKind[person.kind]

const isCast = (person: ViewPerson): person is CastRow => 'boardId' in person

/**
 * What concerns one person: what they must confirm, what they are told, their day in order. Undefined when the sheet
 * does not list them.
 */
export function personalView(view: CallSheetView, engagementId: string): PersonalView | undefined {
  const person = peopleOf(view).find((each) => each.engagementId === engagementId)
  return person === undefined ? undefined : personalOf(view, person)
}

/** The same for everybody on the sheet. */
export const personalViews = (view: CallSheetView): PersonalView[] =>
  peopleOf(view).map((person) => personalOf(view, person))

/** What concerns somebody whose row is at hand. */
export const personalOf = (view: CallSheetView, person: ViewPerson): PersonalView => ({
  engagementId: person.engagementId,
  personId: person.personId,
  name: person.name,
  position: isCast(person) && person.character !== '' ? person.character : person.position,
  department: person.department,
  kind: person.kind,
  copy: copyListOf(person),
  onDate: view.header.onDate,
  timeZone: view.timeZone,
  call: person.call.minutes,
  callWord: person.call.word,
  callText: timedText(person.call, view.hourCycle),
  reportTo: reportPlace(view, person),
  mustConfirm: mustConfirm(view, person),
  told: told(view, person),
  steps: steps(view, person),
})

/** Their own words win over the place; without coordinates a line of words has no map. */
function reportPlace(view: CallSheetView, person: ViewPerson): Place | null {
  if (person.reportTo.override === null) return view.reportTo
  return {
    id: null,
    number: '',
    name: person.reportTo.text,
    address: '',
    mapUrl: null,
    latitude: null,
    longitude: null,
    gateCode: null,
    parking: null,
    basecamp: null,
    loadIn: null,
    holding: null,
    contact: null,
    notes: null,
  }
}

const words = (key: string, label: string, value: string | null | undefined): PersonalField[] =>
  value === null || value === undefined || value === '' ? [] : [{ key, label, value, at: null }]

/** A time somebody is bound to. One that is not set yet is no fact, so it does not ask for a confirmation. */
function clock(view: CallSheetView, key: string, label: string, timed: Timed | null): PersonalField[] {
  if (timed === null || (timed.minutes === null && timed.word === null)) return []
  return [{ key, label, value: timedText(timed, view.hourCycle), at: timed.minutes }]
}

function mustConfirm(view: CallSheetView, person: ViewPerson): PersonalField[] {
  const own: PersonalField[] = isCast(person)
    ? [
        ...clock(view, 'makeup', 'Make-up', differs(person.makeup, person.call)),
        ...clock(view, 'wardrobe', 'Wardrobe', differs(person.wardrobe, person.call)),
        ...clock(view, 'on_set', 'On set', person.onSet),
      ]
    : []
  return [
    ...clock(view, 'call', 'Your call', person.call),
    ...words('date', 'Date', longDate(view.header.onDate)),
    ...words('report_to', 'Report to', person.reportTo.text),
    ...clock(view, 'pickup', 'Pick-up', person.pickup),
    ...words('pickup_from', 'Picked up from', person.pickup === null ? '' : person.pickupFrom),
    ...words('transport', 'Transport', person.transport?.text),
    ...own,
  ]
}

const differs = (timed: Timed, call: Timed): Timed | null => (timed.minutes === call.minutes ? null : timed)

function told(view: CallSheetView, person: ViewPerson): PersonalField[] {
  const place = view.reportTo
  const lunch = view.times.lunch.minutes === null ? '' : timeText(view.times.lunch.minutes, view.hourCycle)
  return [
    ...clock(view, 'general_call', 'General call', view.times.generalCall),
    ...clock(view, 'shooting_call', view.words.first, view.times.shootingCall),
    ...words('lunch', 'Lunch', [lunch, view.lunchPlace].filter((part) => part !== '').join(', ')),
    ...words('parking', 'Parking', place?.parking),
    ...words('gate_code', 'Gate code', place?.gateCode),
    ...words('scenes', `Your ${view.words.units}`, isCast(person) ? person.sceneNumbers.join(', ') : ''),
    ...words('remarks', 'Remarks', person.remarks),
    ...words('safety', 'Safety meeting', view.safety.meeting),
    ...words('hospital', 'Nearest hospital', hospitalLine(view)),
    ...words('weather', 'Weather', view.weather?.text),
    ...words('notices', 'Notices', view.notices.map((notice) => `${notice.title} ${notice.text}`.trim()).join(' ')),
  ]
}

const hospitalLine = ({ hospital }: CallSheetView): string =>
  hospital === null ? '' : [hospital.name, hospital.address, hospital.phone].filter((part) => part !== '').join(', ')

/** A day that wraps before lunch has none on anybody's list. */
const isBeforeWrap = ({ times }: CallSheetView): boolean =>
  times.lunch.minutes === null || times.crewWrap.minutes === null || times.lunch.minutes < times.crewWrap.minutes

function steps(view: CallSheetView, person: ViewPerson): PersonalView['steps'] {
  const at = (timed: Timed | null, text: string) =>
    timed === null || timed.minutes === null ? [] : [{ at: timed.minutes, text }]
  const own = isCast(person)
    ? [
        ...at(person.pickup, `Pick-up${person.pickupFrom ? `, ${person.pickupFrom}` : ''}`),
        ...at(person.makeup, 'Make-up and hair'),
        ...at(person.wardrobe, 'Wardrobe'),
        ...at(person.onSet, 'On set'),
        ...at(person.done, 'Done'),
      ]
    : [...at(person.call, 'Your call'), ...at(view.times.shootingCall, view.words.first)]
  return [
    ...own,
    ...(isBeforeWrap(view) ? at(view.times.lunch, 'Lunch') : []),
    ...(isCast(person) ? [] : at(view.times.crewWrap, 'Wrap, estimated')),
  ].sort((a, b) => a.at - b.at)
}
