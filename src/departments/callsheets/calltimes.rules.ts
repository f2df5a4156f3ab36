import type { DayMinute } from '../../kernel/time.ts'
import type { Part, Timed } from './callsheet.view.ts'
import { CallWord } from './callsheet.view.ts'
import type { Overrides, Timing } from './sheet.blocks.ts'

/**
 * Call times, computed backwards from a fixed anchor in whole minutes of the shooting day, which may pass 24:00.
 * Every result is a `Timed`: the value, what the rule gives, what a person put there, and the parts of the sum.
 * @see the handbook, call sheets, section 3
 */

const anchor = (label: string, at: DayMinute | null, source: string | null = null): Part => ({
  label,
  minutes: null,
  at,
  source,
})

const step = (label: string, minutes: number, source: string | null = null): Part => ({
  label,
  minutes,
  at: null,
  source,
})

/** Adds parts up: an anchor sets the clock, steps move it. Null as long as no anchor is known. */
export function sumOf(parts: Part[]): DayMinute | null {
  let clock: DayMinute | null = null
  for (const part of parts) {
    if (part.minutes === null) clock = part.at
    else if (clock !== null) clock += part.minutes
  }
  return clock
}

/** The rule's value with its parts, or what a person put in its place under the same key. */
function timed(overrides: Overrides, key: string, rule: string, parts: Part[]): Timed {
  const computed = sumOf(parts)
  const override = overrides[key] ?? null
  const word = override === null ? null : (CallWord.safeParse(override.value).data ?? null)
  const minutes = word !== null ? null : typeof override?.value === 'number' ? override.value : computed
  const shown = parts.filter((part) => part.minutes !== 0)
  return { key, minutes, computed, word, override, rule, parts: shown, was: null }
}

export interface DayAnchors {
  call: DayMinute | null
  firstStart: DayMinute | null
  lastEnd: DayMinute | null
  mealStart: DayMinute | null
  setupMinutes: number
  moveMinutes: number
  mealMinutes: number
}

export interface MainTimes {
  breakfast: Timed | null
  generalCall: Timed
  shootingCall: Timed
  lunch: Timed
  cameraWrap: Timed
  crewWrap: Timed
  /** How far the day's rows move against the board, because a call was pushed or pulled on the sheet. */
  shift: number
}

/**
 * The big times. A pushed or pulled general call carries shooting call, rows and wraps with it; an overridden
 * shooting call carries the rows and wraps alone.
 */
export function mainTimes(day: DayAnchors, timing: Timing, overrides: Overrides): MainTimes {
  const generalCall = timed(overrides, 'times.generalCall', 'Crew call of the day on the schedule', [
    anchor('Call of the day', day.call, 'Schedule'),
  ])
  const pushed = (generalCall.minutes ?? 0) - (generalCall.computed ?? generalCall.minutes ?? 0)
  const shootingCall = timed(
    overrides,
    'times.shootingCall',
    day.firstStart === null ? 'General call and the first set-up' : 'First strip of the schedule',
    day.firstStart === null
      ? [anchor('General call', generalCall.minutes), step('First set-up', timing.firstSetup)]
      : [anchor('First strip starts', day.firstStart, 'Schedule'), step('Call pushed or pulled', pushed)],
  )
  const shift =
    shootingCall.minutes === null || day.firstStart === null ? pushed : shootingCall.minutes - day.firstStart
  const cameraWrap = timed(overrides, 'times.cameraWrap', 'Shooting call, set-ups, moves and meal', wrapParts())
  const crewWrap = timed(overrides, 'times.crewWrap', 'Camera wrap and packing up', [
    anchor('Camera wrap', cameraWrap.minutes),
    step('Wrap', timing.wrap),
  ])
  const lunch = lunchOf()
  const breakfast =
    timing.breakfastBefore === null
      ? null
      : timed(overrides, 'times.breakfast', 'Ahead of general call', [
          anchor('General call', generalCall.minutes),
          step('Breakfast opens', -timing.breakfastBefore),
        ])
  return { breakfast, generalCall, shootingCall, lunch, cameraWrap, crewWrap, shift }

  /** A day of which everybody has gone home before a meal is due has none. */
  function lunchOf(): Timed {
    if (day.mealStart !== null)
      return timed(overrides, 'times.lunch', 'Meal strip of the schedule', [
        anchor('Meal strip starts', day.mealStart, 'Schedule'),
        step('Day shifted', shift),
      ])
    const parts = [anchor('General call', generalCall.minutes), step('Meal within', timing.mealAfter)]
    const due = sumOf(parts)
    const isOver = due !== null && crewWrap.minutes !== null && crewWrap.minutes <= due
    return isOver
      ? timed(overrides, 'times.lunch', 'The day wraps before a meal is due', [])
      : timed(overrides, 'times.lunch', 'General call and the longest time to a meal', parts)
  }

  function wrapParts(): Part[] {
    const planned = day.setupMinutes + day.moveMinutes + day.mealMinutes
    const elapsed = day.firstStart === null || day.lastEnd === null ? planned : day.lastEnd - day.firstStart
    return [
      anchor('Shooting call', shootingCall.minutes),
      step('Set-ups', day.setupMinutes, 'Schedule'),
      step('Moves', day.moveMinutes, 'Schedule'),
      step('Meal', day.mealMinutes, 'Schedule'),
      step('Fixed starts and gaps', elapsed - planned, 'Schedule'),
    ]
  }
}

