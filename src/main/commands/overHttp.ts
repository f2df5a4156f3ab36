import { createCaller, Refusal, Unreachable, type Caller } from '../../client/call.ts'
import type { ProductionLine } from '../../departments/productions/production.contract.ts'
import { listProductions } from '../../departments/productions/production.contract.ts'
import { readSettings } from '../../platform/settings.ts'
import { CommandFault, need, textOf, type Call } from './command.ts'

export interface Office {
  caller: Caller
  /** Anything that is not JSON. */
  fetch(path: string): Promise<Response>
}

/** The office at `UNITBASE_URL`, with `UNITBASE_TOKEN`. What it refuses ends the command in its own words. */
export async function withOfficeOverHttp<T>(call: Call, work: (office: Office) => Promise<T>): Promise<T> {
  const baseUrl = readSettings(call.env).url
  const token = call.env['UNITBASE_TOKEN']
  if (!token) {
    throw new CommandFault('Set UNITBASE_TOKEN to an API token: the app makes one in Settings, under API tokens.')
  }
  const headers = { authorization: `Bearer ${token}` }
  try {
    return await work({
      caller: createCaller({ baseUrl, token }),
      fetch: (path) => fetch(baseUrl + path, { headers }).catch(() => Promise.reject(new Unreachable())),
    })
  } catch (fault) {
    if (fault instanceof Refusal) throw new CommandFault(explain(fault))
    if (fault instanceof Unreachable) throw new CommandFault(`The office at ${baseUrl} does not answer. Is it open?`)
    throw fault
  }
}

function explain({ problem }: Refusal): string {
  const errors = problem['errors'] as { pointer: string; message: string }[] | undefined
  const remedy = typeof problem['remedy'] === 'string' ? [problem['remedy']] : []
  return [problem.detail, ...remedy, ...(errors ?? []).map(({ pointer, message }) => `  ${pointer}: ${message}`)].join(
    '\n',
  )
}

/** As many as one reads through for the one that was meant. */
const named = 30

/** The production whose code `--production` names. */
export async function productionOf(call: Call, { caller }: Office): Promise<ProductionLine> {
  const code = need(textOf(call, 'production'), '--production CODE').toUpperCase()
  const [found] = (await caller.call(listProductions, { query: { code } })).items
  if (found) return found
  const { items, next } = await caller.call(listProductions, { query: { limit: named } })
  const known = items.map((production) => production.code).join(', ')
  const more = next === null ? '' : ' and more'
  throw new CommandFault(`No production here has the code ${code}.${known ? ` There are: ${known}${more}.` : ''}`)
}

/** The answer's bytes. @throws CommandFault with what the office said instead */
export async function bytesOf(response: Response): Promise<Buffer> {
  if (response.ok) return Buffer.from(await response.arrayBuffer())
  const problem = (await response.json().catch(() => ({}))) as { detail?: string }
  throw new CommandFault(problem.detail ?? `The office answered ${response.status}.`)
}
