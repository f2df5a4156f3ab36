import type { TestActor, TestOffice } from '../../../tests/support/office.ts'
import { createEngagement } from '../people/engagement.contract.ts'
import { createPerson } from '../people/person.contract.ts'
import { createProduction } from '../productions/production.contract.ts'
import type { ProductionId } from '../../kernel/ids.ts'
import * as contract from './agreement.contract.ts'
import * as party from './party.contract.ts'
import { createTemplate } from './template.contract.ts'

/** A signature of three strokes, as a finger makes it. */
export const drawn = {
  kind: 'drawn' as const,
  strokes: [
    [
      [100, 200],
      [300, 80],
      [500, 220],
    ],
    [
      [520, 150],
      [700, 150],
    ],
  ] as [number, number][][],
}

export interface Bench {
  readonly ana: TestActor
  readonly productionId: ProductionId
  readonly params: { productionId: ProductionId }
  readonly gaffer: string
}

/** A production with a gaffer on it who has an e-mail address. */
export async function bench(office: TestOffice): Promise<Bench> {
  const ana = await office.as('coordinator')
  const production = await ana.call(createProduction, {
    body: {
      code: 'HLT',
      title: 'Harbour Light',
      kind: 'commercial',
      timeZone: 'Europe/London',
      startsOn: '2026-05-12',
      endsOn: '2026-05-14',
    },
  })
  const params = { productionId: production.id }
  const person = await ana.call(createPerson, {
    body: { name: 'Sam Okoro', emails: [{ label: null, value: 'sam@example.com' }] },
  })
  const { id: departmentId } = await office.app.db
    .selectFrom('department')
    .select('id')
    .limit(1)
    .executeTakeFirstOrThrow()
  const engagement = await ana.call(createEngagement, {
    params,
    body: { personId: person.id, departmentId, title: 'Gaffer', kind: 'crew' },
  })
  return { ana, productionId: production.id, params, gaffer: engagement.id }
}

export const memoText = {
  title: 'Deal memo: {{person.name}}',
  short: '+ {{terms.rate}}\n- no **other** work meanwhile',
  body: '# Parties\n{{office.name}} and {{person.name}} for {{production.title}}.\n\n# Terms\n{{terms}}\n\n# Address\nI live at {{ask:address|Your address|person.email}}.',
}

export const memoTemplate = (ana: TestActor) =>
  ana.call(createTemplate, {
    body: {
      kind: 'deal_memo',
      name: 'Deal memo',
      roles: [
        { role: 'approver', label: 'Producer', turn: 1, who: 'office' },
        { role: 'signer', label: 'Crew member', turn: 2, who: 'subject' },
        { role: 'signer', label: 'For the company', turn: 3, who: 'office' },
      ],
      texts: { en: memoText },
    },
  })

export const terms = {
  rateMinor: 65_000,
  currency: 'GBP',
  guaranteedHours: 10,
  overtime: {
    name: 'UK commercial',
    method: 'flat' as const,
    steps: [
      { fromHours: 0, times: 1 },
      { fromHours: 10, times: 1.5 },
    ],
  },
}

/** A deal memo ready to send. */
export async function memo({ ana, params, gaffer }: Bench, change: object = {}) {
  const template = await memoTemplate(ana)
  const drafted = await ana.call(contract.createAgreement, {
    params,
    body: {
      kind: 'deal_memo',
      templateId: template.id,
      subject: { kind: 'engagement', id: gaffer },
      office: { name: 'Ana Ruiz', email: 'ana@example.com' },
    },
  })
  return ana.call(contract.changeAgreement, {
    params: { ...params, agreementId: drafted.id },
    ifMatch: drafted.version,
    body: { terms, ...change },
  })
}

export const tokenIn = (text: string): string => /\/a\/([\w-]{40,})/.exec(text)?.[1] ?? ''

/** Letters in the outbox, the newest last. */
export const letters = (office: TestOffice) =>
  office.app.db
    .selectFrom('mail_message')
    .select(['to_address', 'subject', 'body_text', 'attachments', 'key'])
    .orderBy('id')
    .execute()

export async function tokenOf(office: TestOffice, address: string): Promise<string> {
  const mine = (await letters(office)).filter((it) => it.to_address === address && tokenIn(it.body_text) !== '')
  return tokenIn(mine.at(-1)?.body_text ?? '')
}

export const signing = (seen: string, name: string, more: object = {}) => ({
  seen,
  name,
  signature: drawn,
  key: crypto.randomUUID(),
  ...more,
})

export const sign = (who: TestActor, token: string, seen: string, name: string, more: object = {}) =>
  who.call(party.signPaper, { params: { token }, body: signing(seen, name, more) })
