import type { Hono } from 'hono'
import pg from 'pg'
import { createApp, type App } from '../platform/app.ts'
import { createAudit } from '../platform/audit.ts'
import { systemClock, type Clock } from '../platform/clock.ts'
import { openDatabase, openPool } from '../platform/database/database.ts'
import { warm } from '../platform/database/warm.ts'
import type { OfficeScope } from '../platform/access/scope.ts'
import { openDoors } from '../platform/http/doors.ts'
import type { BoundRoute } from '../platform/http/handle.ts'
import { houseRoutes } from '../platform/http/house.routes.ts'
import { serve } from '../platform/http/serve.ts'
import { createIds } from '../platform/ids.ts'
import { createJobs, drain, openBoss, startWorking } from '../platform/jobs.ts'
import { keepAnswers } from '../platform/kept.ts'
import { createKeys, loadKey } from '../platform/keys.ts'
import { createLinks } from '../platform/links.ts'
import { openLive, type Live } from '../platform/live.ts'
import { createPdf, type Pdf } from '../platform/pdf/index.ts'
import type { Settings } from '../platform/settings.ts'
import { authenticator } from '../platform/signin/authenticate.ts'
import { openSignIn, type SignIn } from '../platform/signin/signIn.ts'
import { openStorage } from '../platform/storage/openStorage.ts'
import { departments, everyJob } from './departments.ts'
import { memberships } from '../departments/productions/index.ts'
import { lettersToOutbox } from '../platform/signin/letters.ts'

interface AssembleOptions {
  settings: Settings
  databaseUrl: string
  clock?: Clock
  /** A worker looks after the queues; everyone else only sends. */
  role: 'api' | 'worker' | 'both' | 'command'
  /** Shared by many assemblies in one process; closed by whoever made it. */
  pdf?: Pdf
  rateLimited?: boolean
  report?: (reference: string, error: unknown) => void
}

export interface Assembly {
  readonly app: App
  readonly server: Hono
  readonly routes: readonly BoundRoute[]
  /** Runs what is queued now; `early` also what is due later. */
  drain(options?: { early?: boolean }): Promise<number>
  startWorking(): Promise<void>
  /** Spares those who come first after a start from waiting for connections. */
  warm(): Promise<unknown>
  /** Answers those who are inside and nobody else, and ends the live pages. */
  stopAnswering(): Promise<void>
  close(): Promise<void>
}

/** The whole house, wired: nothing here decides anything. */
export async function assemble(options: AssembleOptions): Promise<Assembly> {
  const { settings, databaseUrl, clock = systemClock, role } = options
  const pool = openPool(databaseUrl)
  const kysely = openDatabase(pool)
  const keys = createKeys(await loadKey(settings.keyFile))
  const ids = createIds(clock)
  const boss = await openBoss(databaseUrl, { supervise: role === 'worker' || role === 'both' })
  const pdf = options.pdf ?? createPdf()
  const live = openLive(async () => {
    const client = new pg.Client({ connectionString: databaseUrl, application_name: 'unitbase-live' })
    await client.connect()
    return client
  })
  const app = createApp({
    kysely,
    settings,
    clock,
    ids,
    keys,
    audit: createAudit(clock, ids),
    jobs: createJobs(boss, clock),
    links: createLinks({ clock, ids, keys }),
    storage: await openStorage(settings),
    pdf,
    kept: keepAnswers({ clock, live }),
    departments: () => departments,
  })
  const signIn = openSignIn({
    databaseUrl,
    settings,
    keys,
    ids,
    send: lettersToOutbox(app),
    rateLimited: options.rateLimited ?? true,
  })
  const jobs = everyJob()
  const routes = allRoutes(signIn, live)
  const doors = openDoors()
  const server = serve({
    app,
    routes,
    doors,
    gate: { authenticate: authenticator({ signIn, kysely, clock }), membership: memberships.of },
    ...(options.report && { report: options.report }),
  })
  const stopAnswering = async () => {
    await doors.close()
    await live.close()
  }
  return {
    app,
    server,
    routes,
    drain: (how) => drain(boss, jobs, app, how),
    startWorking: () => startWorking(boss, jobs, app),
    warm: () => warm(pool),
    stopAnswering,
    close: async () => {
      await stopAnswering()
      await boss.stop({ graceful: role !== 'command', timeout: 5000 })
      await signIn.close()
      await kysely.destroy()
      if (options.pdf === undefined) await pdf.close()
    },
  }
}

function allRoutes(signIn: SignIn, live: Live): BoundRoute[] {
  const own = departments.flatMap((department) => department.routes)
  const routes: BoundRoute[] = [
    ...houseRoutes({
      signIn,
      live,
      contracts: () => routes.map(({ contract }) => contract),
      productionsOf,
    }),
    ...own,
  ]
  return routes
}

const productionsOf = async (app: App, { actor }: OfficeScope): Promise<ReadonlySet<string>> =>
  actor.kind === 'user' ? memberships.productionsOf(app.db, actor.userId) : new Set()
