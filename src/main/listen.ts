import type { Server } from 'node:http'
import { createServer } from 'node:net'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'
import type { Settings } from '../platform/settings.ts'

/** Said plainly to whoever starts the office. */
export class PortTaken extends Error {
  constructor({ host, port }: Pick<Settings, 'host' | 'port'>) {
    super(
      `Port ${port} on ${host} is taken: another program answers there, perhaps an office that is already open. ` +
        `Stop it, or choose another port: PORT=${port + 1} npm start`,
    )
  }
}

const isTaken = (fault: unknown) => (fault as NodeJS.ErrnoException).code === 'EADDRINUSE'

/** Asks before anything heavy is started. @throws PortTaken */
export const demandFreePort = (at: Pick<Settings, 'host' | 'port'>) =>
  new Promise<void>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (fault) => reject(isTaken(fault) ? new PortTaken(at) : fault))
    probe.listen(at.port, at.host, () => probe.close(() => resolve()))
  })

interface Listening {
  /** Lets answers that are under way finish, and ends streams that never would. */
  close(): Promise<void>
}

const GRACE_MS = 3_000

/** @throws PortTaken */
export const listen = (app: Hono, at: Pick<Settings, 'host' | 'port'>) =>
  new Promise<Listening>((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port: at.port, hostname: at.host }, () => {
      server.off('error', refuse)
      resolve({ close: () => close(server) })
    }) as Server
    const refuse = (fault: unknown) => reject(isTaken(fault) ? new PortTaken(at) : fault)
    server.once('error', refuse)
    server.requestTimeout = 0 // an upload over a bad line takes the time it takes
  })

const close = (server: Server) =>
  new Promise<void>((resolve) => {
    const impatient = setTimeout(() => server.closeAllConnections(), GRACE_MS)
    server.close(() => {
      clearTimeout(impatient)
      resolve()
    })
    server.closeIdleConnections()
  })
