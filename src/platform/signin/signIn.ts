import type { Auth, AuthParts } from './auth.ts'

export interface SignIn {
  /** Answers a request under /api/auth. */
  handle(request: Request): Promise<Response>
  /** The session a cookie names, with its user; null when it names none that stands. */
  sessionOf(headers: Headers): ReturnType<Auth['api']['getSession']>
  close(): Promise<void>
}

/** Sign-in, whose library is loaded with the first who comes with a session or for one: workers and commands never do. */
export function openSignIn(parts: AuthParts): SignIn {
  const load = async () => (await import('./auth.ts')).createAuth(parts)
  let opened: ReturnType<typeof load> | undefined
  const open = () => (opened ??= load())
  return {
    handle: async (request) => (await open()).auth.handler(request),
    sessionOf: async (headers) => (await open()).auth.api.getSession({ headers }),
    close: async () => (await opened)?.close(),
  }
}
