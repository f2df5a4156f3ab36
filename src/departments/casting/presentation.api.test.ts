import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { useOffice, type TestActor } from '../../../tests/support/office.ts'
import type { ProductionId } from '../../kernel/ids.ts'
import { systemScope } from '../../platform/access/scope.ts'
import * as bookings from '../bookings/index.ts'
import { cancelBooking, confirmBooking } from '../bookings/engine.contract.ts'
import { listEngagements } from '../people/engagement.contract.ts'
import * as candidate from './candidate.contract.ts'
import type { CandidateId } from './candidate.contract.ts'
import { castingOf, film, sendUpload } from './casting.fixture.ts'
import * as exclusivity from './exclusivity.contract.ts'
import * as hold from './hold.contract.ts'
import * as contract from './presentation.contract.ts'
import type { PresentationId } from './presentation.contract.ts'
import { listRoles, type RoleId } from './role.contract.ts'

const office = useOffice()
let ana: TestActor
let productionId: ProductionId
let roleId: RoleId
let [ines, pat, bare] = ['', '', ''] as unknown as CandidateId[]
let selection: PresentationId
const tokens: Record<string, string> = {}

const params = () => ({ productionId })
const one = (candidateId: CandidateId | undefined) => ({ productionId, candidateId: candidateId as CandidateId })
const see = async (id: CandidateId | undefined) =>
  (await ana.call(candidate.listCandidates, { params: params(), query: { show: 'all' } })).items.find(
    (it) => it.id === id,
  )
const shownNow = async () =>
  (await ana.call(contract.listPresentations, { params: params() })).items.find(({ id }) => id === selection)

beforeAll(async () => {
  ;({ ana, productionId, roleId } = await castingOf(office, {
    category: 'beer',
    brand: 'Skerry',
    exclusiveMonths: 12,
    shootDays: ['2026-05-12', '2026-05-13'] as never,
  }))
  const put = async (name: string, different: object = {}) =>
    (
      await ana.call(candidate.addCandidates, {
        params: params(),
        body: {
          roleId,
          source: 'typed',
          typed: {
            name,
            email: `${name.split(' ')[0]?.toLowerCase()}@example.com`,
            phone: '+44 20 7946 0199',
            rateWish: 'planted rate',
            city: 'Leith',
            sizes: '178 cm',
            ...different,
          },
        },
      })
    ).added[0]
  ines = await put('Ines Falk')
  pat = await put('Pat Moss', { agentName: 'Agnes Rep', agentEmail: 'agnes@example.com', agentFirst: true })
  bare = await put('Bare Name')
  for (const id of [ines, pat]) {
    const fileId = await sendUpload(ana, film, 'tape.mp4')
    await ana.call(candidate.attachMedia, { params: one(id), body: { fileId } })
  }
})

test('CR-20 only people with something to see are shown, and every voice gets a link of its own', async () => {
  const items = [ines, pat, bare].map((candidateId) => ({ candidateId: candidateId as CandidateId, note: 'Our note' }))
  const body = { title: 'Nora, first selection', items, fields: ['city', 'notes'] as never }
  expect(await ana.refused(contract.createPresentation, { params: params(), body })).toMatchObject({
    status: 409,
    names: ['Bare Name'],
  })
  const { version } = (await see(bare)) as { version: number }
  await ana.call(candidate.changeCandidate, {
    params: one(bare),
    ifMatch: version,
    body: { reel: 'https://reel.example/bare' },
  })
  expect(await ana.refused(contract.createPresentation, { params: params(), body })).toMatchObject({
    status: 409,
    detail: expect.stringContaining('let the link show reels'),
  })
  const made = await ana.call(contract.createPresentation, {
    params: params(),
    body: { ...body, items: items.slice(0, 2) },
  })
  selection = made.id
  const voices = [
    { name: 'Maya Chen', email: 'maya@client.example' },
    { name: 'Jo Marlowe', email: 'jo@agency.example' },
  ]
  const at = { productionId, presentationId: selection }
  await ana.call(contract.sharePresentation, { params: at, body: { voices } })
  const again = await ana.call(contract.sharePresentation, { params: at, body: { voices } })
  expect(again.voices.map(({ name }) => name)).toEqual(['Maya Chen', 'Jo Marlowe'])
  for (const { name, address } of again.voices) tokens[name] = address?.split('/').at(-1) as string
  const letters = await office.app.db.selectFrom('mail_message').select(['to_address', 'body_text']).execute()
  expect(letters.map(({ to_address }) => to_address).toSorted()).toEqual(['jo@agency.example', 'maya@client.example'])
})

