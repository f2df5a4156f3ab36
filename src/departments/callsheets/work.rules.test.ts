import { expect, test } from 'vitest'
import { workOf, type WorkView } from './work.rules.ts'

const at = (minutes: number | null) => ({ minutes })
const person = (name: string, call: number | null, more: object = {}) => ({
  personId: name.toLowerCase(),
  name,
  call: at(call),
  pickup: null,
  ...more,
})
const view = (more: object): WorkView => ({ cast: [], crew: [], vehicles: [], pickups: [], crewWrap: 1140, ...more })
const crew = (...people: object[]) => ({ crew: [{ people }] })

test.each([
  ['the crew works from call to wrap', crew(person('Ana', 420)), [['ana', 420, 1140]]],
  ['a pick-up is no rest', crew(person('Ana', 420, { pickup: at(375) })), [['ana', 375, 1140]]],
  ['cast is done when the sheet says', { cast: [person('Ivo', 480, { done: at(900) })] }, [['ivo', 480, 900]]],
  ['on call is no beginning', crew(person('Ana', null)), []],
  ['nobody of the directory', crew(person('Ana', 420, { personId: null })), []],
  ['without a wrap nothing is known', { ...crew(person('Ana', 420)), crewWrap: null }, []],
  [
    'a driver works from the first pick-up until the last passenger is there',
    {
      ...crew(person('Dee', 420)),
      vehicles: [{ vehicle: 'Van 2', unit: '', driver: 'dee ', call: 330 }],
      pickups: [
        { by: 'Van 2', time: 300, arrives: 350 },
        { by: 'van 2', time: 1150, arrives: 1215 },
        { by: 'Van 3', time: 200, arrives: 1400 },
      ],
    },
    [['dee', 300, 1215]],
  ],
])('N-13 %s', (_, facts, works) => {
  expect(workOf(view(facts)).map(({ personId, from, until }) => [personId, from, until])).toEqual(works)
})
