import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type DayMinute, type PlainDay, type ZoneName } from '../../kernel/time.ts'
import { directlyAbove, ranksOf, type Queued } from './rank.rules.ts'
import { isWholeDay, spansOverlap, wallOf, type PlacedSpan } from './span.rules.ts'

const zones = ['Europe/London', 'Europe/Berlin', 'America/Los_Angeles', 'Asia/Tokyo'] as ZoneName[]
const span = fc
  .record({
    ahead: fc.integer({ min: 0, max: 3 }),
    hours: fc.option(fc.tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))),
    zone: fc.constantFrom(...zones),
  })
  .map(({ ahead, hours, zone }): PlacedSpan => ({
    onDate: addDays('2026-10-24' as PlainDay, ahead),
    from: (hours?.[0] ?? null) as DayMinute | null,
    until: (hours === null ? null : hours[0] + hours[1]) as DayMinute | null,
    zone,
  }))
const queue = fc.array(fc.tuple(span, fc.integer({ min: 0, max: 5 })), { maxLength: 12 }).map((rows) =>
  rows.map(([placed, minute], at): Queued => ({
    ...placed,
    id: String(at).padStart(2, '0'),
    askedAt: Temporal.Instant.fromEpochMilliseconds(minute * 60_000),
  })),
)
const earlier = (a: Queued, b: Queued) =>
  (Temporal.Instant.compare(a.askedAt, b.askedAt) || a.id.localeCompare(b.id)) < 0

describe('CR-2 the queue of holds', () => {
  test('whole days of one date count 1, 2, 3 in order of asking, whatever order they are told in', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.integer(), (count, seed) => {
        const rows = Array.from({ length: count }, (_, at): Queued => ({
          id: String(at),
          onDate: '2026-06-10' as PlainDay,
          from: null,
          until: null,
          zone: zones[at % 4]!,
          askedAt: Temporal.Instant.fromEpochMilliseconds(at * 1000),
        }))
        const told = rows.toSorted((a, b) => ((Number(a.id) * 7 + seed) % 5) - ((Number(b.id) * 7 + seed) % 5))
        const ranks = ranksOf(told)
        expect(rows.map(({ id }) => ranks.get(id))).toEqual(rows.map((_, at) => at + 1))
      }),
    )
  })

  test('rows that overlap never share a rank, and whoever asked first is ahead', () => {
    fc.assert(
      fc.property(queue, (rows) => {
        const ranks = ranksOf(rows)
        for (const a of rows)
          for (const b of rows)
            if (a !== b && spansOverlap(a, b) && earlier(a, b)) expect(ranks.get(a.id)).toBeLessThan(ranks.get(b.id)!)
      }),
    )
  })

  test('nobody is second without a first: every row has one directly above, which it overlaps and which asked earlier', () => {
    fc.assert(
      fc.property(queue, (rows) => {
        const ranks = ranksOf(rows)
        for (const row of rows) {
          const above = directlyAbove(row, rows)
          const rank = ranks.get(row.id)!
          if (rank === 1) expect(above).toBeUndefined()
          else
            expect([ranks.get(above!.id), spansOverlap(above!, row), earlier(above!, row)]).toEqual([
              rank - 1,
              true,
              true,
            ])
        }
      }),
    )
  })

  test('a release moves nobody back, and only those behind it', () => {
    fc.assert(
      fc.property(queue, fc.nat(), (rows, which) => {
        if (rows.length === 0) return
        const gone = rows[which % rows.length]!
        const [before, after] = [ranksOf(rows), ranksOf(rows.filter((row) => row !== gone))]
        for (const row of rows.filter((it) => it !== gone)) {
          expect(after.get(row.id)).toBeLessThanOrEqual(before.get(row.id)!)
          if (before.get(row.id)! <= before.get(gone.id)!) expect(after.get(row.id)).toBe(before.get(row.id))
        }
      }),
    )
  })
})

const at = (onDate: string, from: number | null, until: number | null, zone = 'Europe/London') =>
  ({ onDate, from, until, zone }) as PlacedSpan

describe('CR-2 when two spans of one resource meet', () => {
  test.each([
    ['two whole days of one date', at('2026-06-10', null, null), at('2026-06-10', null, null), true],
    ['a whole day and the next', at('2026-06-10', null, null), at('2026-06-11', null, null), false],
    [
      'Tuesday in Berlin, Wednesday in London',
      at('2026-06-09', null, null, 'Europe/Berlin'),
      at('2026-06-10', null, null),
      false,
    ],
    [
      'Wednesday in Berlin, Tuesday in London',
      at('2026-06-10', null, null, 'Europe/Berlin'),
      at('2026-06-09', null, null),
      false,
    ],
    ['until noon and from noon', at('2026-06-10', 540, 720), at('2026-06-10', 720, 900), false],
    ['a minute in common', at('2026-06-10', 540, 721), at('2026-06-10', 720, 900), true],
    ['a night past midnight and the next morning', at('2026-06-10', 1200, 1620), at('2026-06-11', 120, 300), true],
    ['a night past midnight and the next whole day', at('2026-06-10', 1200, 1620), at('2026-06-11', null, null), true],
    ['a night to midnight and the next whole day', at('2026-06-10', 1200, 1440), at('2026-06-11', null, null), false],
    [
      'the same hours on two clocks',
      at('2026-06-10', 600, 720),
      at('2026-06-10', 600, 720, 'America/Los_Angeles'),
      false,
    ],
    [
      'the same instants on two clocks',
      at('2026-06-10', 1080, 1200),
      at('2026-06-10', 600, 720, 'America/Los_Angeles'),
      true,
    ],
    [
      'hours and a day elsewhere, by the clock of each place',
      at('2026-06-10', 600, 720),
      at('2026-06-10', null, null, 'Asia/Tokyo'),
      true,
    ],
  ])('%s', (_, a, b, meets) => {
    expect([spansOverlap(a, b), spansOverlap(b, a)]).toEqual([meets, meets])
  })

  test('it is the same from both sides, and a span meets itself', () => {
    fc.assert(
      fc.property(span, span, (a, b) => {
        expect(spansOverlap(a, b)).toBe(spansOverlap(b, a))
        expect(spansOverlap(a, a)).toBe(true)
      }),
    )
  })

  test('on one clock it is the arithmetic of half-open minutes', () => {
    fc.assert(
      fc.property(span, span, (a, other) => {
        const b = { ...other, zone: a.zone }
        if (isWholeDay(a) && isWholeDay(b)) return
        const [one, two] = [wallOf(a), wallOf(b)]
        expect(spansOverlap(a, b)).toBe(one.from < two.until && two.from < one.until)
      }),
    )
  })
})
