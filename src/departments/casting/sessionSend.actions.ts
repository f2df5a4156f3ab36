import { dayText } from '../../kernel/time.ts'
import type { LinkId } from '../../kernel/ids.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { queueLetters } from '../../platform/mail/index.ts'
import * as office from '../office/index.ts'
import * as productions from '../productions/index.ts'
import type { CandidateId } from './candidate.contract.ts'
import { firstReader, withAgentCopy } from './candidate.letters.ts'
import { isOut } from './candidate.rules.ts'
import * as candidates from './candidate.store.ts'
import { get as getRole, type Write } from './role.actions.ts'
import { endOfSession, lockSession, settle } from './session.actions.ts'
import type { SessionId } from './session.contract.ts'
import { sessionLetter } from './session.letters.ts'
import * as store from './session.store.ts'

interface Sending extends Write {
  readonly id: SessionId
}

/** Their time to those who have one, a choice of times to those who have none; each by a link of their own. */
export const send = (app: App, { scope, actor, id }: Sending) =>
  app.transaction(async (tx) => {
    const row = await lockSession(tx, scope, id)
    const role = await getRole(tx, scope, row.roleId)
    const times = new Map((await store.appointmentsOf(tx, [id])).map((it) => [it.candidateId, it]))
    const links = new Map((await store.askedOf(tx, [id])).map((it) => [it.candidateId, it.linkId]))
    const { title } = await productions.get(tx, scope)
    const { name: officeName, undoSeconds } = await office.officeSettings(tx)
    const leavesAt = app.clock.now().add({ seconds: undoSeconds })
    const unreachable: string[] = []
    const told: CandidateId[] = []
    let written = 0
    for (const it of (await candidates.ofRole(tx, scope, row.roleId)).filter(({ state }) => !isOut(state))) {
      const own = times.get(it.id)
      const isTold = own === undefined ? links.has(it.id) : own.toldAt !== null
      if (isTold) continue
      const to = firstReader(it)
      if (to === null) {
        unreachable.push(it.name)
        continue
      }
      const linkId = links.get(it.id) ?? (await askedLink(app, tx, { scope, actor }, row, it))
      const letter = {
        ...sessionLetter(row, to, {
          name: it.name,
          minute: own?.minute,
          role,
          title,
          officeName,
          address: `${app.settings.url}/casting/time/${app.links.tokenOf(linkId)}`,
        }),
        key: `casting_time:${id}:${it.id}:${own?.minute ?? 'choose'}:${row.version}`,
        channel: 'email' as const,
        to: { name: to.name, address: to.address },
        about: { kind: 'casting_candidate', id: it.id },
        productionId: scope.productionId,
        leavesAt,
      }
      await queueLetters(app, tx, withAgentCopy(letter, it))
      written += 1
      if (own !== undefined) told.push(it.id)
    }
    await store.change(tx, id, told, { told_at: app.clock.now().toString() })
    await settle(app, tx, { scope, actor }, 'casting_session.sent', id)
    return { written, unreachable }
  })

async function askedLink(
  app: App,
  tx: Tx,
  { scope, actor }: Write,
  row: store.SessionRow,
  it: candidates.CandidateRow,
): Promise<LinkId> {
  const link = await app.links.create(tx, {
    purpose: 'casting_request',
    subject: { kind: 'casting_candidate', id: it.id },
    productionId: scope.productionId,
    label: `Casting ${dayText(row.onDate)}, candidate ${it.number}`,
    expiresAt: endOfSession(row),
    createdBy: actor,
  })
  await store.ask(tx, {
    id: app.ids.next(),
    session_id: row.id,
    candidate_id: it.id,
    link_id: link.id,
    since: app.clock.now().toString(),
  })
  return link.id
}
