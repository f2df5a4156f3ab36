import { expect, test } from 'vitest'
import type { PlainDay } from '../../kernel/time.ts'
import { isCalled, unitKey, usualUnit, type UnitDay, type UnitPerson } from './sheetUnits.rules.ts'

const onDate = '2026-05-13' as PlainDay
const person = (more: Partial<UnitPerson> = {}): UnitPerson => ({
  engagementId: 'p1',
  kind: 'crew',
  elementId: null,
  unit: null,
  everyShootDay: false,
  bookedOn: new Set([onDate]),
  ...more,
})
const day = (unit: string, more: Partial<UnitDay> = {}): UnitDay => ({
  onDate,
  unit,
  shoots: true,
  castElementIds: new Set(),
  usual: 'Main unit',
  exceptions: new Map(),
  ...more,
})

/** What is said of them, what the day is, on the main sheet, on the second unit's sheet. */
test.each<[string, UnitPerson, Partial<UnitDay>, boolean, boolean]>([
  ['crew booked by name, no unit said', person(), {}, true, false],
  ['crew of the second unit', person({ unit: '2nd unit' }), {}, false, true],
  ['the unit written in capitals', person({ unit: '2ND UNIT ' }), {}, false, true],
  ['every shoot day, no unit said', person({ everyShootDay: true }), {}, true, false],
  ['every shoot day of the second unit', person({ everyShootDay: true, unit: '2nd unit' }), {}, false, true],
  ['every shoot day, a day nobody shoots', person({ everyShootDay: true }), { shoots: false }, false, false],
  ['listed day, a day nobody shoots', person(), { shoots: false }, true, false],
  ['not booked', person({ bookedOn: new Set() }), {}, false, false],
  ['lent to the second unit for the day', person(), { exceptions: new Map([['p1', '2nd unit']]) }, false, true],
  [
    'of the second unit, with the main one today',
    person({ unit: '2nd unit', everyShootDay: true }),
    { exceptions: new Map([['p1', 'Main unit']]) },
    true,
    false,
  ],
  ['somebody else is lent', person(), { exceptions: new Map([['p2', '2nd unit']]) }, true, false],
  [
    'cast with a scene in both units come to both',
    person({ kind: 'cast', elementId: 'e1', bookedOn: new Set() }),
    { castElementIds: new Set(['e1']) },
    true,
    true,
  ],
])('CS-6 %s', (_, who, more, main, second) => {
  expect(isCalled(who, day('Main unit', more))).toBe(main)
  expect(isCalled(who, day('2nd unit', more))).toBe(second)
})

test('CS-6 a plan without a main unit calls its people on the unit it has', () => {
  expect(usualUnit(['Unit A', 'Unit B'])).toBe('Unit A')
  expect(usualUnit(['Splinter', 'MAIN'])).toBe('MAIN')
  expect(isCalled(person(), day('Unit A', { usual: 'Unit A' }))).toBe(true)
  expect(unitKey('Main')).toBe(unitKey('main unit'))
})
