import { PassThrough, type Readable } from 'node:stream'
import type pg from 'pg'

/** The part of a pg connection that speaks COPY; the driver dispatches these messages and leaves the rest to us. */
interface Wire {
  query(text: string): void
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
  sendCopyFail(message: string): void
  stream: { pause(): void; resume(): void; writableLength: number; once(event: 'drain', done: () => void): void }
}

const ignore = () => undefined

/** `copy … to stdout` as a stream of its text. */
export function copyOut(client: pg.ClientBase, statement: string): Readable {
  const out = new PassThrough()
  const query = {
    submit: (wire: Wire) => wire.query(statement),
    handleCopyData: ({ chunk }: { chunk: Buffer }, wire: Wire) => {
      // The driver reads the next message into the same memory; what waits in a stream needs its own.
      if (out.write(Buffer.from(chunk))) return
      wire.stream.pause()
      out.once('drain', () => wire.stream.resume())
    },
    handleError: (fault: Error) => out.destroy(fault),
    handleReadyForQuery: () => out.end(),
    handleCommandComplete: ignore,
    handleRowDescription: ignore,
    handleDataRow: ignore,
    handleEmptyQuery: ignore,
    handlePortalSuspended: ignore,
    handleCopyInResponse: ignore,
  }
  client.query(query as unknown as pg.Submittable)
  return out
}

/** `copy … from stdin`, fed with text in the same form. @returns how many rows went in */
export function copyIn(client: pg.ClientBase, statement: string, source: AsyncIterable<Buffer>): Promise<number> {
  return new Promise((resolve, reject) => {
    let rows = 0
    let fault: Error | undefined
    const feed = async (wire: Wire) => {
      try {
        for await (const chunk of source) {
          wire.sendCopyFromChunk(chunk)
          if (wire.stream.writableLength > 4_000_000) {
            await new Promise<void>((drained) => wire.stream.once('drain', drained))
          }
        }
        wire.endCopyFrom()
      } catch (error) {
        fault = error as Error
        wire.sendCopyFail('the source broke off')
      }
    }
    const query = {
      submit: (wire: Wire) => wire.query(statement),
      handleCopyInResponse: (wire: Wire) => void feed(wire),
      handleCommandComplete: ({ text }: { text: string }) => (rows = Number(text.split(' ').at(-1))),
      // The driver forgets a query that failed, so this is the last we hear of it.
      handleError: (error: Error) => reject(fault ?? error),
      handleReadyForQuery: () => resolve(rows),
      handleCopyData: ignore,
      handleRowDescription: ignore,
      handleDataRow: ignore,
      handleEmptyQuery: ignore,
      handlePortalSuspended: ignore,
    }
    client.query(query as unknown as pg.Submittable)
  })
}
