import { z } from 'zod'
import { problemType, Stale } from '../../kernel/problems.ts'
import { rawRoute, route } from '../../kernel/route.ts'

const SealAbout = z.object({
  name: z.string(),
  source: z.enum(['made', 'imported']),
  subject: z.string(),
  issuer: z.string(),
  from: z.string(),
  until: z.string(),
  fingerprint: z.string(),
  createdAt: z.string(),
  retiredAt: z.string().nullable(),
})

export const SealUnreadable = problemType('seal-unreadable', 422, 'This certificate cannot be used')

const TimeStamp = z.object({ at: z.string(), by: z.string() })

/** Whom the office asks when a paper was sealed; only for whoever may set it. */
export const TimestampAbout = z.object({
  url: z.string().nullable(),
  userName: z.string(),
  hasPassword: z.boolean(),
  waitHours: z.number().int(),
  /** The last time it was asked, and why nothing came of it. */
  triedAt: z.string().nullable(),
  fault: z.string().nullable(),
  /** Papers signed by everybody that wait for its word. */
  waiting: z.number().int(),
  version: z.number().int(),
})
export type TimestampAbout = z.infer<typeof TimestampAbout>

const Seals = z.object({
  items: z.array(SealAbout),
  timestamp: TimestampAbout.nullable(),
  /** Days until the certificate in use ends, once that is near. */
  endsInDays: z.number().int().nullable(),
  can: z.object({ change: z.boolean() }),
})
export type Seals = z.infer<typeof Seals>

export const listSeals = route({
  method: 'GET',
  path: '/v1/agreement-seals',
  summary: 'The certificates papers are and were sealed with, the one in use first',
  access: { signedIn: 'whoever gets a sealed paper may check whose seal it is' },
  response: Seals,
})

export const importSeal = route({
  method: 'POST',
  path: '/v1/agreement-seals',
  summary: 'Seal with a certificate of a trust service from now on (PKCS #12)',
  access: { ability: 'agreements.seal', on: 'office' },
  body: z.object({ p12: z.base64().max(200_000), password: z.string().max(200) }),
  idempotencyKey: 'accepted',
  response: Seals,
  status: 201,
  problems: [SealUnreadable],
})

export const ownSeal = route({
  method: 'POST',
  path: '/v1/agreement-seals/own',
  summary: 'Seal with the office’s own key again',
  access: { ability: 'agreements.seal', on: 'office' },
  body: z.object({}),
  repeated: 'it is in use already',
  response: Seals,
})

export const changeTimestamp = route({
  method: 'PUT',
  path: '/v1/agreement-seals/timestamp',
  summary:
    'Which time stamp authority (RFC 3161) is asked with each seal, if any, and how long its answer is waited for',
  access: { ability: 'agreements.seal', on: 'office' },
  body: z.object({
    url: z.string().trim().max(500).nullable(),
    userName: z.string().trim().max(120).default(''),
    /** Absent: as it was. */
    password: z.string().max(200).optional(),
    waitHours: z.number().int().min(0).max(240),
  }),
  ifMatch: 'required',
  response: Seals,
  problems: [Stale],
})

export const testSeal = route({
  method: 'POST',
  path: '/v1/agreement-seals/test',
  summary: 'Seal a specimen as papers are sealed now, time stamp included, and verify it',
  access: { ability: 'agreements.seal', on: 'office' },
  body: z.object({}),
  repeated: 'nothing is kept',
  response: z.object({
    isWhole: z.boolean(),
    subject: z.string(),
    timeStamp: TimeStamp.nullable(),
    /** Why there is no time stamp although one was asked for. */
    fault: z.string().nullable(),
    /** The specimen, to be opened in a reader. */
    pdf: z.base64(),
  }),
})

export const sealCertificate = rawRoute({
  method: 'GET',
  path: '/v1/agreement-seals/{fingerprint}/certificate.pem',
  summary: 'A certificate of the office, for a reader of PDF to trust',
  access: { signedIn: 'a certificate is public' },
  params: z.object({ fingerprint: z.string().regex(/^[0-9a-f]{64}$/) }),
  produces: 'application/x-pem-file',
})

export const Verified = z.object({
  verdict: z.enum(['ours', 'ours_unknown_paper', 'other', 'broken', 'unsigned']),
  /** What that means, in a sentence. */
  says: z.string(),
  sha256: z.string(),
  timeStamp: TimeStamp.nullable(),
  seal: SealAbout.nullable(),
  paper: z
    .object({
      number: z.string(),
      title: z.string(),
      state: z.string(),
      completedAt: z.string().nullable(),
      sealedAt: z.string().nullable(),
      signers: z.array(z.object({ name: z.string(), label: z.string(), at: z.string().nullable() })),
      href: z.string().nullable(),
    })
    .nullable(),
})
export type Verified = z.infer<typeof Verified>

export const verifyPdf = route({
  method: 'POST',
  path: '/v1/agreement-seals/verify',
  summary: 'Whether a PDF is one we sealed, byte for byte',
  access: { signedIn: 'anybody of the office may be handed a paper' },
  body: z.object({ pdf: z.base64() }),
  maxBodyBytes: 40 * 1024 * 1024,
  repeated: 'it only looks',
  response: Verified,
})
