/** A refusal as the server tells it (RFC 9457), or as the app makes one when there is no server to ask. */
export interface ShownProblem {
  type: string
  status: number
  title: string
  detail: string | undefined
  /** One entry per field of the input, by JSON pointer. */
  errors: { pointer: string; detail: string }[]
  /** Everything the problem type adds. */
  extensions: Record<string, unknown>
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const fieldErrors = (value: unknown): ShownProblem['errors'] =>
  (Array.isArray(value) ? value : []).flatMap((it: unknown) =>
    isRecord(it) && typeof it['pointer'] === 'string'
      ? [{ pointer: it['pointer'], detail: String(it['detail'] ?? it['message'] ?? 'Please look at this again.') }]
      : [],
  )

const offline: ShownProblem = {
  type: 'about:blank',
  status: 0,
  title: 'No answer from the office',
  detail: 'The connection or the server is away. What you see is as it was; try again in a moment.',
  errors: [],
  extensions: {},
}

const unexpected = {
  ...offline,
  title: 'Something went wrong here',
  detail: 'Try again. If it stays, reload the page.',
}

/** A broken line: the browser's own error, or the caller's name for it. */
const isNoAnswer = (thrown: unknown) =>
  thrown instanceof TypeError || (thrown instanceof Error && thrown.name === 'Unreachable')

/** Whatever was thrown, as something a person can read. */
export function problemOf(thrown: unknown): ShownProblem {
  const body = isRecord(thrown) && isRecord(thrown['problem']) ? thrown['problem'] : thrown
  if (isRecord(body) && typeof body['title'] === 'string' && typeof body['status'] === 'number') {
    const { type, status, title, detail, errors, ...extensions } = body
    return {
      type: String(type ?? 'about:blank'),
      status,
      title,
      detail: typeof detail === 'string' ? detail : undefined,
      errors: fieldErrors(errors),
      extensions,
    }
  }
  return isNoAnswer(thrown) ? offline : unexpected
}

export const isDenied = (problem: ShownProblem) => problem.status === 403
export const isMissing = (problem: ShownProblem) => problem.status === 404
/** Somebody else changed the record first (412): show both sides and ask. */
export const isStale = (problem: ShownProblem) => problem.status === 412
