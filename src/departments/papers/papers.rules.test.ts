import { describe, expect, test } from 'vitest'
import { money } from '../../kernel/money.ts'
import { gapsOf, requestWords, type Coverage } from './insurance.rules.ts'
import { chaseAgain, chaseOnExpiry } from './chase.rules.ts'
import { Chasing } from './chasing.contract.ts'
import { blocksOf, matrix, type Facts, type Held } from './matrix.rules.ts'

const kinds = [
  { id: 'tax', name: 'Tax form', perProduction: false, expires: false, isInsurance: false },
  { id: 'memo', name: 'Deal memo', perProduction: true, expires: false, isInsurance: false },
  { id: 'drone', name: 'Drone licence', perProduction: false, expires: true, isInsurance: false },
]
const rules = [
  { kindId: 'tax', engagementKind: 'crew', effect: 'warn' },
  { kindId: 'memo', engagementKind: 'crew', effect: 'block' },
] as const
const mara = { engagementId: 'e1', personId: 'mara', companyId: null, name: 'Mara', position: 'Gaffer', kind: 'crew' }
const paper = (kindId: string, more: Partial<Held> = {}): Held => ({
  id: `${kindId}-1`,
  kindId,
  personId: 'mara',
  companyId: null,
  productionId: null,
  state: 'accepted',
  expiresOn: null,
  version: 1,
  ...more,
})
const facts = (papers: Held[], more: Partial<Facts> = {}): Facts => ({
  engaged: [mara],
  kinds,
  rules: [...rules],
  papers,
  productionId: 'here',
  today: '2026-05-04',
  lastDay: '2026-06-12',
  noticeDays: 60,
  ...more,
})
const standings = (papers: Held[], more: Partial<Facts> = {}) =>
  Object.fromEntries(matrix(facts(papers, more))[0]?.cells.map(({ kindId, standing }) => [kindId, standing]) ?? [])

describe('CR-15 the papers matrix', () => {
  test.each([
    ['nothing is on file', [], { tax: 'missing', memo: 'missing' }],
    ['a tax form serves every production', [paper('tax')], { tax: 'in_order', memo: 'missing' }],
    [
      'a deal memo of another job does not',
      [paper('memo', { productionId: 'there' })],
      { tax: 'missing', memo: 'missing' },
    ],
    ['a deal memo of this one does', [paper('memo', { productionId: 'here' })], { tax: 'missing', memo: 'in_order' }],
    ['asked, not answered', [paper('tax', { state: 'asked' })], { tax: 'asked', memo: 'missing' }],
    ['handed in, not looked at', [paper('tax', { state: 'in_review' })], { tax: 'in_review', memo: 'missing' }],
    [
      'what nobody requires is shown when it is there',
      [paper('drone', { expiresOn: '2027-05-04' })],
      { tax: 'missing', memo: 'missing', drone: 'in_order' },
    ],
    [
      'ends before the last day',
      [paper('drone', { expiresOn: '2026-06-11' })],
      { tax: 'missing', memo: 'missing', drone: 'expiring' },
    ],
    [
      'ended yesterday',
      [paper('drone', { expiresOn: '2026-05-03' })],
      { tax: 'missing', memo: 'missing', drone: 'expired' },
    ],
    [
      'ends today, still good today',
      [paper('drone', { expiresOn: '2026-05-04' })],
      { tax: 'missing', memo: 'missing', drone: 'expiring' },
    ],
  ])('%s', (_, papers, expected) => expect(standings(papers)).toEqual(expected))

  test('a new one in review beats an expired one; an accepted one beats both', () => {
    const old = paper('tax', { id: 'old', expiresOn: '2026-01-01' })
    const fresh = paper('tax', { id: 'new', state: 'in_review' })
    expect(standings([old, fresh])).toMatchObject({ tax: 'in_review' })
    expect(standings([old, fresh, paper('tax', { id: 'good' })])).toMatchObject({ tax: 'in_order' })
  })

  test('from how many days before its end a paper ends soon is the office’s to say', () => {
    const papers = [paper('drone', { expiresOn: '2026-06-20' })]
    expect(standings(papers, { noticeDays: 60 })).toMatchObject({ drone: 'expiring' })
    expect(standings(papers, { noticeDays: 14 })).toMatchObject({ drone: 'in_order' })
  })

  test('only what blocks stops a booking', () => {
    const [row] = matrix(facts([]))
    expect(row && blocksOf(row).map(({ kindId }) => kindId)).toEqual(['memo'])
    const [settled] = matrix(facts([paper('memo', { productionId: 'here' })]))
    expect(settled && blocksOf(settled)).toEqual([])
  })
})

