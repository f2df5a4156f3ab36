import { InUse, Problem } from '../../kernel/problems.ts'
import { dayAt, type ZoneName } from '../../kernel/time.ts'
import { systemScope, type ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import { forgetLetters, withdrawLetters } from '../../platform/mail/index.ts'
import { eraseFiles } from '../../platform/uploads/index.ts'
import type { CandidateId, Erasure } from './candidate.contract.ts'
import { isCommitted } from './candidate.rules.ts'
import { normaliseWords } from './words.rules.ts'
import type { CandidateRow } from './candidate.store.ts'
import { lockFresh } from './candidate.actions.ts'
import * as store from './erasure.store.ts'
import * as media from './media.store.ts'
import type { Write } from './role.actions.ts'

/** Because the person asked: everything of theirs goes with this act; its bytes with the job it queues. */
export const eraseAsked = (
  app: App,
  { scope, id, expected }: Write & { id: CandidateId; expected: number },
): Promise<{ files: number }> =>
  app.transaction(async (tx) => {
    const row = await lockFresh(tx, scope, id, expected)
    if (isCommitted(row.state))
      throw new Problem(
        InUse,
        { dependants: [{ kind: 'booking', label: row.name }] },
        `${row.name} is held or booked. Release the hold first; what the contract needs is kept with the booking.`,
      )
    return erase(app, tx, scope, row, 'asked')
  })

/** At most so many in one run; the next run goes on. */
const AT_ONCE = 200

/**
 * Erases unsuccessful submissions whose period is over, each in its own transaction. Safe to run twice.
 * @returns how many people's material went
 */
export async function eraseOverdue(app: App): Promise<number> {
  const today = dayAt(app.clock.now(), 'UTC' as ZoneName)
  let erased = 0
  for (const { id, productionId } of await store.overdue(app.db, today, AT_ONCE)) {
    const scope = systemScope(productionId, 'retention')
    await app.transaction(async (tx) => {
      const row = await store.lockOverdue(tx, id, today)
      if (row === undefined) return
      await erase(app, tx, scope, row, 'period_over')
      erased += 1
    })
  }
  return erased
}

async function erase(
  app: App,
  tx: Tx,
  scope: ProductionScope,
  row: CandidateRow,
  reason: 'asked' | 'period_over',
): Promise<{ files: number }> {
  const links = await store.linksOf(tx, row.id)
  await app.links.revoke(tx, links)
  await store.forgetLabels(tx, links)
  const letters = { kind: 'casting_candidate', ids: [row.id] }
  await withdrawLetters(app, tx, { about: letters })
  await forgetLetters(tx, letters)
  const files = await eraseFiles(app, tx, await media.removeOf(tx, row.id))
  await store.remove(tx, row.id)
  const now = app.clock.now().toString()
  await store.log(tx, {
    id: app.ids.next(),
    production_id: scope.productionId,
    request_hash: requestHash(app, row),
    reason,
    files,
    asked_at: now,
    done_at: now,
  })
  await app.announce(tx, { department: 'casting', productionId: scope.productionId, ids: [row.roleId] })
  return { files }
}

interface Request {
  readonly name: string
  readonly email: string | null
}

/**
 * Proves later that a request was answered, to whoever brings the same name and address. Signed with the office's key, so
 * that nobody who holds only the database can try names until one fits.
 */
const requestHash = ({ keys }: Pick<App, 'keys'>, { name, email }: Request): string =>
  keys
    .sign('casting erasure', Buffer.from(`${normaliseWords(name)}\n${(email ?? '').trim().toLowerCase()}`))
    .toString('hex')

const told = <Row extends { doneAt: Temporal.Instant }>(rows: readonly Row[]) =>
  rows.map(({ doneAt, ...entry }) => ({ ...entry, doneAt: doneAt.toString() }))

export const log = async (db: Db, scope: ProductionScope): Promise<Erasure[]> => told(await store.logged(db, scope))

export const findIn = async (app: App, scope: ProductionScope, request: Request): Promise<Erasure[]> =>
  told(await store.logged(app.db, scope, requestHash(app, request)))
