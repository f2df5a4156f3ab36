import { addDays } from '../../kernel/time.ts'
import { writeCalendar, writeInvitation } from '../../platform/ical/index.ts'
import type { CalendarEntry, Mailbox } from '../../platform/ical/index.ts'
import type { StoredAttachment } from '../../platform/mail/mail.table.ts'
import type { Notice } from './notice.table.ts'

/** A person's day in their calendar: the same entry over all revisions of their sheet. */
function entryOf(notice: Notice, url: string): CalendarEntry {
  const { personal, head } = notice
  const from = personal.call
  return {
    uid: `call-${notice.link_id ?? notice.id}@unitbase`,
    sequence: notice.issue_number,
    summary: `${head.code}${head.dayNumber === null ? '' : ` D${head.dayNumber}`}: call ${personal.callText}`,
    description: `${head.title}, ${notice.issue_word}. ${personal.position}. Confirm on your page: ${url}`,
    location: [personal.reportTo?.name, personal.reportTo?.address]
      .filter((it) => it)
      .join(', ')
      .replaceAll('\n', ', '),
    time:
      from === null
        ? { kind: 'days', from: personal.onDate, until: addDays(personal.onDate, 1) }
        : {
            kind: 'timed',
            day: personal.onDate,
            from,
            until: Math.max(from + 60, ...personal.steps.map((it) => it.at)),
            zone: personal.timeZone,
          },
    isCancelled: notice.task === 'release',
    isBusy: true,
    changedAt: notice.visible_from ?? notice.state_at,
    url,
  }
}

/** For whoever takes it into a calendar by hand. */
export const callCalendar = (notice: Notice, url: string): string =>
  writeCalendar({
    name: notice.head.title,
    description: '',
    zone: notice.personal.timeZone,
    entries: [entryOf(notice, url)],
  })

/** For mail programs that put it there: asks for the day, moves it, or takes it away again. */
export function invitationTo(notice: Notice, url: string, organizer: Mailbox): StoredAttachment {
  const method = notice.task === 'release' ? 'CANCEL' : 'REQUEST'
  const text = writeInvitation({
    method,
    organizer,
    attendee: { name: notice.name, email: notice.email ?? '' },
    zone: notice.personal.timeZone,
    entry: entryOf(notice, url),
  })
  return {
    fileName: method === 'CANCEL' ? 'cancelled.ics' : 'call.ics',
    contentType: `text/calendar; charset=utf-8; method=${method}`,
    base64: Buffer.from(text).toString('base64'),
  }
}
