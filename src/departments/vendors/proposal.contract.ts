import { z } from 'zod'
import { classed, contact, open } from '../../kernel/fields.ts'
import { idOf } from '../../kernel/ids.ts'
import { Locale } from '../../kernel/locale.ts'
import { Currency } from '../../kernel/money.ts'
import { LinkUnusable, Stale } from '../../kernel/problems.ts'
import { rawRoute, route } from '../../kernel/route.ts'
import { InstantText } from '../../kernel/time.ts'
import { accountFaults } from './bank.rules.ts'
import { ProposalField } from './proposal.rules.ts'

export const InvitationId = idOf('VendorInvitationId')
export type InvitationId = z.infer<typeof InvitationId>
const VendorId = idOf('VendorId')

export const InvitationState = z.enum(['sent', 'opened', 'filled', 'returned', 'settled', 'closed'])
export type InvitationState = z.infer<typeof InvitationState>

const line = (most: number) => z.string().trim().max(most).nullable().default(null)

/** What somebody outside fills in. What is left empty stays as it is on file. */
export const Answers = z
  .object({
    legalName: line(300),
    address: line(1000),
    website: line(500),
    email: z.email({ error: 'This is not an e-mail address.' }).nullable().default(null),
    phone: line(40),
    contact: z
      .object({
        name: line(200),
        does: line(80),
        email: z.email({ error: 'This is not an e-mail address.' }).nullable().default(null),
        phone: line(40),
      })
      .prefault({}),
    paymentDays: z.number().int().min(0).max(365).nullable().default(null),
    currency: Currency.nullable().default(null),
    tax: z.object({ kind: line(40), id: line(40) }).prefault({}),
    bank: z
      .object({ holder: line(140), account: line(60), bankCode: line(40), bankName: line(120), country: line(2) })
      .prefault({}),
    note: line(2000),
  })
  .superRefine(({ bank, tax }, context) => {
    const add = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message })
    if (bank.account !== null)
      for (const { field, words } of accountFaults({
        holder: bank.holder ?? '',
        account: bank.account,
        bankCode: bank.bankCode ?? '',
        bankName: bank.bankName ?? '',
        country: bank.country,
        currency: null,
      }))
        add(['bank', field], words)
    if (tax.id !== null && tax.id.length < 4) add(['tax', 'id'], 'This is too short for a tax number.')
    if (tax.id !== null && tax.kind === null) add(['tax', 'kind'], 'Which number is it: EIN, VAT …?')
  })
export type Answers = z.infer<typeof Answers>

const params = z.object({ vendorId: VendorId })

export const Proposed = classed('vendors', {
  field: open(ProposalField),
  state: open(z.enum(['open', 'accepted', 'returned'])),
  reason: open(z.string().nullable()),
  theirs: contact(z.string()),
  ours: contact(z.string().nullable()),
})
export type Proposed = z.infer<typeof Proposed>

export const Invitation = classed('vendors', {
  id: open(InvitationId),
  state: open(InvitationState),
  to: contact(z.string()),
  /** The page, for a message of one's own. */
  page: contact(z.string()),
  sentBy: open(z.string()),
  sentAt: open(InstantText),
  openedAt: open(InstantText.nullable()),
  filledAt: open(InstantText.nullable()),
  expiresAt: open(InstantText.nullable()),
  items: open(z.array(Proposed)),
  note: open(z.string().nullable()),
  version: open(z.number().int()),
})
export type Invitation = z.infer<typeof Invitation>

const shown = z.object({ invitation: Invitation.nullable(), can: z.object({ edit: z.boolean() }) })

export const getInvitation = route({
  method: 'GET',
  path: '/v1/vendors/{vendorId}/invitation',
  summary: 'The open invitation of a vendor, and what they filled in beside what is on file',
  access: { ability: 'vendors.read', on: 'office' },
  params,
  response: shown,
})

export const inviteVendor = route({
  method: 'POST',
  path: '/v1/vendors/{vendorId}/invitation',
  summary: 'Ask a vendor by link to fill in their details and hand in papers; an earlier link stops working',
  access: { ability: 'vendors.edit', on: 'office' },
  params,
  body: z.object({
    email: z.email({ error: 'This is not an e-mail address.' }),
    locale: Locale.default('en'),
    message: z.string().trim().max(1000).default(''),
  }),
  idempotencyKey: 'required',
  response: shown,
  status: 201,
})

export const closeInvitation = route({
  method: 'POST',
  path: '/v1/vendors/{vendorId}/invitation/close',
  summary: 'Close the link; what was accepted stays',
  access: { ability: 'vendors.edit', on: 'office' },
  params,
  ifMatch: 'required',
  response: shown,
  problems: [Stale],
})

export const reviewProposal = route({
  method: 'POST',
  path: '/v1/vendors/{vendorId}/invitation/review',
  summary: 'Accept what they filled in field by field, or return it with a reason they read',
  access: { ability: 'vendors.edit', on: 'office' },
  params,
  body: z.object({
    decisions: z
      .array(
        z
          .object({ field: ProposalField, accept: z.boolean(), reason: z.string().trim().max(500).default('') })
          .refine(({ accept, reason }) => accept || reason !== '', {
            error: 'Say what is wrong with it; they read these words.',
            path: ['reason'],
          }),
      )
      .min(1)
      .max(20),
  }),
  ifMatch: 'required',
  response: shown,
  problems: [Stale],
})

const token = z.object({ token: z.string().max(100) })
const checked = {
  public: 'the token is the proof; it is checked by the page itself, which answers a wrong one with a page',
}

export const vendorPage = rawRoute({
  method: 'GET',
  path: '/v/{token}',
  summary: 'The page on which a vendor fills in their own details',
  access: checked,
  params: token,
  query: z.object({ sent: z.string().optional() }),
  produces: 'HTML',
})

export const vendorHandIn = rawRoute({
  method: 'POST',
  path: '/v/{token}',
  summary: 'Hand in one paper by the form of that page',
  access: checked,
  params: token,
  produces: 'HTML',
})

export const vendorOpened = route({
  method: 'POST',
  path: '/v1/vendor-links/{token}/opened',
  summary: 'Somebody looks at the page of a vendor',
  access: { link: 'vendor' },
  params: token,
  repeated: 'the first look is kept',
  response: z.null(),
  problems: [LinkUnusable],
})

export const fillIn = route({
  method: 'POST',
  path: '/v1/vendor-links/{token}/answers',
  summary: 'Send what was filled in; it counts once the office has looked',
  access: { link: 'vendor' },
  params: token,
  body: Answers,
  repeated: 'the same answers take the place of the same answers',
  response: z.object({ fields: z.number().int() }),
  problems: [LinkUnusable],
})
