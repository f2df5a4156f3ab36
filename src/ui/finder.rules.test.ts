import { expect, test } from 'vitest'
import { matching } from './finder.rules.ts'

const commands = ['Call sheets', 'Crew and bookings', 'Schedule', 'Réglages', 'All productions'].map((label) => ({
  id: label,
  group: 'Go to',
  label,
  detail: '',
}))

test.each([
  ['call', ['Call sheets']],
  ['s', ['Schedule', 'Call sheets', 'Crew and bookings', 'Réglages', 'All productions']],
  ['crew book', ['Crew and bookings']],
  ['regl', ['Réglages']],
  ['zebra', []],
])('typing %j finds %j', (typed, labels) => expect(matching(commands, typed).map((it) => it.label)).toEqual(labels))

test('nothing typed offers everything as it stands', () => expect(matching(commands, ' ')).toEqual(commands))
