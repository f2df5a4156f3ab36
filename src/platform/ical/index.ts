export { writeCalendar } from './calendar.ts'
export type { CalendarEntry, CalendarFile, EntryTime } from './calendar.ts'
export { vtimezone } from './timezone.ts'
