import { beforeAll, expect, test } from 'vitest'
import { useOffice, type TestActor } from '../../../tests/support/office.ts'
import type { ProductionId } from '../../kernel/ids.ts'
import { sweepUnclaimed } from './call.actions.ts'
import { createConsent } from './consent.contract.ts'
import * as contract from './call.contract.ts'
import * as candidate from './candidate.contract.ts'
import { castingOf, film, sendUpload } from './casting.fixture.ts'
import type { RoleId } from './role.contract.ts'

const office = useOffice()
let ana: TestActor
let productionId: ProductionId
let roleId: RoleId
let token: string
beforeAll(async () => {
  ;({ ana, productionId, roleId } = await castingOf(office, {
    breakdown: 'Pilot of the last ferry <b>',
    rate: '1,200',
    deadlineOn: '2026-05-08' as never,
    deadlineZone: 'Europe/London' as never,
  }))
  const { address } = await ana.call(contract.openCall, {
    params: { productionId, roleId },
    body: { slate: 'Name, height, profile' },
  })
  token = address.split('/').at(-1) as string
})

const body = (different: object = {}) => ({
  name: 'Ines Falk',
  email: 'ines@example.com',
  reel: 'https://example.com/ines',
  consent: 1,
  agrees: true as const,
  ...different,
})
const found = async () =>
  (await ana.call(candidate.listCandidates, { params: { productionId }, query: { roleId } })).items

test('CR-24 the call shows the breakdown and the consent with its period, and ends with the role’s deadline', async () => {
  const page = await (await office.nobody.fetch(`/casting/${token}`)).text()
  expect(page).toContain('Pilot of the last ferry &#60;b&#62;')
  expect(page).toContain('deleted after 12 months')
  expect(page).not.toContain('1,200')
  const [call] = (await ana.call(contract.listCalls, { params: { productionId } })).items
  expect(call?.openUntil).toBe('2026-05-08T23:00:00Z')
  expect(await ana.refused(contract.openCall, { params: { productionId, roleId }, body: {} })).toMatchObject({
    status: 409,
  })
})

test('CR-24 a tape sent in pieces by link arrives with the form; sending again adds to the same candidate', async () => {
  const path = `/v1/casting-call-links/${token}/files`
  const tape = await sendUpload(office.nobody, film, 'me.mp4', path)
  const first = await office.nobody.call(contract.submit, {
    params: { token },
    body: body({ fileIds: [tape], city: 'Leith' }),
  })
  const [ines] = await found()
  expect(first).toEqual({ reference: 'Nora 1', again: false })
  expect(ines).toMatchObject({
    name: 'Ines Falk',
    source: 'open_call',
    consent: 1,
    eraseOn: '2027-05-04',
    city: 'Leith',
  })
  expect(ines?.media).toMatchObject([{ kind: 'video', name: 'NORA_Falk_Ines_1.mp4' }])
  office.clock.advance({ hours: 30 })
  const second = await sendUpload(office.nobody, film, 'again.mp4', path)
  const again = await office.nobody.call(contract.submit, {
    params: { token },
    body: body({ name: ' ines  FALK', email: 'Ines@Example.com', fileIds: [second], phone: '+44 20 7946 0000' }),
  })
  expect(again).toEqual({ reference: 'Nora 1', again: true })
  expect(await found()).toMatchObject([
    { city: 'Leith', phone: '+44 20 7946 0000', eraseOn: '2027-05-05', media: [{ take: 1 }, { take: 2 }] },
  ])
})

test.each([
  ['under 18 without a guardian', { birthDate: '2010-01-01' }, 'parent or guardian'],
  ['nothing to look at', { reel: null }, 'Add a photo'],
  ['no consent', { agrees: false }, 'may only keep'],
  ['a machine', { website: 'https://spam.example' }, ''],
  ['a file of somebody else', { fileIds: ['01900000-0000-7000-8000-000000000001'] }, 'has not arrived'],
])('CR-24 refused: %s', async (_, different, words) => {
  const refusal = await office.nobody.refused(contract.submit, {
    params: { token },
    body: body({ ...different, name: 'Other Person', email: 'o@example.com' }),
  })
  expect(refusal.status).toBe(422)
  expect(JSON.stringify(refusal)).toContain(words)
  expect(await found()).toHaveLength(1)
})

test('CR-24 a retry from a bad line is one submission, and two at the same moment are one person', async () => {
  const twin = body({ name: 'Two At Once', email: 'two@example.com' })
  const send = (key: string) =>
    office.nobody.call(contract.submit, { params: { token }, body: twin, idempotencyKey: key })
  const answers = await Promise.all([send('a'), send('a'), send('b')])
  expect(new Set(answers.map(({ reference }) => reference)).size).toBe(1)
  expect((await found()).filter(({ name }) => name === 'Two At Once')).toHaveLength(1)
})

test('CR-24 files nobody submitted are swept after two days, submitted ones stay', async () => {
  await sendUpload(office.nobody, film, 'left.mp4', `/v1/casting-call-links/${token}/files`)
  expect(await sweepUnclaimed(office.app)).toBe(0)
  office.clock.advance({ hours: 49 })
  expect(await sweepUnclaimed(office.app)).toBe(1)
  expect((await found())[0]?.media).toHaveLength(2)
})

test('CR-24 a new wording counts for new calls; a closed call says so on its page', async () => {
  const owner = await office.as('owner')
  const wording = { body: 'We keep what you send for three months.', retentionMonths: 3, source: 'House lawyer' }
  expect(await owner.call(createConsent, { body: wording })).toMatchObject({ number: 2 })
  expect(await ana.refused(createConsent, { body: wording })).toMatchObject({ status: 403 })
  const [call] = (await ana.call(contract.listCalls, { params: { productionId } })).items
  expect(call?.consent.number).toBe(1)
  await ana.call(contract.closeCall, { params: { productionId, callId: call?.id as never } })
  const page = await office.nobody.fetch(`/casting/${token}`)
  expect([page.status, await page.text()]).toEqual([410, expect.stringContaining('withdrawn')])
  expect(await office.nobody.refused(contract.submit, { params: { token }, body: body() })).toMatchObject({
    status: 410,
  })
  const next = await ana.call(contract.openCall, { params: { productionId, roleId }, body: {} })
  expect(next.consent).toEqual({ number: 2, retentionMonths: 3 })

  const pageOf = (query: object) =>
    ana.call(contract.listCalls, { params: { productionId }, query: { limit: 1, ...query } })
  const newest = await pageOf({ roleId })
  expect(newest).toMatchObject({ items: [{ id: next.id }], next: next.id })
  expect(await pageOf({ roleId, after: next.id })).toMatchObject({ items: [{ id: call?.id }], next: null })
})
