import type { AddressInfo } from 'node:net'
import { simpleParser } from 'mailparser'
import type { ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'

export interface Mailbox {
  url: string
  /** What the server accepted, in the order it came. */
  received: { to: string; mail: ParsedMail }[]
  /** Addresses that are refused with `550 5.1.1`. */
  refused: Set<string>
  /** `hang` never answers to the message; `drop` closes the line in the middle of it; `busy` asks to come back. */
  mood: 'well' | 'hang' | 'drop' | 'busy'
  /** Messages that were begun, accepted or not. */
  begun: number
  to(address: string): ParsedMail[]
  close(): Promise<void>
}

const refusal = (code: number, text: string) => Object.assign(new Error(text), { responseCode: code })

/** A real SMTP server on a free port of this machine, which keeps what it accepts. */
export async function smtpServer(): Promise<Mailbox> {
  const box: Omit<Mailbox, 'url' | 'close'> = {
    received: [],
    refused: new Set(),
    mood: 'well',
    begun: 0,
    to: (address) => box.received.filter((it) => it.to === address).map((it) => it.mail),
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo: ({ address }, _session, done) =>
      box.refused.has(address) ? done(refusal(550, '5.1.1 The mailbox does not exist')) : done(),
    onData: (stream, session, done) => {
      box.begun += 1
      if (box.mood === 'drop') {
        stream.resume()
        const sockets = server as { connections: Set<{ id: string; _socket: { destroy(): void } }> }
        for (const connection of sockets.connections) if (connection.id === session.id) connection._socket.destroy()
        return
      }
      const mail = simpleParser(stream)
      if (box.mood === 'hang') return
      mail.then(
        (parsed) => {
          if (box.mood === 'busy') return done(refusal(451, '4.3.0 Busy, try again later'))
          for (const { address } of session.envelope.rcptTo) box.received.push({ to: address, mail: parsed })
          done()
        },
        (failure: Error) => done(failure),
      )
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.server.address() as AddressInfo
  return Object.assign(box, {
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise<void>((done) => server.close(() => done())),
  })
}
