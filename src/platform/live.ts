import { sql } from 'kysely'
import type pg from 'pg'
import { z } from 'zod'
import type { Tx } from './database/database.ts'

/** What changed, never what it is now: the page asks again for what it shows. */
export const Announcement = z.object({
  department: z.string(),
  productionId: z.string().nullable(),
  ids: z.array(z.string()),
})
export type Announcement = z.infer<typeof Announcement>

/**
 * In place of a department: sessions, tokens or roles of these users ended or changed. Triggers on those tables tell it,
 * since the sign-in library writes them; no page is told.
 */
export const ACCESS = 'access'

const channel = 'unitbase_live'
/** PostgreSQL refuses a notification of 8000 bytes; past this many ids the page is told to look at everything. */
const mostIds = 100

/** Told to every node when, and only when, the transaction commits. */
export async function announce(tx: Tx, announcement: Announcement): Promise<void> {
  const ids = announcement.ids.length > mostIds ? [] : announcement.ids
  await sql`select pg_notify(${channel}, ${JSON.stringify({ ...announcement, ids })})`.execute(tx)
}

export interface Live {
  /** Calls back for every committed announcement, from this node or another, until the returned function is called. */
  subscribe(hearer: Hearer): () => void
  /** Whether the connection stands; while it does not, changes of other processes are not heard. */
  hears(): boolean
  /** Tells every hearer that there is nothing more to come. */
  close(): Promise<void>
}

interface Hearer {
  hear(announcement: Announcement): void
  end(): void
}

/** One connection per process listens for all of its pages; a lost connection is taken up again. */
export function openLive(connect: () => Promise<pg.Client>): Live {
  const hearers = new Set<Hearer>()
  let client: pg.Client | undefined
  let hears = false
  let closed = false
  let retry: NodeJS.Timeout | undefined

  const listen = async () => {
    try {
      const next = await connect()
      if (closed) return void (await next.end())
      client = next
      next.on('notification', ({ payload }) => {
        const parsed = Announcement.safeParse(JSON.parse(payload ?? 'null'))
        if (parsed.success) for (const { hear } of hearers) hear(parsed.data)
      })
      next.on('error', again)
      next.on('end', again)
      await next.query(`listen ${channel}`)
      hears = true
      // Whoever listened through the gap may have missed something.
      for (const { hear } of hearers) hear({ department: '*', productionId: null, ids: [] })
    } catch {
      again()
    }
  }
  const again = () => {
    hears = false
    if (closed || retry !== undefined) return
    retry = setTimeout(() => {
      retry = undefined
      void listen()
    }, 1000)
  }
  const started = listen()

  return {
    subscribe: (hearer) => {
      hearers.add(hearer)
      return () => void hearers.delete(hearer)
    },
    hears: () => hears,
    close: async () => {
      closed = true
      hears = false
      clearTimeout(retry)
      for (const { end } of hearers) end()
      await started
      client?.removeAllListeners('end')
      await client?.end().catch(() => undefined)
    },
  }
}
