import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ContactDraft } from './draft.contract.ts'
import { SINGLE_FIELDS, emptyDraft } from './draft.rules.ts'
import { emailKey, fold, phoneKey } from './likeness.rules.ts'
import { complete, disagreements, merge } from './merge.rules.ts'
import { addsOf } from './plan.rules.ts'

const word = fc.stringMatching(/^[A-Za-zäöåé]{2,10}$/)
const maybe = fc.option(word, { nil: null })
const reach = (value: fc.Arbitrary<string>) =>
  fc.array(fc.record({ label: fc.constantFrom(null, 'work'), value }), { maxLength: 3 })
const draft: fc.Arbitrary<ContactDraft> = fc
  .record({
    name: word,
    givenName: maybe,
    familyName: maybe,
    position: maybe,
    companyName: maybe,
    address: maybe,
    dietary: maybe,
    notes: maybe,
    birthDate: fc.constantFrom(null, '1990-01-02', '1985-05-06'),
    otherNames: fc.array(word, { maxLength: 2 }),
    languages: fc.array(word, { maxLength: 2 }),
    emails: reach(word.map((name) => `${name}@x.test`)),
    phones: reach(fc.stringMatching(/^\+44 7700 9\d{5}$/)),
  })
  .map((fields) => ({ ...emptyDraft('person', fields.name), ...fields }))

test('CR-1 merging loses nothing that either record knew (property)', () => {
  let cases = 0
  fc.assert(
    fc.property(draft, draft, fc.constantFrom('kept' as const, 'other' as const), (kept, other, side) => {
      const one = merge(kept, other, Object.fromEntries(SINGLE_FIELDS.map((field) => [field, side])))
      const everything = fold(JSON.stringify([...Object.values(one)]))
      for (const source of [kept, other]) {
        for (const field of ['name', ...SINGLE_FIELDS] as const)
          if (source[field] !== null) expect(everything).toContain(fold(source[field]))
        for (const { value } of source.emails)
          expect(one.emails.map((each) => emailKey(each.value))).toContain(emailKey(value))
        for (const { value } of source.phones)
          expect(one.phones.map((each) => phoneKey(each.value))).toContain(phoneKey(value))
        if (source.notes !== null) expect(one.notes).toContain(source.notes)
        for (const name of source.otherNames) expect([one.name, ...one.otherNames].map(fold)).toContain(fold(name))
        cases++
      }
    }),
  )
  expect(cases).toBe(200)
})

test('CR-1 completing a record twice from the same row changes nothing the second time (property)', () => {
  fc.assert(
    fc.property(draft, draft, (record, row) => {
      const once = complete(record, row)
      expect(complete(once, row).emails).toEqual(once.emails)
      expect(complete(once, row).notes).toBe(once.notes)
      expect(addsOf(once, row).filter((field) => !SINGLE_FIELDS.some((single) => single === field))).toEqual([])
    }),
  )
})

test('CR-1 only fields on which both sides differ are asked about, and the chosen value stands', () => {
  const kept = {
    ...emptyDraft('person', 'Imani Cole'),
    position: 'Production mixer',
    homeBase: 'Portland',
    pronouns: null,
  }
  const other = {
    ...emptyDraft('person', 'Imani J. Cole'),
    position: 'Boom operator',
    homeBase: 'portland',
    pronouns: 'she/her',
  }
  expect(disagreements(kept, other).map(({ field }) => field)).toEqual(['name', 'position'])
  const one = merge(kept, other, { position: 'other' })
  expect(one).toMatchObject({
    name: 'Imani Cole',
    otherNames: ['Imani J. Cole'],
    position: 'Boom operator',
    pronouns: 'she/her',
  })
  expect(one.notes).toBe('Position, before merging: Production mixer')
})
