import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Heard {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface HookReceiver {
  readonly host: string
  readonly url: string
  readonly heard: Heard[]
  /** How it answers from now on. */
  answers(status: number, text?: string, headers?: Record<string, string>): void
  close(): void
}

/** Another system, as a webhook meets it: keeps what it hears and answers as it is told. */
export async function hookReceiver(): Promise<HookReceiver> {
  const heard: Heard[] = []
  let answer: { status: number; text: string; headers: Record<string, string> } = { status: 200, text: '', headers: {} }
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      heard.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(parts).toString('utf8') })
      response.writeHead(answer.status, answer.headers).end(answer.text)
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    host,
    url: `http://${host}/hook`,
    heard,
    answers: (status, text = '', headers = {}) => {
      answer = { status, text, headers }
    },
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
