import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyDraft } from './draft.rules.ts'
import type { ContactDraft } from './draft.contract.ts'
import { POSSIBLE_DUPLICATE, fold, likeness, nameKey, nameLikeness, phoneKey, samePhone } from './likeness.rules.ts'

describe('CR-1 names are compared whatever their accents and order', () => {
  test.each([
    ['Zoë Müller', 'MULLER, Zoe', 1, 1],
    ['Ana María López', 'Lopez Ana Maria', 1, 1],
    ['Sofia Lindahl', 'Sofia Lindhal', 0.9, 0.999],
    ['J. Marlowe', 'Jo Marlowe', 0.85, 0.99],
    ['Anna Karin Berg', 'Anna Berg', 0.9, 0.99],
    ['Dr. Søren Ågård', 'Soren Agard', 1, 1],
    ['田中 美咲', '田中美咲', 1, 1],
    ['Иван Петров', 'Петров Иван', 1, 1],
    ['Anna Berg', 'Peter Berg', 0, 0.6],
    ['Cher', 'Cher Holm', 0.5, 0.7],
  ])('%s and %s', (a, b, least, most) => {
    expect(nameLikeness(a, b)).toBeGreaterThanOrEqual(least)
    expect(nameLikeness(a, b)).toBeLessThanOrEqual(most)
  })

  test('companies are compared without their legal form', () => {
    expect(nameLikeness('Northlight Camera Hire Ltd', 'Northlight Camera Hire GmbH & Co. KG', 'company')).toBe(1)
    expect(nameKey('Müller & Söhne GmbH', 'company')).toBe('muller sohne')
  })
})

describe('CR-1 phone numbers meet however they are written', () => {
  test.each([
    ['+44 7700 900123', '07700 900123', true],
    ['+44 (0)7700 900-123', '0044 7700 900123', true],
    ['020 7946 0018 ext. 12', '+44 20 7946 0018', true],
    ['+44 7700 900123', '+49 7700 900123', false],
    ['201', '201', false],
  ])('%s and %s', (a, b, same) => expect(samePhone(a, b)).toBe(same))
})

const person = (name: string, more: Partial<ContactDraft> = {}): ContactDraft => ({
  ...emptyDraft('person', name),
  ...more,
})
const mail = (value: string) => ({ emails: [{ label: null, value }] })
const tel = (value: string) => ({ phones: [{ label: null, value }] })

describe('CR-1 evidence for a duplicate', () => {
  test.each([
    [
      'same mail and name',
      person('Lena Fischbach', mail('lena@x.test')),
      person('Fischbach, Lena', mail('LENA@x.test')),
      98,
    ],
    [
      'same phone and name',
      person('Lena Fischbach', tel('+49 151 2345678')),
      person('Lena Fischbach', tel('0151 2345678')),
      95,
    ],
    ['same name, nothing else known', person('Lena Fischbach'), person('Lena Fischbach', mail('l@x.test')), 75],
    [
      'same name, other mail',
      person('Lena Fischbach', mail('a@x.test')),
      person('Lena Fischbach', mail('b@x.test')),
      65,
    ],
    [
      'a shared mailbox proves little',
      person('Lena Fischbach', mail('office@x.test')),
      person('Rafael Dunne', mail('office@x.test')),
      20,
    ],
    ['a new surname', person('Lena Fischbach', mail('lena@x.test')), person('Lena Horn', mail('lena@x.test')), 80],
    ['strangers', person('Lena Fischbach'), person('Rafael Dunne'), 0],
  ])('%s', (_, a, b, score) => expect(likeness(a, b).score).toBe(score))

  test('two dates of birth are two people, whatever else agrees', () => {
    const [a, b] = ['1990-01-02', '1962-05-06'].map((birthDate) =>
      person('Jo Holm', { birthDate, ...mail('holm@x.test') }),
    )
    expect(likeness(a!, b!).score).toBeLessThan(POSSIBLE_DUPLICATE)
  })

  test('a person is never the duplicate of a company', () => {
    expect(
      likeness(person('Nordlys', mail('a@x.test')), { ...emptyDraft('company', 'Nordlys'), ...mail('a@x.test') }).score,
    ).toBe(0)
  })
})

test('CR-1 likeness is symmetric, within bounds, and full for the same name (property)', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 24 })
  fc.assert(
    fc.property(name, name, (a, b) => {
      const there = nameLikeness(a, b)
      expect(there).toBeGreaterThanOrEqual(0)
      expect(there).toBeLessThanOrEqual(1)
      expect(Math.abs(there - nameLikeness(b, a))).toBeLessThan(0.35)
      if (fold(a) !== '') expect(nameLikeness(a, a)).toBe(1)
    }),
  )
  fc.assert(fc.property(fc.string(), (text) => void expect(phoneKey(text)).toMatch(/^\d{0,9}$/)))
})
