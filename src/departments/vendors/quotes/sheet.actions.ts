import { momentIn } from '../../../kernel/locale.ts'
import type { ProductionScope } from '../../../platform/access/scope.ts'
import type { App } from '../../../platform/app.ts'
import { letterhead } from '../../../platform/house.ts'
import { redact } from '../../../kernel/fields.ts'
import { dayAt, dayText } from '../../../kernel/time.ts'
import { writeCsv, writeXlsx } from '../../../platform/spreadsheet/index.ts'
import { fileAnswer } from '../../../platform/http/fileAnswer.ts'
import * as office from '../../office/index.ts'
import * as productions from '../../productions/index.ts'
import { get } from './quote.actions.ts'
import { QuoteRequest, type RequestId } from './quote.contract.ts'
import { daysText } from './quotePage.ts'
import { sheetFacts, sheetGrid } from './sheet.rules.ts'

interface Asked {
  readonly scope: ProductionScope
  readonly requestId: RequestId
  readonly format: 'pdf' | 'csv' | 'xlsx'
  readonly paper: 'a4' | 'letter'
}

const types = {
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** The comparison as paper or table: the same figures as on the screen, as far as the reader may see them. */
export async function sheet(app: App, { scope, requestId, format, paper }: Asked): Promise<Response> {
  const request = redact(QuoteRequest, await get(app, app.db, scope, requestId), scope.sees)
  const production = await productions.get(app.db, scope)
  const today = dayAt(app.clock.now(), production.timeZone)
  const name = `${production.code}_${request.number}_Quotes_${today.replaceAll('-', '')}.${format}`
  const press = await letterhead(app)
  const bytes =
    format === 'csv'
      ? writeCsv(sheetGrid(request))
      : format === 'xlsx'
        ? await writeXlsx(sheetGrid(request))
        : await press.render('quotes', {
            paper,
            title: production.title,
            sub: `${production.code}, ${request.number}`,
            date: dayText(today, { year: true }),
            office: (await office.officeSettings(app.db)).name,
            heading: request.title,
            what: request.what,
            facts: [
              ['Days', daysText(request.fromOn, request.untilOn)],
              ['Deliver', [daysText(request.deliverBy, null), request.deliverTo].filter(Boolean).join(', ')],
              [
                'Answer by',
                momentIn('en', Temporal.Instant.from(request.answerBy), production.timeZone, { year: true }),
              ],
              ['Compared in', request.currency],
            ].filter(([, text]) => text),
            ...sheetFacts(request),
          })
  return fileAnswer(bytes, { type: types[format], name, inline: format === 'pdf' })
}
