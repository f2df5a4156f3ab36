import { z } from 'zod'
import { LinkId, ProductionId } from '../../kernel/ids.ts'
import { pageOf, route } from '../../kernel/route.ts'
import { InstantText } from '../../kernel/time.ts'

export const RegisteredLink = z.object({
  id: LinkId,
  purpose: z.string(),
  label: z.string(),
  productionId: ProductionId.nullable(),
  productionTitle: z.string().nullable(),
  createdAt: InstantText,
  createdBy: z.string().nullable(),
  expiresAt: InstantText.nullable(),
  lastUsedAt: InstantText.nullable(),
  uses: z.number().int(),
  state: z.enum(['open', 'not_yet', 'expired', 'revoked', 'used_up']),
})
export type RegisteredLink = z.infer<typeof RegisteredLink>

export const listLinks = route({
  method: 'GET',
  path: '/v1/links',
  summary: 'Every outside link of the office',
  access: { ability: 'office.links', on: 'office' },
  query: z.object({
    productionId: ProductionId.optional(),
    purpose: z.string().optional(),
    after: z.string().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  response: pageOf(RegisteredLink),
})

export const revokeLinks = route({
  method: 'POST',
  path: '/v1/links/revoke',
  summary: 'Withdraw links at once: those named, or all of a production',
  access: { ability: 'office.links', on: 'office' },
  body: z.union([z.object({ ids: z.array(LinkId).min(1).max(1000) }), z.object({ productionId: ProductionId })]),
  repeated: 'what is withdrawn stays withdrawn',
  response: z.object({ revoked: z.number().int() }),
})
