// Plain JavaScript for the Node a machine happens to have (20 or newer): it runs before our own is installed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
export const node = join(root, 'node_modules', '.bin', 'node')

/** Where our Node keeps what it made of our sources, which halves every start after the first. */
export const withCache = (env) => ({ NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'node'), ...env })

/** Says what takes time, on standard error: standard output belongs to the command that was asked for. */
const say = (line) => process.stderr.write(`${line}\n`)

/** Brings whatever is missing: dependencies when the lockfile asks for others, the web build when its sources changed. */
export function setup({ web = false } = {}) {
  if (!hasDependencies()) {
    say('Installing what Unitbase is made of. This takes a minute, once.')
    run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])
  }
  if (web) buildWeb()
}

/** True when what npm installed last is what the lockfile says, whoever installed it. */
function hasDependencies() {
  if (!existsSync(node)) return false
  const wanted = readJson(join(root, 'package-lock.json'))
  const present = readJson(join(root, 'node_modules', '.package-lock.json'))
  if (!wanted || !present) return false
  return Object.entries(wanted.packages).every(([path, entry]) => {
    if (path === '' || entry.link) return true
    const found = present.packages[path]
    return found ? found.version === entry.version : entry.optional === true
  })
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

function buildWeb() {
  const built = join(root, 'dist', 'web')
  const stamp = join(root, 'dist', 'web.stamp')
  const mark = markOfSources()
  if (existsSync(join(built, 'index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === mark) return
  say('Building the web app.')
  rmSync(stamp, { force: true })
  run(node, [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'])
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, mark)
}

/** One hash over everything the web build reads, and nothing that only the server does. */
function markOfSources() {
  const hash = createHash('sha256')
  const add = (path) => hash.update(relative(root, path)).update('\0').update(readFileSync(path)).update('\0')
  for (const name of ['index.html', 'vite.config.ts', 'package-lock.json']) add(join(root, name))
  const isServers = /\.(test|store|actions|routes|jobs|table)\.tsx?$/
  const names = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  const paths = names
    .filter((entry) => entry.isFile() && !isServers.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((path) => !path.startsWith(join(root, 'src', 'platform')) || /\.(contract|rules)\.ts$/.test(path))
  for (const path of paths.sort()) add(path)
  return hash.digest('hex')
}

/** Whatever the shell says of the environment: what is built and installed here is what an office runs. */
function run(command, args) {
  const env = { ...process.env, NODE_ENV: 'production' }
  const { status, error } = spawnSync(command, args, { cwd: root, env, stdio: ['ignore', 2, 2] })
  if (error) throw error
  if (status !== 0) {
    say(`"${command} ${args.join(' ')}" did not finish; what it said is above.`)
    process.exit(1)
  }
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) setup({ web: true })