interface CrewMember {
  engagementId: string
  name: string
  offsetMinutes: number | null
  /** `offset`: minutes from general call the department usually has; negative is earlier. */
  department: { id: string; name: string; offset: number }
}

/** Offset of a department: what the sheet says for it, else what it usually has. */
export function departmentOffset(department: CrewMember['department'], overrides: Overrides) {
  const set = overrides[`department.${department.id}.offset`]?.value
  if (typeof set === 'number') return { minutes: set, source: `${department.name}, on this sheet` }
  return { minutes: department.offset, source: `${department.name}, usual offset` }
}

/** A crew member's call: general call and their own offset, else their department's. */
export function crewCall(member: CrewMember, generalCall: Timed, overrides: Overrides): Timed {
  const ofDepartment = departmentOffset(member.department, overrides)
  const own = member.offsetMinutes
  const part =
    own === null
      ? step(`${member.department.name} before or after`, ofDepartment.minutes, ofDepartment.source)
      : step('Own offset', own, `Engagement of ${member.name}`)
  return timed(overrides, `person.${member.engagementId}.call`, 'General call and offset', [
    anchor('General call', generalCall.minutes),
    part,
  ])
}

export interface CastMember {
  engagementId: string
  name: string
  order: number
  firstStart: DayMinute | null
  firstNumber: string
  lastEnd: DayMinute | null
  makeupMinutes: number
  wardrobeMinutes: number
  pickupFrom: string | null
  driveMinutes: number | null
}

export interface CastTimes {
  onSet: Timed
  wardrobe: Timed
  makeup: Timed
  call: Timed
  pickup: Timed | null
  done: Timed
}

/** Everybody's chain from set call back to pick-up, with as many make-up chairs as there are. */
export function castTimes(cast: CastMember[], timing: Timing, overrides: Overrides): Map<string, CastTimes> {
  const beforeSet = timing.baseToSet + timing.readyBuffer
  const onSets = new Map(cast.map((actor) => [actor.engagementId, onSetOf(actor)]))
  const wanted = cast.flatMap((actor): ChairWish[] => {
    const onSet = onSets.get(actor.engagementId)!.minutes
    if (onSet === null || actor.makeupMinutes === 0) return []
    const fixed = overrides[`person.${actor.engagementId}.makeup`]?.value
    const end = onSet - beforeSet - actor.wardrobeMinutes
    const start = typeof fixed === 'number' ? fixed : null
    return [{ id: actor.engagementId, order: actor.order, minutes: actor.makeupMinutes, by: end, fixedStart: start }]
  })
  const chairs = seatInChairs(wanted, timing.chairs)
  return new Map(cast.map((actor) => [actor.engagementId, chainOf(actor)]))

  function onSetOf(actor: CastMember): Timed {
    const label = actor.firstNumber === '' ? 'First strip' : `Strip ${actor.firstNumber} starts`
    return timed(overrides, `person.${actor.engagementId}.onSet`, 'First strip less rehearsal', [
      anchor(label, actor.firstStart, 'Schedule'),
      step('Rehearsal', -timing.rehearsalLead),
    ])
  }

  function chainOf(actor: CastMember): CastTimes {
    const key = (name: string) => `person.${actor.engagementId}.${name}`
    const onSet = onSets.get(actor.engagementId)!
    const toSet = [step('Base to set', -timing.baseToSet), step('Ready buffer', -timing.readyBuffer)]
    const dressing = [anchor('On set', onSet.minutes), ...toSet, step('Wardrobe', -actor.wardrobeMinutes, actor.name)]
    const wardrobe = timed(overrides, key('wardrobe'), 'On set less way, buffer and wardrobe', dressing)
    const free = wardrobe.computed === null ? null : wardrobe.computed - actor.makeupMinutes
    const seated = chairs.get(actor.engagementId)
    const isFixed = typeof overrides[key('makeup')]?.value === 'number'
    const wait = free === null || seated === undefined || isFixed ? 0 : Math.min(0, seated - free)
    const makeup = timed(overrides, key('makeup'), 'On set less way, buffer, wardrobe and make-up', [
      ...dressing,
      step('Make-up and hair', -actor.makeupMinutes, actor.name),
      step(`Goes first, ${timing.chairs === 1 ? 'one chair' : `${timing.chairs} chairs`}`, wait),
    ])
    const called = timed(overrides, key('call'), 'First of make-up and wardrobe', [
      anchor(actor.makeupMinutes > 0 ? 'Make-up' : 'Wardrobe', earlier(makeup.minutes, wardrobe.minutes)),
    ])
    const drives = actor.pickupFrom !== null || actor.driveMinutes !== null
    const pickup = !drives
      ? null
      : timed(overrides, key('pickup'), 'Call less drive and loading', [
          anchor('Call', called.minutes),
          step('Drive', -(actor.driveMinutes ?? 0), actor.pickupFrom),
          step('Load', -timing.load),
        ])
    const done = timed(overrides, key('done'), 'Last strip ends', [
      anchor('Last strip ends', actor.lastEnd, 'Schedule'),
    ])
    return { onSet, wardrobe, makeup, call: called, pickup, done }
  }
}

