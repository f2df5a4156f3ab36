import { z } from 'zod'
import { idOf, PersonId, ProductionId } from '../../kernel/ids.ts'
import { problemType, Stale } from '../../kernel/problems.ts'
import { rawRoute, route } from '../../kernel/route.ts'
import { InstantText } from '../../kernel/time.ts'
import { DocumentId, one } from './document.contract.ts'

export const AccessId = idOf('AccessId')
export type AccessId = z.infer<typeof AccessId>
export const ShareId = idOf('ShareId')
export type ShareId = z.infer<typeof ShareId>

export const Channel = z.enum(['attachment', 'personal_link', 'protected_link'])
export type Channel = z.infer<typeof Channel>

export const AccessRequest = z.object({
  id: AccessId,
  documentId: DocumentId,
  documentName: z.string(),
  who: z.string(),
  /** `expired` is a grant whose end has passed: nobody had to do anything. */
  state: z.enum(['asked', 'granted', 'refused', 'revoked', 'expired']),
  reason: z.string(),
  wantedUntil: InstantText,
  grantedUntil: InstantText.nullable(),
  askedAt: InstantText,
  decidedBy: z.string().nullable(),
  note: z.string(),
  version: z.number().int(),
})
export type AccessRequest = z.infer<typeof AccessRequest>

export const AlreadyAsked = problemType('document-access-already-asked', 409, 'You have asked for this already')
export const AlreadyDecided = problemType('document-access-decided', 409, 'This was decided already')
export const ChannelForbidden = problemType(
  'document-channel-forbidden',
  409,
  'This class of documents may not leave that way',
  z.object({ classCode: z.string(), allowed: z.array(Channel) }),
)

const params = z.object({ productionId: ProductionId })
const read = { ability: 'documents.read', on: 'production' } as const
const share = { ability: 'documents.share', on: 'production' } as const
const reason = z.string().trim().min(3, 'Say what you need it for.').max(500)

export const askForAccess = route({
  method: 'POST',
  path: '/v1/productions/{productionId}/documents/{documentId}/access',
  summary: 'Ask to open a document your role does not open, with a reason and an end',
  access: read,
  params: one,
  body: z.object({ reason, until: InstantText }),
  idempotencyKey: 'accepted',
  response: AccessRequest,
  status: 201,
  problems: [AlreadyAsked],
})

export const listAccess = route({
  method: 'GET',
  path: '/v1/productions/{productionId}/document-access',
  summary: 'Who asked for what, who was let in and until when; the undecided first',
  access: share,
  params,
  query: z.object({ documentId: DocumentId.optional() }),
  response: z.object({ items: z.array(AccessRequest) }),
})

export const decideAccess = route({
  method: 'POST',
  path: '/v1/productions/{productionId}/document-access/{accessId}/decide',
  summary: 'Let somebody in until a moment, or not',
  access: share,
  params: params.extend({ accessId: AccessId }),
  body: z.object({
    granted: z.boolean(),
    until: InstantText.optional(),
    note: z.string().trim().max(500).default(''),
  }),
  ifMatch: 'required',
  response: AccessRequest,
  problems: [AlreadyDecided, Stale],
})

export const revokeAccess = route({
  method: 'POST',
  path: '/v1/productions/{productionId}/document-access/{accessId}/revoke',
  summary: 'End a grant before its time',
  access: share,
  params: params.extend({ accessId: AccessId }),
  ifMatch: 'required',
  response: AccessRequest,
  problems: [AlreadyDecided, Stale],
})

export const readTerms = route({
  method: 'GET',
  path: '/v1/productions/{productionId}/document-terms',
  summary: 'The confidentiality terms of the production, and whether you agreed to them',
  access: read,
  params,
  response: z.object({ wording: z.string(), agreedAt: InstantText.nullable() }),
})

export const agreeToTerms = route({
  method: 'POST',
  path: '/v1/productions/{productionId}/document-terms',
  summary: 'Agree to the confidentiality terms by typing your name',
  access: read,
  params,
  body: z.object({ name: z.string().trim().min(2, 'Type your name.').max(200) }),
  repeated: 'the first agreement stands',
  response: z.object({ agreedAt: InstantText }),
})

