import { writeCsv } from '../../platform/spreadsheet/index.ts'
import type { Actor, OfficeScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import { entriesOf } from './entry.actions.ts'
import { visible } from './fieldClass.rules.ts'
import * as store from './duplicates.store.ts'
import { CSV_HEADINGS, csvRow, vcard } from './export.writer.ts'
import type { RecordKind } from './merge.contract.ts'

interface Export {
  readonly scope: OfficeScope
  readonly actor: Actor
  readonly kind: RecordKind
  readonly format: 'csv' | 'vcf'
}

/** Everybody current as a file; that personal data left the house, and in whose hands, is written down. */
export const exported = (app: App, { scope, actor, kind, format }: Export): Promise<string> =>
  app.transaction(async (tx) => {
    const ids = await store.currentIds(tx, scope, kind)
    const rows: string[][] = []
    const cards: string[] = []
    for (let at = 0; at < ids.length; at += 2000) {
      const entries = await entriesOf(tx, scope, kind, ids.slice(at, at + 2000))
      for (const { contact } of entries) {
        const shown = visible(contact, scope.sees)
        if (format === 'csv') rows.push(csvRow(shown))
        else cards.push(vcard(shown))
      }
    }
    await app.audit.record(tx, actor, 'people.exported', {
      subject: { kind: 'directory', id: kind, label: kind === 'person' ? 'People' : 'Companies' },
      after: { format, records: ids.length },
    })
    if (format === 'vcf') return cards.join('')
    const columns = CSV_HEADINGS.map((title) => ({ title, holds: 'text' as const }))
    return writeCsv({ name: kind === 'person' ? 'People' : 'Companies', columns, rows })
  })
