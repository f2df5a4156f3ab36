import { bySeverityAndDate, type Concern } from '../../kernel/concern.ts'
import { eyesOf, type ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/database/database.ts'
import { beginLook } from '../../platform/look.ts'
import type { AnsweredConcern } from './concern.contract.ts'
import * as store from './concern.store.ts'

type Answer = NonNullable<AnsweredConcern['answer']>

/** What all departments' checks find in a production, the worst first, each with the answer somebody gave it. */
export async function concernsOf(app: App, scope: ProductionScope): Promise<AnsweredConcern[]> {
  const now = app.clock.now()
  const answers = await answersOf(app.db, scope, now)
  const found = await app.kept.of(`concerns ${eyesOf(scope)}`, () => findConcerns(app, scope, now))
  return found.map((concern) => ({ ...concern, answer: answers.get(concern.key) ?? null }))
}

async function findConcerns(app: App, scope: ProductionScope, now: Temporal.Instant): Promise<readonly Concern[]> {
  const look = beginLook(app.db, now)
  const found: Concern[] = []
  for (const { checks = [] } of app.departments())
    for (const check of checks) found.push(...(await check.concerns(look.db, scope, look.now)))
  return found.sort(bySeverityAndDate)
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
