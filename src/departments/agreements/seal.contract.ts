import { z } from 'zod'
import { problemType } from '../../kernel/problems.ts'
import { rawRoute, route } from '../../kernel/route.ts'

export const SealAbout = z.object({
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

export const listSeals = route({
  method: 'GET',
  path: '/v1/agreement-seals',
  summary: 'The certificates papers are and were sealed with, the one in use first',
  access: { signedIn: 'whoever gets a sealed paper may check whose seal it is' },
  response: z.object({ items: z.array(SealAbout), can: z.object({ change: z.boolean() }) }),
})

export const importSeal = route({
  method: 'POST',
  path: '/v1/agreement-seals',
  summary: 'Seal with a certificate of a trust service from now on (PKCS #12)',
  access: { ability: 'agreements.seal', on: 'office' },
  body: z.object({ p12: z.base64().max(200_000), password: z.string().max(200) }),
  response: z.object({ items: z.array(SealAbout) }),
  status: 201,
  problems: [SealUnreadable],
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
  hasTimeStamp: z.boolean(),
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
  response: Verified,
})
