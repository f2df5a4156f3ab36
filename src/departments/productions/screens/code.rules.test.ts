import { expect, test } from 'vitest'
import { codeOf } from './code.rules.ts'

test.each([
  ['Harbour Light', 'HLT'],
  ['Last Ferry', 'LFY'],
  ['The Long Way Home', 'LWH'],
  ['Skerry', 'SKE'],
  ['Événement Été', 'EEE'],
  ['', ''],
])('%j is proposed as %j', (title, code) => expect(codeOf(title)).toBe(code))
