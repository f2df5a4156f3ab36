import type { PayProfileRecord, ProfileRules } from '../../rate.contract.ts'
import { hoursText } from '../../table.rules.ts'

type Step = ProfileRules['steps'][number]

/** A step as its row holds it while somebody types. */
export interface StepDraft {
  fromMinutes: number | null
  /** How often the hourly rate counts: 1.5 for time and a half. */
  times: number | null
}

/** An overtime table as its dialog holds it. */
interface TableDraft {
  name: string
  source: string
  asOf: string | null
  hourly: PayProfileRecord['hourly'] | null
  steps: StepDraft[]
  /** Null: as every other day. */
  sixthDay: StepDraft[] | null
  seventhDay: StepDraft[] | null
  hasWeekly: boolean
  weekly: StepDraft
  hasNight: boolean
  night: { from: number | null; until: number | null; times: number | null }
  incrementMinutes: number | null
}

const stepDraft = ({ fromMinutes, percent }: Step): StepDraft => ({ fromMinutes, times: percent / 100 })

export function tableDraft(it: PayProfileRecord): TableDraft {
  const { steps, sixthDay, seventhDay, weekly, night, incrementMinutes } = it.rules
  return {
    name: it.name,
    source: it.source,
    asOf: it.asOf,
    hourly: it.hourly,
    steps: steps.map(stepDraft),
    sixthDay: sixthDay && sixthDay.map(stepDraft),
    seventhDay: seventhDay && seventhDay.map(stepDraft),
    hasWeekly: weekly !== null,
    weekly: weekly === null ? { fromMinutes: 2400, times: 1.5 } : stepDraft(weekly),
    hasNight: night !== null,
    night:
      night === null
        ? { from: 22 * 60, until: 24 * 60, times: 1.5 }
        : { from: night.from, until: night.until, times: night.percent / 100 },
    incrementMinutes,
  }
}

const percentOf = (times: number | null) => (times === null ? undefined : Math.round(times * 100))
const stepOf = ({ fromMinutes, times }: StepDraft) => ({
  fromMinutes: fromMinutes ?? undefined,
  percent: percentOf(times),
})

/** What is sent of it: steps in the order of their hours, however they were typed. */
export function tableBody({ steps, sixthDay, seventhDay, hasWeekly, weekly, hasNight, night, ...it }: TableDraft) {
  const inOrder = (rows: StepDraft[]) =>
    rows.map(stepOf).toSorted((a, b) => (a.fromMinutes ?? 0) - (b.fromMinutes ?? 0))
  return {
    name: it.name,
    source: it.source,
    asOf: it.asOf,
    hourly: it.hourly,
    rules: {
      steps: inOrder(steps),
      sixthDay: sixthDay && inOrder(sixthDay),
      seventhDay: seventhDay && inOrder(seventhDay),
      weekly: hasWeekly ? stepOf(weekly) : null,
      night: hasNight
        ? { from: night.from ?? undefined, until: night.until ?? undefined, percent: percentOf(night.times) }
        : null,
      incrementMinutes: it.incrementMinutes ?? undefined,
    },
  }
}

const draftSteps = (rows: StepDraft[] | null): string =>
  rows === null
    ? 'as each day'
    : rows.map(({ fromMinutes, times }) => `from ${hoursText(fromMinutes ?? 0)} × ${times ?? '?'}`).join(', ')

/** What is compared when two people correct one table. */
export const tableWords = {
  name: 'Name',
  source: 'Source',
  asOf: 'As of',
  steps: { word: 'Each day', say: draftSteps },
  sixthDay: { word: '6th day in a row', say: draftSteps },
  seventhDay: { word: '7th day in a row', say: draftSteps },
  incrementMinutes: 'Rounded up to, minutes',
}
