import { cp, rm } from 'node:fs/promises'
import { afterAll, beforeAll } from 'vitest'
import type { z } from 'zod'
import { createCaller, Refusal, type CallArgs } from '../../src/client/call.ts'
import type { OfficeRole, ProductionRole } from '../../src/kernel/abilities.ts'
import type { Preview } from '../../src/kernel/concern.ts'
import type { ProductionId, UserId } from '../../src/kernel/ids.ts'
import type { ProblemDocument } from '../../src/kernel/problems.ts'
import type { RouteContract } from '../../src/kernel/route.ts'
import { assemble, type Assembly } from '../../src/main/assemble.ts'
import type { App } from '../../src/platform/app.ts'
import { settableClock } from '../../src/platform/clock.ts'
import { createPdf, type Pdf } from '../../src/platform/pdf/index.ts'
import { readSettings } from '../../src/platform/settings.ts'
import { hashToken, tokenPrefix } from '../../src/platform/signin/authenticate.ts'
import { sampleFolder, useDatabase } from './database.ts'
import { MONDAY } from './given.ts'
import { scratchFolder } from './scratch.ts'

/** How a test calls: through the contract, as one actor or another. */
export interface TestActor {
  readonly userId: UserId | undefined
  readonly token: string | undefined
  /** The answer in the contract's type. @throws TestProblem when it is refused */
  call<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
    contract: RouteContract<P, Q, B, R>,
    args?: CallArgs<P, Q, B>,
  ): Promise<z.output<R>>
  /** The refusal. @throws when the call is not refused */
  refused(contract: RouteContract, args?: CallArgs<z.ZodType, z.ZodType, z.ZodType>): Promise<ProblemDocument>
  /** `Prefer: preview`. */
  preview(contract: RouteContract, args?: CallArgs<z.ZodType, z.ZodType, z.ZodType>): Promise<Preview>
  /** Anything else over HTTP: `fetch` on the server without a network. */
  fetch(path: string, init?: RequestInit): Promise<Response>
}

class TestProblem extends Error {
  readonly document: ProblemDocument
  constructor(document: ProblemDocument) {
    super(`${document.status} ${document.type}: ${document.detail} ${JSON.stringify(document['errors'] ?? '')}`)
    this.document = document
  }
}

export interface TestOffice {
  readonly app: App
  readonly assembly: Assembly
  /** For a process of its own on the same data. */
  readonly databaseUrl: string
  readonly clock: ReturnType<typeof settableClock>
  /** A new account with this office role, called through an API token. */
  as(role: OfficeRole): Promise<TestActor>
  /** A new account without office reach that is a member of one production. */
  member(productionId: ProductionId, role: ProductionRole): Promise<TestActor>
  /** Nobody: no session and no token. */
  readonly nobody: TestActor
  /** Runs queued jobs now; with `early` also those due later. Returns how many ran. */
  work(options?: { early?: boolean }): Promise<number>
}

let sharedPdf: Pdf | undefined

export interface TestOfficeOptions {
  now?: string
  env?: Record<string, string>
  /** Begins with the sample production, `HLT`, loaded that Monday morning. */
  sample?: boolean
}

/**
 * A whole office on a database of its own, with a clock that stands at Monday 4 May 2026, 09:00 UTC until moved.
 * Call it at the top level of a test file.
 *
 * @example const office = useOffice(); test('…', async () => { const ana = await office.as('coordinator') … })
 */
export function useOffice({ now = MONDAY, env = {}, sample = false }: TestOfficeOptions = {}): TestOffice {
  const database = useDatabase({ sample })
  const clock = settableClock(now)
  let open: { assembly: Assembly; folder: string } | undefined
  let signedUp = 0

  beforeAll(async () => {
    const folder = await scratchFolder('office')
    if (sample) await cp(await sampleFolder(), folder, { recursive: true })
    sharedPdf ??= createPdf({ presses: 1 })
    const settings = readSettings({ PORT: '4100', UNITBASE_DATA: folder, ...env })
    const assembly = await assemble({
      settings,
      databaseUrl: database.url,
      clock,
      role: 'command',
      pdf: sharedPdf,
      rateLimited: false,
    })
    open = { assembly, folder }
  })
  afterAll(async () => {
    await open?.assembly.close()
    if (open) await rm(open.folder, { recursive: true, force: true })
  })

  const assembly = () => {
    if (!open) throw new Error('The office of a test file is there inside its tests and hooks, not before.')
    return open.assembly
  }
  const signUp = async (role: OfficeRole): Promise<TestActor> => {
    const { app } = assembly()
    const userId = app.ids.next<UserId>()
    const token = tokenPrefix + app.ids.secret()
    await database.db
      .insertInto('auth.user')
      .values({
        id: userId,
        name: `${role} ${++signedUp}`,
        email: `${userId}@example.com`,
        email_verified: true,
        two_factor_enabled: false,
        office_role: role,
        disabled_at: null,
      })
      .execute()
    await database.db
      .insertInto('api_token')
      .values({
        id: app.ids.next(),
        user_id: userId,
        name: 'test',
        hash: hashToken(token),
        scopes: ['*'],
        created_at: clock.now().toString(),
        expires_at: null,
        last_used_at: null,
        revoked_at: null,
      })
      .execute()
    return actor(assembly, userId, token)
  }
  return {
    get app() {
      return assembly().app
    },
    get assembly() {
      return assembly()
    },
    get databaseUrl() {
      return database.url
    },
    clock,
    as: signUp,
    member: async (productionId, role) => {
      const who = await signUp('member')
      await database.db
        .insertInto('production_member')
        .values({ production_id: productionId, user_id: who.userId as UserId, role, added_at: clock.now().toString() })
        .execute()
      return who
    },
    nobody: actor(assembly, undefined, undefined),
    work: (how) => assembly().drain(how),
  }
}

function actor(assembly: () => Assembly, userId: UserId | undefined, token: string | undefined): TestActor {
  const request = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers)
    if (token !== undefined) headers.set('authorization', `Bearer ${token}`)
    return assembly().server.fetch(new Request(new URL(path, 'http://localhost:4100'), { ...init, headers }))
  }
  const { call, preview } = createCaller({ fetch: (address, init) => request(String(address), init) })
  /** Says the whole refusal, where a person would only read its last sentence. */
  const told = (thrown: unknown): never => {
    throw thrown instanceof Refusal ? new TestProblem(thrown.problem) : thrown
  }
  return {
    userId,
    token,
    call: (contract, args) => call(contract, args).catch(told),
    preview: (contract, args) => preview(contract, args).catch(told),
    refused: (contract, args) =>
      call(contract, args).then(
        (body) => {
          const said = JSON.stringify(body).slice(0, 300)
          throw new Error(`${contract.method} ${contract.path} was not refused: ${said}`)
        },
        (thrown: unknown) => (thrown instanceof Refusal ? thrown.problem : told(thrown)),
      ),
    fetch: request,
  }
}
