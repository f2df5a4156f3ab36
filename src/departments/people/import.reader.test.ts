import { readFileSync, readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyDraft } from './draft.rules.ts'
import { guessColumns } from './headers.rules.ts'
import { readContacts, type ReadContacts } from './import.reader.ts'
import { planImport } from './plan.rules.ts'
import { hasSharedData, sharedData } from '../../../tests/support/sharedData.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const departments = [
  { name: 'Camera', positions: [{ name: 'Director of photography', also: ['DP', 'DoP'] }] },
  { name: 'Sound', positions: [{ name: 'Production mixer', also: ['Sound mixer'] }] },
  { name: 'Grip', positions: [] },
  { name: 'Hair and make-up', positions: [{ name: 'Hair and make-up head', also: ['HMU', 'Hair & Makeup'] }] },
]
function read(text: string | Uint8Array): Exclude<ReadContacts, { refusal: string }> {
  const result = readContacts(typeof text === 'string' ? bytes(text) : text, { departments })
  if ('refusal' in result) throw new Error(result.refusal)
  return result
}

describe('CR-1 a contact list from a spreadsheet', () => {
  test('headings in several languages are understood', () => {
    const headings = [
      'Vorname',
      'Nachname',
      'E-Mail-Adresse',
      'Mobiltelefon',
      'Mobile Phone',
      'Firma',
      'Abteilung',
      'Funktion',
      'PLZ',
      'Ort',
      'Dietary requirements',
      'Shoe size',
    ]
    expect(guessColumns(headings)?.map(({ meaning }) => meaning)).toEqual([
      'givenName',
      'familyName',
      'email',
      null,
      'phone',
      'company',
      'department',
      'position',
      'postcode',
      'city',
      'dietary',
      null,
    ])
  })

  test('a crew list with title rows, department rows and quoted line breaks', () => {
    const list = read(
      'HARBOUR LIGHT crew list,,,\n\nPosition,Name,Mobile,Email,Notes\nCAMERA,,,,\n1st AC,"OBI, Marcus",+1 503 555 0141,marcus@crew.test,"bring\nraincover"\nDIT,Wren Castellano,+1 503 555 0142,wren@crew.test; w.c@crew.test,\nSOUND DEPT,,,,\nMixer,Imani Cole,503-555-0143,not an address,\n,,503 555 0199,,\n',
    )
    expect(list.records.map(({ line, contact }) => [line, contact.name, contact.department, contact.position])).toEqual(
      [
        [5, 'Marcus OBI', 'Camera', '1st AC'],
        [7, 'Wren Castellano', 'Camera', 'DIT'],
        [9, 'Imani Cole', 'Sound', 'Mixer'],
      ],
    )
    expect(list.records[0]?.contact.notes).toBe('bring\nraincover')
    expect(list.records[1]?.contact.emails.map(({ value }) => value)).toEqual(['wren@crew.test', 'w.c@crew.test'])
    expect(list.records[2]?.contact.notes).toBe('Email: not an address')
    expect(list.unreadable.map(({ line }) => line)).toEqual([10])
    expect(list.remarks[0]).toContain('HARBOUR LIGHT crew list')
  })

  test('a German export in Windows-1252 with semicolons', () => {
    const text = 'Name;Firma;Telefon\r\nJörg Müller;Licht & Grün GmbH;030 1234567\r\n;Nordverleih GmbH;040 7654321\r\n'
    const latin = Uint8Array.from(Array.from(text, (letter) => letter.charCodeAt(0)))
    const list = read(latin)
    expect(list.encoding).toBe('Windows-1252')
    expect(list.records.map(({ contact }) => [contact.kind, contact.name, contact.companyName])).toEqual([
      ['person', 'Jörg Müller', 'Licht & Grün GmbH'],
      ['company', 'Nordverleih GmbH', null],
    ])
  })

  test('UTF-16 with a byte order mark and tabs', () => {
    const text = '\ufeffName\tEmail\r\nŁucja Żak\tlucja@x.test\r\n'
    const wide = new Uint8Array(text.length * 2)
    for (let at = 0; at < text.length; at++) wide.set([text.charCodeAt(at) & 255, text.charCodeAt(at) >> 8], at * 2)
    expect(read(wide).records.map(({ contact }) => [contact.name, contact.emails[0]?.value])).toEqual([
      ['Łucja Żak', 'lucja@x.test'],
    ])
  })

  test('formulas stay words, and our own quote before them is taken off again', () => {
    const [row] = read(`Name,Phone,Notes\n"=HYPERLINK(""http://x.test"",""Jo"")",'+44 7700 900123,'=2+3\n`).records
    expect(row?.contact.name).toBe('=HYPERLINK("http://x.test","Jo")')
    expect(row?.contact.phones[0]?.value).toBe('+44 7700 900123')
    expect(row?.contact.notes).toBe('=2+3')
  })

  test('a list without headings', () => {
    const list = read('Jo Holm,jo@x.test,+44 7700 900123\nBea Okonjo,bea@x.test,+44 7700 900124\n')
    expect(list.records.map(({ contact }) => contact.name)).toEqual(['Jo Holm', 'Bea Okonjo'])
    expect(list.remarks).toContain('The list has no headings, so the columns were told from what is in them.')
  })

  test('a crew list without headings: positions are known by any of their names, whichever column they are in', () => {
    const people = [
      ['D.o.P.', 'Lena Quist', 'lena@x.test'],
      ['Sound Mixer', 'Per Holm', 'per@x.test'],
      ['Hair and Makeup', 'Ida Berg', ''],
      ['Wrangler of Geese', 'Tom Adeyemi', ''],
    ]
    for (const order of [
      [0, 1, 2],
      [1, 0, 2],
      [2, 1, 0],
    ]) {
      const list = read(people.map((row) => order.map((at) => row[at]).join('\t')).join('\n'))
      expect(list.records.map(({ contact }) => [contact.position, contact.name])).toEqual(
        people.map(([position, name]) => [position, name]),
      )
    }
  })

  test('a quotation mark that never closes is named with its line', () => {
    const list = read('Name,Email\nJo Holm,jo@x.test\n"Bea Okonjo,bea@x.test\n')
    expect(list.records).toHaveLength(1)
    expect(list.unreadable).toMatchObject([{ line: 3 }])
  })

  test.each([
    ['nothing', new Uint8Array(), /empty/],
    ['a workbook', bytes('PK\u0003\u0004rest'), /Save the sheet as CSV/],
    ['a PDF', bytes('%PDF-1.7'), /PDF/],
    ['a picture', Uint8Array.of(0xff, 0xd8, 0, 0, 1, 0), /not a text file/],
  ])('%s is refused in words', (_, file, words) => {
    const result = readContacts(file, { departments })
    expect('refusal' in result && result.refusal).toMatch(words)
  })
})

