import ICAL from 'ical.js'
import { afterAll, expect, test } from 'vitest'
import { useOffice } from '../../../tests/support/office.ts'
import { smtpServer } from '../../../tests/support/smtpServer.ts'
import { changeProduction, getProduction } from '../productions/production.contract.ts'
import { aUnit } from './distribution.fixture.ts'

const box = await smtpServer()
const office = useOffice({ now: '2026-05-12T17:10:00Z', env: { UNITBASE_SMTP_URL: `${box.url}?timeout=3000` } })
afterAll(() => box.close())

const leave = async () => {
  office.clock.advance({ seconds: 31 })
  await office.work()
}

/** The invitations somebody was sent, read with a library that did not write them. */
const invitations = (address: string) =>
  box
    .to(address)
    .flatMap((mail) => mail.attachments.filter((it) => it.contentType === 'text/calendar').slice(0, 1))
    .map(({ content }) => {
      const calendar = new ICAL.Component(ICAL.parse(content.toString('utf8')))
      const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent')!)
      return {
        method: calendar.getFirstPropertyValue('method'),
        uid: event.uid,
        sequence: event.sequence,
        status: event.component.getFirstPropertyValue('status'),
        organizer: event.organizer,
        attendee: String(event.attendees[0]?.getFirstValue()).toLowerCase(),
        starts: event.startDate.toString(),
        zone: event.startDate.zone?.tzid,
      }
    })

test('SC-10 a production that wants it sends call sheets as invitations, moves them by revision, and cancels them', async () => {
  const unit = await aUnit(office, 2)
  const [first, second] = unit.members
  const address = first!.email
  await unit.issue()
  await leave()
  expect(invitations(address)).toEqual([])

  const params = { productionId: unit.productionId }
  const { version } = await unit.ana.call(getProduction, { params })
  await unit.ana.call(changeProduction, { params, body: { calendarInvitations: true }, ifMatch: version })

  await unit.issue({ calls: { [first!.name]: 370 } })
  await office.work()
  expect(invitations(address), 'nothing leaves within the undo window').toEqual([])
  await leave()
  await unit.issue({ calls: { [first!.name]: 380 } })
  await leave()
  await unit.issue({ without: [first!.name] })
  await leave()

  const sent = invitations(address)
  expect(sent.map(({ method, status, starts }) => [method, status, starts])).toEqual([
    ['REQUEST', 'CONFIRMED', '2026-05-13T06:10:00'],
    ['REQUEST', 'CONFIRMED', '2026-05-13T06:20:00'],
    ['CANCEL', 'CANCELLED', sent[2]?.starts],
  ])
  expect(new Set(sent.map(({ uid }) => uid)).size).toBe(1)
  expect(sent.map(({ sequence }) => sequence)).toEqual([2, 3, 4])
  expect(sent[0]).toMatchObject({
    attendee: `mailto:${address}`,
    organizer: 'mailto:office@localhost',
    zone: 'Europe/London',
  })
  expect(invitations(second!.email), 'nothing of theirs changed').toEqual([])
}, 90_000)
