import { expect, test } from 'vitest'
import { parseDayMinute, parseLength, parseTime } from './times.ts'

test.each([
  ['6', '06:00'],
  ['0630', '06:30'],
  ['630', '06:30'],
  ['6:30', '06:30'],
  ['6.30', '06:30'],
  ['6h30', '06:30'],
  ['6:30 pm', '18:30'],
  ['6p', '18:00'],
  ['12 am', '00:00'],
  ['12pm', '12:00'],
  ['25:30', '25:30'],
  ['6:75', undefined],
  ['13pm', undefined],
  ['99:00', undefined],
  ['soon', undefined],
  ['', undefined],
])('somebody types %j for %s', (typed, time) => expect(parseTime(typed)).toBe(time))

test.each([
  ['45', 45],
  ['0:45', 45],
  ['1:30', 90],
  ['1h', 60],
  ['1h30', 90],
  ['1,5h', 90],
  ['90 min', 90],
  ['1:75', undefined],
  ['long', undefined],
])('somebody types %j for %s minutes', (typed, minutes) => expect(parseLength(typed)).toBe(minutes))

test.each([
  ['22:00', 1320],
  ['24:30', 1470],
  ['00:30 +1', 1470],
  ['0.30', 30],
  ['30:30', undefined],
  ['late', undefined],
])('a minute of a shooting day: %j is %s', (text, minute) => expect(parseDayMinute(text)).toBe(minute))