export const Share = z.object({
  id: ShareId,
  channel: Channel,
  holderName: z.string(),
  holderEmail: z.string().nullable(),
  mayDownload: z.boolean(),
  isWatermarked: z.boolean(),
  needsTerms: z.boolean(),
  needsCode: z.boolean(),
  hasPassword: z.boolean(),
  expiresAt: InstantText.nullable(),
  sharedAt: InstantText,
  sharedBy: z.string(),
  state: z.enum(['open', 'expired', 'revoked', 'used_up', 'sent']),
  visits: z.number().int(),
  lastVisitAt: InstantText.nullable(),
})
export type Share = z.infer<typeof Share>

export const NewShare = z.object({
  holderName: z.string().trim().min(1, 'Say whose link this is.').max(200),
  holderEmail: z.email('Give a whole e-mail address.').nullable().default(null),
  personId: PersonId.nullable().default(null),
  channel: Channel,
  mayDownload: z.boolean().default(false),
  isWatermarked: z.boolean().default(false),
  expiresAt: InstantText.optional(),
  maxUses: z.number().int().min(1).max(1000).nullable().default(null),
  password: z.string().min(6, 'Six characters at least.').max(200).optional(),
  /** Whoever opens it shows that the address is theirs, by a code that is sent there. */
  needsCode: z.boolean().default(false),
  /** Writes to the holder's address now. */
  send: z.boolean().default(false),
  message: z.string().trim().max(2000).default(''),
})
export type NewShare = z.infer<typeof NewShare>

export const shareDocument = route({
  method: 'POST',
  path: '/v1/productions/{productionId}/documents/{documentId}/shares',
  summary: 'Share a document with one person, no more openly than its class allows',
  access: share,
  params: one,
  body: NewShare,
  idempotencyKey: 'required',
  response: z.object({ share: Share, url: z.string().nullable() }),
  status: 201,
  problems: [ChannelForbidden],
})

export const listShares = route({
  method: 'GET',
  path: '/v1/productions/{productionId}/documents/{documentId}/shares',
  summary: 'With whom a document was shared, how, and how often it was opened; with the ways its class allows',
  access: share,
  params: one,
  response: z.object({
    items: z.array(Share),
    allowed: z.array(Channel),
    defaults: z.object({
      mayDownload: z.boolean(),
      mustWatermark: z.boolean(),
      needsTerms: z.boolean(),
      expiresAt: InstantText,
    }),
  }),
})

export const listVisits = route({
  method: 'GET',
  path: '/v1/productions/{productionId}/documents/{documentId}/shares/{shareId}/visits',
  summary: 'Every visit of one link, the latest first',
  access: share,
  params: one.extend({ shareId: ShareId }),
  response: z.object({
    items: z.array(
      z.object({ at: InstantText, what: z.string(), address: z.string().nullable(), agent: z.string().nullable() }),
    ),
  }),
})

export const revokeShare = route({
  method: 'POST',
  path: '/v1/productions/{productionId}/documents/{documentId}/shares/{shareId}/revoke',
  summary: 'Withdraw a link: from now on it opens nothing',
  access: share,
  params: one.extend({ shareId: ShareId }),
  repeated: 'what is withdrawn stays withdrawn',
  response: Share,
})

const token = z.object({ token: z.string().max(100) })
const holder = { public: 'whoever holds the link; the link decides what opens' } as const

export const sharedPage = rawRoute({
  method: 'GET',
  path: '/d/{token}',
  summary: 'A shared document: its password, code and terms first where it has them, then its pages',
  access: holder,
  params: token,
  produces: 'text/html',
})

export const enterShared = rawRoute({
  method: 'POST',
  path: '/d/{token}',
  summary: 'The password of a shared document, a code that is sent or given, or agreement to its terms',
  access: holder,
  params: token,
  produces: 'text/html',
})

export const sharedPicture = rawRoute({
  method: 'GET',
  path: '/d/{token}/pages/{page}',
  summary: 'One page of a shared document as a picture, with the holder’s name across it where it is watermarked',
  access: holder,
  params: token.extend({ page: z.coerce.number().int().min(1).max(100_000) }),
  produces: 'image/webp',
})

export const sharedFile = rawRoute({
  method: 'GET',
  path: '/d/{token}/file',
  summary: 'The shared file, where the link allows to take it away',
  access: holder,
  params: token,
  produces: 'the bytes',
})

export const sharedStyle = rawRoute({
  method: 'GET',
  path: '/d/assets/{name}',
  summary: 'The style of the page of a shared document',
  access: { public: 'the same for everybody, and says nothing of anybody' },
  params: z.object({ name: z.enum(['shared.css']) }),
  produces: 'CSS',
})
