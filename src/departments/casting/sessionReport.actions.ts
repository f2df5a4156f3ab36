import { clockOf, dayText } from '../../kernel/time.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import { letterhead } from '../../platform/house.ts'
import { writeCsv } from '../../platform/spreadsheet/index.ts'
import { fileAnswer } from '../../platform/http/fileAnswer.ts'
import * as office from '../office/index.ts'
import * as productions from '../productions/index.ts'
import * as candidates from './candidate.store.ts'
import { get as getRole } from './role.actions.ts'
import { get } from './session.actions.ts'
import type { SessionId } from './session.contract.ts'
import { dayInWords, lineOf } from './sessionReport.rules.ts'

interface Asked {
  readonly scope: ProductionScope
  readonly id: SessionId
  readonly format: 'csv' | 'pdf'
  readonly paper: 'a4' | 'letter'
}

const heads = ['Time', 'No.', 'Name', 'In', 'Out', 'Min', 'Over', 'Agreed as', 'Tapes', 'Note']

/** The report of a day: who came, how long they stayed and how much of it beyond their slot, what was recorded. It holds no address and no number. */
export async function report(app: App, { scope, id, format, paper }: Asked): Promise<Response> {
  const session = await get(app.db, scope, id)
  const role = await getRole(app.db, scope, session.roleId)
  const production = await productions.get(app.db, scope)
  const media = await candidates.mediaOf(
    app.db,
    session.appointments.map(({ candidateId }) => candidateId),
  )
  const lines = session.appointments.map((it) =>
    lineOf(session, it, {
      tapes: (media.get(it.candidateId) ?? []).filter(({ purpose }) => purpose === 'session').length,
      now: app.clock.now(),
    }),
  )
  const rows = lines.map((it) => [
    clockOf(it.minute),
    String(it.number),
    it.name,
    it.in ?? '',
    it.out ?? '',
    it.stayed === null ? '' : String(it.stayed),
    it.over === null ? '' : String(it.over),
    it.agreedAs,
    it.tapes === 0 ? '' : String(it.tapes),
    it.note,
  ])
  const name = `${production.code}_${session.kind === 'callback' ? 'Callback' : 'Audition'}_${session.onDate.replaceAll('-', '')}.${format}`
  const press = await letterhead(app)
  const bytes =
    format === 'csv'
      ? writeCsv({ name: 'Session', columns: heads.map((title) => ({ title, holds: 'text' as const })), rows })
      : await press.render('casting-session', {
          paper,
          title: production.title,
          sub: `${role.name}, ${session.kind}`,
          date: `${dayText(session.onDate, { year: true })}, ${clockOf(session.fromMinute)} to ${clockOf(session.untilMinute)}`,
          place: session.place,
          office: (await office.officeSettings(app.db)).name,
          summary: dayInWords(lines),
          release: session.releaseText,
          heads,
          rows,
        })
  return format === 'csv'
    ? fileAnswer(bytes, { type: 'text/csv; charset=utf-8', name })
    : fileAnswer(bytes, { type: 'application/pdf', name, inline: true })
}
