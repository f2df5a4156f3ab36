import { expect, test } from 'vitest'
import { z } from 'zod'
import { officeRoles, productionRoles } from './abilities.ts'
import {
  bank,
  classed,
  contact,
  fieldClasses,
  maySee,
  medical,
  open,
  personal,
  rate,
  redact,
  type Area,
} from './fields.ts'

const Person = classed('crew', {
  name: open(z.string()),
  phone: contact(z.string()),
  born: personal(z.string()),
  day: rate(z.number()),
  iban: bank(z.string()),
  allergy: medical(z.string()),
})
const person = { name: 'Dana Okafor', phone: '07700 900 214', born: '1990', day: 650, iban: 'GB00', allergy: 'nuts' }
const shownTo = (role: Parameters<typeof maySee>[0]) =>
  Object.entries(redact(Person, person, (area, fieldClass) => maySee(role, area, fieldClass)))
    .filter(([, value]) => value !== null)
    .map(([name]) => name)

test.each([
  ['coordinator', ['name', 'phone', 'born', 'day', 'allergy']],
  ['department_head', ['name', 'phone']],
  ['finance', ['name', 'day']],
  ['crew', ['name']],
  ['client', ['name']],
  ['vendor', []],
  ['link', []],
] as const)('a %s sees of a crew member only what the table says', (role, fields) => {
  expect(shownTo(role)).toEqual(fields)
})

test('what is withheld is withheld at any depth', () => {
  const Page = z.object({
    items: z.array(z.object({ person: Person.nullable(), by: z.record(z.string(), Person) })),
    first: z.union([z.string(), Person]),
    maybe: Person.optional(),
  })
  const page = { items: [{ person, by: { a: person } }], first: person, maybe: person }
  const text = JSON.stringify(redact(Page, page, (area, fieldClass) => maySee('client', area, fieldClass)))
  for (const secret of ['07700 900 214', '1990', '650', 'GB00', 'nuts']) expect(text).not.toContain(secret)
  expect(text.match(/Dana Okafor/g)).toHaveLength(4)
})

test('nobody but those who run the office and finance sees bank details, in any area', () => {
  const roles = [...officeRoles, ...productionRoles, 'link'] as const
  const areas: Area[] = ['people', 'crew', 'callsheets', 'locations']
  let looked = 0
  for (const role of roles)
    for (const area of areas)
      for (const fieldClass of fieldClasses) {
        looked += 1
        if (fieldClass !== 'bank' && fieldClass !== 'medical') continue
        const trusted = ['owner', 'admin', 'finance', 'coordinator', 'producer'].includes(role)
        if (maySee(role, area, fieldClass)) expect(trusted).toBe(true)
      }
  expect(looked).toBe(roles.length * areas.length * fieldClasses.length)
})
