import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import type { SmsSettings } from './sms/http.ts'

export interface S3Settings {
  endpoint: string | undefined
  region: string
  bucket: string
  accessKey: string
  secretKey: string
}

/** What the environment says, once, in types that cannot be wrong. The README lists them with their defaults. */
export interface Settings {
  host: string
  port: number
  /** The public address, without a slash at its end: links in mail, passkeys, secure cookies. */
  url: string
  /** Every address a browser may truthfully say it came from. */
  origins: string[]
  dataFolder: string
  keyFile: string
  /** Undefined: the built-in PostgreSQL, in the data folder. */
  databaseUrl: string | undefined
  /** Undefined: files lie in the data folder. */
  s3: S3Settings | undefined
  /** Undefined: mail waits in the outbox. */
  smtpUrl: string | undefined
  mailFrom: string
  /** Undefined: text messages are off (docs/operating/text-messages.md). */
  sms: SmsSettings | undefined
  /** Undefined: weather is typed in (docs/operating/weather.md). */
  weatherUrl: string | undefined
  /** Hosts of the operator's own network, with or without a port, that webhooks and time stamps may reach. */
  privateHosts: string[]
}

/** Said to whoever starts the office; each line names one setting and what to do about it. */
export class SettingsFault extends Error {
  readonly lines: string[]
  constructor(lines: string[]) {
    super(lines.join('\n'))
    this.lines = lines
  }
}

const address = (...protocols: string[]) =>
  z.string().refine(
    (text) => {
      const url = URL.parse(text)
      return url !== null && protocols.includes(url.protocol)
    },
    { error: `must be an address that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}` },
  )

const Environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, { error: 'must be a port number, such as 4100' })
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535, { error: 'must be between 1 and 65535' })
    .default(4100),
  UNITBASE_URL: address('http:', 'https:').optional(),
  UNITBASE_DATA: z.string().optional(),
  UNITBASE_KEY_FILE: z.string().optional(),
  DATABASE_URL: address('postgres:', 'postgresql:').optional(),
  UNITBASE_S3_ENDPOINT: address('http:', 'https:').optional(),
  UNITBASE_S3_REGION: z.string().default('us-east-1'),
  UNITBASE_S3_BUCKET: z.string().optional(),
  UNITBASE_S3_ACCESS_KEY: z.string().optional(),
  UNITBASE_S3_SECRET_KEY: z.string().optional(),
  UNITBASE_SMTP_URL: address('smtp:', 'smtps:').optional(),
  UNITBASE_MAIL_FROM: z.string().optional(),
  UNITBASE_SMS_URL: address('http:', 'https:').optional(),
  UNITBASE_SMS_TOKEN: z.string().optional(),
  UNITBASE_SMS_FROM: z.string().optional(),
  UNITBASE_WEATHER_URL: address('http:', 'https:').optional(),
  UNITBASE_PRIVATE_HOSTS: z.string().default(''),
  UNITBASE_TOKEN: z.string().optional(), // the command line's, allowed so that one environment serves both
})

/** Every setting there is; the README says what each does. */
export const settingNames = Object.keys(Environment.shape)
const KNOWN = new Set(settingNames)

/**
 * Reads the settings of an environment. An empty variable counts as absent.
 * @throws SettingsFault naming everything that is wrong at once
 */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const unknown = Object.keys(given).filter((name) => name.startsWith('UNITBASE_') && !KNOWN.has(name))
  const parsed = Environment.safeParse(given)
  const wrong = parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`)
  const lines = [...unknown.map((name) => `${name} is not a setting of Unitbase; the README lists them.`), ...wrong]
  if (!parsed.success || lines.length > 0) throw new SettingsFault(lines)

  const { data: values } = parsed
  const dataFolder = resolve(values.UNITBASE_DATA ?? usualDataFolder(given))
  const url = (values.UNITBASE_URL ?? `http://${nameOf(values.HOST)}:${values.PORT}`).replace(/\/+$/, '')
  const local = ['localhost', '127.0.0.1'].map((name) => `http://${name}:${values.PORT}`)
  return {
    host: values.HOST,
    port: values.PORT,
    url,
    origins: [...new Set([new URL(url).origin, ...local])],
    dataFolder,
    keyFile: resolve(values.UNITBASE_KEY_FILE ?? join(dataFolder, 'key')),
    databaseUrl: values.DATABASE_URL,
    s3: s3Of(values),
    smtpUrl: values.UNITBASE_SMTP_URL,
    mailFrom: values.UNITBASE_MAIL_FROM ?? `Unitbase <office@${new URL(url).hostname}>`,
    sms: smsOf(values),
    weatherUrl: values.UNITBASE_WEATHER_URL,
    privateHosts: values.UNITBASE_PRIVATE_HOSTS.split(',')
      .map((host) => host.trim().toLowerCase())
      .filter((host) => host !== ''),
  }
}

/** A passkey belongs to a name and never to a bare address, so the loopback address goes by its name. */
const nameOf = (host: string) => (['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host) ? 'localhost' : host)

function s3Of(values: z.infer<typeof Environment>): S3Settings | undefined {
  const {
    UNITBASE_S3_BUCKET: bucket,
    UNITBASE_S3_ACCESS_KEY: accessKey,
    UNITBASE_S3_SECRET_KEY: secretKey,
    UNITBASE_S3_ENDPOINT: endpoint,
  } = values
  if (!bucket && !accessKey && !secretKey && !endpoint) return undefined
  if (!bucket || !accessKey || !secretKey) {
    throw new SettingsFault(['UNITBASE_S3_BUCKET, UNITBASE_S3_ACCESS_KEY and UNITBASE_S3_SECRET_KEY go together.'])
  }
  return { endpoint, region: values.UNITBASE_S3_REGION, bucket, accessKey, secretKey }
}

function smsOf(values: z.infer<typeof Environment>): SmsSettings | undefined {
  const { UNITBASE_SMS_URL: url, UNITBASE_SMS_TOKEN: token, UNITBASE_SMS_FROM: from } = values
  if (!url && !token && !from) return undefined
  if (!url || !token || !from)
    throw new SettingsFault(['UNITBASE_SMS_URL, UNITBASE_SMS_TOKEN and UNITBASE_SMS_FROM go together.'])
  return { url, token, from }
}

function usualDataFolder(env: Record<string, string | undefined>): string {
  if (process.getuid?.() === 0) return '/var/lib/unitbase'
  const home = env['HOME'] ?? homedir()
  if (process.platform === 'darwin') return join(home, 'Library/Application Support/Unitbase')
  return join(env['XDG_DATA_HOME'] ?? join(home, '.local/share'), 'unitbase')
}
