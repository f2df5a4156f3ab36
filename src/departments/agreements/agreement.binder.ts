import { dayAt, dayText } from '../../kernel/time.ts'
import type { BinderPart } from '../../platform/binder.ts'
import { get as productionOf } from '../productions/index.ts'
import type { AgreementRow } from './agreement.store.ts'
import * as store from './agreement.store.ts'
import { coverageOf } from './coverage.actions.ts'
import { kindWords } from './kinds.rules.ts'
import { wholeFile } from './print.actions.ts'

/** Every sealed paper with its certificate, a register of all that went out, and who still lacks which. */
export const agreementBinder: BinderPart = {
  section: 'Agreements and releases',
  sort: 50,
  gather: async (app, scope) => {
    if (!scope.can('agreements.read')) return { papers: [], tables: [], missing: [] }
    const rows = await store.standing(app.db, scope)
    const { timeZone } = await productionOf(app.db, scope)
    const { items } = await coverageOf(app.db, scope, app.clock.now(), {})
    const sealed = rows.filter((it) => it.sealed_file_id !== null)
    const day = (at: Temporal.Instant | null) => (at === null ? '' : dayAt(at, timeZone))
    return {
      papers: sealed.map((row) => ({
        folder: [kindWords[row.kind].one],
        fileName: `${row.number} ${row.subject_label}.pdf`,
        title: `${row.number} ${kindWords[row.kind].one}, ${row.subject_label}`,
        kind: 'pdf' as const,
        bytes: async () => {
          const file = row.sealed_file_id === null ? undefined : await wholeFile(app, row.sealed_file_id)
          if (file === undefined) throw new Error('The sealed paper is gone from the store.')
          return file.bytes
        },
      })),
      tables:
        rows.length === 0
          ? []
          : [
              {
                title: 'Agreements and releases',
                fileName: 'agreements.csv',
                columns: ['Number', 'Kind', 'Title', 'For', 'State', 'Sent', 'Signed by all', 'Sealed'],
                rows: rows
                  .toSorted((a, b) => (a.number < b.number ? -1 : 1))
                  .map((row) => [
                    ...[row.number, kindWords[row.kind].one, row.title, row.subject_label, row.state],
                    ...[day(row.sent_at), day(row.completed_at), day(row.sealed_at)],
                  ]),
              },
            ],
      missing: [
        ...rows.flatMap((row) => gapOf(row, (at) => dayText(dayAt(at, timeZone)))),
        ...items
          .filter(({ state }) => state === 'missing')
          .map(({ subject, kind }) => `No ${kindWords[kind].one.toLowerCase()} for ${subject.label}`),
      ],
    }
  },
}

/** What a paper that went out still lacks. */
function gapOf(row: AgreementRow, day: (at: Temporal.Instant) => string): string[] {
  const what = `${row.number}, ${row.subject_label}`
  if (row.state === 'pending')
    return [`${what}: sent${row.sent_at ? ` ${day(row.sent_at)}` : ''}, not signed by everybody`]
  if (row.state === 'declined') return [`${what}: declined`]
  if (row.state === 'executed' && row.sealed_file_id === null) return [`${what}: signed, its seal is still being made`]
  return []
}
