import { createHash } from 'node:crypto'
import { sql, type Selectable } from 'kysely'
import { mayInProduction } from '../../kernel/abilities.ts'
import { NotFound, Problem } from '../../kernel/problems.ts'
import type { FileId } from '../../kernel/ids.ts'
import { systemScope, type Actor, type OfficeScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import { keepFile, openFile } from '../../platform/uploads/index.ts'
import { readWhole } from '../../platform/storage/storage.ts'
import { officeSettings } from '../office/index.ts'
import * as productions from '../productions/index.ts'
import type { AgreementId } from './agreement.contract.ts'
import * as store from './agreement.store.ts'
import type { AgreementRow } from './agreement.store.ts'
import { happened } from './envelope.actions.ts'
import { kindWords, holdsUp } from './kinds.rules.ts'
import { letter, post } from './letters.actions.ts'
import { letterWords } from './letters.rules.ts'
import { paperFacts } from './paperFacts.ts'
import { strokesSvg } from './strokes.rules.ts'
import { SealUnreadable, type Verified } from './seal.contract.ts'
import type { SealTable } from './seal.table.ts'
import { aboutCertificate, fingerprintOf, makeKey, pemOf, readP12 } from './seal/officeKey.ts'
import type { SigningKey } from './seal/cades.ts'
import { readSeal, sealPdf } from './seal/pdf.ts'
import { canonical, type Content } from './text.rules.ts'
import './seal.table.ts'

type SealRow = Selectable<SealTable>

const keyOf = (app: App, row: SealRow): SigningKey => ({
  privateKey: Buffer.from(app.keys.unseal(row.private_key), 'base64'),
  certificate: row.certificate,
  chain: row.chain.map((it) => Buffer.from(it, 'base64')),
})

async function putSeal(app: App, tx: Tx, key: SigningKey, source: SealRow['source'], name: string): Promise<SealRow> {
  const now = app.clock.now().toString()
  await tx.updateTable('agreement_seal').set({ retired_at: now }).where('retired_at', 'is', null).execute()
  return tx
    .insertInto('agreement_seal')
    .values({
      id: app.ids.next<string>(),
      name,
      source,
      certificate: Buffer.from(key.certificate),
      chain: JSON.stringify(key.chain.map((it) => Buffer.from(it).toString('base64'))),
      private_key: app.keys.seal(Buffer.from(key.privateKey).toString('base64')),
      fingerprint: fingerprintOf(key.certificate),
      created_at: now,
      retired_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** The seal in use; made the first time one is needed, by one of those who need it at once. */
async function sealInUse(app: App, tx: Tx): Promise<SealRow> {
  const find = () => tx.selectFrom('agreement_seal').selectAll().where('retired_at', 'is', null).executeTakeFirst()
  const there = await find()
  if (there !== undefined) return there
  await sql`select pg_advisory_xact_lock(hashtextextended('agreement seal', 0))`.execute(tx)
  const { name } = await officeSettings(tx)
  return (await find()) ?? putSeal(app, tx, await makeKey(name, app.clock.now()), 'made', name)
}

interface Pictures {
  readonly files: Record<string, Uint8Array>
  readonly byParty: Map<string, { signature?: string; photo?: string }>
}

async function picturesOf(app: App, parties: readonly store.PartyRow[]): Promise<Pictures> {
  const files: Record<string, Uint8Array> = {}
  const byParty: Pictures['byParty'] = new Map()
  for (const [at, party] of parties.entries()) {
    const own: { signature?: string; photo?: string } = {}
    if (party.signature?.kind === 'drawn') {
      own.signature = `signature-${at}.svg`
      files[own.signature] = Buffer.from(strokesSvg(party.signature.strokes))
    }
    for (const [what, id] of [
      ['signature', party.signature_file_id],
      ['photo', party.photo_file_id],
    ] as const) {
      const read = id === null ? undefined : await wholeFile(app, id)
      if (read === undefined) continue
      own[what] = `${what}-${at}.${read.mediaType === 'image/png' ? 'png' : 'jpg'}`
      files[own[what]] = read.bytes
    }
    byParty.set(party.id, own)
  }
  return { files, byParty }
}

export async function wholeFile(
  app: App,
  id: FileId,
): Promise<{ bytes: Buffer; name: string; mediaType: string } | undefined> {
  const opened = await openFile(app, id)
  if (opened === undefined) return undefined
  opened.bytes.destroy()
  const bytes = await readWhole(app.storage, opened.file.storage_key)
  return bytes && { bytes, name: opened.file.name, mediaType: opened.file.media_type }
}

/** The paper as PDF: as it reads now, or final with its certificate. */
export async function printed(
  app: App,
  db: Db,
  row: AgreementRow,
  content: Content,
  isFinal: boolean,
): Promise<Buffer> {
  const parties = await store.parties(db, [row.id])
  const office = await officeSettings(db)
  const production = await productions.get(db, systemScope(row.production_id, 'an agreement'))
  const pictures = await picturesOf(app, parties)
  const facts = paperFacts({
    row,
    parties,
    events: isFinal ? await store.events(db, row.id) : [],
    content,
    office: office.name,
    production: production.title,
    paperSize: production.paperSize,
    pictures: pictures.byParty,
    isFinal,
  })
  return app.pdf.render('agreement', facts, {
    files: pictures.files,
    ...(row.completed_at && { createdAt: row.completed_at }),
  })
}

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
    const paper = await printed(app, tx, row, row.content, true)
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
    const sealed = await sealPdf(paper, keyOf(app, sealing), {
      reason: `${row.number}: signed by everybody`,
      office: office.name,
      at: now,
      evidence: {
        name: `${row.number}.json`,
        bytes: Buffer.from(evidence),
        about: 'The text as it was shown to the signers, and what they answered',
      },
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

const about = (row: SealRow) => ({
  name: row.name,
  source: row.source,
  ...aboutCertificate(row.certificate),
  fingerprint: row.fingerprint,
  createdAt: row.created_at.toString(),
  retiredAt: row.retired_at?.toString() ?? null,
})

export const seals = async (db: Db) =>
  (await db.selectFrom('agreement_seal').selectAll().orderBy('created_at', 'desc').limit(100).execute()).map(about)

export async function certificatePem(db: Db, fingerprint: string): Promise<string> {
  const row = await db
    .selectFrom('agreement_seal')
    .selectAll()
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst()
  if (row === undefined) throw new Problem(NotFound, {}, 'This is no certificate of ours.')
  return pemOf(row.certificate)
}

export const importSeal = (app: App, { actor, p12, password }: { actor: Actor; p12: string; password: string }) =>
  app.transaction(async (tx) => {
    let key: SigningKey
    try {
      key = readP12(Buffer.from(p12, 'base64'), password)
    } catch (fault) {
      throw new Problem(SealUnreadable, {}, (fault as Error).message)
    }
    const told = aboutCertificate(key.certificate)
    if (Temporal.Instant.compare(Temporal.Instant.from(told.until), app.clock.now()) <= 0)
      throw new Problem(SealUnreadable, {}, `This certificate ran out on ${told.until.slice(0, 10)}.`)
    const [before] = await seals(tx)
    const row = await putSeal(app, tx, key, 'imported', told.subject)
    await app.audit.record(tx, actor, 'agreement_seal.imported', {
      subject: { kind: 'agreement_seal', id: row.id, label: row.name },
      before: before ? { fingerprint: before.fingerprint } : null,
      after: { fingerprint: row.fingerprint, subject: told.subject, until: told.until },
    })
    return { items: await seals(tx) }
  })

/** Is this one of ours, byte for byte? Of a paper whose production the reader may not see, only that it is. */
export async function verify(db: Db, scope: OfficeScope, bytes: Buffer): Promise<Verified> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const read = await readSeal(bytes)
  const row =
    read.certificate === undefined
      ? undefined
      : await db
          .selectFrom('agreement_seal')
          .selectAll()
          .where('fingerprint', '=', fingerprintOf(read.certificate))
          .executeTakeFirst()
  const base = { sha256, hasTimeStamp: read.hasTimeStamp, seal: row ? about(row) : null, paper: null }
  if (!read.isSigned) return { ...base, verdict: 'unsigned', says: read.why }
  if (!read.isWhole) return { ...base, verdict: 'broken', says: `${read.why} Do not rely on it; ask for the original.` }
  if (row === undefined)
    return { ...base, verdict: 'other', says: 'The signature is whole, but it is not the seal of this office.' }
  const paper = await paperOf(db, scope, sha256)
  if (paper === undefined)
    return {
      ...base,
      verdict: 'ours_unknown_paper',
      says: 'Sealed by this office and unchanged; the paper itself is not in this database.',
    }
  return { ...base, verdict: 'ours', paper, says: 'Sealed by this office, and not one byte of it has changed since.' }
}

async function paperOf(db: Db, scope: OfficeScope, sha256: string): Promise<Verified['paper'] | undefined> {
  const row = await db
    .selectFrom('agreement as a')
    .innerJoin('file as f', 'f.id', 'a.sealed_file_id')
    .selectAll('a')
    .where('f.sha256', '=', sha256)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const visible = await productions.productionsVisibleTo(db, scope)
  const mine = visible.some((it) => it.id === row.production_id && mayInProduction(it.role, 'agreements.read'))
  const parties = mine ? await store.parties(db, [row.id]) : []
  return {
    number: row.number,
    title: mine ? row.title : kindWords[row.kind].one,
    state: row.state,
    completedAt: row.completed_at?.toString() ?? null,
    sealedAt: row.sealed_at?.toString() ?? null,
    signers: parties
      .filter((it) => holdsUp(it.role))
      .map((it) => ({ name: it.signed_name ?? it.name, label: it.label, at: it.acted_at?.toString() ?? null })),
    href: mine ? `/productions/${row.production_id}/agreements?agreement=${row.id}` : null,
  }
}
