import { LinkUnusable, NotFound, Problem, invalid } from '../../kernel/problems.ts'
import { dayText, instantOf } from '../../kernel/time.ts'
import { systemScope, type LinkScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { LinkActor } from '../../platform/links.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { CandidateId } from './candidate.contract.ts'
import { candidateMovedOn } from './candidate.rules.ts'
import * as candidates from './candidate.store.ts'
import type { AtDoor } from './door.contract.ts'
import { get as getRole, type Write } from './role.actions.ts'
import { get, lockSession, settle, shown } from './session.actions.ts'
import type { Session, SessionId } from './session.contract.ts'
import * as store from './session.store.ts'

interface OnSession extends Write {
  readonly id: SessionId
}

interface Signing extends OnSession {
  readonly candidateId: CandidateId
  readonly body: AtDoor
}

export const sign = (app: App, signing: Signing): Promise<Session> => app.transaction((tx) => signed(app, tx, signing))

/** At the door: the name somebody writes under the text is kept with the time; leaving has a time too. */
async function signed(app: App, tx: Tx, { scope, actor, id, candidateId, body }: Signing): Promise<Session> {
  const row = await lockSession(tx, scope, id)
  const [session] = await shown(tx, [row])
  const own = session?.appointments.find((it) => it.candidateId === candidateId)
  if (own === undefined) throw new Problem(NotFound, {}, 'They have no time on this day. Give them one first.')
  const now = app.clock.now().toString()
  if (body.what === 'out') {
    if (own.signedInAt === null) throw invalid('/what', 'They have not signed in.')
    if (own.signedOutAt === null) await store.change(tx, id, [candidateId], { signed_out_at: now })
    return settle(app, tx, { scope, actor }, 'casting_session.signed_out', id)
  }
  const guardian = body.guardian === '' ? null : body.guardian
  if (own.isMinor && guardian === null)
    throw invalid('/guardian', 'A parent or guardian writes their name for somebody under 18.')
  if (own.signedInAt === null)
    await store.change(tx, id, [candidateId], {
      signed_in_at: now,
      signed_name: body.name,
      signed_guardian: own.isMinor ? guardian : null,
    })
  const [candidate] = await candidates.lock(tx, scope, [candidateId])
  const state = candidate && candidateMovedOn(candidate.state, row.kind === 'callback' ? 'callback' : 'auditioned')
  if (candidate && state !== candidate.state) await candidates.update(tx, scope, candidateId, { state })
  return settle(app, tx, { scope, actor }, 'casting_session.signed_in', id)
}

/** A day may run late; the tablet closes itself some hours after midnight. */
const HOURS_AFTER = 4

/** One address a day, however many tablets open it. */
export const openDoor = (app: App, { scope, actor, id }: OnSession): Promise<{ address: string; session: Session }> =>
  app.transaction(async (tx) => {
    const row = await lockSession(tx, scope, id)
    const linkId = row.doorLinkId ?? (await doorLink(app, tx, { scope, actor, id }, row))
    return {
      address: `${app.settings.url}/casting/door/${app.links.tokenOf(linkId)}`,
      session: await get(tx, scope, id),
    }
  })

async function doorLink(app: App, tx: Tx, { scope, actor, id }: OnSession, row: store.SessionRow) {
  const role = await getRole(tx, scope, row.roleId)
  const link = await app.links.create(tx, {
    purpose: 'casting_door',
    subject: { kind: 'casting_session', id },
    productionId: scope.productionId,
    label: `Door, ${role.name}, ${dayText(row.onDate)}`,
    expiresAt: instantOf(row.onDate, 1440, row.timeZone).add({ hours: HOURS_AFTER }),
    createdBy: actor,
  })
  await store.update(tx, id, { door_link_id: link.id })
  await settle(app, tx, { scope, actor }, 'casting_session.door_opened', id)
  return link.id
}

export const closeDoor = (app: App, { scope, actor, id }: OnSession): Promise<Session> =>
  app.transaction(async (tx) => {
    const { doorLinkId } = await lockSession(tx, scope, id)
    if (doorLinkId === null) return get(tx, scope, id)
    await takeDoorAway(app, tx, id, doorLinkId)
    return settle(app, tx, { scope, actor }, 'casting_session.door_closed', id)
  })

/** The link of a day that moves is made for the old one; the next press makes another. */
export async function takeDoorAway(
  app: App,
  tx: Tx,
  id: SessionId,
  linkId: NonNullable<store.SessionRow['doorLinkId']>,
) {
  await app.links.revoke(tx, [linkId])
  await store.update(tx, id, { door_link_id: null })
}

async function behind(db: Db, link: LinkActor) {
  const found = link.productionId === null ? undefined : await store.atDoor(db, link.productionId, link.linkId)
  if (found === undefined || link.productionId === null)
    throw new Problem(LinkUnusable, { reason: 'revoked' }, 'This door is closed.')
  return { id: found.id, scope: systemScope(link.productionId, 'casting door') }
}

/** What the tablet shows: who is expected when, and nothing else of anybody. */
export async function doorOf(app: App, link: LinkActor) {
  const { id, scope } = await behind(app.db, link)
  const session = await get(app.db, scope, id)
  return { session, role: await getRole(app.db, scope, session.roleId) }
}

export const signByLink = (
  app: App,
  { scope: { link }, candidateId, body }: { scope: LinkScope; candidateId: CandidateId; body: AtDoor },
) =>
  app.transaction(async (tx) => {
    const { id, scope } = await behind(tx, link)
    const { appointments } = await signed(app, tx, { scope, actor: link, id, candidateId, body })
    await app.links.use(tx, link.linkId)
    const own = appointments.find((it) => it.candidateId === candidateId)
    return {
      name: own?.name ?? '',
      signedInAt: own?.signedInAt ?? null,
      signedOutAt: own?.signedOutAt ?? null,
    }
  })
