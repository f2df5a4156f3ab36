import type { FileId } from '../../kernel/ids.ts'
import { LinkUnusable, NotFound, Problem, invalid } from '../../kernel/problems.ts'
import { systemScope, type LinkScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/database/database.ts'
import type { LinkActor } from '../../platform/links.ts'
import * as productions from '../productions/index.ts'
import { settle } from './candidate.actions.ts'
import { candidateMovedOn } from './candidate.rules.ts'
import * as candidates from './candidate.store.ts'
import { keepMedia } from './media.actions.ts'
import { write } from './request.actions.ts'
import type { RequestState, Turn } from './request.contract.ts'
import { isLate, refusalOf } from './request.rules.ts'
import * as store from './request.store.ts'
import { get as getRole } from './role.actions.ts'

async function behind(db: Db, link: LinkActor) {
  const row = link.productionId === null ? undefined : await store.behindLink(db, link.productionId, link.linkId)
  if (row === undefined || row.state === 'withdrawn' || link.productionId === null)
    throw new Problem(LinkUnusable, { reason: 'revoked' }, 'This is not asked any more.')
  return { row, scope: systemScope(link.productionId, 'casting request') }
}

/** What one page shows. */
export async function requestOf(app: App, link: LinkActor) {
  const { row, scope } = await behind(app.db, link)
  const role = await getRole(app.db, scope, row.roleId)
  const { title } = await productions.get(app.db, scope)
  return { row, role, title: role.isConfidential ? null : title, isLate: isLate(row, app.clock.now()) }
}

interface Answering {
  readonly scope: LinkScope
  readonly body: { answer: 'send' | 'no' | 'pass_on'; text: string | null; fileIds: readonly string[] }
}

/** A late tape is still taken: casting sees that it is late and decides. Said again, the answer is the newer one. */
export const answer = (app: App, { scope: { link }, body }: Answering): Promise<{ state: RequestState; turn: Turn }> =>
  app.transaction(async (tx) => {
    const { row: found, scope } = await behind(tx, link)
    const [row] = await store.lock(tx, scope, [found.id])
    const [candidate] = await candidates.lock(tx, scope, [found.candidateId])
    if (row === undefined || candidate === undefined) throw new Problem(NotFound, {}, 'This is not asked any more.')
    const refusal = refusalOf({
      ...row,
      answer: body.answer,
      text: body.text,
      files: body.fileIds.length,
      reachable: candidate.email !== null,
    })
    if (refusal !== null) throw invalid(refusal.at, refusal.words)
    await app.links.use(tx, link.linkId)
    if (body.answer === 'pass_on') {
      await store.update(tx, row.id, { turn: 'talent' })
      await write(app, tx, scope, [row.id], 'passed_on')
      await settle(app, tx, { scope, actor: link }, { verb: 'casting_candidate.request_passed_on', before: candidate })
      return { state: row.state, turn: 'talent' }
    }
    const role = await getRole(tx, scope, candidate.roleId)
    for (const fileId of body.fileIds)
      await keepMedia(
        app,
        tx,
        scope,
        { id: candidate.id, name: candidate.name, roleName: role.name },
        { sender: { linkId: link.linkId }, fileId: fileId as FileId, purpose: 'self_tape' },
      )
    const state = body.answer === 'no' ? 'declined' : 'answered'
    await store.update(tx, row.id, {
      state,
      answer: body.text ?? '',
      answered_at: app.clock.now().toString(),
      next_reminder_at: null,
    })
    if (state === 'answered' && row.kind === 'self_tape') {
      const moved = candidateMovedOn(candidate.state, 'auditioned')
      if (moved !== candidate.state) await candidates.update(tx, scope, candidate.id, { state: moved })
    }
    await settle(
      app,
      tx,
      { scope, actor: link },
      {
        verb: `casting_candidate.request_${state}`,
        before: candidate,
        also: { request: row.kind },
      },
    )
    return { state, turn: row.turn }
  })
