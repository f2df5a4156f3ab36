import { expect, test } from 'vitest'
import { localeOf } from '../../kernel/locale.ts'
import type { PlainDay } from '../../kernel/time.ts'
import { easedForSms } from '../../platform/sms/eased.rules.ts'
import { smsSize } from '../../platform/sms/segments.fixture.ts'
import type { PersonalChange, PersonalChanges } from './distribution.rules.ts'
import { personalSheet } from './distribution.samples.ts'
import { messageOf, openingLine, smsOf, subjectOf } from './noticeMessage.rules.ts'
import { clockText } from './sheetText.rules.ts'
import type { IssueHead } from './noticeMessage.rules.ts'

const head: IssueHead = {
  code: 'SKER26',
  title: 'Skerry: The Long Way Home',
  dayNumber: 2,
  dayCount: 3,
  onDate: '2026-05-13' as PlainDay,
  fill: '#cfe3fa',
  version: 'v2 BLUE',
  hourCycle: 'h23',
  preliminary: false,
  office: 'Priya Nandakumar, 01632 960 112',
}
const dana = personalSheet()
const change = (key: string, label: string, was: string | null, now: string | null): PersonalChange => ({
  key,
  label,
  was,
  now,
})
const nothing: PersonalChanges = { reset: false, changes: [], told: [] }
const earlier: PersonalChanges = {
  reset: true,
  changes: [change('call', 'Your call', '06:40', '06:10')],
  told: [change('lunch', 'Lunch', '12:30', '12:00')],
}
const link = 'https://office.example/c/abc'

test('CS-1 the subject names job, paper, day, date, version and the own call', () => {
  const acme = { ...head, code: 'ACME24', dayNumber: 3, onDate: '2026-05-12' as PlainDay }
  expect(subjectOf('ask', personalSheet({ call: 390 }), acme, 'en')).toBe(
    '[ACME24] CALL SHEET – Day 3 – Tue 12 May 2026 – v2 BLUE – call 06:30',
  )
  expect(subjectOf('ask', dana, head, 'de')).toBe('[SKER26] DISPO – Tag 2 – Mi., 13. Mai 2026 – v2 BLUE – Call 06:10')
  expect(subjectOf('ask', personalSheet({ call: null, callWord: 'on_call' }), head, 'en')).toMatch(/– on call$/)
  expect(subjectOf('release', dana, head, 'en')).toMatch(/– not called$/)
})

test.each([
  ['a moved call', [change('call', 'Your call', '07:00', '06:30')], [], 'Call 07:00 → 06:30; place unchanged.'],
  ['another place', [change('report_to', 'Where', 'Field A', 'Pier 9')], [], 'Where Field A → Pier 9; call unchanged.'],
  [
    'both',
    [change('call', 'Your call', '07:00', '06:30'), change('report_to', 'Where', 'A', 'B')],
    [],
    'Call 07:00 → 06:30; Where A → B.',
  ],
  ['a new pick-up', [change('pickup', 'Pick-up', null, '05:45')], [], 'Pick-up: 05:45 (new); call unchanged.'],
  [
    'a pick-up gone',
    [change('pickup', 'Pick-up', '05:45', null)],
    [],
    'Pick-up 05:45 no longer applies; call unchanged.',
  ],
  ['only lunch', [], [change('lunch', 'Lunch', '12:30', '12:00')], 'Lunch 12:30 → 12:00.'],
])('N-2 the message opens with %s', (_, changes, told, line) => {
  expect(openingLine({ reset: changes.length > 0, changes, told }, 'en')).toBe(line)
})

test('N-2 a changed sheet begins with the change, in the text and on the page of the mail', () => {
  const { text, html } = messageOf({ kind: 'ask', sheet: dana, changes: earlier, head, link, locale: 'en' })
  expect(text.split('\n')[0]).toBe('Call 06:40 → 06:10; place unchanged.')
  expect(text).toContain('Also changed: Lunch 12:30 → 12:00.')
  expect(text).toContain(`Confirm 06:10:\n${link}`)
  expect(html).toContain('Call 06:40 → 06:10; place unchanged.')
  expect(html).not.toMatch(/<img|http:\/\/|src=/)
})

test('CS-1 a first sheet says the call, a told one asks nothing, a released person hears so', () => {
  expect(messageOf({ kind: 'ask', sheet: dana, changes: nothing, head, link, locale: 'en' }).text).toMatch(
    /^Dana, your call is 06:10 on Wed 13 May 2026\./,
  )
  expect(messageOf({ kind: 'ask', sheet: dana, changes: nothing, head, link, locale: 'de' }).text).toMatch(
    /^Dana, Ihr Call ist um 06:10 am Mi\., 13\. Mai 2026\./,
  )
  expect(
    messageOf({ kind: 'tell', sheet: dana, changes: { ...nothing, told: earlier.told }, head, link, locale: 'en' })
      .text,
  ).toContain('You need not answer')
  expect(messageOf({ kind: 'release', sheet: dana, changes: nothing, head, link, locale: 'en' }).text).toMatch(
    /^Dana, you are no longer called on Wed 13 May 2026\./,
  )
  expect(messageOf({ kind: 'reminder', sheet: dana, changes: earlier, head, link, locale: 'en' }).text).toMatch(
    /^Call 06:40 → 06:10; place unchanged\. We still need your yes\./,
  )
})

test('CS-1 what people typed cannot become markup in a mail', () => {
  const { html } = messageOf({
    kind: 'ask',
    sheet: personalSheet({ name: '<b>Dana</b> & Co' }),
    changes: nothing,
    head,
    link,
    locale: 'en',
  })
  expect(html).not.toContain('<b>Dana')
})

test('CS-2 a text message fits one part with a short link, and says what was', () => {
  const sms = easedForSms(smsOf({ kind: 'ask', sheet: dana, changes: earlier, head, link, locale: 'en' }))
  expect(sms).toBe(`SKER26 D2 Wed: YOUR CALL 06:10 (was 06:40), Unit base, Field B. Confirm: ${link}`)
  expect(smsSize(sms)).toMatchObject({ encoding: 'gsm7', segments: 1 })
})

test.each([
  [370, 'h23', '06:10'],
  [370, 'h12', '6:10 AM'],
  [0, 'h12', '12:00 AM'],
  [720, 'h12', '12:00 PM'],
  [1530, 'h23', '01:30'],
] as const)('CS-4 minute %i on a %s clock is %s', (minute, cycle, text) => expect(clockText(minute, cycle)).toBe(text))

test('CS-4 people are spoken to in their language where we know it', () => {
  expect(['de', 'de-AT', 'DE', 'fr', '', null].map(localeOf)).toEqual(['de', 'de', 'de', 'en', 'en', 'en'])
})
