import type { ColumnType, Generated } from 'kysely'
import type { OfficeRole } from '../../kernel/abilities.ts'
import type { UserId } from '../../kernel/ids.ts'

type Written<T, W> = ColumnType<T, W, W>

/** Accounts: people who may sign in. Apart from the directory of people (`person`), which gives no access. */
interface UserTable {
  id: UserId
  name: string
  email: string
  email_verified: boolean
  two_factor_enabled: boolean | null
  office_role: OfficeRole
  disabled_at: Written<Temporal.Instant | null, string | null>
  created_at: ColumnType<Temporal.Instant, never, never>
  /** Of what others decide about the account: its role, and whether it is shut out. */
  version: Generated<number>
}

interface SessionTable {
  id: string
  user_id: UserId
  expires_at: ColumnType<Temporal.Instant, never, never>
  ip_address: string | null
  user_agent: string | null
  created_at: ColumnType<Temporal.Instant, never, never>
  updated_at: ColumnType<Temporal.Instant, never, never>
}

export interface ApiTokenTable {
  id: string
  user_id: UserId
  name: string
  hash: string
  scopes: string[]
  created_at: ColumnType<Temporal.Instant, string, never>
  expires_at: Written<Temporal.Instant | null, string | null>
  last_used_at: Written<Temporal.Instant | null, string | null>
  revoked_at: Written<Temporal.Instant | null, string | null>
}

declare module '../database/schema.ts' {
  interface Schema {
    'auth.user': UserTable
    'auth.session': SessionTable
    api_token: ApiTokenTable
  }
}
