import type { z } from 'zod'
import { invalid } from '../../kernel/problems.ts'
import type { App } from '../../platform/app.ts'
import { settleAll } from './candidate.actions.ts'
import type { CandidateId } from './candidate.contract.ts'
import { candidateMovedOn } from './candidate.rules.ts'
import * as candidates from './candidate.store.ts'
import { lockOpen, settle } from './presentation.actions.ts'
import type { freezePresentation, PresentationId } from './presentation.contract.ts'
import * as store from './presentation.store.ts'
import { moveOn, type Write } from './role.actions.ts'

interface Freezing extends Write {
  readonly id: PresentationId
  readonly expected: number
  readonly body: z.output<NonNullable<(typeof freezePresentation)['body']>>
}

/** The decision stands from now on: who was chosen for which role, as which choice, by whom and when. */
export const freeze = (app: App, { scope, actor, id, expected, body }: Freezing) =>
  app.transaction(async (tx) => {
    await lockOpen(tx, scope, id, expected)
    const items = new Set((await store.itemsOf(tx, [id])).map(({ candidateId }) => candidateId))
    const stray = body.choices.findIndex(({ candidateId }) => !items.has(candidateId))
    if (stray >= 0) throw invalid(`/choices/${stray}/candidateId`, 'This person was not shown in this selection.')
    const rows = await candidates.lock(
      tx,
      scope,
      body.choices.map(({ candidateId }) => candidateId),
    )
    const choiceOf = new Map(body.choices.map(({ candidateId, choice }) => [candidateId, choice]))
    refuseSameChoice(rows, choiceOf)
    const at = app.clock.now().toString()
    await store.decide(
      tx,
      rows.map((row) => ({
        id: app.ids.next<string>(),
        presentation_id: id,
        role_id: row.roleId,
        candidate_id: row.id,
        candidate_number: row.number,
        choice: choiceOf.get(row.id) as number,
        decided_by: body.decidedBy,
        decided_at: at,
      })),
    )
    await store.update(tx, scope, id, { state: 'frozen', frozen_at: at })
    for (const row of rows)
      await candidates.update(tx, scope, row.id, {
        choice: choiceOf.get(row.id) ?? null,
        state: candidateMovedOn(row.state, 'pinned'),
      })
    await settleAll(app, tx, { scope, actor }, { verb: 'casting_candidate.chosen', before: rows })
    await moveOn(
      tx,
      scope,
      rows.map(({ roleId }) => roleId),
      'selects',
    )
    return settle(app, tx, { scope, actor }, 'casting_presentation.frozen', id)
  })

function refuseSameChoice(rows: readonly candidates.CandidateRow[], choiceOf: ReadonlyMap<CandidateId, number>): void {
  const seats = rows.map(({ id, roleId }) => `${roleId} ${choiceOf.get(id)}`)
  if (new Set(seats).size < seats.length)
    throw invalid('/choices', 'Two people are the same choice of one role. Give each a place of their own.')
}
