import { plural } from '../../kernel/words.ts'
import type { CallSheetView, ChangeLine, CrewGroup, Timed, ViewPerson } from './callsheet.view.ts'
import { peopleOf } from './sheetPersonal.rules.ts'
import { spanText, timedText, timeText } from './sheetText.rules.ts'

/** The new sheet with what stood there before beside every changed time, and the list of changes for its front page. */
export function withWas(before: CallSheetView | null, after: CallSheetView): CallSheetView {
  if (before === null) return after
  const calls = new Map(peopleOf(before).map((person) => [person.engagementId, person.call]))
  const person = <P extends ViewPerson>(it: P): P => ({ ...it, call: was(calls.get(it.engagementId), it.call) })
  const groups = (list: CrewGroup[]) => list.map((group) => ({ ...group, people: group.people.map(person) }))
  const { times } = after
  return {
    ...after,
    changes: sheetChanges(before, after),
    times: {
      ...times,
      breakfast: times.breakfast === null ? null : was(before.times.breakfast, times.breakfast),
      generalCall: was(before.times.generalCall, times.generalCall),
      shootingCall: was(before.times.shootingCall, times.shootingCall),
      lunch: was(before.times.lunch, times.lunch),
      latestLunch: was(before.times.latestLunch, times.latestLunch),
      cameraWrap: was(before.times.cameraWrap, times.cameraWrap),
      crewWrap: was(before.times.crewWrap, times.crewWrap),
    },
    cast: after.cast.map(person),
    crew: groups(after.crew),
    guests: groups(after.guests),
  }
}

const was = (before: Timed | null | undefined, after: Timed): Timed =>
  before === null || before === undefined || before.minutes === after.minutes
    ? after
    : { ...after, was: before.minutes }

const line = (key: string, label: string, before: string, after: string): ChangeLine[] =>
  before === after ? [] : [{ key, label, before, after }]

/** What differs between two issues, as a reader of the paper would want it said. */
export function sheetChanges(before: CallSheetView, after: CallSheetView): ChangeLine[] {
  const text = (timed: Timed | null) => (timed === null ? '—' : timedText(timed, after.hourCycle))
  const times = (['generalCall', 'shootingCall', 'lunch'] as const).flatMap((name) =>
    line(`times.${name}`, timeLabels[name], text(before.times[name]), text(after.times[name])),
  )
  return [
    ...line('date', 'Date', before.header.dateText, after.header.dateText),
    ...(movedAlike(before, after, times.length) ? [] : times),
    ...callChanges(before, after),
    ...line('reportTo', 'Report to', before.reportTo?.name ?? '—', after.reportTo?.name ?? '—'),
    ...line('parking', 'Parking', before.reportTo?.parking ?? '—', after.reportTo?.parking ?? '—'),
    ...line('lunchPlace', 'Lunch place', before.lunchPlace || '—', after.lunchPlace || '—'),
    ...line('hospital', 'Hospital', before.hospital?.name ?? '—', after.hospital?.name ?? '—'),
    ...line('weather', 'Weather', before.weather?.text ?? '—', after.weather?.text ?? '—'),
    ...sceneChanges(before, after),
    ...peopleChanges(before, after),
  ]
}

/** Whether the day as a whole was pushed or pulled, which one sentence says better than six times. */
function movedAlike(before: CallSheetView, after: CallSheetView, changedTimes: number): boolean {
  const shifts = (['generalCall', 'shootingCall', 'lunch', 'crewWrap'] as const).map(
    (name) => (after.times[name].minutes ?? 0) - (before.times[name].minutes ?? 0),
  )
  const [line] = callChanges(before, after)
  return changedTimes > 0 && line?.key === 'calls' && line.label === 'Every call' && new Set(shifts).size === 1
}

const timeLabels = { generalCall: 'Crew call', shootingCall: 'Shooting call', lunch: 'Lunch' }

/** One line when every changed call moves alike, a line each when few do, else their number. */
function callChanges(before: CallSheetView, after: CallSheetView): ChangeLine[] {
  const earlier = new Map(peopleOf(before).map((person) => [person.engagementId, person.call]))
  const moved = peopleOf(after).flatMap((person) => {
    const then = earlier.get(person.engagementId)
    const same = then === undefined || (then.minutes === person.call.minutes && then.word === person.call.word)
    return same ? [] : [{ person, former: then }]
  })
  if (moved.length === 0) return []
  const deltas = new Set(moved.map(({ person, former }) => (person.call.minutes ?? 0) - (former.minutes ?? 0)))
  const [delta] = deltas
  if (deltas.size === 1 && moved.length === peopleOf(after).length && moved.length > 1 && delta !== undefined) {
    const way = delta < 0 ? 'earlier' : 'later'
    return [{ key: 'calls', label: 'Every call', before: '', after: `${spanText(Math.abs(delta))} ${way}` }]
  }
  if (moved.length > 6) return [{ key: 'calls', label: 'Calls', before: '', after: `${moved.length} changed` }]
  return moved.map(({ person, former }) => ({
    key: person.call.key,
    label: person.shownName,
    before: timedText(former, after.hourCycle),
    after: timedText(person.call, after.hourCycle),
  }))
}

function sceneChanges(before: CallSheetView, after: CallSheetView): ChangeLine[] {
  const numbers = (view: CallSheetView) =>
    view.schedule.rows.filter((row) => row.kind === 'scene').map((row) => row.number)
  const [then, now] = [numbers(before), numbers(after)]
  const added = now.filter((number) => !then.includes(number))
  const gone = then.filter((number) => !now.includes(number))
  const { unit } = after.words
  const starts = after.schedule.rows.flatMap((row) => {
    const earlier = before.schedule.rows.find((each) => each.id === row.id)
    const same = earlier === undefined || row.kind !== 'scene' || earlier.start === row.start
    return same ? [] : [{ row, earlier }]
  })
  const shifts = new Set(starts.map(({ row, earlier }) => (row.start ?? 0) - (earlier.start ?? 0)))
  const alike = shifts.size === 1 && starts.length === now.length
  return [
    ...(added.length > 0
      ? [{ key: 'scenes.added', label: 'Added', before: '', after: `${unit} ${added.join(', ')}` }]
      : []),
    ...(gone.length > 0
      ? [{ key: 'scenes.gone', label: 'Taken off', before: `${unit} ${gone.join(', ')}`, after: '' }]
      : []),
    ...(alike || starts.length === 0 || starts.length > 4
      ? []
      : starts.map(({ row, earlier }) => ({
          key: `row.${row.id}`,
          label: `${unit} ${row.number}`,
          before: timeText(earlier.start, after.hourCycle),
          after: timeText(row.start, after.hourCycle),
        }))),
  ]
}

function peopleChanges(before: CallSheetView, after: CallSheetView): ChangeLine[] {
  const [then, now] = [peopleOf(before), peopleOf(after)]
  const missing = (from: ViewPerson[], list: ViewPerson[]) =>
    list.filter((person) => !from.some((each) => each.engagementId === person.engagementId))
  const names = (people: ViewPerson[]) =>
    people.length <= 4 ? people.map((person) => person.shownName).join(', ') : plural(people.length, 'person', 'people')
  const [added, gone] = [missing(then, now), missing(now, then)]
  return [
    ...(added.length > 0 ? [{ key: 'people.added', label: 'Also called', before: '', after: names(added) }] : []),
    ...(gone.length > 0 ? [{ key: 'people.gone', label: 'Not called', before: names(gone), after: '' }] : []),
  ]
}
