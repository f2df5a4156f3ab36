import { sql } from 'kysely'
import type { OfficeRole } from '../../kernel/abilities.ts'
import type { UserId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import '../../platform/signin/signin.table.ts'
import type { Account } from './account.contract.ts'

const accounts = (db: Db) =>
  db.selectFrom('auth.user as user').select((eb) => [
    'user.id',
    'user.name',
    'user.email',
    'user.office_role',
    'user.two_factor_enabled',
    'user.created_at',
    'user.disabled_at',
    'user.version',
    eb
      .selectFrom('auth.session as session')
      .select((inner) => inner.fn.max('session.updated_at').as('at'))
      .whereRef('session.user_id', '=', 'user.id')
      .as('last_seen_at'),
  ])

type Row = Awaited<ReturnType<ReturnType<typeof accounts>['executeTakeFirstOrThrow']>>

const account = (row: Row): Account => ({
  id: row.id,
  name: row.name,
  email: row.email,
  officeRole: row.office_role,
  hasTwoFactor: row.two_factor_enabled ?? false,
  createdAt: row.created_at.toString(),
  lastSeenAt: row.last_seen_at?.toString() ?? null,
  disabledAt: row.disabled_at?.toString() ?? null,
  version: row.version,
})

export interface AccountPage {
  readonly items: Account[]
  readonly next: string | null
}

/** By name, whatever its capitals; `after` is the `next` of the page before. */
export async function page(
  db: Db,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<AccountPage> {
  const key = sql<string>`lower("user".name) || ' ' || "user".id`
  const rows = await accounts(db)
    .select(key.as('key'))
    .$if(after !== undefined, (query) => query.where(key, '>', after ?? ''))
    .orderBy(key)
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit)
  return { items: items.map(account), next: rows.length > limit ? (items.at(-1)?.key ?? null) : null }
}

export async function findByEmail(db: Db, email: string): Promise<Account | undefined> {
  const row = await accounts(db)
    .where(sql`lower("user".email)`, '=', email.toLowerCase())
    .executeTakeFirst()
  return row && account(row)
}

export async function find(db: Db, id: UserId): Promise<Account | undefined> {
  const row = await accounts(db).where('user.id', '=', id).executeTakeFirst()
  return row && account(row)
}

export const emailIsTaken = async (db: Db, email: string): Promise<boolean> =>
  (await findByEmail(db, email)) !== undefined

/** Locks the owners, so that two people cannot take the last two away at once, nor change one account over each other. */
export const lockOwners = (tx: Tx): Promise<{ id: UserId }[]> =>
  tx
    .selectFrom('auth.user')
    .select('id')
    .where('office_role', '=', 'owner')
    .where('disabled_at', 'is', null)
    .forUpdate()
    .execute()

export const hasOwner = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('auth.user').select('id').where('office_role', '=', 'owner').executeTakeFirst()) !== undefined

export async function insert(
  tx: Tx,
  user: { id: UserId; name: string; email: string; officeRole: OfficeRole; passwordHash: string; credentialId: string },
): Promise<void> {
  await tx
    .insertInto('auth.user')
    .values({
      id: user.id,
      name: user.name,
      email: user.email,
      email_verified: true,
      two_factor_enabled: false,
      office_role: user.officeRole,
      disabled_at: null,
    })
    .execute()
  await sql`insert into auth.account (id, user_id, account_id, provider_id, password)
    values (${user.credentialId}, ${user.id}, ${user.id}, 'credential', ${user.passwordHash})`.execute(tx)
}

export async function update(
  tx: Tx,
  id: UserId,
  { officeRole, disabledAt }: { officeRole: OfficeRole; disabledAt: string | null },
): Promise<void> {
  await tx
    .updateTable('auth.user')
    .set({ office_role: officeRole, disabled_at: disabledAt, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()
}

/** Ends every session and token of somebody who is shut out. */
export async function endSessions(tx: Tx, id: UserId, now: string): Promise<void> {
  await tx.deleteFrom('auth.session').where('user_id', '=', id).execute()
  await tx
    .updateTable('api_token')
    .set({ revoked_at: now })
    .where('user_id', '=', id)
    .where('revoked_at', 'is', null)
    .execute()
}
