import { bySeverityAndDate } from '../../kernel/concern.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Department } from '../../platform/department.ts'
import { beginLook } from '../../platform/look.ts'
import type { AnsweredConcern } from './concern.contract.ts'
import * as store from './concern.store.ts'

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
  return new Map(
    (await store.answers(db, scope, now)).map((row) => [
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
    await store.put(tx, scope, key, row)
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
    const gone = await store.remove(tx, scope, key)
    if (gone !== undefined) {
      await app.audit.record(tx, scope.actor, 'concern.reopened', {
        subject: { kind: 'concern', id: key },
        productionId: scope.productionId,
      })
      await app.announce(tx, { department: 'office', productionId: scope.productionId, ids: [] })
    }
    return { reopened: gone !== undefined }
  })
