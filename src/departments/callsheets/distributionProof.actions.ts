import type { ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import { letterhead } from '../../platform/house.ts'
import { writeCsv } from '../../platform/spreadsheet/index.ts'
import * as productions from '../productions/index.ts'
import { desk, getNotice, threadOfSheet } from './distributionDesk.actions.ts'
import { proofColumns, proofPaper, proofRows } from './distributionProof.ts'
import type { ProofFacts } from './distributionProof.ts'
import * as store from './notice.store.ts'
import type { CallSheetId } from './sheet.contract.ts'

async function factsOf(app: App, scope: ProductionScope, id: CallSheetId, noticeId: string | undefined) {
  const thread = await threadOfSheet(app.db, scope, id)
  const only = noticeId === undefined ? undefined : (await getNotice(app.db, scope, noticeId)).engagement_id
  const all = await store.historyOf(app.db, scope, thread)
  const notices = all.filter((it) => only === undefined || it.engagement_id === only)
  const events = await store.eventsOf(
    app.db,
    notices.map((it) => it.id),
  )
  const { timeZone, version, sha256, title } = await desk(app, app.db, scope, id)
  const facts: ProofFacts = { notices, events, timeZone, now: app.clock.now(), version, sha256, title }
  const code = notices[0]?.head.code ?? 'CALLSHEET'
  return { facts, name: `${code}_ProofOfNotice_${thread.onDate.replaceAll('-', '')}` }
}

/** Who was told what, when, by which way, and what they answered; each line carries the hash of the exact file. */
export async function proofAsCsv(app: App, scope: ProductionScope, id: CallSheetId, noticeId?: string) {
  const { facts, name } = await factsOf(app, scope, id, noticeId)
  const columns = proofColumns.map((title) => ({ title, holds: 'text' as const }))
  return { text: writeCsv({ name: 'Proof of notice', columns, rows: proofRows(facts) }), name }
}

export async function proofAsPdf(app: App, scope: ProductionScope, id: CallSheetId, noticeId?: string) {
  const { facts, name } = await factsOf(app, scope, id, noticeId)
  const { paperSize } = await productions.get(app.db, scope)
  const bytes = await (await letterhead(app)).render('report', proofPaper(facts, paperSize), { createdAt: facts.now })
  return { bytes: new Uint8Array(bytes), name }
}
