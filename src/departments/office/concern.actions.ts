import { bySeverityAndDate } from '../../kernel/concern.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Department } from '../../platform/department.ts'
import { beginLook } from '../../platform/look.ts'
import type { AnsweredConcern } from './concern.contract.ts'
import './office.table.ts'

type Answer = NonNullable<AnsweredConcern['answer']>

/** What all departments' checks find in a production, each with the answer somebody gave it. */
export async function concernsOf(
  db: Db,
  scope: ProductionScope,
  { departments, now }: { departments: readonly Department[]; now: Temporal.Instant },
): Promise<AnsweredConcern[]> {
  const answers = await answersOf(db, scope, now)
  const look = beginLook(now)
  const found = []
  for (const check of departments.flatMap((department) => department.checks ?? []))
    found.push(...(await check.concerns(db, scope, look)))
  return found.sort(bySeverityAndDate).map((concern) => ({ ...concern, answer: answers.get(concern.key) ?? null }))
}

async function answersOf(db: Db, scope: ProductionScope, now: Temporal.Instant): Promise<Map<string, Answer>> {
  const rows = await db
    .selectFrom('concern_answer')
    .selectAll()
    .where('production_id', '=', scope.productionId)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', now.toString() as never)]))
    .execute()
  return new Map(
    rows.map((row) => [
      row.concern_key,
      {
        answer: row.answer,
        reason: row.reason,
        until: row.until?.toString() ?? null,
        by: row.answered_by_name,
        at: row.answered_at.toString(),
      },
    ]),
  )
}

interface AnswerIt {
  scope: ProductionScope
  key: string
  answer: 'accepted' | 'snoozed'
  reason: string
  until: string | null
}

export const answer = (app: App, { scope, key, answer, reason, until }: AnswerIt): Promise<Answer> =>
  app.transaction(async (tx) => {
    const at = app.clock.now().toString()
    const by = scope.actor.kind === 'user' ? scope.actor.name : 'The office'
    const row = {
      answer,
      reason,
      until,
      answered_by: scope.actor.kind === 'user' ? scope.actor.userId : null,
      answered_by_name: by,
      answered_at: at,
    }
    await tx
      .insertInto('concern_answer')
      .values({ production_id: scope.productionId, concern_key: key, ...row })
      .onConflict((conflict) => conflict.columns(['production_id', 'concern_key']).doUpdateSet(row))
      .execute()
    await app.audit.record(tx, scope.actor, `concern.${answer}`, {
      subject: { kind: 'concern', id: key },
      productionId: scope.productionId,
      after: { answer, reason, until },
    })
    await app.announce(tx, { department: 'office', productionId: scope.productionId, ids: [] })
    return { answer, reason, until, by, at }
  })

export const reopen = (
  app: App,
  { scope, key }: { scope: ProductionScope; key: string },
): Promise<{ reopened: boolean }> =>
  app.transaction(async (tx) => {
    const gone = await tx
      .deleteFrom('concern_answer')
      .where('production_id', '=', scope.productionId)
      .where('concern_key', '=', key)
      .returning('answer')
      .executeTakeFirst()
    if (gone !== undefined) {
      await app.audit.record(tx, scope.actor, 'concern.reopened', {
        subject: { kind: 'concern', id: key },
        productionId: scope.productionId,
      })
      await app.announce(tx, { department: 'office', productionId: scope.productionId, ids: [] })
    }
    return { reopened: gone !== undefined }
  })
