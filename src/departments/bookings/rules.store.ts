import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { BookingRules } from './rules.contract.ts'
import './booking.table.ts'
import './rules.table.ts'

/** The office's rules of booking as they are now. */
export async function rulesOf(db: Db): Promise<BookingRules & { version: number }> {
  const rule = await db
    .selectFrom('booking_rule')
    .select(['challenge_rule as challengeRule', 'answer_by_minute as answerByMinute', 'answer_hours as answerHours'])
    .select([
      'undecided_days as undecidedDays',
      'settle_hours as settleHours',
      'week_days as weekDays',
      'papers_gate as papersGate',
      'source',
      'dated',
      'version',
    ])
    .executeTakeFirstOrThrow()
  const cancellation = await db
    .selectFrom('cancellation_step')
    .select(['within_hours as withinHours', 'fee_percent as feePercent'])
    .orderBy('within_hours')
    .execute()
  const labels = await db
    .selectFrom('booking_label')
    .select(['id', 'meaning', 'name'])
    .where('archived_at', 'is', null)
    .orderBy('sort')
    .orderBy('name')
    .execute()
  return { ...rule, cancellation, labels }
}

export const lockRules = (tx: Tx) =>
  tx.selectFrom('booking_rule').select('version').forUpdate().executeTakeFirstOrThrow()

export async function putRules(
  tx: Tx,
  { cancellation, labels, ...rules }: BookingRules,
  { id, at }: { id: () => string; at: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable('booking_rule')
    .set({
      challenge_rule: rules.challengeRule,
      answer_by_minute: rules.answerByMinute,
      answer_hours: rules.answerHours,
      undecided_days: rules.undecidedDays,
      settle_hours: rules.settleHours,
      week_days: rules.weekDays,
      papers_gate: rules.papersGate,
      source: rules.source,
      dated: rules.dated,
      version: sql<number>`version + 1`,
    })
    .execute()
  await tx.deleteFrom('cancellation_step').execute()
  if (cancellation.length > 0)
    await tx
      .insertInto('cancellation_step')
      .values(
        cancellation.map(({ withinHours, feePercent }) => ({
          id: id(),
          within_hours: withinHours,
          fee_percent: feePercent,
          source: rules.source,
          dated: rules.dated,
        })),
      )
      .execute()
  const kept = labels.flatMap((label) => label.id ?? [])
  await tx
    .updateTable('booking_label')
    .set({ archived_at: at.toString() })
    .where('archived_at', 'is', null)
    .$if(kept.length > 0, (query) => query.where('id', 'not in', kept))
    .execute()
  // Two that change names with each other would meet half way.
  if (kept.length > 0)
    await tx
      .updateTable('booking_label')
      .set({ name: sql<string>`id::text` })
      .where('id', 'in', kept)
      .execute()
  for (const [sort, { id: own, meaning, name }] of labels.entries())
    await (own === null
      ? tx
          .insertInto('booking_label')
          .values({ id: id(), meaning, name, sort, archived_at: null })
          .onConflict((conflict) => conflict.columns(['meaning', 'name']).doUpdateSet({ sort, archived_at: null }))
          .execute()
      : tx
          .updateTable('booking_label')
          .set({ name, sort, archived_at: null, version: sql<number>`version + 1` })
          .where('id', '=', own)
          .execute())
}