test('CR-20 a selection that ends sooner closes the links that are out, and one that goes on opens them again', async () => {
  const look = async () => (await office.nobody.fetch(`/casting/view/${tokens['Maya Chen']}`)).status
  const end = async (expiresAt: string | null) =>
    ana.call(contract.changePresentation, {
      params: { productionId, presentationId: selection },
      ifMatch: (await shownNow())?.version as number,
      body: { expiresAt: expiresAt as never },
    })
  await end('2026-05-04T08:00:00Z')
  expect(await look()).toBe(410)
  await end(null)
  expect(await look()).toBe(200)
})

test('CR-21 a client sees the chosen fields and never a rate, a number or an address; tapes play by range', async () => {
  const page = await (await office.nobody.fetch(`/casting/view/${tokens['Maya Chen']}`)).text()
  expect(page).toContain('Ines Falk')
  expect(page).toContain('Leith')
  expect(page).toContain('Our note')
  for (const secret of ['planted rate', '7946 0199', 'ines@example.com', '178 cm', 'Agnes', 'Bare Name'])
    expect(page).not.toContain(secret)
  const src = /\/casting\/view\/\S+?\/media\/[0-9a-f-]+/.exec(page)?.[0] as string
  const part = await office.nobody.fetch(src, { headers: { range: 'bytes=0-3' } })
  expect([part.status, part.headers.get('content-length')]).toEqual([206, '4'])
  expect((await office.nobody.fetch(`${src}?save=1`)).status).toBe(404)
  const head = await office.member(productionId, 'department_head')
  const [seen] = (await head.call(contract.listPresentations, { params: params() })).items
  expect(seen?.voices[0]).toMatchObject({ name: 'Maya Chen', email: null, address: null })
})

test('CR-20 picks, ranks and words stand under each voice; said again they replace what was said', async () => {
  const say = (voice: string, id: CandidateId | undefined, body: object) =>
    office.nobody.call(contract.pickCandidate, {
      params: { token: tokens[voice] as string, candidateId: id as CandidateId },
      body: body as never,
    })
  await office.nobody.call(contract.logView, {
    params: { token: tokens['Maya Chen'] as string, what: 'opened' },
    body: {},
  })
  await office.nobody.call(contract.logView, {
    params: { token: tokens['Maya Chen'] as string, what: 'printed' },
    body: {},
  })
  await say('Maya Chen', ines, { pick: 'maybe' })
  await say('Maya Chen', ines, { pick: 'yes', rank: 1, comment: 'That look' })
  await say('Jo Marlowe', ines, { pick: 'no' })
  await say('Jo Marlowe', pat, { pick: 'yes', rank: 1 })
  const now = await shownNow()
  expect(now?.picks).toHaveLength(3)
  expect(now?.picks.find(({ comment }) => comment !== '')).toMatchObject({ pick: 'yes', rank: 1, comment: 'That look' })
  expect(now?.log.map(({ who, what }) => `${who} ${what}`).toSorted()).toEqual([
    'Maya Chen opened',
    'Maya Chen printed',
  ])
  const stray = { token: tokens['Maya Chen'] as string, candidateId: bare as CandidateId }
  expect(await office.nobody.refused(contract.pickCandidate, { params: stray, body: { pick: 'yes' } })).toMatchObject({
    status: 404,
  })
})

