import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { OfficeRole } from '../src/kernel/abilities.ts'
import type { UserId } from '../src/kernel/ids.ts'
import { createCaller, type Caller } from '../src/client/call.ts'
import { assemble, type Assembly } from '../src/main/assemble.ts'
import { everyJob } from '../src/main/departments.ts'
import { listen } from '../src/main/listen.ts'
import { prepareDatabase } from '../src/platform/database/prepare.ts'
import { freePort, startPostgres } from '../src/platform/runtime/postgres.ts'
import { readSettings } from '../src/platform/settings.ts'
import { hashToken, tokenPrefix } from '../src/platform/signin/authenticate.ts'

export interface BenchOffice {
  readonly house: Assembly
  readonly url: string
  readonly token: string
  /** The typed call over a real port, as its owner. */
  readonly caller: Caller
  close(): Promise<void>
}

/** An office of its own on this machine, with a durable database as a real one has, thrown away at the end. */
export async function openBenchOffice(): Promise<BenchOffice> {
  const folder = await mkdtemp(join(tmpdir(), 'unitbase-bench-'))
  await chmod(folder, 0o755) // as root, PostgreSQL runs as another user and must be able to walk in
  const cluster = await startPostgres({
    folder: join(folder, 'cluster'),
    password: 'bench',
    logFile: join(folder, 'postgres.log'),
    kind: 'durable',
  })
  const databaseUrl = cluster.url('postgres')
  await prepareDatabase(databaseUrl, everyJob())
  const port = await freePort()
  const settings = readSettings({ PORT: String(port), UNITBASE_DATA: join(folder, 'data') })
  const house = await assemble({ settings, databaseUrl, role: 'command', rateLimited: false })
  const listening = await listen(house.server, settings)
  await house.warm() // as a started office does
  const token = await addOwner(house, 'owner')
  const url = `http://127.0.0.1:${port}`
  return {
    house,
    url,
    token,
    caller: createCaller({ baseUrl: url, token }),
    close: async () => {
      await listening.close()
      await house.close()
      await cluster.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function addOwner({ app }: Assembly, officeRole: OfficeRole): Promise<string> {
  const token = tokenPrefix + app.ids.secret()
  const userId = app.ids.next<UserId>()
  const at = app.clock.now().toString()
  await app.transaction(async (tx) => {
    await tx
      .insertInto('auth.user')
      .values({
        id: userId,
        name: 'Bench',
        email: 'bench@example.com',
        email_verified: true,
        two_factor_enabled: false,
        office_role: officeRole,
        disabled_at: null,
      })
      .execute()
    await tx
      .insertInto('api_token')
      .values({
        id: app.ids.next(),
        user_id: userId,
        name: 'bench',
        hash: hashToken(token),
        scopes: ['*'],
        created_at: at,
        expires_at: null,
        last_used_at: null,
        revoked_at: null,
      })
      .execute()
  })
  return token
}
