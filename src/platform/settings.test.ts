import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readSettings, settingNames, SettingsFault } from './settings.ts'

const linesOf = (env: Record<string, string>): string[] => {
  try {
    readSettings(env)
    return []
  } catch (fault) {
    if (fault instanceof SettingsFault) return fault.lines
    throw fault
  }
}

test('an empty environment is a working office on this machine alone', () => {
  const settings = readSettings({ UNITBASE_DATA: '/srv/office' })
  expect(settings).toMatchObject({
    host: '127.0.0.1',
    port: 4100,
    url: 'http://localhost:4100',
    keyFile: '/srv/office/key',
    databaseUrl: undefined,
    s3: undefined,
    smtpUrl: undefined,
    mailFrom: 'Unitbase <office@localhost>',
  })
})

test('the public address replaces the local one, without a slash at its end', () => {
  const settings = readSettings({ UNITBASE_URL: 'https://office.example/', PORT: '8080' })
  expect(settings.url).toBe('https://office.example')
  expect(settings.origins).toEqual(['https://office.example', 'http://localhost:8080', 'http://127.0.0.1:8080'])
})

test.each([
  [
    'an unknown setting',
    { UNITBASE_DATAA: '/x' },
    ['UNITBASE_DATAA is not a setting of Unitbase; the README lists them.'],
  ],
  ['a port that is a word', { PORT: 'http' }, ['PORT must be a port number, such as 4100.']],
  ['a port beyond the last', { PORT: '70000' }, ['PORT must be between 1 and 65535.']],
  [
    'a database of another make',
    { DATABASE_URL: 'mysql://x' },
    ['DATABASE_URL must be an address that begins with postgres:// or postgresql://.'],
  ],
  [
    'half a store',
    { UNITBASE_S3_BUCKET: 'media' },
    ['UNITBASE_S3_BUCKET, UNITBASE_S3_ACCESS_KEY and UNITBASE_S3_SECRET_KEY go together.'],
  ],
  [
    'two mistakes are both named',
    { PORT: 'x', UNITBASE_COLOR: 'red' },
    [
      'UNITBASE_COLOR is not a setting of Unitbase; the README lists them.',
      'PORT must be a port number, such as 4100.',
    ],
  ],
  ['an empty variable counts as absent', { PORT: '', UNITBASE_SMTP_URL: '' }, []],
])('%s', (_, env, lines) => expect(linesOf(env)).toEqual(lines))

test('the README lists every setting', async () => {
  const readme = await readFile(resolve(import.meta.dirname, '../../README.md'), 'utf8')
  expect(settingNames.length).toBeGreaterThan(14)
  expect(settingNames.filter((name) => !readme.includes(`\`${name}\``))).toEqual([])
})
