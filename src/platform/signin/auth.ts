import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { magicLink, twoFactor } from 'better-auth/plugins'
import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Ids } from '../ids.ts'
import type { Keys } from '../keys.ts'
import type { Settings } from '../settings.ts'

export interface Letter {
  to: string
  subject: string
  text: string
}

/** Of the library's tables, what we read ourselves. */
interface SignInTables {
  user: { email: string; twoFactorEnabled: boolean | null }
}

export interface AuthParts {
  databaseUrl: string
  settings: Settings
  keys: Keys
  ids: Ids
  /** Puts a letter into the outbox; it leaves like any other mail. */
  send: (letter: Letter) => Promise<void>
  /** Refuses hammering; off only where a test signs in many people at once. */
  rateLimited: boolean
}

const leastPasswordLength = 10

/** Tries a minute from one address: a whole office may sit behind it on a Monday morning, and a guesser still gets nowhere. */
const tries = {
  '/sign-in/*': { window: 60, max: 20 },
  '/two-factor/*': { window: 60, max: 20 },
  '/request-password-reset': { window: 60, max: 10 },
}

const linkLetter = (to: string, url: string): Letter => ({
  to,
  subject: 'Your sign-in link',
  text: `Hello,\n\nopen this link to sign in. It works once, for five minutes:\n\n${url}\n\nIf you did not ask for it, ignore this.\n`,
})

const noLinkLetter = (to: string, office: string): Letter => ({
  to,
  subject: 'Signing in takes your second step',
  text: `Hello,\n\nyour account asks for a code as a second step, which a link by mail would go around. Sign in with your password and the code, or with a passkey:\n\n${office}/sign-in\n\nIf you did not ask for a link, ignore this.\n`,
})

/**
 * Sign-in by password, magic link, passkey and one-time codes. Nobody signs up by themselves: people come in by the
 * owner's link or by invitation, so every way to make an account here is closed. The tables are ours (`auth.*`), made
 * by our migrations; the library speaks camelCase and finds snake_case columns through Kysely's plugin.
 */
export function createAuth({ databaseUrl, settings, keys, ids, send, rateLimited }: AuthParts) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 4, application_name: 'unitbase-signin' })
  pool.on('error', () => undefined)
  const db = new Kysely<SignInTables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin()],
  }).withSchema('auth')
  // The library finds people by their address in small letters, however it was typed; so must this.
  const hasSecondStep = async (email: string): Promise<boolean> =>
    (await db.selectFrom('user').select('twoFactorEnabled').where('email', '=', email.toLowerCase()).executeTakeFirst())
      ?.twoFactorEnabled === true
  const auth = betterAuth({
    appName: 'Unitbase',
    baseURL: settings.url,
    basePath: '/api/auth',
    trustedOrigins: settings.origins,
    secret: keys.secret('sign-in'),
    database: { db: db as unknown as Kysely<never>, type: 'postgres' },
    telemetry: { enabled: false },
    logger: { level: 'error' },
    rateLimit: { enabled: rateLimited, window: 60, max: 100, customRules: tries },
    advanced: {
      cookiePrefix: 'unitbase',
      useSecureCookies: settings.url.startsWith('https:'),
      database: { generateId: () => ids.next() },
    },
    user: {
      additionalFields: {
        officeRole: { type: 'string', required: true, input: false, defaultValue: 'member' },
        disabledAt: { type: 'date', required: false, input: false },
      },
    },
    session: { expiresIn: 60 * 60 * 24 * 30, updateAge: 60 * 60 * 24 },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: leastPasswordLength,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, url }) => {
        await send({
          to: user.email,
          subject: 'Choose a new password',
          text: `Hello ${user.name},\n\nsomebody asked for a new password for your account. If it was you, choose one here within an hour:\n\n${url}\n\nIf it was not you, ignore this: nothing has changed.\n`,
        })
      },
    },
    plugins: [
      twoFactor({ issuer: 'Unitbase' }),
      magicLink({
        disableSignUp: true,
        // The library asks for the code after a password only; a link would go around the second step.
        sendMagicLink: async ({ email, url }) =>
          send((await hasSecondStep(email)) ? noLinkLetter(email, settings.url) : linkLetter(email, url)),
      }),
      passkey({
        rpID: new URL(settings.url).hostname,
        rpName: 'Unitbase',
        origin: settings.origins,
        schema: { passkey: { fields: { credentialID: 'credentialId' } } },
      }),
    ],
  })
  return { auth, close: () => pool.end() }
}

export type Auth = ReturnType<typeof createAuth>['auth']