test('CR-20 the decision is recorded with names and time, closes the picks, and the database refuses to change it', async () => {
  const at = { productionId, presentationId: selection }
  const version = (await shownNow())?.version as number
  const body = {
    decidedBy: ['Maya Chen', 'Jo Marlowe'],
    choices: [
      { candidateId: ines as CandidateId, choice: 1 },
      { candidateId: pat as CandidateId, choice: 1 },
    ],
  }
  expect(
    await ana.refused(contract.freezePresentation, { params: at, ifMatch: version, body, idempotencyKey: 'f0' }),
  ).toMatchObject({ status: 422, errors: [{ pointer: '/choices' }] })
  body.choices[1] = { candidateId: pat as CandidateId, choice: 2 }
  const frozen = await ana.call(contract.freezePresentation, {
    params: at,
    ifMatch: version,
    body,
    idempotencyKey: 'f1',
  })
  expect(frozen.decisions).toMatchObject([
    { choice: 1, candidateId: ines, decidedBy: ['Maya Chen', 'Jo Marlowe'], decidedAt: '2026-05-04T09:00:00Z' },
    { choice: 2, candidateId: pat },
  ])
  expect(await see(ines)).toMatchObject({ choice: 1, state: 'pinned' })
  expect(
    await ana.refused(contract.changePresentation, { params: at, ifMatch: frozen.version, body: { title: 'Other' } }),
  ).toMatchObject({ status: 409 })
  const late = { token: tokens['Jo Marlowe'] as string, candidateId: ines as CandidateId }
  expect(await office.nobody.refused(contract.pickCandidate, { params: late, body: { pick: 'yes' } })).toMatchObject({
    status: 409,
  })
  const alter = (statement: ReturnType<typeof sql>) => office.app.transaction((tx) => statement.execute(tx))
  await expect(alter(sql`update casting_decision set choice = 9`)).rejects.toThrow(/does not change/)
  await expect(alter(sql`delete from casting_decision`)).rejects.toThrow(/does not change/)
})

test('CR-23 a competitor within the months stops the hold until somebody says why it is fine', async () => {
  const { version } = (await see(ines)) as { version: number }
  const held = await ana.call(hold.holdCandidate, {
    params: one(ines),
    ifMatch: version,
    body: {},
    idempotencyKey: 'h1',
  })
  expect(held).toMatchObject({ state: 'on_hold' })
  const again = await ana.call(hold.holdCandidate, {
    params: one(ines),
    ifMatch: held.version,
    body: {},
    idempotencyKey: 'h2',
  })
  expect(again.version).toBe(held.version)
  const { items } = await ana.call(listEngagements, { params: params() })
  expect(items.filter(({ kind }) => kind === 'cast')).toMatchObject([{ name: 'Ines Falk', title: 'Nora' }])
  const [role] = (await ana.call(listRoles, { params: params() })).items
  expect(role).toMatchObject({ state: 'offer_out', cast: ['Ines Falk'] })
  const known = {
    category: 'Beer',
    brand: 'Tarn',
    fromDay: '2026-01-01' as never,
    untilDay: '2026-07-01' as never,
    source: 'Agent by phone',
  }
  expect(await ana.refused(exclusivity.addExclusivity, { params: one(pat), body: known })).toMatchObject({
    status: 422,
  })
  await ana.call(exclusivity.addExclusivity, { params: one(ines), body: known })
  const other = await castingOf(office, { category: 'beer', brand: 'Skerry', shootDays: ['2026-06-01'] as never })
  const personId = (await see(ines))?.personId as never
  const put = await ana.call(candidate.addCandidates, {
    params: { productionId: other.productionId },
    body: { roleId: other.roleId, personIds: [personId] },
  })
  const at = { productionId: other.productionId, candidateId: put.added[0] as CandidateId }
  const beforeAnybodyHolds = await ana.call(candidate.listCandidates, {
    params: { productionId: other.productionId },
    query: {},
  })
  expect(beforeAnybodyHolds.items[0]?.conflicts).toEqual([
    { category: 'Beer', brand: 'Tarn', untilDay: '2026-07-01', source: 'Agent by phone' },
  ])
  expect(
    await ana.refused(hold.holdCandidate, { params: at, ifMatch: 1, body: {}, idempotencyKey: 'h3' }),
  ).toMatchObject({
    status: 409,
    conflicts: [{ brand: 'Tarn', untilDay: '2026-07-01' }],
  })
  const accepted = { acceptConflict: 'Tarn agreed in writing' }
  expect(
    await ana.call(hold.holdCandidate, { params: at, ifMatch: 1, body: accepted, idempotencyKey: 'h4' }),
  ).toMatchObject({ state: 'on_hold' })
})

test('CR-20 the others are released in one act: letters first shown, the representative written to, nobody twice', async () => {
  const at = { productionId, roleId }
  const shown = await ana.call(hold.releaseBackups, {
    params: at,
    body: { send: false, text: 'We hope to meet again.' },
  })
  expect(shown).toMatchObject({ released: 0, letters: [{ to: 'agnes@example.com' }, { to: 'bare@example.com' }] })
  expect(shown.letters[0]?.text).toContain('We hope to meet again.')
  expect((await see(pat))?.state).toBe('pinned')
  const done = await ana.call(hold.releaseBackups, { params: at, body: { send: true, text: '' }, idempotencyKey: 'r1' })
  const twice = await ana.call(hold.releaseBackups, {
    params: at,
    body: { send: true, text: '' },
    idempotencyKey: 'r2',
  })
  expect([done.released, twice.released]).toEqual([2, 0])
  expect([(await see(pat))?.state, (await see(ines))?.state]).toEqual(['released', 'on_hold'])
})

