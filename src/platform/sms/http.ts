import type { Outcome } from '../mail/mail.rules.ts'
import type { Carrier } from '../mail/smtp.ts'
import { easedForSms } from './eased.rules.ts'

/** The one provider interface spoken, documented in docs/operating/text-messages.md. */
export interface SmsSettings {
  url: string
  token: string
  /** Number or name the messages come from. */
  from: string
}

/**
 * Text messages over HTTP: `POST { from, to, text, reference }` with a bearer token. A 2xx answer with an `id` is *sent*;
 * *delivered* is told later on the notices endpoint. 4xx is a refusal, but 401, 403 and 429 are about us, not the number.
 */
export function smsCarrier(settings: SmsSettings, timeoutMilliseconds = 15_000): Carrier {
  return async (parcel) => {
    try {
      const response = await fetch(settings.url, {
        method: 'POST',
        headers: { authorization: `Bearer ${settings.token}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          from: settings.from,
          to: parcel.to.address,
          text: easedForSms(parcel.text),
          reference: parcel.messageId.replace(/^<|@.*$/g, ''),
        }),
        signal: AbortSignal.timeout(timeoutMilliseconds),
        redirect: 'error',
      })
      return outcomeOf(response.status, (await response.text()).slice(0, 2000))
    } catch (failure) {
      return { state: 'deferred', code: null, reply: (failure as Error).message, providerId: null }
    }
  }
}

function outcomeOf(status: number, body: string): Outcome {
  if (status >= 200 && status < 300) return { state: 'sent', code: status, reply: body, providerId: idIn(body) }
  const aboutUs = status === 401 || status === 403 || status === 408 || status === 429
  const state = status >= 400 && status < 500 && !aboutUs ? 'bounced' : 'deferred'
  return { state, code: status, reply: body, providerId: null }
}

function idIn(body: string): string | null {
  try {
    const { id } = JSON.parse(body) as { id?: unknown }
    return typeof id === 'string' || typeof id === 'number' ? String(id) : null
  } catch {
    return null
  }
}
