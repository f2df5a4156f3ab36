import { beforeAll, describe, expect, test } from 'vitest'
import { useOffice, type TestActor } from '../../../tests/support/office.ts'
import type { PlainDay } from '../../kernel/time.ts'
import { createProduction } from '../productions/production.contract.ts'
import * as companies from './company.contract.ts'
import * as engagements from './engagement.contract.ts'
import * as contract from './person.contract.ts'

const office = useOffice()
let ana: TestActor
beforeAll(async () => {
  ana = await office.as('coordinator')
})

const mail = (value: string) => [{ label: 'work', value }]

describe('CR-1 one directory of people and companies, apart from accounts', () => {
  test('a person is added with their company, found by any part, and gets no access by it', async () => {
    const person = await ana.call(contract.createPerson, {
      body: {
        name: 'Lindahl, Sofía',
        emails: mail('Sofia@Lindahl.test'),
        phones: [{ label: 'mobile', value: '+1 (503) 555-0141' }],
        companyName: 'Nordlys Kamera AS',
        position: 'Director of photography',
      },
    })
    expect(person).toMatchObject({ name: 'Sofía Lindahl', givenName: 'Sofía', familyName: 'Lindahl', version: 1 })
    expect(person.company?.name).toBe('Nordlys Kamera AS')
    const found = async (q: string) => (await ana.call(contract.listPeople, { query: { q } })).items.map(({ id }) => id)
    for (const q of [
      'sofia',
      'Lindhal',
      'LINDAHL sofi',
      'director of photo',
      'nordlys',
      'sofia@lind',
      '503 555 0141',
      '5550141',
    ])
      expect(await found(q), q).toContain(person.id)
    expect(await found('Zebedee')).not.toContain(person.id)
    const accounts = await office.app.db.selectFrom('auth.user').select('email').execute()
    expect(accounts.map(({ email }) => email)).not.toContain('sofia@lindahl.test')
  })

  test('a second person of the same firm, spelt otherwise, joins it instead of making another', async () => {
    await ana.call(contract.createPerson, { body: { name: 'Ole Berg', companyName: 'NORDLYS KAMERA' } })
    const { items } = await ana.call(companies.listCompanies, { query: { q: 'nordlys' } })
    expect(items.map(({ name, people }) => [name, people])).toEqual([['Nordlys Kamera AS', 2]])
  })

  test('a change needs its version and leaves one line per field; the bank line stays out of the log', async () => {
    const admin = await office.as('admin')
    const made = await ana.call(contract.createPerson, { body: { name: 'Imani Cole' } })
    const params = { personId: made.id }
    const changed = await admin.call(contract.changePerson, {
      params,
      ifMatch: 1,
      body: { position: 'Production mixer', bankDetails: 'GB33BUKB20201555555555' },
    })
    expect(changed).toMatchObject({ position: 'Production mixer', bankDetails: 'GB33BUKB20201555555555', version: 2 })
    expect(await ana.refused(contract.changePerson, { params, ifMatch: 1, body: { position: 'Boom' } })).toMatchObject({
      status: 412,
    })
    const log = await office.app.db.selectFrom('audit_change').select(['field', 'before', 'after']).execute()
    expect(log.filter(({ field }) => field === 'position').at(-1)).toMatchObject({
      before: null,
      after: 'Production mixer',
    })
    expect(JSON.stringify(log)).not.toContain('GB33BUKB')
    const row = await office.app.db
      .selectFrom('person')
      .select('bank_sealed')
      .where('id', '=', made.id)
      .executeTakeFirst()
    expect(row?.bank_sealed?.toString('latin1')).not.toContain('GB33BUKB')
    expect((await ana.call(contract.getPerson, { params })).bankDetails).toBeNull()
  })

  test('finance sees names and bank, finds nobody by their number, and reads no private field in the history', async () => {
    const finance = await office.as('finance')
    const made = await ana.call(contract.createPerson, {
      body: { name: 'Ferry Lane', emails: mail('ferry@lane.test'), allergies: 'nuts' },
    })
    const params = { personId: made.id }
    await ana.call(contract.changePerson, { params, ifMatch: 1, body: { allergies: 'nuts, bees', position: 'Gaffer' } })
    const seen = await finance.call(contract.getPerson, { params })
    expect(seen).toMatchObject({ name: 'Ferry Lane', emails: null, allergies: null, position: 'Gaffer' })
    expect((await finance.call(contract.listPeople, { query: { q: 'ferry@lane' } })).items).toEqual([])
    expect((await finance.call(contract.listPeople, { query: { q: 'Ferry Lane' } })).items).toHaveLength(1)
    const fields = async (who: TestActor) => {
      const { items } = await who.call(contract.listRecordActivity, { params: { recordId: made.id } })
      return items.find(({ verb }) => verb === 'person.changed')?.changes.map(({ field }) => field)
    }
    expect((await fields(ana))?.sort()).toEqual(['allergies', 'position'])
    expect(await fields(finance)).toEqual(['position'])
  })

  test('the list pages by key in a stable order and counts what it holds', async () => {
    for (const name of ['Zz Paged', 'Aa Paged', 'Mm Paged', 'Aa Paged', 'Åå Paged'])
      await ana.call(contract.createPerson, { body: { name } })
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await ana.call(contract.listPeople, { query: { limit: 2, ...(after && { after }) } })
      seen.push(...page.items.map(({ name }) => name))
      after = page.next ?? undefined
      expect(page.total).toBeGreaterThanOrEqual(5)
    } while (after !== undefined)
    const paged = seen.filter((name) => name.endsWith('Paged')).map((name) => name.replace('Åå', 'Aa'))
    expect(paged).toEqual(['Aa Paged', 'Aa Paged', 'Aa Paged', 'Mm Paged', 'Zz Paged'])
  })

  test('archiving hides and keeps; a wrong address is refused at its field', async () => {
    const made = await ana.call(contract.createPerson, { body: { name: 'Gone Soon' } })
    const params = { personId: made.id }
    const gone = await ana.call(contract.archivePerson, {
      params,
      ifMatch: 1,
      body: { archived: true, reason: 'Left the trade' },
    })
    expect(gone.archivedReason).toBe('Left the trade')
    expect((await ana.call(contract.listPeople, { query: { q: 'Gone Soon' } })).items).toEqual([])
    expect((await ana.call(contract.listPeople, { query: { q: 'Gone Soon', show: 'archived' } })).items).toHaveLength(1)
    const problem = await ana.refused(contract.createPerson, { body: { name: 'X', emails: mail('not an address') } })
    expect(problem).toMatchObject({ status: 422, errors: [{ pointer: '/emails/0/value' }] })
  })

  test('departments come in call-sheet order with their positions', async () => {
    const { items } = await ana.call(contract.listDepartments, {})
    expect(items.slice(0, 6).map(({ name }) => name)).toEqual([
      'Producers',
      'Direction',
      'Production office',
      'Accounting',
      'Script',
      'Camera',
    ])
    expect(items).toHaveLength(25)
    expect(items.find(({ name }) => name === 'Camera')?.positions[0]?.name).toBe('Director of photography')
  })
})

