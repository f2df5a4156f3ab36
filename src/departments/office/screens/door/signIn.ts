import { passkeyClient } from '@better-auth/passkey/client'
import { createAuthClient } from 'better-auth/client'
import { magicLinkClient, twoFactorClient } from 'better-auth/client/plugins'

/** The sign-in library's own client: passwords, links, codes, passkeys and sessions go through `/api/auth`. */
export const signIn = createAuthClient({
  baseURL: location.origin,
  basePath: '/api/auth',
  plugins: [passkeyClient(), magicLinkClient(), twoFactorClient()],
})

/** The library's codes in our words; what is not listed keeps the library's sentence. */
const inOurWords: Record<string, string> = {
  INVALID_EMAIL_OR_PASSWORD: 'This e-mail address and password do not go together.',
  INVALID_PASSWORD: 'This is not your present password.',
  INVALID_CODE: 'This code is not right, or its half minute is over. Take the next one.',
  INVALID_BACKUP_CODE: 'This code is not right, or it was used before.',
  INVALID_TWO_FACTOR_COOKIE: 'It took too long. Sign in once more.',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'Too many tries. Sign in once more.',
  INVALID_TOKEN: 'This link was used or is too old. Ask for a new one.',
  TOKEN_EXPIRED: 'This link is too old. Ask for a new one.',
  PASSWORD_TOO_SHORT: 'Use at least 10 characters; a few words are easier to remember than signs.',
  PASSKEY_NOT_FOUND: 'This office does not know that passkey.',
  AUTH_CANCELLED: 'The passkey was not used.',
  ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED: 'This device has a passkey here already.',
}

interface Answer<T> {
  data: T | null
  error: { code?: string | undefined; message?: string | undefined; status?: number } | null
}

/**
 * The answer of a sign-in call, or its refusal thrown in our words.
 * @example const { twoFactorRedirect } = await settled(signIn.signIn.email({ email, password }), 'You are not signed in')
 */
export async function settled<T>(asked: Promise<Answer<T>>, title: string): Promise<T> {
  const { data, error } = await asked
  if (error) {
    const detail = error.status === 429 ? 'Too many tries. Wait a minute.' : inOurWords[error.code ?? '']
    throw { title, status: error.status ?? 400, detail: detail ?? error.message ?? 'Try again in a moment.' }
  }
  return data as T
}
