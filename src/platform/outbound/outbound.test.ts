import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isPublic, whyNot } from './address.rules.ts'
import { ask, OutboundFault, publicOnly } from './request.ts'

describe('DO-13 addresses the office writes to', () => {
  test.each([
    ['93.184.216.34', true],
    ['2606:2800:220:1:248:1893:25c8:1946', true],
    ['10.1.2.3', false],
    ['127.0.0.1', false],
    ['100.64.0.1', false],
    ['169.254.169.254', false],
    ['172.16.0.1', false],
    ['172.32.0.1', true],
    ['192.168.1.1', false],
    ['0.0.0.0', false],
    ['255.255.255.255', false],
    ['::1', false],
    ['::', false],
    ['::ffff:10.0.0.1', false],
    ['::ffff:a00:1', false],
    ['::ffff:5db8:d822', true],
    ['fe80::1%eth0', false],
    ['fd00::1', false],
    ['not an address', false],
  ])('%s is public: %s', (address, expected) => expect(isPublic(address)).toBe(expected))

  test.each([
    ['https://hooks.example.com/a', [], undefined],
    ['http://hooks.example.com/a', [], 'begins with https'],
    ['ftp://hooks.example.com/a', [], 'begins with https'],
    ['https://user:secret@hooks.example.com', [], 'does not carry'],
    ['https://10.0.0.5/a', [], 'private network'],
    ['https://[::1]/a', [], 'private network'],
    ['https://0x7f000001/a', [], 'private network'],
    ['https://2130706433/a', [], 'private network'],
    ['https://localhost/a', [], 'private network'],
    ['https://printer/a', [], 'private network'],
    ['http://10.0.0.5:8080/a', ['10.0.0.5:8080'], undefined],
    ['http://10.0.0.5:8081/a', ['10.0.0.5:8080'], 'begins with https'],
    ['http://relay.local/a', ['relay.local'], undefined],
  ])('%s with %j allowed: %s', (address, hosts, says) => {
    const why = whyNot(address, hosts)
    if (says === undefined) expect(why).toBeUndefined()
    else expect(why).toContain(says)
  })
})

describe('DO-13 asking', () => {
  let server: Server
  let host: string
  const heard: string[] = []
  beforeAll(async () => {
    server = createServer((request, response) => {
      heard.push(request.url ?? '')
      if (request.url === '/away') response.writeHead(302, { location: '/elsewhere' }).end()
      else if (request.url === '/much') response.end(Buffer.alloc(400_000))
      else if (request.url !== '/silent') response.writeHead(201, { 'content-type': 'text/plain' }).end('thanks')
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  const asked = (path: string, more: object = {}) =>
    ask({ url: `http://${host}${path}`, method: 'POST', headers: {}, body: 'x', privateHosts: [host], ...more })

  test('an answer comes back as it was, and a redirect is an answer and not followed', async () => {
    expect(await asked('/')).toMatchObject({ status: 201, contentType: 'text/plain', body: Buffer.from('thanks') })
    expect((await asked('/away')).status).toBe(302)
    expect(heard).not.toContain('/elsewhere')
  })

  test.each([
    ['of a private network', '/', { privateHosts: [] }, 'begins with https'],
    ['that says nothing', '/silent', { timeoutMs: 150 }, 'did not answer within 0.15 seconds'],
    ['that says too much', '/much', {}, 'too much'],
    ['where nobody is', '/', { url: 'http://127.0.0.1:9/', privateHosts: ['127.0.0.1'] }, 'Nobody answers'],
  ])('an address %s is said in words', async (_, path, more, says) => {
    await expect(asked(path, more)).rejects.toThrow(says)
    await expect(asked(path, more)).rejects.toBeInstanceOf(OutboundFault)
  })

  test('a name that leads inside is refused on the way to the connection, whatever it said before', async () => {
    const answer = await new Promise<string>((done) =>
      publicOnly('localhost', {}, (error, address) => done(error?.message ?? `went to ${String(address)}`)),
    )
    expect(answer).toMatch(/^localhost leads to (127\.0\.0\.1|::1), which is on a private network\.$/)
  })
})
