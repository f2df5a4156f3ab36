import { join, resolve } from 'node:path'
import { startPostgres } from '../src/platform/runtime/postgres.ts'

/** Opens the cluster that a failed test run left behind, until Ctrl-C. */
const folder = process.argv[2]
if (!folder) {
  console.error('Which folder? A failed test run prints it.')
  process.exit(2)
}
const home = resolve(folder)
const cluster = await startPostgres({
  folder: join(home, 'cluster'),
  password: 'test',
  logFile: join(home, 'postgres.log'),
  kind: 'throwaway',
})
console.log(`PostgreSQL is open at ${cluster.url('postgres')} (databases test_001 and on). Ctrl-C closes it.`)
process.once('SIGINT', () => void cluster.stop())
process.once('SIGTERM', () => void cluster.stop())
await cluster.ended
