import type { MinorHours } from './clash.facts.rules.ts'

interface Age {
  readonly from: number
  readonly until: number
  readonly school: readonly [work: number, onSet: number, school: number, rest: number]
  readonly free: readonly [work: number, onSet: number, school: number, rest: number]
}

const h = (hours: number): number => hours * 60

/** California Labor Code 1308.7 and the DLSE tables, as the handbook gives them (schedule and breakdown, section 13). */
const california: readonly Age[] = [
  { from: 0, until: 6, school: [20, h(2), 0, 0], free: [20, h(2), 0, 0] },
  { from: 6, until: 24, school: [h(2), h(4), 0, 0], free: [h(2), h(4), 0, 0] },
  { from: 24, until: 72, school: [h(3), h(6), 0, 0], free: [h(3), h(6), 0, 0] },
  { from: 72, until: 108, school: [h(4), h(8), h(3), h(1)], free: [h(6), h(8), 0, h(1)] },
  { from: 108, until: 192, school: [h(5), h(9), h(3), h(1)], free: [h(7), h(9), 0, h(1)] },
  { from: 192, until: 216, school: [h(6), h(10), h(3), h(1)], free: [h(8), h(10), 0, h(1)] },
]

/** A first table to begin with. Other places differ: an office adds its own rows and chooses per production. */
export const CALIFORNIA = 'California'

export const californiaHours: readonly MinorHours[] = california.flatMap(({ from, until, school, free }) =>
  [true, false].map((onSchoolDay) => {
    const [workMinutes, onSetMinutes, schoolMinutes, restMinutes] = onSchoolDay ? school : free
    return {
      jurisdiction: CALIFORNIA,
      fromAgeMonths: from,
      untilAgeMonths: until,
      onSchoolDay,
      workMinutes,
      onSetMinutes,
      schoolMinutes,
      restMinutes,
      earliest: h(5),
      latest: h(22),
      latestBeforeFreeDay: h(24) + 30,
    }
  }),
)
