// Every check there is, and one honest line at the end. Words after "npm test --" choose test files by name.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { node, root, setup } from './setup.mjs'

setup()

const filter = process.argv.slice(2)
const bin = (path) => join(root, 'node_modules', path)
const scratch = mkdtempSync(join(tmpdir(), 'unitbase-report-'))
const total = { passed: 0, failed: 0, skipped: 0 }

const checks = [
  ['types', [bin('typescript/bin/tsc'), '--noEmit', '-p', '.', '--checkers', '1']],
  ['format', [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']],
  ['lint', [bin('oxlint/bin/oxlint'), '--deny-warnings', '.']],
  ['import edges', ['scripts/edges.ts']],
  ['feature ledger', ['scripts/features.ts', '--quiet']],
]

const started = Date.now()
if (filter.length === 0) await check('web build', ['scripts/setup.mjs'])
// A journey waits for its browser half of the time, so that it leaves room for the rest on two cores.
const desk = await openDesk()
await Promise.all([checksInTurn(), tests('office', 'inherit'), tests('journeys', 'pipe')])
await desk.close()
rmSync(scratch, { recursive: true, force: true })

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
console.log(`\nin ${Math.round((Date.now() - started) / 1000)} s`)
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`)
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0)

async function checksInTurn() {
  if (filter.length > 0) return
  for (const [name, args] of checks) await check(name, args)
}

async function check(name, args) {
  const { status, said } = await run(args, 'pipe')
  total[status === 0 ? 'passed' : 'failed'] += 1
  console.log(`${status === 0 ? '✓' : '✗'} ${name}`)
  if (status !== 0) console.log(said)
}

/** Runs a project's tests; what it says is shown as it comes, or in one piece at its end. */
async function tests(project, output) {
  const report = join(scratch, `${project}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const args = [bin('vitest/vitest.mjs'), 'run', '--project', project, '--passWithNoTests', ...reporters, ...filter]
  const { status, said } = await run(args, output)
  if (said) console.log(said)
  const counted = countIn(report)
  total.passed += counted.passed
  total.skipped += counted.skipped
  // A fault outside of any test (a file that does not load, a hook) fails the run without failing a test.
  total.failed += counted.failed === 0 && status !== 0 ? 1 : counted.failed
  for (const name of counted.skippedNames) console.log(`skipped: ${name}`)
}

/** One database server and one sample office for all projects. It ends with us, however we end. */
async function openDesk() {
  const child = spawn(node, ['tests/support/deskProcess.ts'], { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] })
  let said = ''
  const address = new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      said += chunk
      if (said.includes('\n')) resolve(said.split('\n')[0])
    })
    child.on('close', () => reject(new Error('The desk for test databases did not open.')))
  })
  process.env.TEST_DATABASE_DESK = await address
  const close = async () => {
    child.stdin.end()
    await new Promise((resolve) => child.on('close', resolve))
    const kept = said.split('\n').slice(1).join('\n').trim()
    if (kept) console.log(kept)
  }
  return { close }
}

function countIn(report) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
    const names = testResults.flatMap(({ assertionResults }) =>
      assertionResults.filter(({ status }) => !['passed', 'failed'].includes(status)).map(({ fullName }) => fullName),
    )
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests, skippedNames: names }
  } catch {
    return { passed: 0, failed: 0, skipped: 0, skippedNames: [] }
  }
}

function run(args, output) {
  return new Promise((resolve) => {
    const child = spawn(node, args, { cwd: root, stdio: ['ignore', output, output] })
    let said = ''
    child.stdout?.on('data', (chunk) => (said += chunk))
    child.stderr?.on('data', (chunk) => (said += chunk))
    child.on('close', (status) => resolve({ status, said }))
  })
}
