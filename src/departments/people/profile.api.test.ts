import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { useOffice, type TestActor } from '../../../tests/support/office.ts'
import { upload } from '../../../tests/support/upload.ts'
import type { PersonId } from '../../kernel/ids.ts'
import { changePerson, createPerson, listPeople } from './person.contract.ts'
import * as contract from './profile.contract.ts'

const office = useOffice()
let ana: TestActor
beforeAll(async () => {
  ana = await office.as('coordinator')
})

const add = async (name: string, body: object = {}): Promise<PersonId> =>
  (await ana.call(createPerson, { body: { name, ...body } })).id
const profiled = (personId: PersonId, body: contract.ProfileBody, ifMatch = 1) =>
  ana.call(contract.changeProfile, { params: { personId }, ifMatch, body })
const found = async (query: Record<string, string | boolean>, who = ana) =>
  (await who.call(listPeople, { query })).items.map(({ name }) => name)

describe('CR-17 people are found by what they can do', () => {
  beforeAll(async () => {
    const mara = await add('Mara Quill', {
      homeBase: 'Leeds',
      languages: ['English', 'Welsh'],
      position: 'Gaffer',
      birthDate: '1990-05-04',
    })
    await profiled(mara, {
      skills: ['Drone pilot', 'drone pilot', 'First aid'],
      tags: ['night shoots'],
      positions: [
        { position: 'Gaffer', level: 'lead' },
        { position: 'Best boy electric', level: 'experienced' },
      ],
      travelKm: 120,
    })
    const emil = await add('Emil Sato', { homeBase: 'Bristol', languages: ['Japanese'] })
    await profiled(emil, { skills: ['Steadicam'] })
  })

  test.each([
    ['a skill', { q: 'drone' }, ['Mara Quill']],
    ['a skill with slipped letters', { q: 'stedicam' }, ['Emil Sato']],
    ['two things at once', { q: 'drone leeds' }, ['Mara Quill']],
    ['a tag', { q: 'night shoots' }, ['Mara Quill']],
    ['another position of theirs', { q: 'best boy' }, ['Mara Quill']],
    ['skill as a filter, whatever its case', { skill: 'DRONE PILOT' }, ['Mara Quill']],
    ['language', { language: 'japanese' }, ['Emil Sato']],
    ['city', { city: 'leeds' }, ['Mara Quill']],
    ['any of their positions', { position: 'best boy electric' }, ['Mara Quill']],
    ['a tag as a filter', { tag: 'Night Shoots' }, ['Mara Quill']],
    ['age from', { ageFrom: '40', language: 'Welsh' }, []],
    ['age, to the day of the birthday', { ageFrom: '36', ageUntil: '36' }, ['Mara Quill']],
    ['an age nobody is', { ageFrom: '37', ageUntil: '39' }, []],
    ['skill and city that do not meet', { skill: 'Steadicam', city: 'Leeds' }, []],
  ])('by %s', async (_, query, names) => expect(await found(query)).toEqual(names))

  test('an age is neither shown to nor found by who may not see when somebody was born', async () => {
    const finance = await office.as('finance')
    expect(await found({ ageFrom: '90', language: 'Welsh' }, finance)).toEqual(['Mara Quill'])
    const { items } = await finance.call(listPeople, { query: { language: 'Welsh' } })
    expect(items[0]).toMatchObject({ age: null })
    expect((await ana.call(listPeople, { query: { language: 'Welsh' } })).items[0]).toMatchObject({ age: 36 })
  })

  test('words that are used are offered, one spelling each', async () => {
    const words = await ana.call(contract.listDirectoryWords)
    expect(words.skills).toEqual(expect.arrayContaining(['Drone pilot', 'First aid', 'Steadicam']))
    expect(words.skills).not.toContain('drone pilot')
    expect(words.positions).toContain('Best boy electric')
  })

  test('a change of the name keeps the skills findable', async () => {
    const personId = await add('Hana Roche')
    await profiled(personId, { skills: ['Prosthetics'] })
    await ana.call(changePerson, { params: { personId }, ifMatch: 2, body: { name: 'Hana Roche-Blum' } })
    expect(await found({ q: 'prosthetics' })).toEqual(['Hana Roche-Blum'])
  })
})

describe('CR-17 a person who is not to be hired', () => {
  test('has a reason and an owner, stays findable, can be left out, and leaves a trail', async () => {
    const personId = await add('Goran Haddad')
    const params = { personId }
    await profiled(personId, { skills: ['Falconry'] })
    expect(await ana.refused(contract.setDoNotHire, { params, ifMatch: 2, body: { reason: ' ' } })).toMatchObject({
      status: 422,
    })
    const marked = await ana.call(contract.setDoNotHire, { params, ifMatch: 2, body: { reason: 'Left the set twice' } })
    expect(marked.doNotHire).toMatchObject({ reason: 'Left the set twice', by: expect.stringContaining('coordinator') })
    expect(await found({ q: 'falconry' })).toEqual(['Goran Haddad'])
    expect(await found({ q: 'falconry', hireable: 'true' })).toEqual([])
    const finance = await office.as('finance')
    expect((await finance.call(contract.getProfile, { params })).doNotHire).toBeNull()
    expect(await found({ q: 'falconry', hireable: 'true' }, finance)).toEqual(['Goran Haddad'])
    const back = await ana.call(contract.setDoNotHire, { params, ifMatch: 3, body: { reason: null } })
    expect(back.doNotHire).toBeNull()
  })
})