describe('CR-1 a role on a production', () => {
  test('crew are listed by department; who reads decides what is shown', async () => {
    const { id: productionId } = await ana.call(createProduction, {
      body: { code: 'CREW', title: 'Crew test', kind: 'commercial' },
    })
    const params = { productionId }
    const { items: departments } = await ana.call(contract.listDepartments, {})
    const departmentId = (name: string) => departments.find((each) => each.name === name)!.id
    const add = async (name: string, department: string, title: string, more = {}) => {
      const person = await ana.call(contract.createPerson, {
        body: {
          name,
          emails: mail(`${name.toLowerCase().replace(/ /g, '.')}@crew.test`),
          birthDate: '1990-01-02' as PlainDay,
          dietary: 'vegan',
        },
      })
      return ana.call(engagements.createEngagement, {
        params,
        body: { personId: person.id, departmentId: departmentId(department), title, ...more },
      })
    }
    await add('Tomas Brandt', 'Electric', 'Gaffer')
    const dit = await add('Wren Castellano', 'Camera', 'DIT', { callOffsetMinutes: 30, works: 'listed_days' })
    await add('Lena Fischbach', 'Production office', 'Production manager')
    const list = await ana.call(engagements.listEngagements, { params })
    expect(list.items.map(({ department, name }) => `${department.name}: ${name}`)).toEqual([
      'Production office: Lena Fischbach',
      'Camera: Wren Castellano',
      'Electric: Tomas Brandt',
    ])
    expect(list.items[1]).toMatchObject({
      email: 'wren.castellano@crew.test',
      birthDate: '1990-01-02',
      dietary: 'vegan',
    })
    const head = await office.member(productionId, 'department_head')
    const seen = (await head.call(engagements.listEngagements, { params })).items[1]
    expect(seen).toMatchObject({ email: 'wren.castellano@crew.test', birthDate: null, dietary: null })
    const crew = await office.member(productionId, 'crew')
    expect(await crew.refused(engagements.listEngagements, { params })).toMatchObject({ status: 403 })
    const one = { productionId, engagementId: dit.id }
    const changed = await ana.call(engagements.changeEngagement, {
      params: one,
      ifMatch: 1,
      body: { callOffsetMinutes: -15 },
    })
    expect(changed).toMatchObject({ callOffsetMinutes: -15, title: 'DIT', version: 2 })
    await ana.call(engagements.archiveEngagement, { params: one, ifMatch: 2, body: { archived: true } })
    expect((await ana.call(engagements.listEngagements, { params })).items).toHaveLength(2)
    const history = await ana.call(engagements.listPersonEngagements, { params: { personId: dit.personId! } })
    expect(history.items).toMatchObject([{ title: 'DIT', productionId }])
  })

  test('nobody at all cannot be engaged, and one production never sees another', async () => {
    const [a, b] = await Promise.all(
      ['ONEP', 'TWOP'].map((code) => ana.call(createProduction, { body: { code, title: code, kind: 'social' } })),
    )
    const { items } = await ana.call(contract.listDepartments, {})
    const departmentId = items[0]!.id
    const refused = await ana.refused(engagements.createEngagement, {
      params: { productionId: a!.id },
      body: { departmentId, title: 'Producer' },
    })
    expect(JSON.stringify(refused)).toContain('Choose who it is')
    const person = await ana.call(contract.createPerson, { body: { name: 'Only Here' } })
    const made = await ana.call(engagements.createEngagement, {
      params: { productionId: a!.id },
      body: { departmentId, title: 'Producer', personId: person.id },
    })
    const stray = { productionId: b!.id, engagementId: made.id }
    expect(
      await ana.refused(engagements.changeEngagement, { params: stray, ifMatch: 1, body: { title: 'X' } }),
    ).toMatchObject({ status: 404 })
  })
})
