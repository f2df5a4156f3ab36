import { fromKysely, PgBoss } from 'pg-boss'
import type { z } from 'zod'
import type { App } from './app.ts'
import type { Clock } from './clock.ts'
import type { Tx } from './database/database.ts'

/** Work done later: it may run twice, and reads the current state rather than trusting its payload. */
export interface Job<Payload extends z.ZodType = z.ZodType> {
  readonly name: string
  readonly payload: Payload
  readonly tries: number
  /** Seconds one run may take before it counts as dead and is tried again. */
  readonly timeoutSeconds: number
  /** Two jobs with the same key in the queue are one. */
  readonly onceBy?: (payload: z.output<Payload>) => string
  /** A cron expression (UTC) for work that comes by itself; the payload is then `{}`. */
  readonly every?: string
}

export interface BoundJob {
  readonly job: Job
  readonly work: (payload: unknown, app: App) => Promise<void>
}

export const job = <Payload extends z.ZodType>(
  name: string,
  payload: Payload,
  options: Omit<Job<Payload>, 'name' | 'payload'>,
): Job<Payload> => ({ name, payload, ...options })

export const work = <Payload extends z.ZodType>(
  job: Job<Payload>,
  run: (payload: z.output<Payload>, app: App) => Promise<void>,
): BoundJob => ({ job: job as Job, work: (payload, app) => run(job.payload.parse(payload), app) })

export interface Jobs {
  /** Queued in the transaction that causes it: rolled back with it. `startAfter` delays it. */
  send<P extends z.ZodType>(
    tx: Tx,
    job: Job<P>,
    payload: z.input<P>,
    options?: { startAfter?: Temporal.Instant },
  ): Promise<void>
}

export const createJobs = (boss: PgBoss, clock: Clock): Jobs => ({
  send: async (tx, job, payload, { startAfter } = {}) => {
    const parsed = job.payload.parse(payload) as object
    await boss.send(job.name, parsed, {
      db: fromKysely(tx),
      startAfter: new Date((startAfter ?? clock.now()).epochMilliseconds),
      ...(job.onceBy && { singletonKey: job.onceBy(parsed as never) }),
    })
  },
})

/** pg-boss on this database. `supervise` only in workers: tests and one-off commands just send. */
export async function openBoss(url: string, { supervise }: { supervise: boolean }): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: url,
    max: 3,
    supervise,
    schedule: supervise,
    application_name: 'unitbase-jobs',
  })
  // Its own housekeeping failed (a lost connection, most often) and is tried again; what a job throws is kept with the job.
  boss.on('error', (error) => console.error('queue:', error.message))
  await boss.start()
  return boss
}

/** Queues exist before anything is sent, as this version of the program wants them; run once per start. */
export async function createQueues(boss: PgBoss, bound: readonly BoundJob[]): Promise<void> {
  const known = new Map((await boss.getQueues()).map((queue) => [queue.name, queue]))
  for (const { job } of bound) {
    const options = {
      retryLimit: job.tries - 1,
      retryDelay: 5,
      retryBackoff: true,
      expireInSeconds: job.timeoutSeconds,
    }
    const queue = known.get(job.name)
    if (queue === undefined) await boss.createQueue(job.name, job.onceBy ? { ...options, policy: 'short' } : options)
    else if (queue.retryLimit !== options.retryLimit || queue.expireInSeconds !== options.expireInSeconds)
      await boss.updateQueue(job.name, options)
  }
}

/** Takes jobs as they come, until `boss.stop()`. What an older version did by the clock and this one does not, ends. */
export async function startWorking(boss: PgBoss, bound: readonly BoundJob[], app: App): Promise<void> {
  for (const { job, work } of bound) {
    await boss.work(job.name, { pollingIntervalSeconds: 1 }, async ([next]) => {
      if (next) await work(next.data, app)
    })
    if (job.every !== undefined) await boss.schedule(job.name, job.every, {})
  }
  const wanted = new Set(bound.filter(({ job }) => job.every !== undefined).map(({ job }) => job.name))
  for (const { name } of await boss.getSchedules()) if (!wanted.has(name)) await boss.unschedule(name)
}

/**
 * Runs what is due by the app's clock, oldest first, until nothing is left: for tests and commands that must not wait.
 * @param early also what is due later
 * @returns how many jobs ran
 * @throws the first failure; the job stays queued
 */
export async function drain(
  boss: PgBoss,
  bound: readonly BoundJob[],
  app: App,
  { early = false }: { early?: boolean } = {},
): Promise<number> {
  let ran = 0
  for (let busy = true; busy;) {
    busy = false
    for (const { job, work } of bound) {
      for (const next of await boss.findJobs(job.name, { queued: true })) {
        if (!early && next.startAfter.getTime() > app.clock.now().epochMilliseconds) continue
        busy = true
        ran += 1
        await work(next.data, app)
        await boss.deleteJob(job.name, next.id)
      }
    }
  }
  return ran
}
