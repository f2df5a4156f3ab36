import { LinkUnusable, NotFound, Problem, invalid } from '../../kernel/problems.ts'
import { instantOf, type ZoneName } from '../../kernel/time.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { LinkActor } from '../../platform/links.ts'
import { eraseFiles } from '../../platform/uploads/index.ts'
import * as productions from '../productions/index.ts'
import { CallOpen, type CallId, type CallQuery, type OpenCall } from './call.contract.ts'
import * as store from './call.store.ts'
import { current as currentConsent } from './consent.store.ts'
import { get as getRole, type Write } from './role.actions.ts'
import type { Role, RoleId } from './role.contract.ts'

const shown = (app: App, row: store.CallRow): OpenCall => ({
  id: row.id,
  roleId: row.roleId,
  address: `${app.settings.url}/casting/${app.links.tokenOf(row.linkId)}`,
  slate: row.slate,
  openUntil: row.openUntil?.toString() ?? null,
  closedAt: row.closedAt?.toString() ?? null,
  consent: { number: row.number, retentionMonths: row.retentionMonths },
  submissions: row.submissions ?? 0,
  version: row.version,
})

export async function list(app: App, scope: ProductionScope, query: CallQuery) {
  const rows = await store.page(app.db, scope, query)
  const page = rows.slice(0, query.limit)
  return {
    items: page.map((row) => shown(app, row)),
    next: rows.length > query.limit ? (page.at(-1)?.id ?? null) : null,
  }
}

interface Opening extends Write {
  readonly roleId: RoleId
  readonly body: { slate: string; openUntil?: string | null | undefined }
}

export const open = (app: App, { scope, actor, roleId, body }: Opening): Promise<OpenCall> =>
  app.transaction(async (tx) => {
    const role = await getRole(tx, scope, roleId)
    const { timeZone } = await productions.get(tx, scope)
    const until = body.openUntil === undefined ? deadlineOf(role, timeZone) : instantFrom(body.openUntil)
    if (until !== null && Temporal.Instant.compare(until, app.clock.now()) <= 0)
      throw invalid('/openUntil', 'This moment has passed. Give the role a later deadline, or the call one of its own.')
    const consent = await currentConsent(tx)
    const link = await app.links.create(tx, {
      purpose: 'casting_call',
      subject: { kind: 'casting_role', id: roleId },
      productionId: scope.productionId,
      label: `Open call, ${role.name}`,
      createdBy: actor,
      ...(until !== null && { expiresAt: until }),
    })
    const id = app.ids.next<CallId>()
    const made = await store.insert(tx, {
      id,
      production_id: scope.productionId,
      role_id: roleId,
      link_id: link.id,
      consent_id: consent.id,
      slate: body.slate,
      open_until: until?.toString() ?? null,
      closed_at: null,
      created_at: app.clock.now().toString(),
    })
    if (made === undefined)
      throw new Problem(CallOpen, {}, `${role.name} has an open call. Close it before opening another.`)
    await record(app, tx, { scope, actor }, { verb: 'casting_call.opened', id, label: role.name })
    return shown(app, (await store.find(tx, scope, id)) as store.CallRow)
  })

const instantFrom = (text: string | null) => (text === null ? null : Temporal.Instant.from(text))

/** The end of the day where no time is set; the production's clock where no zone is. */
function deadlineOf({ deadlineOn, deadlineMinute, deadlineZone }: Role, zone: string): Temporal.Instant | null {
  return deadlineOn === null ? null : instantOf(deadlineOn, deadlineMinute ?? 1440, deadlineZone ?? (zone as ZoneName))
}

export const close = (app: App, { scope, actor, id }: Write & { id: CallId }): Promise<OpenCall> =>
  app.transaction(async (tx) => {
    const call = await store.find(tx, scope, id)
    if (call === undefined) throw new Problem(NotFound, {}, 'There is no such call on this production.')
    await store.close(tx, scope, id, app.clock.now())
    await app.links.revoke(tx, [call.linkId])
    const role = await getRole(tx, scope, call.roleId)
    if (call.closedAt === null)
      await record(app, tx, { scope, actor }, { verb: 'casting_call.closed', id, label: role.name })
    return shown(app, (await store.find(tx, scope, id)) as store.CallRow)
  })

async function record(
  app: App,
  tx: Tx,
  { scope, actor }: Write,
  { verb, id, label }: { verb: string; id: CallId; label: string },
) {
  await app.audit.record(tx, actor, verb, {
    subject: { kind: 'casting_call', id, label },
    productionId: scope.productionId,
  })
  await app.announce(tx, { department: 'casting', productionId: scope.productionId, ids: [id] })
}

/** The call behind a link. @throws LinkUnusable when it is closed */
export async function callBehind(db: Db, link: LinkActor): Promise<store.CallRow> {
  const call = link.productionId === null ? undefined : await store.behindLink(db, link.productionId, link.linkId)
  if (call === undefined || call.closedAt !== null)
    throw new Problem(LinkUnusable, { reason: 'revoked' }, 'This call is closed.')
  return call
}

/** Files that were sent and then not submitted are nobody's after two days. */
const UNCLAIMED_HOURS = 48

export const sweepUnclaimed = (app: App): Promise<number> =>
  app.transaction(async (tx) => {
    const nobodys = await store.unclaimed(tx, app.clock.now().subtract({ hours: UNCLAIMED_HOURS }), 500)
    return eraseFiles(
      app,
      tx,
      nobodys.map(({ id }) => id),
    )
  })
