import { clockOf, dayText } from '../../kernel/time.ts'
import { NotFound, Problem } from '../../kernel/problems.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import { writeCsv } from '../../platform/spreadsheet/index.ts'
import * as office from '../office/index.ts'
import * as productions from '../productions/index.ts'
import { get as getRole } from './role.actions.ts'
import { list } from './session.actions.ts'
import type { SessionId } from './session.contract.ts'

interface Asked {
  readonly scope: ProductionScope
  readonly id: SessionId
  readonly format: 'csv' | 'pdf'
  readonly paper: 'a4' | 'letter'
}

/** The sign-in sheet of a day: time, name, in and out. It holds no address and no number of anybody. */
export async function report(app: App, { scope, id, format, paper }: Asked): Promise<Response> {
  const session = (await list(app.db, scope)).find((it) => it.id === id)
  if (session === undefined) throw new Problem(NotFound, {}, 'There is no such casting day on this production.')
  const [role, production] = [await getRole(app.db, scope, session.roleId), await productions.get(app.db, scope)]
  const clock = (at: string | null) =>
    at === null
      ? ''
      : Temporal.Instant.from(at)
          .toZonedDateTimeISO(session.timeZone)
          .toPlainTime()
          .toString({ smallestUnit: 'minute' })
  const heads = ['Time', 'No.', 'Name', 'In', 'Out', 'Note']
  const rows = session.appointments.map((it) => [
    clockOf(it.minute),
    String(it.number),
    it.name,
    clock(it.signedInAt),
    clock(it.signedOutAt),
    it.isMinor ? 'Minor' : '',
  ])
  const name = `${production.code}_${session.kind === 'callback' ? 'Callback' : 'Audition'}_${session.onDate.replaceAll('-', '')}.${format}`
  const bytes =
    format === 'csv'
      ? writeCsv({ name: 'Session', columns: heads.map((title) => ({ title, holds: 'text' as const })), rows })
      : await app.pdf.render('casting-session', {
          paper,
          title: production.title,
          sub: `${role.name}, ${session.kind}`,
          date: `${dayText(session.onDate, { year: true })}, ${clockOf(session.fromMinute)} to ${clockOf(session.untilMinute)}`,
          place: session.place,
          office: (await office.officeSettings(app.db)).name,
          heads,
          rows,
        })
  return new Response(bytes as BodyInit, {
    headers: {
      'content-type': format === 'csv' ? 'text/csv; charset=utf-8' : 'application/pdf',
      'content-disposition': `${format === 'csv' ? 'attachment' : 'inline'}; filename="${name}"`,
      'cache-control': 'private, no-store',
    },
  })
}
