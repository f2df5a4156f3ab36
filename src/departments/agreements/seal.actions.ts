import { createHash } from 'node:crypto'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { keepFile } from '../../platform/uploads/index.ts'
import { officeSettings } from '../office/index.ts'
import type { AgreementId } from './agreement.contract.ts'
import * as store from './agreement.store.ts'
import type { AgreementRow } from './agreement.store.ts'
import { happened } from './history.actions.ts'
import { holdsUp } from './kinds.rules.ts'
import { letter, post } from './letters.actions.ts'
import { letterWords } from './letters.rules.ts'
import { printed, wholeFile } from './print.actions.ts'
import { sealPdf, type Attachment } from './seal/pdf.ts'
import { keyOf, sealInUse } from './seals.actions.ts'
import { canonical } from './text.rules.ts'

/**
 * Prints, seals and keeps the final paper, and sends everybody their copy. The row stays locked, so of two workers one
 * finds it done; a worker that dies leaves nothing behind but bytes nobody refers to, and the next one does it again.
 */
export const seal = (app: App, { agreementId }: { agreementId: AgreementId }): Promise<void> =>
  app.transaction(async (tx) => {
    const row = await store.lock(tx, agreementId)
    if (row === undefined || row.completed_at === null || row.sealed_file_id !== null || row.content === null) return
    const now = app.clock.now()
    const office = await officeSettings(tx)
    const sealing = await sealInUse(app, tx)
    const docx = await wordDocument(app, row)
    const paper = await printed(app, tx, row, row.content, {
      isFinal: true,
      docxSha256: docx === undefined ? null : createHash('sha256').update(docx.bytes).digest('hex'),
    })
    const parties = await store.parties(tx, [row.id])
    const evidence = canonical({
      number: row.number,
      sha256OfText: row.content_sha256,
      text: row.content,
      signatures: parties.map((it) => ({
        name: it.signed_name,
        role: it.role,
        at: it.acted_at?.toString(),
        answers: it.answers,
        seen: it.seen_sha256,
      })),
    })
    const shown: Attachment = {
      name: `${row.number}.json`,
      mediaType: 'application/json',
      bytes: Buffer.from(evidence),
      about: 'The text as it was shown to the signers, and what they answered',
    }
    const sealed = await sealPdf(paper, keyOf(app, sealing), {
      reason: `${row.number}: signed by everybody`,
      office: office.name,
      at: now,
      attachments: docx === undefined ? [shown] : [shown, docx],
    })
    const file = await keepFile(app, tx, {
      name: `${row.number}.pdf`,
      mediaType: 'application/pdf',
      bytes: sealed,
      productionId: row.production_id,
    })
    await store.update(tx, row.id, { sealed_file_id: file.id, sealed_at: now.toString() })
    await happened(app, tx, row.id, { what: 'sealed', text: `Sealed, SHA-256 ${file.sha256}` })
    await sendCopies(app, tx, row, sealed)
    await app.announce(tx, { department: 'agreements', productionId: row.production_id, ids: [row.id] })
  })

/** Where the template was a Word document: the one with its facts filled in, its layout as the office knows it. */
async function wordDocument(app: App, row: AgreementRow): Promise<Attachment | undefined> {
  const kept = row.docx_file_id === null ? undefined : await wholeFile(app, row.docx_file_id)
  return kept && { name: `${row.number}.docx`, mediaType: kept.mediaType, bytes: kept.bytes, about: 'The same in Word' }
}

async function sendCopies(app: App, tx: Tx, row: AgreementRow, sealed: Buffer): Promise<void> {
  const say = letterWords[row.language]
  const base64 = sealed.toString('base64')
  for (const party of await store.parties(tx, [row.id])) {
    if (party.role === 'viewer') continue
    const letters = letter(app, {
      row,
      party,
      key: `agreement-copy:${party.id}`,
      words: say.done(row.title),
      link: null,
    })
    await post(
      app,
      tx,
      letters.map((it) => ({
        ...it,
        attachments: [{ fileName: `${row.number}.pdf`, contentType: 'application/pdf', base64 }],
      })),
    )
    if (!holdsUp(party.role))
      await store.updateParty(tx, party.id, { sent_at: app.clock.now().toString(), state: 'sent' })
  }
}
