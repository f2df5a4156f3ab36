import { allocate, money, timesFraction, type Money } from '../../kernel/money.ts'

/** From so many minutes of the day on, each hour counts so many hundredths: `{ fromMinutes: 480, percent: 150 }`. */
export interface Step {
  readonly fromMinutes: number
  readonly percent: number
}

/**
 * How hours become pay. Tables of the trade, never constants: `pay_profile` holds them with source and date.
 *
 * `hourly`: how a day rate of `G` guaranteed hours gives an hourly rate. `overtime_inside`: the guarantee already holds
 * its overtime (US payroll: 650/12 is 650 ÷ 14); `flat`: rate ÷ G (commercial style: 650/10 is 65).
 */
export interface PayProfile {
  readonly hourly: 'overtime_inside' | 'flat'
  readonly steps: readonly Step[]
  /** On the sixth and seventh day in a row; null: as every day. */
  readonly sixthDay: readonly Step[] | null
  readonly seventhDay: readonly Step[] | null
  /** Hours of a week, Monday to Sunday, beyond this that no daily step has raised yet. */
  readonly weekly: Step | null
  /** Between these clock minutes nothing counts less than this. */
  readonly night: { readonly from: number; readonly until: number; readonly percent: number } | null
  /** Time is rounded up to this: 6 for tenths of an hour, 15 for quarters, 1 for not at all. */
  readonly incrementMinutes: number
}

interface DayRate {
  readonly amount: Money
  /** `G` in minutes: 650/12 has 720. */
  readonly guaranteedMinutes: number
}

interface DayWorked {
  /** Meals out, where the profile's agreement takes them out. */
  readonly workedMinutes: number
  /** Minutes from midnight of the day, for night windows; absent where nobody wrote it down. */
  readonly startMinute?: number | undefined
  /** 1 for the first day of work in a row. */
  readonly dayInRow?: number | undefined
  /** Minutes at single time of the same week before this day; what goes beyond the week's limit counts as the week says. */
  readonly singleBefore?: number | undefined
}

/** A stretch of the day at one height, for showing how the sum came about. */
interface PayLine {
  readonly fromMinutes: number
  readonly untilMinutes: number
  readonly percent: number
  readonly amount: Money
}

interface DayPay {
  /** As counted: rounded up to the profile's increment, and no less than guaranteed. */
  readonly paidMinutes: number
  readonly lines: readonly PayLine[]
  readonly total: Money
  /** The day was shorter than guaranteed, and the guarantee is paid. */
  readonly isGuarantee: boolean
}

const MINUTES_OF_DAY = 1440

const stepsOn = (profile: PayProfile, dayInRow: number): readonly Step[] =>
  (dayInRow >= 7 ? profile.seventhDay : dayInRow === 6 ? profile.sixthDay : null) ?? profile.steps

const percentAt = (steps: readonly Step[], minute: number): number =>
  steps.reduce((percent, step) => (minute >= step.fromMinutes ? step.percent : percent), 100)

/** What a day is laid over: the steps that count, and up to where the rate itself pays at single time. */
interface Ground {
  readonly profile: PayProfile
  readonly steps: readonly Step[]
  readonly singleUntil: number
}

/** Where the height may change within the day: at the steps, and where a night begins or ends. */
function edges({ profile: { night }, steps, singleUntil }: Ground, minutes: number, startMinute?: number): number[] {
  const nights =
    night === null || startMinute === undefined
      ? []
      : [0, 1, 2].flatMap((day) => [night.from, night.until].map((at) => at + day * MINUTES_OF_DAY - startMinute))
  const all = [...steps.map(({ fromMinutes }) => fromMinutes), singleUntil, ...nights]
  return [...new Set([0, ...all.filter((at) => at > 0 && at < minutes), minutes])].sort((a, b) => a - b)
}

const isNight = ({ night }: PayProfile, clock: number): boolean => {
  if (night === null) return false
  const at = clock % MINUTES_OF_DAY
  return night.from < night.until ? at >= night.from && at < night.until : at >= night.from || at < night.until
}

interface Stretch {
  readonly fromMinutes: number
  untilMinutes: number
  readonly percent: number
}

