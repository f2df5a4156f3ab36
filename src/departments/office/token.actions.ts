import { officeAbilities, productionAbilities } from '../../kernel/abilities.ts'
import { invalid, NotFound, Problem } from '../../kernel/problems.ts'
import type { OfficeScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/database/database.ts'
import { hashToken, tokenPrefix } from '../../platform/signin/authenticate.ts'
import type { ApiToken } from './account.contract.ts'
import * as store from './token.store.ts'

/** What a token may be limited to: abilities, or `*` for all its owner has. */
export const tokenScopes: readonly string[] = ['*', ...officeAbilities, ...productionAbilities]

const owner = (scope: OfficeScope) => {
  if (scope.actor.kind !== 'user') throw new Problem(NotFound, {}, 'Only people have tokens.')
  return scope.actor.userId
}

export async function tokensOf(db: Db, scope: OfficeScope): Promise<ApiToken[]> {
  return (await store.ofUser(db, owner(scope))).map((row) => ({
    id: row.id,
    name: row.name,
    scopes: row.scopes,
    createdAt: row.created_at.toString(),
    expiresAt: row.expires_at?.toString() ?? null,
    lastUsedAt: row.last_used_at?.toString() ?? null,
  }))
}

interface NewToken {
  scope: OfficeScope
  name: string
  scopes: string[]
  expiresInDays: number | null
}

/** Makes a token. Only its hash is kept, so the answer is the one time it can be read. */
export const createToken = (
  app: App,
  { scope, name, scopes, expiresInDays }: NewToken,
): Promise<ApiToken & { token: string }> =>
  app.transaction(async (tx) => {
    const unknown = scopes.findIndex((each) => !tokenScopes.includes(each))
    if (unknown >= 0)
      throw invalid(`/scopes/${unknown}`, `“${scopes[unknown]}” is not something a token can be allowed.`)
    const now = app.clock.now()
    const expires = expiresInDays === null ? null : now.add({ hours: 24 * expiresInDays }).toString()
    const token = tokenPrefix + app.ids.secret()
    const row = { id: app.ids.next(), name, scopes, created_at: now.toString(), expires_at: expires }
    const hash = hashToken(token)
    await store.insert(tx, { ...row, user_id: owner(scope), hash, last_used_at: null, revoked_at: null })
    await app.audit.record(tx, scope.actor, 'token.created', {
      subject: { kind: 'token', id: row.id, label: name },
      after: { name, scopes, expires },
    })
    return { id: row.id, name, scopes, createdAt: row.created_at, expiresAt: expires, lastUsedAt: null, token }
  })

export const revokeToken = (app: App, { scope, id }: { scope: OfficeScope; id: string }): Promise<ApiToken[]> =>
  app.transaction(async (tx) => {
    const revoked = await store.revoke(tx, owner(scope), id, app.clock.now())
    if (revoked === undefined) throw new Problem(NotFound, {}, 'You have no such token.')
    await app.audit.record(tx, scope.actor, 'token.revoked', { subject: { kind: 'token', id, label: revoked.name } })
    return tokensOf(tx, scope)
  })
