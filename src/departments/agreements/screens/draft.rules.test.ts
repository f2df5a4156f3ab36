import { describe, expect, test } from 'vitest'
import { compared } from '../../../ui/formConflict.ts'
import type { Agreement } from '../agreement.contract.ts'
import { emptyScope } from '../scope.rules.ts'
import { termsOf } from '../terms.rules.ts'
import { changeOf, draftOf, draftWords } from './draft.rules.ts'

const paper = (it: Partial<Agreement>): Agreement =>
  ({
    terms: termsOf({ rateMinor: 65_000, currency: 'GBP' }),
    parties: [],
    scope: emptyScope,
    effectiveFrom: null,
    effectiveUntil: null,
    renewal: '',
    asksCode: false,
    asksPayment: false,
    extra: {},
    onDate: null,
    ...it,
  }) as Agreement

describe('DO-14 a draft is changed', () => {
  test('unchanged it says what it said', () => {
    const it = paper({})
    expect(changeOf(draftOf(it), it.extra).terms).toEqual(it.terms)
    expect(changeOf(draftOf(it), it.extra).extra).toEqual({})
  })

  test('DO-2 the day of the shoot, which a release names, is given in its draft', () => {
    const draft = draftOf(paper({}))
    expect(changeOf({ ...draft, onDate: '2026-12-10' }, {}).onDate).toBe('2026-12-10')
    expect(draftOf(paper({ onDate: '2026-12-10' as never })).onDate).toBe('2026-12-10')
  })

  test.each([
    ['GBP', 650, 65_000],
    ['jpy', 650, 650],
    ['KWD', 650, 650_000],
    ['£', 650, 65_000],
  ])(
    'in %s a rate of %d is %d minor units: the number typed stays when the currency changes',
    (currency, rate, minor) => {
      const draft = draftOf(paper({}))
      const change = changeOf({ ...draft, rate, terms: { ...draft.terms, currency } }, {})
      expect(change.terms.rateMinor).toBe(minor)
    },
  )

  test('what somebody gets for a release can be taken away again; other facts stay', () => {
    const it = paper({ extra: { 'release.pay': '£420', permit: 'LC-7' } })
    expect(changeOf({ ...draftOf(it), pay: '' }, it.extra).extra).toEqual({ 'release.pay': '', permit: 'LC-7' })
  })

  test.each([
    ['scope', draftOf(paper({ scope: { ...emptyScope, media: ['online'], exclusivity: 'bicycles' } })), 'bicycles'],
    ['terms', draftOf(paper({ terms: termsOf({ basis: 'weekly' }) })), 'weekly'],
    ['terms', draftOf(paper({ terms: termsOf({ currency: 'EUR' }) })), 'EUR'],
    ['terms', draftOf(paper({ terms: termsOf({ guaranteedHours: 11 }) })), '11'],
  ] as const)('what differs in the %s is said to whoever saves second', (name, theirs, said) => {
    const [field] = compared({ [name]: draftWords[name] }, draftOf(paper({})), theirs)
    expect(field?.theirs).toContain(said)
    expect(field?.mine).not.toContain(said)
  })
})