function stretches(ground: Ground, minutes: number, startMinute?: number): Stretch[] {
  const { profile, steps, singleUntil } = ground
  const at = edges(ground, minutes, startMinute)
  const raw = at.slice(0, -1).map((from, index): Stretch => {
    const plain = from < singleUntil ? 100 : percentAt(steps, from)
    const raised = startMinute !== undefined && isNight(profile, startMinute + from) ? (profile.night?.percent ?? 0) : 0
    return { fromMinutes: from, untilMinutes: at[index + 1] ?? minutes, percent: Math.max(plain, raised) }
  })
  return joined(raw)
}

/** Neighbours of one height are one stretch. */
const joined = (lines: readonly Stretch[]): Stretch[] =>
  lines.reduce<Stretch[]>((all, next) => {
    const last = all.at(-1)
    if (last?.percent === next.percent) last.untilMinutes = next.untilMinutes
    else all.push({ ...next })
    return all
  }, [])

/** Single time beyond what the week still has counts as the week says; what a step has raised already is not raised twice. */
function raisedByWeek(lines: readonly Stretch[], weekly: Step | null, singleBefore: number): readonly Stretch[] {
  if (weekly === null) return lines
  let left = Math.max(0, weekly.fromMinutes - singleBefore)
  const cut = lines.flatMap((line) => {
    if (line.percent !== 100) return [line]
    const limit = Math.min(line.untilMinutes, line.fromMinutes + left)
    left -= limit - line.fromMinutes
    return [
      { ...line, untilMinutes: limit },
      { ...line, fromMinutes: limit, percent: weekly.percent },
    ]
  })
  return joined(cut.filter(({ fromMinutes, untilMinutes }) => untilMinutes > fromMinutes))
}

/** What a day adds to the single time of its week. */
export const singleMinutes = (lines: readonly Stretch[]): number =>
  lines
    .filter(({ percent }) => percent === 100)
    .reduce((sum, { fromMinutes, untilMinutes }) => sum + untilMinutes - fromMinutes, 0)

const weight = ({ fromMinutes, untilMinutes, percent }: Stretch) => (untilMinutes - fromMinutes) * percent

const weightOf = (lines: readonly Stretch[]) => lines.reduce((sum, line) => sum + weight(line), 0)

/**
 * The hourly rate as a fraction of the day rate, in hundredths of a minute: the day rate ÷ (this ÷ 6000) is one hour.
 * `overtime_inside` weighs the guaranteed hours by the profile's own steps, `flat` counts each once.
 */
const guaranteeWeight = (profile: PayProfile, guaranteedMinutes: number): number =>
  profile.hourly === 'flat'
    ? guaranteedMinutes * 100
    : weightOf(stretches({ profile, steps: profile.steps, singleUntil: 0 }, guaranteedMinutes))

/** One hour at single time: 650/12 with overtime inside is 46.43, 650/10 flat is 65.00. */
export const hourlyRate = (profile: PayProfile, { amount, guaranteedMinutes }: DayRate): Money =>
  timesFraction(amount, 6000, guaranteeWeight(profile, guaranteedMinutes))

const roundedUp = (minutes: number, increment: number): number => Math.ceil(minutes / increment) * increment

/**
 * What a day pays. Rounded once, at the end, so 650/12 for 12 hours is exactly 650.00; the lines add up to the total.
 * @example payOfDay(california, { amount: money(650_00, 'USD'), guaranteedMinutes: 720 }, { workedMinutes: 840 }).total  // 835.71
 */
export function payOfDay(profile: PayProfile, rate: DayRate, day: DayWorked): DayPay {
  const counted = roundedUp(day.workedMinutes, profile.incrementMinutes)
  const minutes = Math.max(counted, rate.guaranteedMinutes)
  const dayInRow = day.dayInRow ?? 1
  // A flat rate buys its guaranteed hours at single time, wherever the steps begin; a sixth or seventh day raises all.
  const singleUntil = profile.hourly === 'flat' && dayInRow < 6 ? rate.guaranteedMinutes : 0
  const lines = raisedByWeek(
    stretches({ profile, steps: stepsOn(profile, dayInRow), singleUntil }, minutes, day.startMinute),
    profile.weekly,
    day.singleBefore ?? 0,
  )
  const total = timesFraction(rate.amount, weightOf(lines), guaranteeWeight(profile, rate.guaranteedMinutes))
  const amounts = allocate(total, lines.map(weight))
  return {
    paidMinutes: minutes,
    lines: lines.map((line, at) => ({ ...line, amount: amounts[at] ?? money(0, total.currency) })),
    total,
    isGuarantee: counted < rate.guaranteedMinutes,
  }
}
