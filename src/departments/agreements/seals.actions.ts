import { sql, type Selectable } from 'kysely'
import { NotFound, Problem } from '../../kernel/problems.ts'
import type { Actor } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import { officeSettings } from '../office/index.ts'
import { SealUnreadable } from './seal.contract.ts'
import type { SealTable } from './seal.table.ts'
import type { SigningKey } from './seal/cades.ts'
import { aboutCertificate, fingerprintOf, makeKey, pemOf, readP12 } from './seal/officeKey.ts'
import './seal.table.ts'

type SealRow = Selectable<SealTable>

export const keyOf = (app: App, row: SealRow): SigningKey => ({
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
export async function sealInUse(app: App, tx: Tx): Promise<SealRow> {
  const find = () => tx.selectFrom('agreement_seal').selectAll().where('retired_at', 'is', null).executeTakeFirst()
  const there = await find()
  if (there !== undefined) return there
  await sql`select pg_advisory_xact_lock(hashtextextended('agreement seal', 0))`.execute(tx)
  const { name } = await officeSettings(tx)
  return (await find()) ?? putSeal(app, tx, await makeKey(name, app.clock.now()), 'made', name)
}

export const about = (row: SealRow) => ({
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
