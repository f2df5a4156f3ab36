import { serve } from '@hono/node-server'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll } from 'vitest'
import type { TestOffice } from './office.ts'

/** The test office on a real port, for clients that need a network: `listening.url`. Call it after `useOffice`. */
export function useListening(office: TestOffice): { readonly url: string } {
  let open: { url: string; close(): Promise<void> } | undefined
  beforeAll(async () => {
    open = await listen(office)
  })
  afterAll(async () => open?.close())
  return {
    get url() {
      if (!open) throw new Error('The office listens inside tests and hooks, not before.')
      return open.url
    },
  }
}

const listen = (office: TestOffice) =>
  new Promise<{ url: string; close(): Promise<void> }>((resolve) => {
    const server = serve(
      { fetch: office.assembly.server.fetch, port: 0, hostname: '127.0.0.1' },
      ({ port }: AddressInfo) =>
        resolve({
          url: `http://127.0.0.1:${port}`,
          close: () => new Promise((closed) => server.close(() => closed())),
        }),
    )
  })
