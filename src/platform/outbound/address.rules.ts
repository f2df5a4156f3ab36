import { BlockList, isIP } from 'node:net'

/** Ranges that are nobody's on the public internet (IANA special-purpose registries, 2026-01). */
const notPublic = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  notPublic.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  notPublic.addSubnet(net, bits, 'ipv6')

/** `::ffff:10.0.0.1` and `::ffff:a00:1` are the IPv4 address inside them. */
function mapped(address: string): string | undefined {
  const inner = /^::ffff:(.+)$/i.exec(address)?.[1]
  if (inner === undefined) return undefined
  if (isIP(inner) === 4) return inner
  const [high = 0, low = 0] = inner.split(':').map((part) => Number.parseInt(part, 16))
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}

/** Whether an IP address is one of the public internet; anything that is no address is not. */
export function isPublic(address: string): boolean {
  const plain = address.replace(/^\[|\]$/g, '').split('%')[0] ?? ''
  const inner = mapped(plain)
  if (inner !== undefined) return isPublic(inner)
  const kind = isIP(plain)
  return kind !== 0 && !notPublic.check(plain, kind === 4 ? 'ipv4' : 'ipv6')
}

/** Whether the operator has named this host, with or without its port, as one of their own network. */
export const isAllowed = (url: URL, hosts: readonly string[]): boolean =>
  hosts.includes(url.host) || hosts.includes(url.hostname)

/**
 * What is wrong with an address that the office would write to, in a sentence; undefined when nothing is.
 * `plain`: http will do, because what comes back is signed and what is sent is no secret.
 */
export function whyNot(
  address: string,
  hosts: readonly string[],
  { plain = false }: { plain?: boolean } = {},
): string | undefined {
  const url = URL.parse(address)
  if (url === null || !['https:', 'http:'].includes(url.protocol)) return 'Give an address that begins with https://.'
  if (url.username !== '' || url.password !== '') return 'An address does not carry a name or a password.'
  if (isAllowed(url, hosts)) return undefined
  if (url.protocol === 'http:' && !plain)
    return 'Give an address that begins with https://; http can be read on the way.'
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) === 0 ? /(^|\.)(localhost|local|internal|lan)$/i.test(host) || !host.includes('.') : !isPublic(host))
    return `${url.hostname} is on a private network. Whoever runs this office can allow it with UNITBASE_PRIVATE_HOSTS.`
  return undefined
}
