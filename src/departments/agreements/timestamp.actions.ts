import { demandFresh, invalid } from '../../kernel/problems.ts'
import type { Actor } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import { ask, OutboundFault, whyNot } from '../../platform/outbound/index.ts'
import type { TimestampAbout } from './seal.contract.ts'
import * as store from './seal.store.ts'
import { askFor, TimestampFault, tokenIn, type Stamp } from './seal/index.ts'

/** Authorities answer in a second or two; a slow one is asked again later. */
const timeoutMs = 15_000

/** How the office's authority stamps a signature; undefined when it has none. @throws TimestampFault when it does not */
export function stampBy(app: App, it: store.TimestampRow): Stamp | undefined {
  const { url } = it
  if (url === null) return undefined
  return async (signature) => {
    const asked = await askFor(signature)
    try {
      const { status, body } = await ask({
        url,
        method: 'POST',
        headers: {
          'content-type': 'application/timestamp-query',
          accept: 'application/timestamp-reply',
          ...authorization(app, it),
        },
        body: asked.request,
        privateHosts: app.settings.privateHosts,
        plain: true,
        timeoutMs,
      })
      if (status !== 200) throw new TimestampFault(`It answered with ${status}.`)
      return await tokenIn(body, asked)
    } catch (fault) {
      if (fault instanceof OutboundFault) throw new TimestampFault(fault.message)
      throw fault
    }
  }
}

function authorization(app: App, { user_name: name, password }: store.TimestampRow): Record<string, string> {
  if (name === '' && password === null) return {}
  const secret = password === null ? '' : app.keys.unseal(password)
  return { authorization: `Basic ${Buffer.from(`${name}:${secret}`).toString('base64')}` }
}

export const hostOf = ({ url }: store.TimestampRow): string => (url === null ? '' : (URL.parse(url)?.host ?? url))

export { timestamp as current } from './seal.store.ts'

export async function about(db: Db): Promise<TimestampAbout> {
  const row = await store.timestamp(db)
  return {
    url: row.url,
    userName: row.user_name,
    hasPassword: row.password !== null,
    waitHours: row.wait_hours,
    triedAt: row.tried_at?.toString() ?? null,
    fault: row.fault,
    waiting: await store.waitingForStamp(db),
    version: row.version,
  }
}

/** What came of the last time it was asked: null is well. */
export async function note(app: App, tx: Tx, fault: string | null): Promise<void> {
  await store.updateTimestamp(tx, { tried_at: app.clock.now().toString(), fault })
}

interface Change {
  readonly actor: Actor
  readonly expected: number
  readonly body: { url: string | null; userName: string; password?: string | undefined; waitHours: number }
}

export const change = (app: App, { actor, expected, body }: Change): Promise<void> =>
  app.transaction(async (tx) => {
    const before = await store.lockTimestamp(tx)
    demandFresh({ expected, current: before.version }, 'the authority')
    const url = body.url === null || body.url === '' ? null : body.url
    const why = url === null ? undefined : whyNot(url, app.settings.privateHosts, { plain: true })
    if (why !== undefined) throw invalid('/url', why)
    const { password } = body
    await store.updateTimestamp(tx, {
      url,
      user_name: body.userName,
      wait_hours: body.waitHours,
      ...(password !== undefined && { password: password === '' ? null : app.keys.seal(password) }),
      ...(url !== before.url && { tried_at: null, fault: null }),
      version: before.version + 1,
    })
    const told = (it: { url: string | null; user_name: string; wait_hours: number }) => ({
      url: it.url,
      userName: it.user_name,
      waitHours: it.wait_hours,
    })
    await app.audit.record(tx, actor, 'agreement_timestamp.changed', {
      subject: { kind: 'agreement_timestamp', id: 'office', label: 'Time stamp authority' },
      before: told(before),
      after: told({ url, user_name: body.userName, wait_hours: body.waitHours }),
    })
    await app.announce(tx, { department: 'agreements', productionId: null, ids: [] })
  })
