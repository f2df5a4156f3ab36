import { randomBytes } from 'node:crypto'
import { Hono, type Context } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { redact } from '../../kernel/fields.ts'
import { DiskFull, LostRace, Malformed, NotFound, Problem, problemDocument, Unexpected } from '../../kernel/problems.ts'
import { isRaw, type RouteContract } from '../../kernel/route.ts'
import type { ProductionScope } from '../access/scope.ts'
import type { App } from '../app.ts'
import { askingOnce } from '../database/askingOnce.ts'
import { lostRaceOf } from '../database/lostRace.ts'
import { diskFullWords, isDiskFull } from '../diskFull.ts'
import { headed } from '../outside/house.ts'
import { previewOf } from '../preview.ts'
import { admit, type Admitted, type Gatekeeper } from './access.ts'
import type { Doors } from './doors.ts'
import type { BoundRoute, Call, RawCall } from './handle.ts'
import { fromOf } from './from.ts'
import { once, requestHash } from './idempotency.ts'
import { parseBody, parseIfMatch, parseParams, parseQuery } from './parse.ts'

interface ServeOptions {
  readonly app: App
  readonly gate: Gatekeeper
  readonly routes: readonly BoundRoute[]
  readonly doors: Doors
  /** Where unexpected faults are written; the reader of the answer gets only the reference. */
  readonly report?: (reference: string, error: unknown) => void
}

/** The whole HTTP face: every contract bound to its action, and one place that turns refusals into problems. */
export function serve({ app, gate, routes, doors, report = reportToStandardError }: ServeOptions): Hono {
  const server = new Hono()
  const secured = secureHeaders({ contentSecurityPolicy: policy, referrerPolicy: 'same-origin', xFrameOptions: 'DENY' })
  server.use(async (c, next) => {
    // Bytes that came from somebody are sent under a stricter policy of their own.
    let own: string | null = null
    await secured(c, async () => {
      await next()
      own = c.res.headers.get('content-security-policy')
    })
    if (own !== null) c.header('content-security-policy', own)
  })
  server.use((_, next) => doors.through(next))
  server.onError((error) => {
    if (error instanceof Problem) return problemResponse(error)
    const lost = lostRaceOf(error)
    if (lost) return problemResponse(new Problem(LostRace, {}, raceWords[lost]))
    const reference = randomBytes(6).toString('hex')
    report(reference, error)
    if (isDiskFull(error)) return problemResponse(new Problem(DiskFull, {}, diskFullWords))
    return problemResponse(
      new Problem(
        Unexpected,
        { reference },
        `It is not your doing, and nothing was changed. Tell the office this number: ${reference}.`,
      ),
    )
  })
  for (const bound of bySpecificity(routes)) {
    const path = bound.contract.path.replaceAll(/\{(\w+)\}/g, ':$1')
    const methods =
      bound.contract.method === 'ALL'
        ? ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD']
        : [bound.contract.method]
    server.on(methods, [path], (c) => answer(bound, c, app, gate))
  }
  server.all('/v1/*', () => {
    throw new Problem(NotFound, {}, 'There is nothing at this address.')
  })
  return server
}

const raceWords = {
  taken: 'The same was done a moment ago, and there can be only one. Look again, then decide.',
  used: 'Something else still stands on this, perhaps since a moment ago. Look again, then decide.',
  gone: 'Something this belongs to is not here, or was taken away a moment ago. Look again, then decide.',
}

const policy = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  styleSrc: ["'self'", "'unsafe-inline'"],
  frameAncestors: ["'none'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
}

const reportToStandardError = (reference: string, error: unknown) => console.error(`fault ${reference}`, error)

/** Fixed words before parameters, so that `/people/duplicates` is never read as a person. */
const bySpecificity = (routes: readonly BoundRoute[]) =>
  [...routes].sort((a, b) => (rank(a.contract.path) < rank(b.contract.path) ? -1 : 1))
const rank = (path: string) => path.replaceAll(/\{\w+\}/g, '~').replaceAll('*', '~~')

async function answer(bound: BoundRoute, c: Context, app: App, gate: Gatekeeper): Promise<Response> {
  const { contract } = bound
  const loose = c.req.param()
  const admitted = await admit(contract.access, c.req.raw, loose, app, gate)
  const params = parseParams(contract, c)
  const query = parseQuery(contract, c)
  if (isRaw(contract)) {
    const call = { params, query, scope: admitted.scope, actor: admitted.actor, context: c }
    return headed(app, (await bound.handler(call as RawCall<unknown, unknown, never> as never, app)) as Response)
  }
  const body = await parseBody(contract, c)
  const call = { params, query, body, ...admitted, expected: parseIfMatch(contract, c), from: fromOf(c) }
  return answerJson({ bound, contract, call, admitted, c, app })
}

interface Answering {
  bound: BoundRoute
  contract: RouteContract
  call: object
  admitted: Admitted
  c: Context
  app: App
}

async function answerJson({ bound, contract, call, admitted, c, app }: Answering): Promise<Response> {
  const run = async (inner: App) =>
    bound.handler(call as Call<unknown, unknown, unknown, never> as never, reading(contract, inner))
  if (/(^|,)\s*preview\b/.test(c.req.header('prefer') ?? '')) {
    if (!contract.preview) throw new Problem(Malformed, {}, 'This cannot be previewed. Nothing was done.')
    const { previewFrom } = bound
    const from = previewFrom && (async (inner: App) => previewFrom(call as never, inner))
    const preview = await previewOf(app, admitted.scope as ProductionScope, run, from)
    return c.json(preview, 200, { 'preference-applied': 'preview' })
  }
  const result = shape(contract, admitted, await runOnce({ contract, call, admitted, c, app }, run))
  const version = (result as { version?: unknown } | null)?.version
  if (typeof version === 'number') c.header('etag', `"${version}"`)
  c.header('cache-control', 'no-store')
  return c.json(result as object, contract.status ?? 200)
}

/** Departments ask each other's faces for the same facts; while one reader is answered, each question is put once. */
const reading = (contract: RouteContract, app: App): App =>
  contract.method === 'GET' ? { ...app, db: askingOnce(app.db) } : app

async function runOnce(
  { contract, call, admitted, c, app }: Omit<Answering, 'bound'>,
  run: (app: App) => Promise<unknown>,
) {
  if (contract.idempotencyKey === undefined) return run(app)
  const key = c.req.header('idempotency-key')
  if (key === undefined) {
    if (contract.idempotencyKey === 'required')
      throw new Problem(Malformed, {}, 'Send an Idempotency-Key, so that a retry cannot do this twice.')
    return run(app)
  }
  const hash = requestHash(c.req.method, c.req.path, (call as { body: unknown }).body)
  return once(app, { key, actor: admitted.actor, hash }, run)
}

/** Only what the contract promises leaves, and of that only what this viewer may see. */
function shape(contract: RouteContract, admitted: Admitted, result: unknown): unknown {
  const value = contract.response.parse(result ?? null)
  return admitted.scope === undefined ? value : redact(contract.response, value, admitted.scope.sees)
}

const problemResponse = (problem: Problem): Response =>
  new Response(JSON.stringify(problemDocument(problem)), {
    status: problem.problem.status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  })
