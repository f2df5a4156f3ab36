import { NotFound, Problem } from '../../kernel/problems.ts'
import type { Actor, OfficeScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import { officeSettings } from '../office/index.ts'
import { SealUnreadable, type Seals } from './seal.contract.ts'
import * as store from './seal.store.ts'
import type { SealRow } from './seal.store.ts'
import {
  aboutCertificate,
  fingerprintOf,
  makeKey,
  pemOf,
  readP12,
  readSeal,
  sealPdf,
  TimestampFault,
  type SigningKey,
} from './seal/index.ts'
import * as timestamps from './timestamp.actions.ts'

/** From so many days before its end a certificate is warned of: trust services take weeks to issue the next. */
const warnDays = 60

export const keyOf = (app: App, row: SealRow): SigningKey => ({
  privateKey: Buffer.from(app.keys.unseal(row.private_key), 'base64'),
  certificate: row.certificate,
  chain: row.chain.map((it) => Buffer.from(it, 'base64')),
})

const untilOf = (row: SealRow): Temporal.Instant => Temporal.Instant.from(aboutCertificate(row.certificate).until)
const isValid = (row: SealRow, now: Temporal.Instant): boolean => Temporal.Instant.compare(now, untilOf(row)) < 0

async function putSeal(app: App, tx: Tx, key: SigningKey, source: SealRow['source'], name: string): Promise<SealRow> {
  const now = app.clock.now()
  await store.retireAll(tx, now)
  return store.put(tx, {
    id: app.ids.next<string>(),
    name,
    source,
    certificate: Buffer.from(key.certificate),
    chain: JSON.stringify(key.chain.map((it) => Buffer.from(it).toString('base64'))),
    private_key: app.keys.seal(Buffer.from(key.privateKey).toString('base64')),
    fingerprint: fingerprintOf(key.certificate),
    created_at: now.toString(),
    retired_at: null,
  })
}

/** The office's own key, as it was or made now. */
async function ownInUse(app: App, tx: Tx): Promise<SealRow> {
  const now = app.clock.now()
  const made = (await store.all(tx)).find((it) => it.source === 'made' && isValid(it, now))
  if (made !== undefined) {
    await store.retireAll(tx, now)
    return store.bringBack(tx, made.id)
  }
  const { name } = await officeSettings(tx)
  return putSeal(app, tx, await makeKey(name, now), 'made', name)
}

/**
 * The seal in use: made the first time one is needed, by one of those who need it at once. A certificate that has ended
 * seals nothing; the office's own key takes its place, so that no paper waits for a trust service.
 */
export async function sealInUse(app: App, tx: Tx): Promise<SealRow> {
  const valid = async () => {
    const row = await store.inUse(tx)
    return row !== undefined && isValid(row, app.clock.now()) ? row : undefined
  }
  const there = await valid()
  if (there !== undefined) return there
  await store.hold(tx)
  return (await valid()) ?? ownInUse(app, tx)
}

export const about = (row: SealRow) => ({
  name: row.name,
  source: row.source,
  ...aboutCertificate(row.certificate),
  fingerprint: row.fingerprint,
  createdAt: row.created_at.toString(),
  retiredAt: row.retired_at?.toString() ?? null,
})

/** Days until the certificate in use ends, where that is near; below zero when it has ended. */
export async function endsInDays(db: Db, now: Temporal.Instant): Promise<number | null> {
  const row = await store.inUse(db)
  if (row === undefined) return null
  const days = Math.floor(now.until(untilOf(row)).total('hours') / 24)
  return days <= warnDays ? days : null
}

export async function seals(app: App, db: Db, scope: OfficeScope): Promise<Seals> {
  const change = scope.can('agreements.seal')
  return {
    items: (await store.all(db)).map(about),
    timestamp: change ? await timestamps.about(db) : null,
    endsInDays: await endsInDays(db, app.clock.now()),
    can: { change },
  }
}

export async function certificatePem(db: Db, fingerprint: string): Promise<string> {
  const row = await store.byFingerprint(db, fingerprint)
  if (row === undefined) throw new Problem(NotFound, {}, 'This is no certificate of ours.')
  return pemOf(row.certificate)
}

interface Write {
  readonly scope: OfficeScope
  readonly actor: Actor
}

async function changed(
  app: App,
  tx: Tx,
  { scope, actor }: Write,
  { verb, before, row }: { verb: string; before: SealRow | undefined; row: SealRow },
) {
  const told = (it: SealRow) => {
    const { subject, until } = aboutCertificate(it.certificate)
    return { fingerprint: it.fingerprint, subject, until }
  }
  await app.audit.record(tx, actor, verb, {
    subject: { kind: 'agreement_seal', id: row.id, label: row.name },
    before: before === undefined ? null : told(before),
    after: told(row),
  })
  await app.announce(tx, { department: 'agreements', productionId: null, ids: [row.id] })
  return seals(app, tx, scope)
}

export const importSeal = (app: App, { p12, password, ...it }: Write & { p12: string; password: string }) =>
  app.transaction(async (tx) => {
    let key: SigningKey
    try {
      key = await readP12(Buffer.from(p12, 'base64'), password)
    } catch (fault) {
      throw new Problem(SealUnreadable, {}, (fault as Error).message)
    }
    const told = aboutCertificate(key.certificate)
    if (Temporal.Instant.compare(Temporal.Instant.from(told.until), app.clock.now()) <= 0)
      throw new Problem(SealUnreadable, {}, `This certificate ran out on ${told.until.slice(0, 10)}.`)
    await store.hold(tx)
    const before = await store.inUse(tx)
    const row = await putSeal(app, tx, key, 'imported', told.subject)
    return changed(app, tx, it, { verb: 'agreement_seal.imported', before, row })
  })

export const useOwn = (app: App, it: Write) =>
  app.transaction(async (tx) => {
    await store.hold(tx)
    const before = await store.inUse(tx)
    const row = await ownInUse(app, tx)
    return changed(app, tx, it, { verb: 'agreement_seal.own', before, row })
  })

/** A specimen sealed the way papers are sealed now; nothing of it is kept. */
export async function testSeal(app: App) {
  const row = await app.transaction((tx) => sealInUse(app, tx))
  const { name } = await officeSettings(app.db)
  const specimen = await app.pdf.render('specimen', {
    paper: 'a4',
    lang: 'en',
    title: 'A test of the seal',
    mark: name,
    fill: '#ffffff',
    lines: ['Open this file in a PDF reader and look at its signatures.', 'It is a specimen and binds nobody.'],
  })
  const sealing = { reason: 'A test of the seal', office: name, at: app.clock.now(), attachments: [] }
  const key = keyOf(app, row)
  let fault: string | null = null
  let pdf: Buffer
  try {
    pdf = await sealPdf(specimen, key, sealing, timestamps.stampBy(app, await timestamps.current(app.db)))
  } catch (thrown) {
    if (!(thrown instanceof TimestampFault)) throw thrown
    fault = thrown.message
    pdf = await sealPdf(specimen, key, sealing)
  }
  const { isWhole, stamp } = await readSeal(pdf)
  return {
    isWhole,
    subject: aboutCertificate(row.certificate).subject,
    timeStamp: stamp === undefined ? null : { at: stamp.at.toString(), by: stamp.by },
    fault,
    pdf: pdf.toString('base64'),
  }
}
