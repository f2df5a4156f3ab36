import { z } from 'zod'
import { officeRoles, productionRoles } from '../../kernel/abilities.ts'
import { ProductionId, UserId } from '../../kernel/ids.ts'
import { LinkUnusable, problemType, Stale } from '../../kernel/problems.ts'
import { pageOf, route } from '../../kernel/route.ts'
import { InstantText, ZoneName } from '../../kernel/time.ts'

export const LastOwner = problemType('last-owner', 409, 'The office needs an owner')
export const AlreadyHere = problemType('already-here', 409, 'Somebody with this address is here already')

const Name = z.string().trim().min(1, 'Give a name.').max(120)
const Email = z.email('Give an e-mail address, like ana@example.com.').transform((text) => text.toLowerCase())
const Password = z
  .string()
  .min(10, 'Use at least 10 characters; a few words are easier to remember than signs.')
  .max(128, 'Use at most 128 characters.')

const OfficeRole = z.enum(officeRoles)

const Page = z.object({
  after: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
})

export const Account = z.object({
  id: UserId,
  name: z.string(),
  email: z.string(),
  officeRole: OfficeRole,
  hasTwoFactor: z.boolean(),
  createdAt: InstantText,
  lastSeenAt: InstantText.nullable(),
  disabledAt: InstantText.nullable(),
  version: z.number().int(),
})
export type Account = z.infer<typeof Account>

export const listAccounts = route({
  method: 'GET',
  path: '/v1/accounts',
  summary: 'Who may sign in, by name',
  access: { ability: 'office.access', on: 'office' },
  query: Page,
  response: pageOf(Account),
})

const OneAccount = z.object({ userId: UserId })

export const getAccount = route({
  method: 'GET',
  path: '/v1/accounts/{userId}',
  summary: 'Somebody who may sign in',
  access: { ability: 'office.access', on: 'office' },
  params: OneAccount,
  response: Account,
})

export const patchAccount = route({
  method: 'PATCH',
  path: '/v1/accounts/{userId}',
  summary: 'Change what somebody may do, or shut them out',
  access: { ability: 'office.access', on: 'office' },
  params: OneAccount,
  body: z.object({ officeRole: OfficeRole.optional(), disabled: z.boolean().optional() }),
  ifMatch: 'required',
  response: Account,
  problems: [LastOwner, Stale],
})

export const Invitation = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  officeRole: OfficeRole,
  invitedAt: InstantText,
  expiresAt: InstantText.nullable(),
  state: z.enum(['open', 'accepted', 'withdrawn', 'expired']),
})
export type Invitation = z.infer<typeof Invitation>

export const listInvitations = route({
  method: 'GET',
  path: '/v1/invitations',
  summary: 'Who was invited, the newest first',
  access: { ability: 'office.access', on: 'office' },
  query: Page,
  response: pageOf(Invitation),
})

export const invite = route({
  method: 'POST',
  path: '/v1/invitations',
  summary: 'Invite somebody to sign in; a letter with a link goes to them',
  access: { ability: 'office.access', on: 'office' },
  body: z.object({
    name: Name,
    email: Email,
    officeRole: OfficeRole,
    productionRoles: z.array(z.object({ productionId: ProductionId, role: z.enum(productionRoles) })).default([]),
  }),
  idempotencyKey: 'accepted',
  /** `address` is for handing over by another way where no mail leaves the office. */
  response: Invitation.extend({ address: z.string() }),
  status: 201,
  problems: [AlreadyHere],
})

export const withdrawInvitation = route({
  method: 'DELETE',
  path: '/v1/invitations/{invitationId}',
  summary: 'Withdraw an invitation',
  access: { ability: 'office.access', on: 'office' },
  params: z.object({ invitationId: z.uuid() }),
  response: Invitation,
})

const Token = z.object({ token: z.string() })
const Arrival = z.object({ name: z.string(), email: z.string(), officeName: z.string() })
const SignInWith = z.object({ email: z.string() })

export const openInvitation = route({
  method: 'GET',
  path: '/v1/invitations/by-link/{token}',
  summary: 'What an invitation says',
  access: { link: 'invitation' },
  params: Token,
  response: Arrival,
  problems: [LinkUnusable],
})

export const acceptInvitation = route({
  method: 'POST',
  path: '/v1/invitations/by-link/{token}',
  summary: 'Accept an invitation and choose a password',
  access: { link: 'invitation' },
  params: Token,
  body: z.object({ name: Name, password: Password }),
  repeated: 'the link is used up by then',
  response: SignInWith,
  status: 201,
  problems: [LinkUnusable, AlreadyHere],
})

export const openWelcome = route({
  method: 'GET',
  path: '/v1/welcome/{token}',
  summary: 'Whether the first owner may be made with this link',
  access: { link: 'owner' },
  params: Token,
  response: z.object({ officeName: z.string(), timeZone: ZoneName }),
  problems: [LinkUnusable],
})

export const acceptWelcome = route({
  method: 'POST',
  path: '/v1/welcome/{token}',
  summary: 'Make the first owner and name the office',
  access: { link: 'owner' },
  params: Token,
  body: z.object({ name: Name, email: Email, password: Password, officeName: Name, timeZone: ZoneName }),
  repeated: 'the link is used up by then',
  response: SignInWith,
  status: 201,
  problems: [LinkUnusable],
})

export const ApiToken = z.object({
  id: z.uuid(),
  name: z.string(),
  scopes: z.array(z.string()),
  createdAt: InstantText,
  expiresAt: InstantText.nullable(),
  lastUsedAt: InstantText.nullable(),
})
export type ApiToken = z.infer<typeof ApiToken>

export const listTokens = route({
  method: 'GET',
  path: '/v1/tokens',
  summary: 'My API tokens',
  access: { signedIn: 'a token is its owner’s own' },
  response: z.object({ items: z.array(ApiToken), scopes: z.array(z.string()) }),
})

export const createToken = route({
  method: 'POST',
  path: '/v1/tokens',
  summary: 'Make an API token; it is shown this once',
  access: { signedIn: 'a token can do no more than its owner' },
  body: z.object({
    name: Name,
    /** Abilities, or `*` for all of the owner's. */
    scopes: z.array(z.string()).min(1, 'Choose at least one thing the token may do.'),
    expiresInDays: z.number().int().min(1).max(730).nullable(),
  }),
  idempotencyKey: 'accepted',
  response: ApiToken.extend({ token: z.string() }),
  status: 201,
})

export const revokeToken = route({
  method: 'DELETE',
  path: '/v1/tokens/{tokenId}',
  summary: 'Revoke one of my API tokens',
  access: { signedIn: 'a token is its owner’s own' },
  params: z.object({ tokenId: z.uuid() }),
  response: z.object({ items: z.array(ApiToken) }),
})
