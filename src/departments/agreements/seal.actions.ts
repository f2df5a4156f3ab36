import { createHash } from 'node:crypto'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { keepFile } from '../../platform/uploads/index.ts'
import { officeSettings } from '../office/index.ts'
import type { AgreementId } from './agreement.contract.ts'
import * as store from './agreement.store.ts'
import * as partyStore from './party.store.ts'
import type { AgreementRow } from './agreement.store.ts'
import { happened } from './history.actions.ts'
import { holdsUp } from './kinds.rules.ts'
import { letter, post } from './letters.actions.ts'
import { letterWords } from './letters.rules.ts'
import { printed, wholeFile } from './print.actions.ts'
import { sealPdf, TimestampFault, type Attachment, type SigningKey, type Stamp } from './seal/index.ts'
import { keyOf, sealInUse } from './seals.actions.ts'
import { canonical, type Content } from './text.rules.ts'
import * as timestamps from './timestamp.actions.ts'

interface Sealed {
  readonly bytes: Buffer
  /** How it came by its time, for the history. */
  readonly says: string
}

/**
 * Prints, seals and keeps the final paper, and sends everybody their copy. Nothing is open in the database while it is
 * made and a time stamp authority is asked. Of two workers who made one each, the first to lock the paper keeps theirs; a
 * worker that dies leaves nothing behind, and the next one does it again.
 */
export async function seal(app: App, { agreementId }: { agreementId: AgreementId }): Promise<void> {
  const row = await store.byId(app.db, agreementId)
  if (row === undefined || row.completed_at === null || row.sealed_file_id !== null || row.content === null) return
  const key = keyOf(app, await app.transaction((tx) => sealInUse(app, tx)))
  const authority = await timestamps.current(app.db)
  const stamp = timestamps.stampBy(app, authority)
  try {
    const bytes = await made(app, row, row.content, key, stamp && { stamp, by: timestamps.hostOf(authority) })
    if (stamp !== undefined) await app.transaction((tx) => timestamps.note(app, tx, null))
    await keep(app, agreementId, { bytes, says: stamp ? `time stamp of ${timestamps.hostOf(authority)}` : '' })
  } catch (fault) {
    if (!(fault instanceof TimestampFault)) throw fault
    const waitsUntil = row.completed_at.add({ hours: authority.wait_hours })
    if (Temporal.Instant.compare(app.clock.now(), waitsUntil) < 0) return waitOn(app, row, fault.message)
    const says = `by the server’s time: ${timestamps.hostOf(authority)} gave no time stamp within ${authority.wait_hours} hours. ${fault.message}`
    await keep(app, agreementId, { bytes: await made(app, row, row.content, key, undefined), says })
  }
}

/** Says why the paper waits, on itself and where the authority is set; the sweep asks again. */
const waitOn = (app: App, row: AgreementRow, fault: string): Promise<void> =>
  app.transaction(async (tx) => {
    const now = app.clock.now()
    await store.noteSealFault(tx, row.id, fault, now)
    await timestamps.note(app, tx, fault)
    if (row.seal_fault === null)
      await happened(app, tx, row.id, { what: 'seal_waits', text: `Waits for its time stamp: ${fault}` })
    await app.announce(tx, { department: 'agreements', productionId: row.production_id, ids: [row.id] })
  })

async function made(
  app: App,
  row: AgreementRow,
  content: Content,
  key: SigningKey,
  stamping: { stamp: Stamp; by: string } | undefined,
): Promise<Buffer> {
  const office = await officeSettings(app.db)
  const docx = await wordDocument(app, row)
  const paper = await printed(app, app.db, row, content, {
    isFinal: true,
    docxSha256: docx === undefined ? null : createHash('sha256').update(docx.bytes).digest('hex'),
    stampedBy: stamping?.by ?? null,
  })
  const shown = await evidenceOf(app, row)
  return sealPdf(
    paper,
    key,
    {
      reason: `${row.number}: signed by everybody`,
      office: office.name,
      at: app.clock.now(),
      attachments: docx === undefined ? [shown] : [shown, docx],
    },
    stamping?.stamp,
  )
}

async function evidenceOf(app: App, row: AgreementRow): Promise<Attachment> {
  const evidence = canonical({
    number: row.number,
    sha256OfText: row.content_sha256,
    text: row.content,
    signatures: (await partyStore.of(app.db, [row.id])).map((it) => ({
      name: it.signed_name,
      role: it.role,
      at: it.acted_at?.toString(),
      answers: it.answers,
      seen: it.seen_sha256,
    })),
  })
  return {
    name: `${row.number}.json`,
    mediaType: 'application/json',
    bytes: Buffer.from(evidence),
    about: 'The text as it was shown to the signers, and what they answered',
  }
}

const keep = (app: App, id: AgreementId, { bytes, says }: Sealed): Promise<void> =>
  app.transaction(async (tx) => {
    const row = await store.lock(tx, id)
    if (row === undefined || row.sealed_file_id !== null) return
    const file = await keepFile(app, tx, {
      name: `${row.number}.pdf`,
      mediaType: 'application/pdf',
      bytes,
      productionId: row.production_id,
    })
    await store.update(tx, row.id, { sealed_file_id: file.id, sealed_at: app.clock.now().toString() })
    const text = `Sealed, SHA-256 ${file.sha256}${says === '' ? '' : `; ${says}`}`
    await happened(app, tx, row.id, { what: 'sealed', text })
    await sendCopies(app, tx, row, bytes)
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
  for (const party of await partyStore.of(tx, [row.id])) {
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
      await partyStore.update(tx, party.id, { sent_at: app.clock.now().toString(), state: 'sent' })
  }
}
