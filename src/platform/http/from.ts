import type { Context } from 'hono'

/** Where a request came from, as far as can be known: for certificates and history, never to decide by. */
export interface From {
  readonly ip: string | null
  readonly device: string | null
}

interface Incoming {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } }
}

const isOurs = (address: string) => /^(::1|::ffff:)?(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|$)/.test(address)

/**
 * The sender's address and device. A proxy in front of us adds the address it heard to `X-Forwarded-For`; that is
 * believed only from a machine of our own network, and of the list only the last, which the proxy wrote itself.
 */
export function fromOf(c: Context): From {
  const direct = (c.env as Incoming | undefined)?.incoming?.socket?.remoteAddress ?? null
  const told = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  const ip = told !== undefined && told !== '' && (direct === null || isOurs(direct)) ? told : direct
  return { ip: ip?.slice(0, 60) ?? null, device: c.req.header('user-agent')?.slice(0, 300) ?? null }
}
