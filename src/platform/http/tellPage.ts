import type { SSEStreamingApi } from 'hono/streaming'
import { reachesAllProductions } from '../../kernel/abilities.ts'
import { ACCESS, type Announcement, type Live } from '../live.ts'
import type { OfficeScope } from '../access/scope.ts'

/** Often enough that no proxy takes the stream for dead. */
const heartbeatSeconds = 20

interface Readable {
  /** Whether this page may hear of it; who belongs where is asked again when that may have changed. */
  mayHear(announcement: Announcement): Promise<boolean>
}

/** Of which productions a reader hears; `productionsOf` tells those of a reader whose office role does not reach all. */
export async function readableBy(
  { actor }: OfficeScope,
  productionsOf: () => Promise<ReadonlySet<string>>,
): Promise<Readable> {
  if (actor.kind === 'user' && reachesAllProductions(actor.officeRole)) return { mayHear: async () => true }
  let own = await productionsOf()
  return {
    async mayHear({ department, productionId }) {
      const before = own
      if (department === 'productions') own = await productionsOf()
      // Whoever left a production is told that much.
      return productionId === null || own.has(productionId) || before.has(productionId)
    },
  }
}

interface Page {
  readonly stream: SSEStreamingApi
  readonly feed: Live
  readonly scope: OfficeScope
  readonly readable: Readable
}

/**
 * Tells one page what changes, until it goes, the access of its reader changes or the office closes: then the stream
 * ends, and the page has to come in again by whatever access it still has.
 */
export async function tellPage({ stream, feed, scope: { actor }, readable }: Page): Promise<void> {
  const gone = Promise.withResolvers<void>()
  stream.onAbort(() => gone.resolve())
  const tell = async (announcement: Announcement) => {
    if (announcement.department === ACCESS) {
      if (actor.kind === 'user' && announcement.ids.includes(actor.userId)) gone.resolve()
    } else if (await readable.mayHear(announcement))
      await stream.writeSSE({ event: 'changed', data: JSON.stringify(announcement) })
  }
  // One after the other; a stream that cannot go on ends, and the page takes a new one up.
  let line: Promise<void> = Promise.resolve()
  const unsubscribe = feed.subscribe({
    hear: (announcement) => {
      line = line.then(() => tell(announcement)).catch(() => gone.resolve())
    },
    end: () => gone.resolve(),
  })
  const beat = setInterval(() => void stream.write(': still here\n\n'), heartbeatSeconds * 1000)
  await stream.writeSSE({ event: 'listening', data: '{}' })
  await gone.promise
  clearInterval(beat)
  unsubscribe()
}
