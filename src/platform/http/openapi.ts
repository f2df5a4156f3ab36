import { z } from 'zod'
import { allProblemTypes } from '../../kernel/problems.ts'
import { isRaw, type Access, type AnyContract, type RouteContract } from '../../kernel/route.ts'

const asSchema = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return json
}

const security = (access: Access) => ('public' in access || 'link' in access ? [] : [{ token: [] }, { session: [] }])

/** In words, for people who read the list of routes: `callsheets.publish on production`. */
const accessText = (access: Access): string =>
  'public' in access
    ? `public: ${access.public}`
    : 'link' in access
      ? `link: ${access.link}`
      : 'signedIn' in access
        ? `signed in: ${access.signedIn}`
        : `${access.ability} on ${access.on}`

function parameters(contract: AnyContract): object[] {
  const inPath = [...contract.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: fieldOf(contract.params, name ?? ''),
  }))
  const query = contract.query as z.ZodObject | undefined
  const inQuery = Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: !(schema as z.ZodType).safeParse(undefined).success,
    schema: asSchema(schema as z.ZodType, 'input'),
  }))
  return [...inPath, ...inQuery, ...headers(contract)]
}

function headers(contract: AnyContract): object[] {
  if (isRaw(contract)) return []
  const header = (name: string) => ({ name, in: 'header', schema: { type: 'string' } })
  return [
    ...(contract.ifMatch ? [{ ...header('If-Match'), required: true }] : []),
    ...(contract.idempotencyKey
      ? [{ ...header('Idempotency-Key'), required: contract.idempotencyKey === 'required' }]
      : []),
    ...(contract.preview ? [{ ...header('Prefer'), required: false }] : []),
  ]
}

const fieldOf = (params: z.ZodType | undefined, name: string) => {
  const field = (params as z.ZodObject | undefined)?.shape?.[name] as z.ZodType | undefined
  return field ? asSchema(field, 'input') : { type: 'string' }
}

const jsonBody = (schema: z.ZodType, io: 'input' | 'output') => ({
  content: { 'application/json': { schema: asSchema(schema, io) } },
})

function operation(contract: AnyContract): object {
  const common = {
    summary: contract.summary,
    description: `Access: ${accessText(contract.access)}.`,
    security: security(contract.access),
    parameters: parameters(contract),
  }
  if (isRaw(contract)) return { ...common, responses: { 200: { description: contract.produces } } }
  return {
    ...common,
    ...(contract.body && { requestBody: { required: true, ...jsonBody(contract.body, 'input') } }),
    responses: {
      [contract.status ?? 200]: { description: contract.summary, ...jsonBody(contract.response, 'output') },
      ...problemResponses(contract),
    },
  }
}

const problemResponses = ({ problems = [] }: RouteContract) =>
  Object.fromEntries(
    problems.map((type) => [
      type.status,
      {
        description: type.title,
        content: { 'application/problem+json': { schema: asSchema(type.extension, 'output') } },
      },
    ]),
  )

/** OpenAPI 3.1 of every contract, made from the same data the server answers by. */
export function openApi(contracts: readonly AnyContract[], serverUrl: string): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const contract of contracts) {
    const method = contract.method === 'ALL' ? 'post' : contract.method.toLowerCase()
    paths[contract.path] = { ...paths[contract.path], [method]: operation(contract) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Unitbase', version: '1', license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' } },
    servers: [{ url: serverUrl }],
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'unitbase.session_token' },
      },
    },
    paths,
  }
}

/** One line a route: method, path, access. Committed as `routes.txt`, so that widening access shows in review. */
export const routeList = (contracts: readonly AnyContract[]): string =>
  contracts
    .map((contract) => `${contract.method.padEnd(6)} ${contract.path}  ${accessText(contract.access)}`)
    .sort((a, b) => a.slice(7).localeCompare(b.slice(7)) || a.localeCompare(b))
    .join('\n') + '\n'

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const page = (title: string, body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)}</title>` +
  '<style>body{font:14px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#171a21;background:#fbfbfc}code{font:13px ui-monospace,monospace}dt{margin-top:1rem}dd{margin:0;color:#4a5160}h2{margin-top:2rem;border-bottom:1px solid #e2e4e9}</style>' +
  `<h1>${escape(title)}</h1>${body}</html>`

/** The contracts as a page a person can read. */
export function docsPage(contracts: readonly AnyContract[]): string {
  const areas = Map.groupBy(
    contracts,
    ({ path }) => path.replace('/v1/productions/{productionId}', '/v1').split('/')[2] ?? '',
  )
  const sections = [...areas].map(([area, list]) => {
    const entries = list.map(
      (contract) =>
        `<dt><code>${contract.method} ${escape(contract.path)}</code></dt><dd>${escape(contract.summary)}. ${escape(accessText(contract.access))}.</dd>`,
    )
    return `<h2>${escape(area || 'house')}</h2><dl>${entries.join('')}</dl>`
  })
  return page(
    'Unitbase, over HTTP',
    `<p>The machine-readable form is <a href="/openapi.json">/openapi.json</a>.</p>${sections.join('')}`,
  )
}

/** What a problem's `type` address shows. */
export function problemPage(slug: string): string | undefined {
  const type = allProblemTypes().find((each) => each.slug === slug)
  return (
    type &&
    page(
      type.title,
      `<p>Status ${type.status}.</p><pre><code>${escape(JSON.stringify(asSchema(type.extension, 'output'), null, 2))}</code></pre>`,
    )
  )
}
