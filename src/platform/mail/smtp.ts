import { outcomeOfFailure } from './mail.rules.ts'
import type { Outcome, SmtpFailure } from './mail.rules.ts'

export interface Attachment {
  fileName: string
  contentType: string
  content: Uint8Array
}

/** One message to one person: everybody gets their own, so nobody sees another's address. */
export interface Parcel {
  from: string
  to: { name: string | null; address: string }
  replyTo: string | null
  subject: string
  text: string
  html: string | null
  /** Stays the same over all tries, so that a receiving side can tell a repeated message from a new one. */
  messageId: string
  attachments: Attachment[]
}

/** Hands a parcel to the outside world and says honestly what came of it; never throws. */
export type Carrier = (parcel: Parcel) => Promise<Outcome>

/** A calendar file that says what it wants is an invitation: mail programs offer it where they see it beside the text. */
const invitationMethod = (attachment: Attachment): string | undefined =>
  /^text\/calendar;.*\bmethod=(\w+)/i.exec(attachment.contentType)?.[1]

/**
 * By SMTP. The server's acceptance is *delivered*: it has taken responsibility for the message (RFC 5321, section 6.1).
 * A silent server is waited for half a minute at each step of the conversation, or as long as the address says
 * (`smtp://host:25?timeout=5000`, in milliseconds).
 */
export function smtpCarrier(url: string): Carrier {
  const timeoutMilliseconds = Number(URL.parse(url)?.searchParams.get('timeout') ?? 30_000)
  const open = async () => {
    const { createTransport } = await import('nodemailer')
    return createTransport({
      url,
      connectionTimeout: timeoutMilliseconds,
      greetingTimeout: timeoutMilliseconds,
      socketTimeout: timeoutMilliseconds,
      disableFileAccess: true,
      disableUrlAccess: true,
    })
  }
  let opening: ReturnType<typeof open> | undefined
  return async (parcel) => {
    const transport = await (opening ??= open())
    const invitation = parcel.attachments.find((it) => invitationMethod(it) !== undefined)
    const files = parcel.attachments.filter((it) => it !== invitation)
    try {
      const accepted = await transport.sendMail({
        from: parcel.from,
        to: parcel.to.name === null ? parcel.to.address : { name: parcel.to.name, address: parcel.to.address },
        ...(parcel.replyTo === null ? {} : { replyTo: parcel.replyTo }),
        subject: parcel.subject,
        text: parcel.text,
        ...(parcel.html === null ? {} : { html: parcel.html }),
        messageId: parcel.messageId,
        headers: { 'Auto-Submitted': 'auto-generated' },
        ...(invitation && {
          icalEvent: {
            method: invitationMethod(invitation) ?? 'PUBLISH',
            filename: invitation.fileName,
            content: Buffer.from(invitation.content),
          },
        }),
        attachments: files.map((it) => ({
          filename: it.fileName,
          contentType: it.contentType,
          content: Buffer.from(it.content),
        })),
      })
      return {
        state: 'delivered',
        code: Number.parseInt(accepted.response, 10),
        reply: accepted.response,
        providerId: null,
      }
    } catch (failure) {
      return outcomeOfFailure(failure as SmtpFailure)
    }
  }
}
