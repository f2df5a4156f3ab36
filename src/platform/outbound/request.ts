import { lookup as resolve } from 'node:dns'
import { request as plain } from 'node:http'
import { request as secure } from 'node:https'
import type { LookupFunction } from 'node:net'
import { isAllowed, isPublic, whyNot } from './address.rules.ts'

/** Why something could not be asked, in a sentence for people. */
export class OutboundFault extends Error {}

export interface Asking {
  readonly url: string
  readonly method: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  /** Hosts of the operator's own network that may be reached (`UNITBASE_PRIVATE_HOSTS`). */
  readonly privateHosts: readonly string[]
  /** Without encryption too, for what is signed itself and no secret. */
  readonly plain?: boolean
  readonly timeoutMs?: number
  readonly mostBytes?: number
}

export interface Answered {
  readonly status: number
  readonly contentType: string
  readonly body: Buffer
}

/**
 * Asks an address that somebody typed in: never one of a private network, whatever its name resolves to at that moment
 * and never through a redirect.
 * @throws OutboundFault
 */
export function ask(asking: Asking): Promise<Answered> {
  const {
    url,
    method,
    headers,
    body,
    privateHosts,
    plain: isPlain = false,
    timeoutMs = 10_000,
    mostBytes = 256 * 1024,
  } = asking
  const refused = whyNot(url, privateHosts, { plain: isPlain })
  if (refused !== undefined) return Promise.reject(new OutboundFault(refused))
  const target = new URL(url)
  const send = target.protocol === 'https:' ? secure : plain
  return new Promise((done, fail) => {
    const fault = (words: string) => fail(new OutboundFault(words))
    const outgoing = send(
      target,
      {
        method,
        headers: { ...headers, ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }) },
        signal: AbortSignal.timeout(timeoutMs),
        ...(!isAllowed(target, privateHosts) && { lookup: publicOnly }),
      },
      (response) => {
        const parts: Buffer[] = []
        let size = 0
        response.on('data', (part: Buffer) => {
          size += part.length
          if (size > mostBytes) outgoing.destroy(new OutboundFault(`${target.host} answered with too much.`))
          else parts.push(part)
        })
        response.on('error', (error) => fault(inWords(error, target, timeoutMs)))
        response.on('end', () =>
          done({
            status: response.statusCode ?? 0,
            contentType: response.headers['content-type'] ?? '',
            body: Buffer.concat(parts),
          }),
        )
      },
    )
    outgoing.on('error', (error) => fault(inWords(error, target, timeoutMs)))
    outgoing.end(body)
  })
}

/** The check happens on the address that is then connected to, so a name cannot change its mind in between. */
export const publicOnly: LookupFunction = (hostname, options, answer) => {
  resolve(hostname, { ...options, all: true }, (error, found) => {
    if (error) return answer(error, '', 4)
    const inside = found.find(({ address }) => !isPublic(address))
    if (inside !== undefined)
      return answer(new OutboundFault(`${hostname} leads to ${inside.address}, which is on a private network.`), '', 4)
    if (options.all === true) return answer(null, found)
    const [first] = found
    return answer(null, first?.address ?? '', first?.family)
  })
}

function inWords(error: Error & { code?: string }, { host }: URL, timeoutMs: number): string {
  if (error instanceof OutboundFault) return error.message
  if (error.name === 'TimeoutError' || error.name === 'AbortError')
    return `${host} did not answer within ${timeoutMs / 1000} seconds.`
  if (error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN') return `There is no host called ${host}.`
  if (error.code === 'ECONNREFUSED') return `Nobody answers at ${host}.`
  if (error.code?.startsWith('CERT_') || error.code?.includes('CERT')) return `The certificate of ${host} is not valid.`
  return `${host} could not be reached (${error.code ?? error.message}).`
}
