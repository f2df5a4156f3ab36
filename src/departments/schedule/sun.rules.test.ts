import { describe, expect, test } from 'vitest'
import { minuteOf } from '../../kernel/time.ts'
import type { PlainDay, WallTime, ZoneName } from '../../kernel/time.ts'
import { sunOn } from './sun.rules.ts'

const at = (time: string | null) => (time === null ? null : minuteOf(time as WallTime))
const near = (found: number | null, expected: number | null) =>
  expected === null ? expect(found).toBeNull() : expect(Math.abs((found ?? -999) - expected)).toBeLessThanOrEqual(2)

describe('ST-3 sun times against the almanac, within two minutes', () => {
  test.each([
    ['Los Angeles', 34.05, -118.24, 'America/Los_Angeles', '2026-06-21', '05:13', '05:42', '20:08', '20:37'],
    ['Los Angeles', 34.05, -118.24, 'America/Los_Angeles', '2026-12-21', '06:27', '06:55', '16:48', '17:16'],
    ['London', 51.5, -0.12, 'Europe/London', '2026-06-21', '03:55', '04:43', '21:22', '22:09'],
    ['London', 51.5, -0.12, 'Europe/London', '2026-12-21', '07:23', '08:04', '15:53', '16:34'],
    ['Tromsø', 69.65, 18.96, 'Europe/Oslo', '2026-12-21', '09:31', null, null, '13:53'],
  ])('ST-3 %s', (_, latitude, longitude, zone, date, dawn, rise, set, dusk) => {
    const sun = sunOn(date as PlainDay, { latitude, longitude, timeZone: zone as ZoneName })
    near(sun.civilDawn, at(dawn))
    near(sun.sunrise, at(rise))
    near(sun.sunset, at(set))
    near(sun.civilDusk, at(dusk))
  })
  test('ST-3 polar night and polar day say so', () => {
    const tromso = { latitude: 69.65, longitude: 18.96, timeZone: 'Europe/Oslo' as ZoneName }
    expect(sunOn('2026-12-21' as PlainDay, tromso).always).toBe('down')
    expect(sunOn('2026-06-21' as PlainDay, tromso)).toMatchObject({ always: 'up', sunrise: null, sunset: null })
  })
})
