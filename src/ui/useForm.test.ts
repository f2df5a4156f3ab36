import { expect, test } from 'vitest'
import { fieldOfPointer } from './useForm.ts'

test.each([
  ['/title', 'title'],
  ['/body/title', 'title'],
  ['#/startsOn', 'startsOn'],
  ['/daysOff/0', 'daysOff'],
  ['', ''],
])('the pointer %j belongs to the field %j', (pointer, field) => expect(fieldOfPointer(pointer)).toBe(field))