test('CR-23 a firm booking gives them the role and the exclusivity its terms ask for', async () => {
  const { booking_id: bookingId } = await office.app.db
    .selectFrom('casting_candidate')
    .select('booking_id')
    .where('id', '=', ines as CandidateId)
    .executeTakeFirstOrThrow()
  const scope = systemScope(productionId, 'test')
  const { version } = await bookings.bookingOf(office.app.db, scope, bookingId as never)
  await ana.call(confirmBooking, {
    params: { productionId, bookingId: bookingId as never },
    ifMatch: version,
    body: { despite: 'Papers follow' },
  })
  expect(await see(ines)).toMatchObject({ state: 'booked' })
  expect((await ana.call(listRoles, { params: params() })).items[0]).toMatchObject({ state: 'booked' })
  const { items } = await ana.call(exclusivity.listExclusivities, { params: one(ines) })
  expect(items).toContainEqual(
    expect.objectContaining({ brand: 'Skerry', fromDay: '2026-05-12', untilDay: '2027-05-12', source: 'Role Nora' }),
  )
})

test('CR-23 on the record of the person the same stands; what came with a role is not taken out by hand', async () => {
  const personId = (await see(ines))?.personId as never
  const { items, can } = await ana.call(exclusivity.exclusivitiesOfPerson, { params: { personId } })
  expect(can.edit).toBe(true)
  const [theirs, ours] = [items.find(({ isOurs }) => !isOurs), items.find(({ isOurs }) => isOurs)]
  const out = (id: string | undefined) => ({ params: { personId, exclusivityId: id as string } })
  expect(await ana.refused(exclusivity.withdrawExclusivity, out(ours?.id))).toMatchObject({ status: 409 })
  expect((await ana.call(exclusivity.withdrawExclusivity, out(theirs?.id))).items).toEqual([ours])
  const body = { category: 'Cars', fromDay: '2026-05-01', untilDay: '2026-05-01', source: 'Agent' } as never
  expect(await ana.refused(exclusivity.addToPerson, { params: { personId }, body })).toMatchObject({
    status: 422,
    errors: [{ message: 'It ends after it begins.' }],
  })
})

test('CR-23 who keeps one of their days keeps the role; who is let go may work for a competitor again', async () => {
  const { booking_id } = await office.app.db
    .selectFrom('casting_candidate')
    .select('booking_id')
    .where('id', '=', ines as CandidateId)
    .executeTakeFirstOrThrow()
  const params = { productionId, bookingId: booking_id as bookings.BookingId }
  const scope = systemScope(productionId, 'test')
  const let1Go = async (at: number) => {
    const { days, version } = await bookings.bookingOf(office.app.db, scope, params.bookingId)
    const body = { dayIds: [days[at]!.id], reason: 'The scene went.' }
    await ana.call(cancelBooking, { params, ifMatch: version, body })
    return [
      (await see(ines))?.state,
      (await ana.call(exclusivity.listExclusivities, { params: one(ines) })).items.length,
    ]
  }
  expect(await let1Go(0)).toEqual(['booked', 1])
  expect(await let1Go(1)).toEqual(['released', 0])
})

test('CR-20 selections come page by page, the newest first, and one of them by itself', async () => {
  const body = { title: 'Second look', items: [{ candidateId: ines as CandidateId }] } as never
  const second = await ana.call(contract.createPresentation, { params: params(), body })
  const page = (after?: PresentationId) =>
    ana.call(contract.listPresentations, { params: params(), query: { limit: 1, ...(after && { after }) } })
  expect(await page()).toMatchObject({ items: [{ id: second.id }], next: second.id })
  expect(await page(second.id)).toMatchObject({ items: [{ id: selection }], next: null })
  const one = await ana.call(contract.getPresentation, { params: { productionId, presentationId: selection } })
  expect(one).toMatchObject({ id: selection, state: 'frozen' })
})
