import type { Context } from 'hono'
import type { z } from 'zod'
import { Invalid, Malformed, Problem, TooLarge, VersionMissing, type FieldError } from '../../kernel/problems.ts'
import type { RawContract, RouteContract } from '../../kernel/route.ts'

const oneMebibyte = 1024 * 1024

const pointer = (path: PropertyKey[]) =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

function errorsOf(error: z.ZodError, name: (path: PropertyKey[]) => string): FieldError[] {
  return error.issues.flatMap((issue): FieldError[] =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ pointer: name([...issue.path, key]), message: 'This field is not known here.' }))
      : [{ pointer: name(issue.path), message: issue.message }],
  )
}

/** Unknown keys are an error in requests: a misspelt field must not be silently ignored. */
const strictly = (schema: z.ZodType): z.ZodType =>
  (schema as z.ZodType & { def: { type: string } }).def.type === 'object' ? (schema as z.ZodObject).strict() : schema

function check(schema: z.ZodType | undefined, value: unknown, name: (path: PropertyKey[]) => string): unknown {
  if (schema === undefined) return undefined
  const parsed = strictly(schema).safeParse(value)
  if (parsed.success) return parsed.data
  const errors = errorsOf(parsed.error, name)
  throw new Problem(Invalid, { errors }, errors[0]?.message)
}

export function parseParams(contract: RouteContract | RawContract, c: Context): Record<string, unknown> {
  return (check(contract.params, c.req.param(), (path) => `{${path.join('.')}}`) ?? c.req.param()) as Record<
    string,
    unknown
  >
}

export function parseQuery(contract: RouteContract | RawContract, c: Context): unknown {
  const query: Record<string, string | string[]> = {}
  for (const [name, values] of Object.entries(c.req.queries()))
    query[name] = values.length === 1 ? (values[0] ?? '') : values
  return check(contract.query, query, (path) => `?${path.join('.')}`) ?? {}
}

export async function parseBody(contract: RouteContract, c: Context): Promise<unknown> {
  if (contract.body === undefined) return undefined
  const limit = contract.maxBodyBytes ?? oneMebibyte
  const text = await readBounded(c.req.raw, limit)
  let value: unknown
  try {
    value = text === '' ? undefined : JSON.parse(text)
  } catch {
    throw new Problem(Malformed, {}, 'The body is not JSON.')
  }
  return check(contract.body, value, pointer)
}

async function readBounded(request: Request, limitBytes: number): Promise<string> {
  const tooLarge = () =>
    new Problem(TooLarge, { limitBytes }, `At most ${Math.floor(limitBytes / oneMebibyte)} MB are taken here.`)
  if (Number(request.headers.get('content-length') ?? 0) > limitBytes) throw tooLarge()
  if (request.body === null) return ''
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > limitBytes) throw tooLarge()
    chunks.push(chunk)
  }
  return new TextDecoder().decode(Buffer.concat(chunks))
}

/** The version in `If-Match: "7"`; 0 where the contract does not ask for one. */
export function parseIfMatch(contract: RouteContract, c: Context): number {
  if (contract.ifMatch !== 'required') return 0
  const given = c.req.header('if-match')
  if (given === undefined)
    throw new Problem(VersionMissing, {}, 'Send If-Match with the ETag of the version you changed.')
  const version = /^(?:W\/)?"(\d+)"$/.exec(given)?.[1]
  if (version === undefined) throw new Problem(Malformed, {}, 'If-Match holds one ETag, like "7".')
  return Number(version)
}
