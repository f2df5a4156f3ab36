import { streamSSE } from 'hono/streaming'
import { z } from 'zod'
import { NotFound, Problem } from '../../kernel/problems.ts'
import { rawRoute, type AnyContract } from '../../kernel/route.ts'
import type { OfficeScope } from '../access/scope.ts'
import type { App } from '../app.ts'
import type { Live } from '../live.ts'
import type { SignIn } from '../signin/signIn.ts'
import { handleRaw, type BoundRoute } from './handle.ts'
import { ailments } from './health.ts'
import { docsPage, openApi, problemPage } from './openapi.ts'
import { readableBy, tellPage } from './tellPage.ts'

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
    const readable = await readableBy(scope, () => productionsOf(app, scope))
    return streamSSE(context, (stream) => tellPage({ stream, feed, scope, readable }))
  }),
]
