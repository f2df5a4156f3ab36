import { createHash } from 'node:crypto'
import type { ColumnType } from 'kysely'
import { KeyReused, Malformed, Problem } from '../../kernel/problems.ts'
import type { Actor } from '../access/scope.ts'
import { within, type App } from '../app.ts'
import { moment } from '../database/moment.ts'

interface IdempotencyKeyTable {
  actor: string
  key: string
  request_hash: string
  response: ColumnType<unknown, string | null, string | null>
  created_at: ColumnType<Temporal.Instant, string, never>
}

declare module '../database/schema.ts' {
  interface Schema {
    idempotency_key: IdempotencyKeyTable
  }
}

const owner = (actor: Actor | undefined) =>
  actor?.kind === 'user' ? actor.userId : actor?.kind === 'link' ? actor.linkId : 'public'

export const requestHash = (method: string, path: string, body: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify([method, path, body ?? null]))
    .digest('hex')

/**
 * Does `work` once for a key. The key is written in the transaction of the work, so a second request with the same
 * key waits for the first to commit and then gets the same answer; if the first fails, the second does the work.
 * @throws KeyReused when the key came with another request before
 */
export async function once<T>(
  app: App,
  { key, actor, hash }: { key: string; actor: Actor | undefined; hash: string },
  work: (app: App) => Promise<T>,
): Promise<T> {
  if (key.length > 200) throw new Problem(Malformed, {}, 'An Idempotency-Key has at most 200 characters.')
  const row = { actor: owner(actor), key }
  return app.transaction(async (tx) => {
    const taken = await tx
      .insertInto('idempotency_key')
      .values({ ...row, request_hash: hash, response: null, created_at: app.clock.now().toString() })
      .onConflict((conflict) => conflict.doNothing())
      .returning('key')
      .executeTakeFirst()
    if (taken === undefined) {
      const former = await tx
        .selectFrom('idempotency_key')
        .select(['request_hash', 'response'])
        .where('actor', '=', row.actor)
        .where('key', '=', key)
        .executeTakeFirstOrThrow()
      if (former.request_hash !== hash)
        throw new Problem(KeyReused, {}, 'This Idempotency-Key came with a different request before. Use a new one.')
      return unsealed(app, former.response) as T
    }
    const answer = await work(within(app, tx))
    await tx
      .updateTable('idempotency_key')
      .set({ response: sealed(app, answer) })
      .where('actor', '=', row.actor)
      .where('key', '=', key)
      .execute()
    return answer
  })
}

/** The answer as it left the action holds what only its asker may see, so at rest it is sealed. */
const sealed = (app: App, answer: unknown): string =>
  JSON.stringify(app.keys.seal(JSON.stringify(answer ?? null)).toString('base64'))

const unsealed = (app: App, kept: unknown): unknown => JSON.parse(app.keys.unseal(Buffer.from(String(kept), 'base64')))

/** A retry comes within minutes, or from a phone that was off for a weekend; after this long the key is forgotten. */
const keptDays = 7

/** @returns how many keys were forgotten */
export const forgetOldKeys = (app: App): Promise<number> =>
  app.transaction(async (tx) => {
    const before = app.clock.now().subtract({ hours: 24 * keptDays })
    const gone = await tx.deleteFrom('idempotency_key').where('created_at', '<', moment(before)).execute()
    return Number(gone[0]?.numDeletedRows ?? 0)
  })
