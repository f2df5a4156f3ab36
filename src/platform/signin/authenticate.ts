import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { OfficeRole } from '../../kernel/abilities.ts'
import type { UserId } from '../../kernel/ids.ts'
import type { Actor } from '../access/scope.ts'
import type { Clock } from '../clock.ts'
import type { Schema } from '../database/schema.ts'
import type { SignIn } from './signIn.ts'

type UserActor = Extract<Actor, { kind: 'user' }>

/** API tokens begin with this, so that one found in the wrong place is recognised. */
export const tokenPrefix = 'ub_'

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/** How often a token's last use is written down; a busy script must not write a row for every request. */
const useNotedEveryMinutes = 5

/** Who a request comes from: a bearer token first, else the session cookie. Disabled people are nobody. */
export const authenticator =
  ({ signIn, kysely, clock }: { signIn: SignIn; kysely: Kysely<Schema>; clock: Clock }) =>
  async (request: Request): Promise<UserActor | undefined> => {
    const bearer = /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
    if (bearer?.startsWith(tokenPrefix)) return byToken(kysely, clock, bearer)
    if (!request.headers.has('cookie')) return undefined
    const found = await signIn.sessionOf(request.headers)
    if (found === null || found.user.disabledAt != null) return undefined
    return {
      kind: 'user',
      userId: found.user.id as UserId,
      name: found.user.name,
      officeRole: found.user.officeRole as OfficeRole,
      via: 'session',
    }
  }

async function byToken(kysely: Kysely<Schema>, clock: Clock, token: string): Promise<UserActor | undefined> {
  const row = await kysely
    .selectFrom('api_token')
    .innerJoin('auth.user as user', 'user.id', 'api_token.user_id')
    .select(['api_token.id', 'user_id', 'scopes', 'expires_at', 'last_used_at', 'user.name', 'user.office_role'])
    .where('hash', '=', hashToken(token))
    .where('revoked_at', 'is', null)
    .where('user.disabled_at', 'is', null)
    .executeTakeFirst()
  const now = clock.now()
  if (row === undefined) return undefined
  if (row.expires_at !== null && Temporal.Instant.compare(now, row.expires_at) >= 0) return undefined
  if (row.last_used_at === null || row.last_used_at.until(now).total('minutes') >= useNotedEveryMinutes)
    await kysely.updateTable('api_token').set({ last_used_at: now.toString() }).where('id', '=', row.id).execute()
  return {
    kind: 'user',
    userId: row.user_id,
    name: row.name,
    officeRole: row.office_role,
    via: 'token',
    scopes: row.scopes,
  }
}
