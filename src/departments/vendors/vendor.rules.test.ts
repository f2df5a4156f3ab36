import { describe, expect, test } from 'vitest'
import { accountFaults, callFault, isIban, isRoutingNumber, lastFour, sameNumber } from './bank.rules.ts'
import { changePercent, itemKey } from './price.rules.ts'
import { blockersToActive, needsReason, Stage, waysFrom } from './stage.rules.ts'

describe('CR-14 account numbers', () => {
  test.each([
    ['the example of the standard', 'GB82 WEST 1234 5698 7654 32', true],
    ['a German one, with spaces and small letters', 'de89 3704 0044 0532 0130 00', true],
    ['one digit slipped', 'GB82 WEST 1234 5698 7654 23', false],
    ['two digits changed places', 'DE98 3704 0044 0532 0130 00', false],
    ['too short', 'DE8937', false],
  ])('%s', (_, iban, fits) => expect(isIban(iban)).toBe(fits))

  test.each([
    ['121000358', true],
    ['121000385', false],
    ['12100035', false],
  ])('routing number %s', (number, fits) => expect(isRoutingNumber(number)).toBe(fits))

  const account = { holder: 'Quay Lamps', bankCode: '', bankName: '', country: null, currency: null }
  test.each([
    ['an IBAN needs no bank code', { account: 'GB82WEST12345698765432' }, []],
    ['a slipped IBAN is named', { account: 'GB82WEST12345698765423' }, ['iban_wrong']],
    ['an account number alone cannot be paid into', { account: '0012345678' }, ['no_bank_code']],
    ['a US account with a routing number', { account: '0012345678', bankCode: '121000358', country: 'US' }, []],
    ['… that does not fit', { account: '0012345678', bankCode: '121000385', country: 'US' }, ['routing_wrong']],
    ['everything wrong is said at once', { account: '', holder: '' }, ['no_holder', 'no_account']],
  ])('%s', (_, given, codes) => expect(accountFaults({ ...account, ...given }).map(({ code }) => code)).toEqual(codes))

  test.each([
    ['GB82 WEST 1234 5698 7654 32', '5432'],
    ['12345678', '5678'],
    ['123456', '56'],
  ])('of %s a list shows %s', (number, last) => expect(lastFour(number)).toBe(last))
})

describe('CR-14 the call back', () => {
  const known = ['+44 20 7946 0182']
  test.each([
    ['a known number, written otherwise', '020 7946 0182', { known, source: '' }, null],
    ['the number that came with the account', '+44 20 7946 0999', { known, source: 'their letter' }, 'unknown_number'],
    ['no number known, and where this one is from', '+44 20 7946 0182', { known: [], source: 'their website' }, null],
    ['no number known, and nothing said', '+44 20 7946 0182', { known: [], source: ' ' }, 'no_source'],
  ])('%s', (_, called, facts, fault) => expect(callFault(called, facts)).toBe(fault))

  test('short numbers never count as the same', () => expect(sameNumber('182', '0182')).toBe(false))
})

describe('CR-14 stages', () => {
  const ready = { categories: 1, openPapers: [], bankWaiting: null, isProposalOpen: false }
  test.each([
    ['nothing in the way', {}, []],
    ['no category', { categories: 0 }, ['no_category']],
    ['a paper that blocks', { openPapers: [{ name: 'Tax form', standing: 'missing' }] }, ['paper']],
    ['an account without its call', { bankWaiting: '5432' }, ['bank_waiting']],
    [
      'all at once',
      { categories: 0, bankWaiting: '5432', isProposalOpen: true },
      ['no_category', 'bank_waiting', 'proposal_open'],
    ],
  ])('%s', (_, facts, codes) => expect(blockersToActive({ ...ready, ...facts }).map(({ code }) => code)).toEqual(codes))

  test('nobody is moved back to being invited by hand, and every stage has a way out', () => {
    for (const stage of Stage.options) {
      expect(waysFrom(stage)).not.toContain('invited')
      expect(waysFrom(stage).length).toBeGreaterThan(0)
    }
    expect([needsReason('active', 'do_not_use'), needsReason('do_not_use', 'in_review')]).toEqual([true, true])
    expect(needsReason('in_review', 'active')).toBe(false)
  })
})

describe('CR-14 prices', () => {
  test('one item is one item however it is written', () =>
    expect(itemKey('Alexa 35, body (4K)')).toBe(itemKey('alexa-35  BODY 4k')))

  test.each([
    ['up a tenth', 880_00, 800_00, 10],
    ['down', 750_00, 800_00, -6.3],
    ['nothing before', 800_00, null, null],
    ['free before', 800_00, 0, null],
  ])('%s', (_, now, before, percent) => expect(changePercent(now, before)).toBe(percent))
})
