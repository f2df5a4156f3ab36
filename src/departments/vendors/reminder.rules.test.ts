import { expect, test } from 'vitest'
import { reminderDue } from './reminder.rules.ts'

const sentAt = Temporal.Instant.from('2026-05-04T09:00:00Z')
const expiresAt = sentAt.add({ hours: 24 * 30 })

test.each([
  ['four days and 23 hours: not yet', 119, 0, undefined],
  ['five days', 120, 0, 1],
  ['the same day again', 121, 1, undefined],
  ['twelve days', 288, 1, 2],
  ['a server that slept writes one letter', 300, 0, 2],
  ['no third', 500, 2, undefined],
  ['the link is over', 24 * 30, 0, undefined],
])('CR-14 an unanswered invitation: %s', (_, hours, reminders, due) => {
  expect(reminderDue({ sentAt, reminders, expiresAt }, [5, 12], sentAt.add({ hours }))).toBe(due)
})

test('CR-14 a rule without days asks nobody again', () => {
  expect(reminderDue({ sentAt, reminders: 0, expiresAt }, [], sentAt.add({ hours: 400 }))).toBeUndefined()
})
