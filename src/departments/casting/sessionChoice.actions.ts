import { LinkUnusable, NotFound, Problem, invalid } from '../../kernel/problems.ts'
import { systemScope, type LinkScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { LinkActor } from '../../platform/links.ts'
import type { Db } from '../../platform/database/database.ts'
import type { CandidateId } from './candidate.contract.ts'
import { isCommitted, isOut } from './candidate.rules.ts'
import * as candidates from './candidate.store.ts'
import { get as getRole } from './role.actions.ts'
import { lockSession, seat, settle, taken } from './session.actions.ts'
import * as store from './session.store.ts'
import { freeSeats } from './slot.rules.ts'

async function behind(db: Db, link: LinkActor) {
  const asked = link.productionId === null ? undefined : await store.behindLink(db, link.productionId, link.linkId)
  if (asked === undefined || link.productionId === null)
    throw new Problem(LinkUnusable, { reason: 'revoked' }, 'This casting day is not held any more.')
  return { ...asked, scope: systemScope(link.productionId, 'casting time') }
}

/** What one person's page shows: their own time, and every one that is still free. */
export async function timeOf(app: App, link: LinkActor) {
  const { sessionId, candidateId, waits, scope } = await behind(app.db, link)
  const session = await store.find(app.db, scope, sessionId)
  const [candidate] = await candidates.byIds(app.db, scope, [candidateId])
  if (session === undefined || candidate === undefined) throw new Problem(NotFound, {}, 'There is no such casting day.')
  const seats = await store.appointmentsOf(app.db, [sessionId])
  return {
    session,
    role: await getRole(app.db, scope, session.roleId),
    name: candidate.name,
    declined: candidate.state === 'declined',
    waits,
    own: seats.find((it) => it.candidateId === candidateId)?.minute ?? null,
    free: [...new Set(freeSeats(session, seats).map(({ minute }) => minute))],
  }
}

interface Choosing {
  readonly scope: LinkScope
  readonly body: { answer: 'time' | 'wait' | 'no'; minute: number | null }
}

/**
 * Of two who choose the same time the first has it; a time that is given back goes to whoever waits longest. Who is held
 * or booked already says no to the day, not to the role.
 */
export const choose = (app: App, { scope: { link }, body }: Choosing): Promise<{ minute: number | null }> =>
  app.transaction(async (tx) => {
    const { sessionId, candidateId, scope } = await behind(tx, link)
    const row = await lockSession(tx, scope, sessionId)
    const before = (await store.appointmentsOf(tx, [sessionId])).find((it) => it.candidateId === candidateId)
    if (body.answer === 'time') {
      if (body.minute === null) throw invalid('/minute', 'Choose a time.')
      if (!(await seat(app, tx, scope, { row, candidateId, minute: body.minute }))) throw taken(body.minute)
    } else {
      await store.remove(tx, sessionId, candidateId)
      await store.setWaits(tx, sessionId, {
        candidateId,
        waits: body.answer === 'wait',
        since: app.clock.now(),
      })
      const [candidate] = await candidates.lock(tx, scope, [candidateId])
      if (body.answer === 'no' && candidate && !isOut(candidate.state) && !isCommitted(candidate.state))
        await candidates.update(tx, scope, candidateId, { state: 'declined' })
    }
    if (before !== undefined && before.minute !== body.minute)
      await nextInLine(app, { tx, scope, row, minute: before.minute, but: candidateId })
    await app.links.use(tx, link.linkId)
    await settle(app, tx, { scope, actor: link }, 'casting_session.answered', sessionId)
    return { minute: body.answer === 'time' ? body.minute : null }
  })

async function nextInLine(
  app: App,
  {
    tx,
    scope,
    row,
    minute,
    but,
  }: {
    tx: Parameters<typeof lockSession>[0]
    scope: ReturnType<typeof systemScope>
    row: store.SessionRow
    minute: number
    /** Who just gave the time back does not get it again. */
    but: CandidateId
  },
): Promise<void> {
  const waiting = (await store.askedOf(tx, [row.id])).filter(({ waits, candidateId }) => waits && candidateId !== but)
  for (const { candidateId } of waiting) if (await seat(app, tx, scope, { row, candidateId, minute })) return
}
