import { z } from 'zod'

/** One kind of refusal: declared once, listed in contracts, documented at its `type` address (RFC 9457). */
export interface ProblemType<Extension extends z.ZodRawShape = z.ZodRawShape> {
  readonly slug: string
  readonly status: number
  readonly title: string
  readonly extension: z.ZodObject<Extension>
}

const declared = new Map<string, ProblemType>()

/**
 * Declares a refusal. `title` never varies; what is particular to one case goes into `detail` and the extension.
 * @throws when the slug is taken, because a problem has one meaning
 */
export function problemType<Extension extends z.ZodRawShape = Record<never, never>>(
  slug: string,
  status: number,
  title: string,
  extension: z.ZodObject<Extension> = z.object({}) as z.ZodObject<Extension>,
): ProblemType<Extension> {
  if (declared.has(slug)) throw new Error(`The problem '${slug}' is declared twice.`)
  const type = { slug, status, title, extension }
  declared.set(slug, type as ProblemType)
  return type
}

/** Every declared refusal, for the pages at `/problems/…` and for OpenAPI. */
export const allProblemTypes = (): ProblemType[] => [...declared.values()]

type ExtensionOf<T> = T extends ProblemType<infer E> ? z.infer<z.ZodObject<E>> : never

/** What a refusal looks like over HTTP. */
export interface ProblemDocument {
  type: string
  status: number
  title: string
  detail: string
  [extension: string]: unknown
}

/** A refusal on its way to whoever asked. `detail` says what is wrong here and what to do next. */
export class Problem<T extends ProblemType<z.ZodRawShape> = ProblemType<z.ZodRawShape>> extends Error {
  readonly problem: T
  readonly extension: ExtensionOf<T>
  constructor(problem: T, extension: ExtensionOf<T>, detail: string = problem.title) {
    super(detail)
    this.name = 'Problem'
    this.problem = problem
    this.extension = extension
  }
}

export const problemDocument = ({ problem, extension, message }: Problem): ProblemDocument => ({
  type: `/problems/${problem.slug}`,
  status: problem.status,
  title: problem.title,
  detail: message,
  ...(extension as object),
})

/** One wrong field: a JSON pointer into the body (`/name`), or `?name`, `{name}` for query and path. */
export const FieldError = z.object({ pointer: z.string(), message: z.string() })
export type FieldError = z.infer<typeof FieldError>

export const Invalid = problemType(
  'invalid',
  422,
  'Some of this cannot be right',
  z.object({ errors: z.array(FieldError) }),
)
export const NotFound = problemType('not-found', 404, 'There is nothing here')
export const NotSignedIn = problemType('not-signed-in', 401, 'Please sign in')
export const NotAllowed = problemType(
  'not-allowed',
  403,
  'Your role does not include this',
  z.object({ ability: z.string() }),
)
export const Stale = problemType(
  'stale',
  412,
  'Somebody changed this in the meantime',
  z.object({ expected: z.number().int(), current: z.number().int() }),
)
interface Versions {
  readonly expected: number
  readonly current: number
}
/** @param name whom or what the other person changed, as people call it: *Elsie Marchbank*, *the settings* */
export const stale = (versions: Versions, name: string): Problem<typeof Stale> =>
  new Problem(Stale, { ...versions }, `Somebody changed ${name} in the meantime. Look at both and choose.`)
/**
 * Lets a change go on only when it was made on the version that stands.
 * @throws Stale
 * @example demandFresh({ expected: 3, current: 4 }, 'Pier 9')   // 412: Somebody changed Pier 9 in the meantime. …
 */
export function demandFresh(versions: Versions, name: string): void {
  if (versions.expected !== versions.current) throw stale(versions, name)
}
/** Two did the same at once, or one took away what the other built on; the database let the first have it. */
export const LostRace = problemType('lost-race', 409, 'Somebody else was first')
export const VersionMissing = problemType('version-missing', 428, 'This change must say which version it is made on')
export const KeyReused = problemType('idempotency-key-reused', 409, 'This key was already used for something else')
export const TooLarge = problemType(
  'too-large',
  413,
  'This is larger than can be taken',
  z.object({ limitBytes: z.number() }),
)
export const Malformed = problemType('malformed', 400, 'This request cannot be read')
export const InUse = problemType(
  'in-use',
  409,
  'Something else still depends on this',
  z.object({ dependants: z.array(z.object({ kind: z.string(), label: z.string() })) }),
)
/** Why a link opens nothing (any more). */
export const LinkFault = z.enum(['expired', 'revoked', 'not_yet', 'used_up', 'unknown'])
export type LinkFault = z.infer<typeof LinkFault>
export const LinkUnusable = problemType(
  'link-unusable',
  410,
  'This link no longer works',
  z.object({ reason: LinkFault }),
)
/** Title and text for each fault, as the person with the link reads it. */
export type LinkFaultWords = Record<LinkFault, readonly [title: string, text: string]>
/** Said while the last answers leave; whoever asks again a little later meets the office as it opened again. */
export const Closing = problemType('closing', 503, 'The office is closing')
/** Nothing can be written until whoever runs the office makes room; what was there is untouched. */
export const DiskFull = problemType('disk-full', 507, 'The disk of the office is full')
export const Unexpected = problemType(
  'unexpected',
  500,
  'Something went wrong on our side',
  z.object({ reference: z.string() }),
)

/**
 * Refuses a single field, in the same shape as a refused request.
 * @param pointer JSON pointer into the body
 */
export const invalid = (pointer: string, message: string): Problem =>
  new Problem(Invalid, { errors: [{ pointer, message }] }, message) as Problem
