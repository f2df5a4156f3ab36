import { beforeAll, expect, test } from 'vitest'
import { useOffice, type TestActor } from '../../../tests/support/office.ts'
import { createPerson } from './person.contract.ts'
import * as contract from './privateNote.contract.ts'

const office = useOffice()
let [ana, bo, owner]: TestActor[] = []
let personId: string
beforeAll(async () => {
  ;[ana, bo, owner] = [await office.as('coordinator'), await office.as('coordinator'), await office.as('owner')]
  personId = (await ana.call(createPerson, { body: { name: 'Wren Whisper' } })).id
})
const list = async (who: TestActor) => (await who.call(contract.listPrivateNotes, { query: { personId } })).items
const write = (words: string, readers: (string | undefined)[] = []) =>
  ana!.call(contract.addPrivateNote, { body: { personId, words, readers } as never })

test('CR-17 a private note is read by its author and those they name, and by nobody else whatever their role', async () => {
  const mine = await write('Left early twice in March')
  const shared = await write('Asked for references', [bo!.userId])
  expect((await list(ana!)).map(({ words, isMine }) => [words, isMine])).toEqual([
    ['Asked for references', true],
    ['Left early twice in March', true],
  ])
  expect((await list(bo!)).map(({ id, isMine }) => [id, isMine])).toEqual([[shared.id, false]])
  expect(await list(owner!)).toEqual([])
  const params = { privateNoteId: mine.id }
  expect(
    (await owner!.refused(contract.changePrivateNote, { params, ifMatch: 1, body: { words: 'Mine' } })).status,
  ).toBe(404)
  expect((await owner!.refused(contract.removePrivateNote, { params })).status).toBe(404)
  const notBo = { params: { privateNoteId: shared.id }, ifMatch: 1, body: { words: 'Mine' } }
  expect((await bo!.refused(contract.changePrivateNote, notBo)).detail).toContain('Only whoever wrote')
})

test('CR-17 readers are named later and taken back; the record says that there is a note and not what it says', async () => {
  const note = await write('Whispered secret')
  const params = { privateNoteId: note.id }
  const named = await ana!.call(contract.changePrivateNote, {
    params,
    ifMatch: note.version,
    body: { readers: [bo!.userId!] },
  })
  expect((await list(bo!)).map(({ words }) => words)).toContain('Whispered secret')
  expect((await ana!.refused(contract.changePrivateNote, { params, ifMatch: note.version, body: {} })).status).toBe(412)
  await ana!.call(contract.changePrivateNote, { params, ifMatch: named.version, body: { readers: [] } })
  expect((await list(bo!)).map(({ words }) => words)).not.toContain('Whispered secret')
  const record = await office.app.db
    .selectFrom('audit_entry')
    .selectAll()
    .where('verb', 'like', 'private_note%')
    .execute()
  expect(record.length).toBeGreaterThan(2)
  expect(JSON.stringify(record)).not.toContain('Whispered')
  await ana!.call(contract.removePrivateNote, { params })
  expect((await list(ana!)).map(({ words }) => words)).not.toContain('Whispered secret')
})

test('CR-17 somebody without the directory cannot be named, and cannot ask', async () => {
  const member = await office.as('member')
  const refused = await ana!.refused(contract.addPrivateNote, {
    body: { personId, words: 'For them', readers: [member.userId] },
  })
  expect([refused.status, JSON.stringify(refused)]).toEqual([422, expect.stringContaining('/readers')])
  expect((await member.refused(contract.listPrivateNotes, { query: { personId } })).status).toBe(403)
  expect((await ana!.refused(contract.listPrivateNotes, { query: {} })).status).toBe(422)
})
