import { streamSSE } from 'hono/streaming'
import { z } from 'zod'
import { reachesAllProductions } from '../../kernel/abilities.ts'
import { NotFound, Problem } from '../../kernel/problems.ts'
import { rawRoute, type AnyContract } from '../../kernel/route.ts'
import type { OfficeScope } from '../access/scope.ts'
import type { App } from '../app.ts'
import type { Announcement, Live } from '../live.ts'
import type { SignIn } from '../signin/signIn.ts'
import { handleRaw, type BoundRoute } from './handle.ts'
import { ailments } from './health.ts'
import { docsPage, openApi, problemPage } from './openapi.ts'

const health = rawRoute({
  method: 'GET',
  path: '/healthz',
  summary: 'Whether everything is up',
  access: { public: 'load balancers and the start command ask before anybody is signed in' },
  produces: '{ "status": "ok" }, or 503 with what is not up',
})

const description = rawRoute({
  method: 'GET',
  path: '/openapi.json',
  summary: 'This interface, as OpenAPI 3.1',
  access: { public: 'it describes the doors, it does not open them' },
  produces: 'OpenAPI 3.1',
})

const docs = rawRoute({
  method: 'GET',
  path: '/docs',
  summary: 'This interface, as a page',
  access: { public: 'it describes the doors, it does not open them' },
  produces: 'HTML',
})

const problem = rawRoute({
  method: 'GET',
  path: '/problems/{slug}',
  summary: 'What a problem means',
  access: { public: 'the type of a problem is an address anybody may look up' },
  params: z.object({ slug: z.string() }),
  produces: 'HTML',
})

const signInCalls = rawRoute({
  method: 'ALL',
  path: '/api/auth/*',
  summary: 'Sign-in, sessions, passkeys and codes',
  access: { public: 'nobody is signed in before signing in; every call checks for itself' },
  produces: 'JSON of the sign-in library',
})

const live = rawRoute({
  method: 'GET',
  path: '/v1/live',
  summary: 'What changes, as it changes',
  access: { signedIn: 'each page hears of the productions its reader may see' },
  produces: 'server-sent events',
})

/** Often enough that no proxy takes the stream for dead. */
const heartbeatSeconds = 20

export interface HouseParts {
  signIn: SignIn
  live: Live
  contracts: () => readonly AnyContract[]
  /** Productions a user is a member of, for those whose office role does not reach all. */
  productionsOf: (app: App, scope: OfficeScope) => Promise<ReadonlySet<string>>
}

/** Routes of the house itself, which belong to no department. */
export const houseRoutes = ({ signIn, live: feed, contracts, productionsOf }: HouseParts): BoundRoute[] => [
  handleRaw(health, async ({ context }, app) => {
    const down = await ailments(app)
    return down.length === 0 ? context.json({ status: 'ok' }) : context.json({ status: 'down', down }, 503)
  }),
  handleRaw(description, ({ context }, app) => context.json(openApi(contracts(), app.settings.url))),
  handleRaw(docs, ({ context }) => context.html(docsPage(contracts()))),
  handleRaw(problem, ({ context, params }) => {
    const page = problemPage(params.slug)
    if (page === undefined) throw new Problem(NotFound, {}, 'No problem goes by this name.')
    return context.html(page)
  }),
  handleRaw(signInCalls, ({ context }) => signIn.handle(context.req.raw)),
  handleRaw(live, async ({ context, scope }, app) => {
    const all = scope.actor.kind === 'user' && reachesAllProductions(scope.actor.officeRole)
    let own: ReadonlySet<string> = all ? new Set<string>() : await productionsOf(app, scope)
    return streamSSE(context, async (stream) => {
      const gone = Promise.withResolvers<void>()
      stream.onAbort(() => gone.resolve())
      const pass = async (announcement: Announcement) => {
        const before = own
        // Who belongs to which production may have changed; whoever left one is told that much.
        if (!all && announcement.department === 'productions') own = await productionsOf(app, scope)
        const { productionId } = announcement
        if (all || productionId === null || own.has(productionId) || before.has(productionId))
          await stream.writeSSE({ event: 'changed', data: JSON.stringify(announcement) })
      }
      // One after the other; a stream that cannot go on ends, and the page takes a new one up.
      let line: Promise<void> = Promise.resolve()
      const unsubscribe = feed.subscribe((announcement) => {
        line = line.then(() => pass(announcement)).catch(() => gone.resolve())
      })
      const beat = setInterval(() => void stream.write(': still here\n\n'), heartbeatSeconds * 1000)
      await stream.writeSSE({ event: 'listening', data: '{}' })
      await gone.promise
      clearInterval(beat)
      unsubscribe()
    })
  }),
]