describe('CR-1 a vCard file', () => {
  test('2.1 with quoted-printable over several lines, 3.0 with groups, 4.0 with addresses', () => {
    const list = read(
      [
        'BEGIN:VCARD',
        'VERSION:2.1',
        'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;Zo=C3=',
        '=AB',
        'TEL;CELL;VOICE:+49 151 2345678',
        'END:VCARD',
        'BEGIN:VCARD',
        'VERSION:3.0',
        'FN:Dario Voss',
        'N:Voss;Dario;;;',
        'ORG:Voss Grip\\, Inc.;Rigging',
        'item1.TEL:+1 503 555 0150',
        'item1.X-ABLabel:_$!<Mobile>!$_',
        'NOTE:first line\\nsecond',
        'X-SHOE:44',
        'END:VCARD',
        'BEGIN:VCARD',
        'VERSION:4.0',
        'KIND:org',
        'FN:Nordlys Catering',
        'TEL;VALUE=uri;TYPE="voice,work":tel:+47-22-00-00-00',
        'ADR;TYPE=work:;;Kai 3;Oslo;;0150;Norway',
        'END:VCARD',
      ].join('\r\n'),
    )
    const [first, second, third] = list.records.map(({ contact }) => contact)
    expect(first).toMatchObject({
      name: 'Zoë Müller',
      givenName: 'Zoë',
      familyName: 'Müller',
      phones: [{ label: 'mobile', value: '+49 151 2345678' }],
    })
    expect(second).toMatchObject({
      companyName: 'Voss Grip, Inc.',
      phones: [{ label: 'mobile' }],
      notes: 'first line\nsecond\nShoe: 44\nDepartment: Rigging',
    })
    expect(third).toMatchObject({
      kind: 'company',
      name: 'Nordlys Catering',
      address: 'Kai 3\n0150 Oslo\nNorway',
      phones: [{ label: 'work', value: '+47-22-00-00-00' }],
    })
  })

  test('a card that never closes and lines that are none are told with their lines', () => {
    const list = read('BEGIN:VCARD\nFN:Jo Holm\nthis is nothing\nBEGIN:VCARD\nFN:Bea Okonjo\nEND:VCARD\nTEL:5550100\n')
    expect(list.records.map(({ line, contact, warnings }) => [line, contact.name, warnings.length])).toEqual([
      [1, 'Jo Holm', 1],
      [4, 'Bea Okonjo', 0],
    ])
    expect(list.unreadable.map(({ line }) => line)).toEqual([3, 7])
  })

  test.skipIf(!hasSharedData)('the vCards of an independent parser give the same names', () => {
    const files = readdirSync(sharedData('ical/icaljs-parser')).filter((name) => name.endsWith('.vcf'))
    expect(files).toHaveLength(3)
    for (const file of files) {
      const stem = sharedData(`ical/icaljs-parser/${file.replace('.vcf', '')}`)
      const expected = readFileSync(`${stem}.json`, 'utf8')
      const { records, unreadable } = read(new Uint8Array(readFileSync(`${stem}.vcf`)))
      expect(records.length + unreadable.length).toBeGreaterThan(0)
      for (const { contact } of records) expect(expected).toContain(JSON.stringify(contact.name))
    }
  })

  test.skipIf(!hasSharedData)('damaged calendar and card files never bring the reader down', () => {
    const files = readdirSync(sharedData('ical/libical'))
    expect(files.length).toBeGreaterThanOrEqual(30)
    for (const file of files) {
      const result = readContacts(new Uint8Array(readFileSync(sharedData(`ical/libical/${file}`))), { departments })
      expect('refusal' in result || result.records.length + result.unreadable.length > 0, file).toBe(true)
    }
  })

  test('any text after BEGIN:VCARD is read without failing (property)', () => {
    fc.assert(fc.property(fc.string({ maxLength: 400 }), (junk) => void read(`BEGIN:VCARD\nFN:Jo\n${junk}\nEND:VCARD`)))
  })
})

