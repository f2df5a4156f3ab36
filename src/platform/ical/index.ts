export { writeCalendar, writeInvitation } from './calendar.ts'
export type { Mailbox, CalendarEntry, CalendarFile, EntryTime } from './calendar.ts'
export { vtimezone } from './timezone.ts'
