import { createHash, X509Certificate } from 'node:crypto'

export const fingerprintOf = (certificate: Uint8Array): string => createHash('sha256').update(certificate).digest('hex')

interface About {
  readonly subject: string
  readonly issuer: string
  readonly from: string
  readonly until: string
}

export function aboutCertificate(der: Uint8Array): About {
  const { subject, issuer, validFromDate, validToDate } = new X509Certificate(der)
  return {
    subject: inLine(subject),
    issuer: inLine(issuer),
    from: momentOf(validFromDate),
    until: momentOf(validToDate),
  }
}

export const pemOf = (der: Uint8Array): string => new X509Certificate(der).toString()

const inLine = (name: string): string => name.split('\n').join(', ')

const momentOf = (date: Date): string => Temporal.Instant.fromEpochMilliseconds(date.getTime()).toString()