test('CR-1 every row of any spreadsheet is a record or named as unreadable (property)', () => {
  const cell = fc.stringMatching(/^[A-Za-z@.+ 0-9]{0,12}$/)
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 20 }), (rows) => {
      const list = read(['Name,Email,Notes', ...rows.map((row) => row.join(','))].join('\n'))
      const filled = rows.filter(
        (row) =>
          row.some((text) => text.trim() !== '') &&
          !departments.some(({ name }) => name === row.map((text) => text.trim()).join('')),
      )
      expect(list.records.length + list.unreadable.length).toBe(filled.length)
    }),
  )
})

describe('CR-1 the dry run', () => {
  const file =
    'Name,Email,Phone\nLena Fischbach,lena@x.test,\nRafael Dunne,rafael@x.test,+1 503 555 0101\nRafael Dunn,rafael@x.test,\n,,555 0100\nKeiko Arai,,\n'
  test('tells new, same, possible duplicate and unreadable apart, with lines', () => {
    const id = '01990000-0000-7000-8000-000000000001'
    const known = [
      { id, contact: { ...emptyDraft('person', 'Lena Fischbach'), emails: [{ label: 'work', value: 'Lena@x.test' }] } },
    ]
    const plan = planImport(read(file), known)
    expect(plan.rows.map(({ line, status }) => [line, status])).toEqual([
      [2, 'same'],
      [3, 'new'],
      [4, 'possible_duplicate'],
      [5, 'unreadable'],
      [6, 'new'],
    ])
    expect(plan.rows[2]?.matches[0]).toMatchObject({ recordId: null, line: 3 })
    expect(plan.counts).toEqual({ new: 2, same: 1, possible_duplicate: 1, unreadable: 1 })
  })

  test('what was imported once is the same the second time', () => {
    const first = read(file)
    const known = first.records.map(({ contact }, index) => ({
      id: `01990000-0000-7000-8000-00000000000${index}`,
      contact,
    }))
    expect(planImport(first, known).counts).toEqual({ new: 0, same: 4, possible_duplicate: 0, unreadable: 1 })
  })

  test('two thousand rows against ten thousand records take seconds, not minutes', () => {
    const name = (n: number) => `${String.fromCharCode(65 + (n % 26))}${n.toString(36)}a Berg${(n % 997).toString(36)}`
    const known = Array.from({ length: 10_000 }, (_, n) => ({
      id: String(n),
      contact: emptyDraft('person', name(n)),
    }))
    const records = Array.from({ length: 2_000 }, (_, n) => ({
      line: n + 2,
      contact: emptyDraft('person', name(n * 7)),
      warnings: [],
    }))
    const plan = planImport(
      { format: 'csv', encoding: 'UTF-8', remarks: [], columns: [], records, unreadable: [] },
      known,
    )
    expect(plan.rows).toHaveLength(2_000)
  })
})