const shipped = {
  noticeDays: [60, 30],
  againAfterDays: 3,
  againMost: 3,
  linkDays: 45,
  source: 'Custom',
  dated: '2026-01-01',
}

describe('CR-16 insurance', () => {
  test.each([
    ['61 days before, not yet', '2026-03-04', null, null],
    ['60 days before', '2026-03-05', null, 60],
    ['once only', '2026-03-20', '2026-03-05', null],
    ['30 days before, again', '2026-04-04', '2026-03-05', 30],
    ['and once only', '2026-04-20', '2026-04-04', null],
    ['a late start chases at once', '2026-05-01', null, 30],
    ['not after it has ended', '2026-05-05', null, null],
  ])('the chase for one that ends on 4 May: %s', (_, today, chased, expected) =>
    expect(chaseOnExpiry(shipped, { expiresOn: '2026-05-04', chasedOn: chased }, today)).toBe(expected),
  )

  test.each([
    ['90 days before', '2026-02-03', null, 90],
    ['between two of its days, once', '2026-03-05', '2026-02-03', null],
    ['a week before, again', '2026-04-27', '2026-02-03', 7],
  ])('where the office says 90 and 7 days: %s', (_, today, chased, expected) =>
    expect(chaseOnExpiry({ noticeDays: [7, 90] }, { expiresOn: '2026-05-04', chasedOn: chased }, today)).toBe(expected),
  )

  test('what was asked for is asked again after three days, three times', () => {
    const asked = { lastAskedOn: '2026-05-04', chases: 0 }
    expect(chaseAgain(shipped, asked, '2026-05-06')).toBe(false)
    expect(chaseAgain(shipped, asked, '2026-05-07')).toBe(true)
    expect(chaseAgain(shipped, { ...asked, chases: 3 }, '2026-06-07')).toBe(false)
    expect(chaseAgain({ ...shipped, againMost: 4 }, { ...asked, chases: 3 }, '2026-06-07')).toBe(true)
  })

  test.each([
    ['a link that ends before the last reminder', { linkDays: 9 }, 'linkDays'],
    ['the same day twice', { noticeDays: [30, 30] }, 'noticeDays'],
    ['no day at all', { noticeDays: [] }, 'noticeDays'],
    ['a day that is no number', { noticeDays: [Number('soon')] }, 'noticeDays'],
  ])('%s is refused', (_, change, field) =>
    expect(Chasing.safeParse({ ...shipped, ...change }).error?.issues[0]?.path[0]).toBe(field),
  )

  const usd = (amount: number) => money(amount * 100, 'USD')
  const demanded = [
    {
      coverage: 'General liability',
      each: usd(1_000_000),
      additionalInsured: 'State of California',
      source: 'The beach',
    },
    { coverage: 'Auto', each: usd(1_000_000), additionalInsured: null, source: 'The beach' },
  ]
  const good: Coverage[] = [
    {
      coverage: 'general liability',
      each: usd(2_000_000),
      aggregate: usd(4_000_000),
      additionalInsured: ['The State of California, its officers'],
      insurer: null,
      policyNumber: null,
    },
    {
      coverage: 'AUTO',
      each: usd(1_000_000),
      aggregate: null,
      additionalInsured: [],
      insurer: null,
      policyNumber: null,
    },
  ]
  const codes = (coverages: Coverage[], endorsements = 1) =>
    gapsOf(demanded, coverages, endorsements).map(({ code }) => code)
  const [liability, auto] = good as [Coverage, Coverage]

  test.each([
    ['everything that was asked for', good, 1, []],
    ['the certificate without its endorsement', good, 0, ['no_endorsement']],
    ['no auto cover', [liability], 1, ['no_coverage']],
    ['a limit below', [{ ...liability, each: usd(500_000) }, auto], 1, ['limit_too_low']],
    ['nobody named', [{ ...liability, additionalInsured: [] }, auto], 1, ['not_additional_insured']],
    ['another currency', [{ ...liability, each: money(2_000_000_00, 'EUR') }, auto], 1, ['other_currency']],
  ])('checked against this production: %s', (_, coverages, endorsements, expected) =>
    expect(codes(coverages, endorsements)).toEqual(expected),
  )

  test('the broker is told the exact wording', () =>
    expect(requestWords(demanded)).toBe(
      '- General liability: at least USD 1,000,000.00 each occurrence; additional insured, by endorsement: State of California\n- Auto: at least USD 1,000,000.00 each occurrence',
    ))
})