const earlier = (a: DayMinute | null, b: DayMinute | null): DayMinute | null =>
  a === null ? b : b === null ? a : Math.min(a, b)

export interface ChairWish {
  id: string
  /** Among equals, the lower order sits first. */
  order: number
  minutes: number
  /** Out of the chair by this minute. */
  by: DayMinute
  fixedStart: DayMinute | null
}

/**
 * Start in the chair for each: as late as possible, nobody late, never more people than chairs. Those who are
 * needed last are placed first, so that the early ones move forward and nobody waits longer than they must.
 */
export function seatInChairs(wishes: ChairWish[], chairs: number): Map<string, DayMinute> {
  const taken = wishes.flatMap((wish) =>
    wish.fixedStart === null ? [] : [{ from: wish.fixedStart, until: wish.fixedStart + wish.minutes }],
  )
  const seats = new Map(wishes.flatMap((wish) => (wish.fixedStart === null ? [] : [[wish.id, wish.fixedStart]])))
  const open = wishes.filter((wish) => wish.fixedStart === null)
  for (const wish of open.sort((a, b) => b.by - a.by || b.order - a.order)) {
    const ends = [wish.by, ...taken.map((seat) => seat.from).filter((from) => from < wish.by)].sort((a, b) => b - a)
    const end = ends.find((until) => isFree(until - wish.minutes, until)) ?? wish.by
    taken.push({ from: end - wish.minutes, until: end })
    seats.set(wish.id, end - wish.minutes)
  }
  return seats as Map<string, DayMinute>

  function isFree(from: number, until: number): boolean {
    const during = taken.filter((seat) => seat.from < until && from < seat.until)
    const busiest = Math.max(0, ...[from, ...during.map((seat) => seat.from)].map(sittingAt))
    return busiest < chairs

    function sittingAt(minute: number): number {
      return minute < from ? 0 : during.filter((seat) => seat.from <= minute && minute < seat.until).length
    }
  }
}

interface InTime {
  name: string
  call: DayMinute
}

/**
 * Latest start of the first meal: the earliest in-time plus the longest stretch. A paid breakfast re-sets the clock
 * of those called before the general call.
 */
export function latestLunch(inTimes: InTime[], generalCall: Timed, timing: Timing, overrides: Overrides): Timed {
  const general = generalCall.minutes
  const clocks = inTimes.map(({ name, call }) => {
    const resets = timing.paidBreakfastUntil !== null && general !== null && call < general
    return { name, from: resets ? Math.max(call, timing.paidBreakfastUntil!) : call }
  })
  if (clocks.length === 0 && general !== null) clocks.push({ name: 'General call', from: general })
  const first = clocks.reduce<(typeof clocks)[number] | null>((a, b) => (a === null || b.from < a.from ? b : a), null)
  return timed(overrides, 'times.latestLunch', 'Earliest clock that no breakfast re-set, and the longest stretch', [
    anchor(first === null ? 'Nobody called' : `In at, ${first.name}`, first?.from ?? null),
    step('Meal within', timing.mealAfter),
  ])
}
