import { z } from 'zod'
import { classed, open, rate } from '../../kernel/fields.ts'
import { CompanyId, idOf, PersonId } from '../../kernel/ids.ts'
import { Money } from '../../kernel/money.ts'
import { Stale } from '../../kernel/problems.ts'
import { route } from '../../kernel/route.ts'
import { PlainDay } from '../../kernel/time.ts'

export const PayProfileId = idOf('PayProfileId')
export type PayProfileId = z.infer<typeof PayProfileId>
export const RateId = idOf('RateId')
export type RateId = z.infer<typeof RateId>

const incomplete = { error: 'Say from which hour, and how often it counts.' }
const Step = z.object({
  fromMinutes: z.number(incomplete).int().min(0, incomplete).max(2880, 'A day ends after 48 hours.'),
  percent: z
    .number(incomplete)
    .int()
    .min(100, 'An hour counts once at least.')
    .max(1000, 'An hour counts ten times at most.'),
})
const Steps = z.array(Step).max(12)

/** The steps of a table, as the office edits them. */
export const ProfileRules = z.object({
  steps: Steps,
  sixthDay: Steps.nullable(),
  seventhDay: Steps.nullable(),
  weekly: z
    .object({ fromMinutes: z.number().int().min(0).max(10_080), percent: z.number().int().min(100).max(1000) })
    .nullable(),
  night: z
    .object({
      from: z.number().int().min(0).max(1439),
      until: z.number().int().min(0).max(1440),
      percent: z.number().int().min(100),
    })
    .nullable(),
  incrementMinutes: z.number().int().min(1).max(60),
})

export type ProfileRules = z.infer<typeof ProfileRules>

const settable = {
  name: z.string().trim().min(1, 'A table needs a name.').max(120),
  source: z.string().trim().min(1, 'Say where it comes from.').max(300),
  asOf: PlainDay,
  hourly: z.enum(['overtime_inside', 'flat']),
  rules: ProfileRules,
}

export const PayProfileRecord = z.object({ id: PayProfileId, ...settable, version: z.number().int() })
export type PayProfileRecord = z.infer<typeof PayProfileRecord>

/** What a rate is for; a usage rate is for a market, media and a term. */
export const Basis = z.enum(['hour', 'day', 'week', 'flat', 'episode', 'deliverable', 'word', 'minute', 'usage'])
export type Basis = z.infer<typeof Basis>

/** What comes with a rate. Percentages are of the day rate. */
export const Terms = z.strictObject({
  kitFee: z.object({ per: z.enum(['day', 'week']), amount: Money, cap: Money.nullable() }).optional(),
  perDiem: Money.optional(),
  travelDayPercent: z.number().int().min(0).max(100).optional(),
  prepDayPercent: z.number().int().min(0).max(100).optional(),
  paymentDays: z.number().int().min(0).max(365).optional(),
  daysOfWeek: z.number().int().min(1).max(7).optional(),
})
export type Terms = z.infer<typeof Terms>

const rateFields = {
  position: z.string().trim().min(1, 'Say for which position.').max(80),
  basis: Basis,
  amount: Money,
  guaranteedMinutes: z.number().int().min(60).max(5760).nullable(),
  profileId: PayProfileId.nullable(),
  terms: Terms,
  market: z.string().trim().min(1).max(80).nullable(),
  media: z.string().trim().min(1).max(120).nullable(),
  termMonths: z.number().int().min(1).max(600).nullable(),
  validFrom: PlainDay,
  source: z.string().trim().min(1).max(200),
  note: z.string().trim().max(1000).nullable(),
}

export const Rate = classed('people', {
  id: open(RateId),
  position: open(z.string()),
  basis: open(Basis),
  validFrom: open(PlainDay),
  amount: rate(Money),
  guaranteedMinutes: rate(z.number().int().nullable()),
  profile: rate(z.object({ id: PayProfileId, name: z.string() }).nullable()),
  terms: rate(Terms),
  market: open(z.string().nullable()),
  media: open(z.string().nullable()),
  termMonths: open(z.number().nullable()),
  source: rate(z.string()),
  note: rate(z.string().nullable()),
  createdBy: open(z.string()),
  /** A later one for the same position, basis and market has taken its place. */
  isCurrent: open(z.boolean()),
  version: open(z.number().int()),
})
export type Rate = z.infer<typeof Rate>

export const NewRate = z
  .object(rateFields)
  .partial()
  .required({ position: true, basis: true, amount: true, validFrom: true })
  .superRefine((it, at) => {
    if (it.basis === 'day' && !it.guaranteedMinutes)
      at.addIssue({
        code: 'custom',
        path: ['guaranteedMinutes'],
        message: 'A day rate buys a number of hours: 650/10.',
      })
    if (it.basis === 'usage' && !it.market)
      at.addIssue({ code: 'custom', path: ['market'], message: 'Say for which market.' })
  })