describe('CR-21 fields of a person have classes', () => {
  test('measurements are seen by the office, not by finance', async () => {
    const personId = await add('Lena Ferreira')
    await profiled(personId, { measurements: { height: '172 cm', shoe: '39' } })
    const params = { personId }
    expect((await ana.call(contract.getProfile, { params })).measurements).toEqual({ height: '172 cm', shoe: '39' })
    const finance = await office.as('finance')
    expect((await finance.call(contract.getProfile, { params })).measurements).toBeNull()
    const log = await office.app.db.selectFrom('audit_change').select(['field', 'after']).execute()
    expect(log.find(({ field }) => field === 'sizes')?.after).toBe('height 172 cm, shoe 39')
  })
})

describe('CR-25 photographs, voices and reels', () => {
  const wav = (seconds: number) => {
    const head = Buffer.alloc(44)
    head.write('RIFF', 0, 'latin1')
    head.write('WAVEfmt ', 8, 'latin1')
    head.writeUInt32LE(16, 16)
    head.writeUInt32LE(1000, 28)
    return Buffer.concat([head, Buffer.alloc(1000 * seconds)])
  }

  test('a photograph is drawn anew in two sizes and served as a picture and nothing else', async () => {
    const personId = await add('Chiara Blum')
    const sent = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#445566' } })
      .withExif({ IFD0: { Artist: 'Planted Name' } })
      .jpeg()
      .toBuffer()
    const fileId = await upload(ana, 'me.jpg', sent, 'text/html')
    const photo = await ana.call(contract.addMedium, {
      params: { personId },
      body: { kind: 'photo', fileId, title: 'Portrait' },
    })
    expect(photo).toMatchObject({ kind: 'photo', width: 900, height: 600 })
    const small = await ana.fetch(`/v1/people/${personId}/media/${photo.id}/small`)
    expect(small.headers.get('content-type')).toBe('image/webp')
    const bytes = Buffer.from(await small.arrayBuffer())
    expect((await sharp(bytes).metadata()).width).toBe(320)
    expect(bytes.toString('latin1')).not.toContain('Planted')
    const line = (await ana.call(listPeople, { query: { q: 'chiara' } })).items[0]
    expect(line?.photoId).toBe(photo.id)
    expect(await found({ has: 'photo' })).toEqual(['Chiara Blum'])
  })

  test('a voice sample is known by its content and played in parts; a page that calls itself one is refused', async () => {
    const personId = await add('Idris Okafor')
    const params = { personId }
    const fileId = await upload(ana, 'sample.wav', wav(2), 'audio/wav')
    const body = { kind: 'voice' as const, fileId, title: 'Warm', tags: ['commercial'], language: 'English' }
    const voice = await ana.call(contract.addMedium, { params, body })
    expect(voice).toMatchObject({ seconds: 2, tags: ['commercial'] })
    expect(await found({ voice: 'COMMERCIAL' })).toHaveLength(1)
    expect(await found({ voice: 'english', has: 'voice' })).toHaveLength(1)
    expect(await found({ voice: 'warm' })).toEqual([])
    expect(await found({ q: 'commercial' })).toEqual(['Idris Okafor'])
    const part = await ana.fetch(`/v1/people/${personId}/media/${voice.id}/whole`, { headers: { range: 'bytes=0-3' } })
    expect([part.status, await part.text()]).toEqual([206, 'RIFF'])
    const page = await upload(ana, 'sample.mp3', Buffer.from('<script>alert(1)</script>'), 'audio/mpeg')
    expect(await ana.refused(contract.addMedium, { params, body: { ...body, fileId: page } })).toMatchObject({
      type: '/problems/sound-refused',
    })
    expect(
      await ana.refused(contract.addMedium, { params, body: { ...body, kind: 'photo', fileId: page } }),
    ).toMatchObject({ type: '/problems/picture-refused' })
  })

  test('nobody attaches what somebody else uploaded', async () => {
    const ben = await office.as('coordinator')
    const fileId = await upload(ben, 'sample.wav', wav(1))
    const personId = await add('June Petrov')
    expect(
      await ana.refused(contract.addMedium, { params: { personId }, body: { kind: 'voice', fileId, title: 'Hers' } }),
    ).toMatchObject({ status: 404 })
  })

  test('a reel is an address of the web, can be renamed, put first, taken out and put back', async () => {
    const personId = await add('Kofi Lindqvist')
    const params = { personId }
    const reel = { kind: 'reel', url: 'https://video.example.com/kofi', title: 'Reel' } as const
    expect(
      await ana.refused(contract.addMedium, { params, body: { ...reel, url: 'javascript:alert(1)' } }),
    ).toMatchObject({ status: 422 })
    const one = await ana.call(contract.addMedium, { params, body: reel })
    const two = await ana.call(contract.addMedium, { params, body: { ...reel, title: 'Drama' } })
    const of = { ...params, mediaId: two.id }
    await ana.call(contract.changeMedium, { params: of, ifMatch: 1, body: { first: true, title: 'Drama reel' } })
    const titles = async () => (await ana.call(contract.getProfile, { params })).media.map(({ title }) => title)
    expect(await titles()).toEqual(['Drama reel', 'Reel'])
    await ana.call(contract.changeMedium, {
      params: { ...params, mediaId: one.id },
      ifMatch: 1,
      body: { archived: true },
    })
    expect(await titles()).toEqual(['Drama reel'])
    expect(await ana.refused(contract.changeMedium, { params: of, ifMatch: 1, body: { title: 'x' } })).toMatchObject({
      status: 412,
    })
    expect(await found({ has: 'reel' })).toEqual(['Kofi Lindqvist'])
  })
})
