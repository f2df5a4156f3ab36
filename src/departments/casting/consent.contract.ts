import { z } from 'zod'
import { route } from '../../kernel/route.ts'
import { PlainDay } from '../../kernel/time.ts'

export const Consent = z.object({
  id: z.uuid(),
  number: z.number().int(),
  body: z.string(),
  retentionMonths: z.number().int(),
  source: z.string(),
  effectiveFrom: PlainDay,
})
export type Consent = z.infer<typeof Consent>

export const listConsents = route({
  method: 'GET',
  path: '/v1/casting/consents',
  summary: 'Every wording of the consent, the newest first; each submission names the one it was given to',
  access: { ability: 'office.read', on: 'office' },
  response: z.object({ items: z.array(Consent) }),
})

export const NewConsent = z.object({
  body: z.string().trim().min(20, 'Say what is kept, for what, and how long.').max(5000),
  retentionMonths: z.number().int().min(1).max(36),
  source: z.string().trim().min(1, 'Say who approved the wording.').max(300),
})

export const createConsent = route({
  method: 'POST',
  path: '/v1/casting/consents',
  summary: 'A new wording; calls opened from now on use it, what was consented to before stays as it was',
  access: { ability: 'office.settings', on: 'office' },
  body: NewConsent,
  idempotencyKey: 'accepted',
  response: Consent,
  status: 201,
})
