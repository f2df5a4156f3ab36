import { afterAll, beforeAll, expect, test } from 'vitest'
import pg from 'pg'
import { bench, letters, memo, sign, tokenOf, type Bench } from '../../src/departments/agreements/agreement.fixture.ts'
import { getAgreement } from '../../src/departments/agreements/agreement.contract.ts'
import { sendAgreement } from '../../src/departments/agreements/envelope.contract.ts'
import { verifyPdf } from '../../src/departments/agreements/seal.contract.ts'
import { sweep } from '../../src/departments/agreements/sweep.actions.ts'
import { useOffice } from '../support/office.ts'
import { endProcessesAfter, runOurs } from '../support/processes.ts'

const office = useOffice()
let b: Bench
let url: string
let watcher: pg.Client
endProcessesAfter()
beforeAll(async () => {
  b = await bench(office)
  url = office.databaseUrl
  watcher = new pg.Client({ connectionString: url })
  await watcher.connect()
})
afterAll(() => watcher.end())

/** A paper that only one person signs; everything after their tap is the office's to do. */
async function sent() {
  const parties = [
    { role: 'signer' as const, label: 'Crew member', turn: 1, name: 'Sam Okoro', email: 'sam@example.com' },
  ]
  const drafted = await memo(b, { parties })
  const at = { params: { ...b.params, agreementId: drafted.id } }
  return { at, paper: await b.ana.call(sendAgreement, { ...at, ifMatch: drafted.version, body: {} }) }
}

/** What must be true of a paper after all: one signature, one seal, one copy to each, and it verifies. */
async function isSealedOnce({ at, paper }: Awaited<ReturnType<typeof sent>>) {
  const done = await b.ana.call(getAgreement, at)
  const often = (what: string) => done.events.filter((it) => it.what === what).length
  expect({ signed: often('signed'), completed: often('completed'), sealed: often('sealed') }).toEqual({
    signed: 1,
    completed: 1,
    sealed: 1,
  })
  const copies = (await letters(office)).filter((it) => it.subject.startsWith(paper.number) && it.attachments !== null)
  expect(copies.filter((it) => it.key.startsWith('agreement-copy:'))).toHaveLength(1)
  const answer = await b.ana.fetch(`/v1/productions/${b.productionId}/agreements/${paper.id}/pdf`)
  const pdf = Buffer.from(await answer.arrayBuffer()).toString('base64')
  expect(await b.ana.call(verifyPdf, { body: { pdf } })).toMatchObject({ verdict: 'ours', sha256: done.sealedSha256 })
  return done
}

test('DO-5 a server that dies between signature and seal: the sweep finds the paper after its delay, and seals it once', async () => {
  const it = await sent()
  await sign(office.nobody, await tokenOf(office, 'sam@example.com'), it.paper.contentSha256!, 'Sam Okoro')
  const { rowCount } = await watcher.query(
    `delete from pgboss.job where name = 'agreements.seal' and state = 'created'`,
  )
  expect(rowCount, 'the seal had been asked for, and is gone with the server').toBe(1)
  await sweep(office.app)
  expect(await office.work()).toBe(0)
  expect((await b.ana.call(getAgreement, it.at)).sealedAt, 'within its delay nobody asks a second time').toBeNull()
  office.clock.advance({ minutes: 6 })
  await Promise.all([sweep(office.app), sweep(office.app)])
  await office.work()
  const sealed = await isSealedOnce(it)
  office.clock.advance({ minutes: 6 })
  await sweep(office.app)
  await office.work()
  expect((await isSealedOnce(it)).sealedSha256).toBe(sealed.sealedSha256)
})

test('DO-5 a worker killed while it seals leaves nothing half done, and the next seals once', async () => {
  const it = await sent()
  await sign(office.nobody, await tokenOf(office, 'sam@example.com'), it.paper.contentSha256!, 'Sam Okoro')
  // Its seal waits for the row that is held here, so that it is certainly at work when it is killed.
  const holder = new pg.Client({ connectionString: url })
  await holder.connect()
  await holder.query('begin')
  await holder.query('select id from agreement where id = $1 for update', [it.paper.id])
  const worker = runOurs('src/main/cli.ts', ['worker'], {
    DATABASE_URL: url,
    UNITBASE_DATA: office.app.settings.dataFolder,
  })
  await worker.says('takes jobs')
  const waiting = (condition: string) =>
    watcher
      .query<{ pid: number }>(`select pid from pg_stat_activity where datname = current_database() and ${condition}`)
      .then(({ rows }) => rows.map(({ pid }) => pid))
  const sealing = () => waiting(`wait_event_type = 'Lock' and query like '%"agreement"%for update%'`)
  await expect.poll(sealing, { timeout: 60_000, interval: 100 }).not.toHaveLength(0)
  const pids = (await sealing()).join()
  worker.child.kill('SIGKILL')
  await worker.ended()
  await holder.query('commit')
  await holder.end()
  await expect.poll(() => waiting(`pid in (${pids})`), { timeout: 20_000 }).toEqual([])
  expect((await b.ana.call(getAgreement, it.at)).sealedAt).toBeNull()
  office.clock.advance({ minutes: 6 })
  await sweep(office.app)
  await office.work()
  await isSealedOnce(it)
}, 300_000)