export type NewRate = z.infer<typeof NewRate>

const params = z.object({ personId: PersonId })

export const listRates = route({
  method: 'GET',
  path: '/v1/people/{personId}/rates',
  summary: 'What a person costs, by position and by market, with its history',
  access: { ability: 'pay.read', on: 'office' },
  params,
  response: z.object({ items: z.array(Rate), can: z.object({ edit: z.boolean() }) }),
})

export const addRate = route({
  method: 'POST',
  path: '/v1/people/{personId}/rates',
  summary: 'Add a rate from a day on; the one before it becomes history',
  access: { ability: 'pay.edit', on: 'office' },
  params,
  body: NewRate,
  idempotencyKey: 'accepted',
  response: Rate,
  status: 201,
})

export const withdrawRate = route({
  method: 'POST',
  path: '/v1/people/{personId}/rates/{rateId}/withdraw',
  summary: 'Take a rate out that was never right, or put it back',
  access: { ability: 'pay.edit', on: 'office' },
  params: params.extend({ rateId: RateId }),
  body: z.object({ withdrawn: z.boolean() }),
  ifMatch: 'required',
  response: Rate,
  problems: [Stale],
})

const company = z.object({ companyId: CompanyId })

export const listCompanyRates = route({
  method: 'GET',
  path: '/v1/companies/{companyId}/rates',
  summary: 'What a company bills, by position or service, with its history',
  access: { ability: 'pay.read', on: 'office' },
  params: company,
  response: z.object({ items: z.array(Rate), can: z.object({ edit: z.boolean() }) }),
})

export const addCompanyRate = route({
  method: 'POST',
  path: '/v1/companies/{companyId}/rates',
  summary:
    'Add a rate of a company from a day on; it counts for whoever is engaged through it and has none of their own',
  access: { ability: 'pay.edit', on: 'office' },
  params: company,
  body: NewRate,
  idempotencyKey: 'accepted',
  response: Rate,
  status: 201,
})

export const withdrawCompanyRate = route({
  method: 'POST',
  path: '/v1/companies/{companyId}/rates/{rateId}/withdraw',
  summary: 'Take a rate of a company out that was never right, or put it back',
  access: { ability: 'pay.edit', on: 'office' },
  params: company.extend({ rateId: RateId }),
  body: z.object({ withdrawn: z.boolean() }),
  ifMatch: 'required',
  response: Rate,
  problems: [Stale],
})

export const listPayProfiles = route({
  method: 'GET',
  path: '/v1/pay/profiles',
  summary: 'Overtime tables, each with its source and date',
  access: { ability: 'pay.read', on: 'office' },
  response: z.object({ items: z.array(PayProfileRecord), can: z.object({ edit: z.boolean() }) }),
})

export const addPayProfile = route({
  method: 'POST',
  path: '/v1/pay/profiles',
  summary: 'Add an overtime table',
  access: { ability: 'pay.settings', on: 'office' },
  body: z.object(settable),
  idempotencyKey: 'accepted',
  response: PayProfileRecord,
  status: 201,
})

export const changePayProfile = route({
  method: 'PATCH',
  path: '/v1/pay/profiles/{profileId}',
  summary: 'Change an overtime table; timesheets that were approved keep what they paid',
  access: { ability: 'pay.settings', on: 'office' },
  params: z.object({ profileId: PayProfileId }),
  body: z.object(settable).partial(),
  ifMatch: 'required',
  response: PayProfileRecord,
  problems: [Stale],
})

const FigureRecord = z.object({
  id: z.uuid(),
  key: z.string(),
  label: z.string(),
  thousandths: z.number().int(),
  unit: z.string(),
  validFrom: PlainDay,
  source: z.string(),
})

export const listFigures = route({
  method: 'GET',
  path: '/v1/pay/figures',
  summary: 'Figures of the law and the trade, each from its day on and with its source',
  access: { ability: 'pay.read', on: 'office' },
  response: z.object({ items: z.array(FigureRecord) }),
})

export const addFigure = route({
  method: 'POST',
  path: '/v1/pay/figures',
  summary: 'What a figure is from a day on',
  access: { ability: 'pay.settings', on: 'office' },
  body: FigureRecord.omit({ id: true }).extend({
    key: z.string().regex(/^[a-z]{2}\.[a-z0-9_]{2,40}$/),
    label: z.string().trim().min(1).max(120),
    unit: z.string().trim().min(1).max(40),
    source: z.string().trim().min(1, 'Say where it comes from.').max(300),
  }),
  idempotencyKey: 'accepted',
  response: FigureRecord,
  status: 201,
})
