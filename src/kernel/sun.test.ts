import { describe, expect, test } from 'vitest'
import { sunTimes } from './sun.ts'
import { clockOf, minuteOf } from './time.ts'
import type { PlainDay, WallTime, ZoneName } from './time.ts'

const places = {
  'Los Angeles': { latitude: 34.0522, longitude: -118.2437, zone: 'America/Los_Angeles' },
  London: { latitude: 51.5074, longitude: -0.1278, zone: 'Europe/London' },
  Tromsø: { latitude: 69.6492, longitude: 18.9553, zone: 'Europe/Oslo' },
} as const

const names = ['civilDawn', 'sunrise', 'sunset', 'civilDusk'] as const

describe('CS-10 ST-3 sun times within two minutes of the published table', () => {
  test.each([
    ['Los Angeles', '2026-06-21', ['05:13', '05:42', '20:08', '20:37']],
    ['Los Angeles', '2026-12-21', ['06:27', '06:55', '16:48', '17:16']],
    ['London', '2026-06-21', ['03:55', '04:43', '21:22', '22:09']],
    ['London', '2026-12-21', ['07:23', '08:04', '15:53', '16:34']],
    ['Tromsø', '2026-12-21', ['09:31', null, null, '13:53']],
  ] as const)('CS-10 %s on %s', (place, day, expected) => {
    const times = sunTimes(places[place], day as PlainDay, places[place].zone as ZoneName)
    names.forEach((name, i) => {
      const want = expected[i]
      const got = times[name]
      if (want === null || want === undefined) return expect(got).toBeNull()
      expect(
        Math.abs(got! - minuteOf(want as WallTime)),
        `${name} ${clockOf(got!)} against ${want}`,
      ).toBeLessThanOrEqual(2)
    })
  })

  test('CS-10 a polar night and a midnight sun are said in words', () => {
    expect(sunTimes(places.Tromsø, '2026-12-21' as PlainDay, 'Europe/Oslo' as ZoneName).polar).toBe('down')
    const summer = sunTimes(places.Tromsø, '2026-06-21' as PlainDay, 'Europe/Oslo' as ZoneName)
    expect(summer).toMatchObject({ polar: 'up', sunrise: null, sunset: null })
  })
})
