import { beforeAll, describe, expect, test } from 'vitest'
import { useOffice, type TestActor } from '../../../tests/support/office.ts'
import { createProduction } from '../productions/production.contract.ts'
import { addEngagements, createEngagement, listEngagements } from './engagement.contract.ts'
import { importContacts, planImport } from './import.contract.ts'
import { readContacts } from './import.reader.ts'
import * as merges from './merge.contract.ts'
import * as contract from './person.contract.ts'

const office = useOffice()
let ana: TestActor
beforeAll(async () => {
  ana = await office.as('coordinator')
})

const file = (text: string, fileName = 'crew.csv') => ({ fileName, content: Buffer.from(text).toString('base64') })
const crewList = file(
  'Name,Email,Mobile,Department,Position,Company\nTomas Brandt,tomas@crew.test,+1 503 555 0101,Electric,Gaffer,Brandt Licht GmbH\nKeiko Arai,keiko@crew.test,,Grip,Key grip,\n,,555 0100,,,\nNordverleih GmbH,info@nord.test,,,,\nDario Voss,dario@crew.test,,Riggers,Best boy,\n',
)

describe('CR-1 importing a contact list', () => {
  test('the dry run writes nothing; committing adds everybody once, and again changes nothing', async () => {
    const before = await ana.call(contract.listPeople, {})
    const plan = await ana.call(planImport, { body: crewList })
    expect(plan.rows.map(({ line, status }) => [line, status])).toEqual([
      [2, 'new'],
      [3, 'new'],
      [4, 'unreadable'],
      [5, 'new'],
      [6, 'new'],
    ])
    expect((await ana.call(contract.listPeople, {})).total).toBe(before.total)
    expect(await ana.call(importContacts, { body: crewList })).toMatchObject({
      added: 4,
      completed: 0,
      left: [{ line: 4 }],
    })
    expect(await ana.call(importContacts, { body: crewList })).toMatchObject({ added: 0, completed: 0, same: 4 })
    const { items } = await ana.call(contract.listPeople, { query: { q: 'brandt' } })
    expect(items[0]).toMatchObject({
      name: 'Tomas Brandt',
      department: 'Electric',
      position: 'Gaffer',
      company: 'Brandt Licht GmbH',
      phone: '+1 503 555 0101',
    })
    const dario = (await ana.call(contract.listPeople, { query: { q: 'dario' } })).items[0]!
    expect((await ana.call(contract.getPerson, { params: { personId: dario.id } })).notes).toBe('Department: Riggers')
  })

  test('two imports of one list at the same moment add everybody once', async () => {
    const list = file('Name,Email\nAt Once,at.once@crew.test\n')
    const results = await Promise.all([1, 2].map(() => ana.call(importContacts, { body: list })))
    expect(results.reduce((sum, { added }) => sum + added, 0)).toBe(1)
  })

  test('an almost certain match is completed, a doubtful one waits for a decision', async () => {
    await ana.call(contract.createPerson, {
      body: { name: 'Owen Park', emails: [{ label: null, value: 'owen@crew.test' }] },
    })
    await ana.call(contract.createPerson, { body: { name: 'Celia Marsh' } })
    const list = file('Name,Email,Phone\nPark Owen,OWEN@crew.test,+1 503 555 0177\nCelia Marsh,celia@crew.test,\n')
    const plan = await ana.call(planImport, { body: list })
    expect(plan.rows.map(({ status, matches }) => [status, matches[0]?.adds])).toEqual([
      ['possible_duplicate', ['Phone']],
      ['possible_duplicate', ['E-mail']],
    ])
    const first = await ana.call(importContacts, { body: list })
    expect(first).toMatchObject({ added: 0, completed: 1, left: [{ line: 3, name: 'Celia Marsh' }] })
    const recordId = plan.rows[1]!.matches[0]!.recordId!
    const second = await ana.call(importContacts, { body: { ...list, choices: { 3: { do: 'complete', recordId } } } })
    expect(second).toMatchObject({ completed: 1, same: 1, left: [] })
    const { items } = await ana.call(contract.listPeople, { query: { q: 'celia@crew' } })
    expect(items).toMatchObject([{ id: recordId, name: 'Celia Marsh' }])
  })

  test('the same person in a spreadsheet, an address book and a paste is proposed as one, whatever each list calls them', async () => {
    const lists = {
      csv: file('Name,Email,Phone\nRosalind Vane,rosalind@crew.test,\n', 'agency.csv'),
      vcf: file(
        'BEGIN:VCARD\r\nVERSION:3.0\r\nN:Vane;Rosalind;;;\r\nFN:Vane Rosalind\r\nEMAIL:ROSALIND@crew.test\r\nTEL:+1 503 555 0199\r\nEND:VCARD\r\n',
        'phone.vcf',
      ),
      paste: file('Name\tMobile\tPosition\nRosalynd Vane\t+15035550199\tPerformer\n', 'paste.tsv'),
    }
    const results = []
    for (const [from, list] of Object.entries(lists)) {
      const plan = await ana.call(planImport, { body: list })
      const known = plan.rows[0]?.matches[0]
      results.push([from, plan.rows[0]?.status, known?.adds ?? []])
      const choices = known?.recordId
        ? { [plan.rows[0]!.line]: { do: 'complete' as const, recordId: known.recordId } }
        : {}
      await ana.call(importContacts, { body: { ...list, choices } })
    }
    expect(results).toEqual([
      ['csv', 'new', []],
      ['vcf', 'possible_duplicate', ['Phone']],
      ['paste', 'possible_duplicate', expect.arrayContaining(['Position'])],
    ])
    const { items } = await ana.call(contract.listPeople, { query: { q: 'rosalind@crew.test' } })
    expect(items).toMatchObject([{ name: 'Rosalind Vane', phone: '+1 503 555 0199', position: 'Performer' }])
    expect((await ana.call(contract.listPeople, { query: { q: 'vane' } })).items).toHaveLength(1)
  })

  test('one person on two lines of a file becomes one record', async () => {
    const list = file('Name,Email,Phone\nBea Okonjo,bea@crew.test,\nOkonjo Bea,bea@crew.test,+1 503 555 0188\n')
    expect(await ana.call(importContacts, { body: list })).toMatchObject({ added: 1, left: [] })
    const { items } = await ana.call(contract.listPeople, { query: { q: 'okonjo' } })
    expect(items).toMatchObject([{ name: 'Bea Okonjo', phone: '+1 503 555 0188' }])
  })

  test('a wrong column is corrected, and a file that is none is refused in words', async () => {
    const odd = file('Who,Reach\nJun Amari,jun@crew.test\nMara Lind,mara@crew.test\n')
    const plan = await ana.call(planImport, { body: { ...odd, columns: { 0: 'name', 1: 'email' } } })
    expect(plan.counts.new).toBe(2)
    const refused = await ana.refused(planImport, { body: file('PK\u0003\u0004') })
    expect(refused).toMatchObject({ status: 422, detail: expect.stringContaining('Save the sheet as CSV') })
  })

  test('what is exported reads back as the same people, without formulas and within what the reader may see', async () => {
    await ana.call(contract.createPerson, {
      body: {
        name: '=SUM(A1)',
        emails: [{ label: 'work', value: 'sum@crew.test' }],
        dietary: 'vegan',
        notes: 'two\nlines; and, commas',
      },
    })
    for (const format of ['csv', 'vcf']) {
      const text = await (await ana.fetch(`/v1/people/export/${format}`)).text()
      expect(text).not.toMatch(/(^|,)"?=SUM/m)
      const back = readContacts(new TextEncoder().encode(text), { departments: [] })
      if ('refusal' in back) throw new Error(back.refusal)
      const sum = back.records.find(({ contact }) => contact.emails[0]?.value === 'sum@crew.test')?.contact
      expect(sum).toMatchObject({ name: '=SUM(A1)', notes: 'two\nlines; and, commas' })
      expect(back.unreadable).toEqual([])
    }
    const nobody = await office.nobody.fetch('/v1/people/export/csv')
    expect(nobody.status).toBe(401)
    const finance = await (await (await office.as('finance')).fetch('/v1/people/export/csv')).text()
    expect(finance).toContain('Keiko Arai')
    expect(finance).not.toMatch(/@crew\.test|vegan|two\nlines/)
    expect((await (await office.as('member')).fetch('/v1/people/export/csv')).status).toBe(403)
  })
})

describe('CR-1 two records of one person', () => {
  const twins = async (name: string) => {
    const body = { name, emails: [{ label: null, value: `${name.replace(' ', '.').toLowerCase()}@crew.test` }] }
    const kept = await ana.call(contract.createPerson, { body: { ...body, position: 'Gaffer' } })
    const other = await ana.call(contract.createPerson, {
      body: {
        ...body,
        name: name.split(' ').reverse().join(' '),
        position: 'Best boy',
        phones: [{ label: null, value: '+1 503 555 0122' }],
      },
    })
    return { kept, other }
  }
  const versions = ({ kept, other }: Awaited<ReturnType<typeof twins>>) => ({
    kind: 'person' as const,
    keptId: kept.id,
    otherId: other.id,
    keptVersion: kept.version,
    otherVersion: other.version,
  })

  test('are proposed, become one with their productions, and come apart again whole', async () => {
    const pair = await twins('Pavel Novak')
    const { id: productionId } = await ana.call(createProduction, {
      body: { code: 'MERGE', title: 'Merge', kind: 'social' },
    })
    const { items: departments } = await ana.call(contract.listDepartments, {})
    await ana.call(createEngagement, {
      params: { productionId },
      body: { personId: pair.other.id, departmentId: departments[0]!.id, title: 'Producer' },
    })
    const { items } = await ana.call(merges.listDuplicates, {})
    const found = items.find(({ a, b }) => [a.id, b.id].includes(pair.kept.id as string))
    expect(found?.score).toBe(98)
    expect(found?.disagreements.map(({ field }) => field)).toEqual(['name', 'givenName', 'familyName', 'position'])
    const { mergeId } = await ana.call(merges.mergeRecords, {
      body: { ...versions(pair), choices: { position: 'other' } },
    })
    const one = await ana.call(contract.getPerson, { params: { personId: pair.kept.id } })
    expect(one).toMatchObject({
      name: 'Pavel Novak',
      position: 'Best boy',
      notes: 'Position, before merging: Gaffer',
      otherNames: [],
    })
    expect(one.phones?.map(({ value }) => value)).toEqual(['+1 503 555 0122'])
    const engaged = async () => (await ana.call(listEngagements, { params: { productionId } })).items[0]
    expect((await engaged())?.personId).toBe(pair.kept.id)
    const gone = await ana.call(contract.getPerson, { params: { personId: pair.other.id } })
    expect(gone).toMatchObject({ mergedInto: { id: pair.kept.id, name: 'Pavel Novak' } })
    expect((await ana.call(merges.listMerges, { params: { keptId: pair.kept.id } })).items).toMatchObject([
      { id: mergeId, name: 'Novak Pavel', undone: false },
    ])
    await ana.call(merges.undoAnswer, { params: { mergeId } })
    expect((await engaged())?.personId).toBe(pair.other.id)
    const back = await ana.call(contract.getPerson, { params: { personId: pair.other.id } })
    expect(back).toMatchObject({ mergedInto: null, archivedAt: null, position: 'Best boy' })
    expect(await ana.call(contract.getPerson, { params: { personId: pair.kept.id } })).toMatchObject({
      position: 'Gaffer',
      notes: null,
      phones: [],
    })
  })

  test('are kept apart when somebody says so, and a change in between stops the merge', async () => {
    const pair = await twins('Noor Haddad')
    const proposed = async () =>
      (await ana.call(merges.listDuplicates, {})).items.some(({ a, b }) =>
        [a.id, b.id].includes(pair.kept.id as string),
      )
    expect(await proposed()).toBe(true)
    await ana.call(contract.changePerson, {
      params: { personId: pair.other.id },
      ifMatch: 1,
      body: { homeBase: 'Bend' },
    })
    expect(await ana.refused(merges.mergeRecords, { body: versions(pair) })).toMatchObject({ status: 412 })
    const { answerId } = await ana.call(merges.keepApart, {
      body: { kind: 'person', keptId: pair.kept.id, otherId: pair.other.id },
    })
    expect(await proposed()).toBe(false)
    await ana.call(merges.undoAnswer, { params: { mergeId: answerId } })
    expect(await proposed()).toBe(true)
  })

  test('a merge is not undone over a later change', async () => {
    const pair = await twins('Theo Lindqvist')
    const { mergeId } = await ana.call(merges.mergeRecords, { body: versions(pair) })
    await ana.call(contract.changePerson, {
      params: { personId: pair.kept.id },
      ifMatch: 2,
      body: { homeBase: 'Portland' },
    })
    expect(await ana.refused(merges.undoAnswer, { params: { mergeId } })).toMatchObject({ status: 409 })
  })
})

describe('CR-1 a whole crew list on a production', () => {
  const list = {
    ...file(
      'Name,Email,Department,Position,Character\nVera Holt,vera.holt@crew.test,Grip,Key grip,\nIvo Lund,ivo.lund@crew.test,,Actor,TILDA\nHolt Grip Ltd,office@holt.test,,,\n',
    ),
    list: 'crew' as const,
  }

  test('says what each line does and whom it plays, and whose record it became; again it is the same records', async () => {
    const plan = await ana.call(planImport, { body: list })
    expect(
      plan.rows.map(({ kind, department, position, character }) => [kind, department, position, character]),
    ).toEqual([
      ['person', 'Grip', 'Key grip', null],
      ['person', null, 'Actor', 'TILDA'],
      ['company', null, null, null],
    ])
    const first = await ana.call(importContacts, { body: list })
    expect(first).toMatchObject({ added: 3, people: [{ line: 2 }, { line: 3 }] })
    expect(await ana.call(importContacts, { body: list })).toMatchObject({ added: 0, same: 3, people: first.people })
    const ivo = (await ana.call(contract.listPeople, { query: { q: 'ivo lund' } })).items[0]!
    expect((await ana.call(contract.getPerson, { params: { personId: ivo.id } })).notes).toBeNull()
  })

  test('in the directory a character is kept in the notes, since nobody plays there', async () => {
    const body = file('Name,Email,Character\nUna Reed,una.reed@crew.test,OLD MOLLY\n')
    await ana.call(importContacts, { body })
    const una = (await ana.call(contract.listPeople, { query: { q: 'una reed' } })).items[0]!
    expect((await ana.call(contract.getPerson, { params: { personId: una.id } })).notes).toBe('Character: OLD MOLLY')
  })

  test('two coordinators putting one list on at the same moment put everybody on once', async () => {
    const { id: productionId } = await ana.call(createProduction, {
      body: { title: 'Twice', code: 'TWC', kind: 'social' },
    })
    const { people } = await ana.call(importContacts, { body: list })
    const { items: departments } = await ana.call(contract.listDepartments)
    const departmentId = departments.find(({ name }) => name === 'Grip')!.id
    const items = people.map(({ personId }) => ({ personId, departmentId, title: 'Grip' }))
    const answers = await Promise.all(
      [1, 2].map(() => ana.call(addEngagements, { params: { productionId }, body: { items } })),
    )
    expect(answers.map(({ added, already }) => added.length + already)).toEqual([2, 2])
    expect(answers.reduce((sum, { added }) => sum + added.length, 0)).toBe(2)
    expect((await ana.call(listEngagements, { params: { productionId } })).items).toHaveLength(2)
  })
})
