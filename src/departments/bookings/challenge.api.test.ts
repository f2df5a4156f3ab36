import { beforeAll, describe, expect, test } from 'vitest'
import { useOffice, type TestActor } from '../../../tests/support/office.ts'
import type { PersonId, ProductionId } from '../../kernel/ids.ts'
import type { PlainDay, ZoneName } from '../../kernel/time.ts'
import { systemScope } from '../../platform/access/scope.ts'
import { createPerson } from '../people/person.contract.ts'
import { changeProduction, createProduction } from '../productions/production.contract.ts'
import { getToday } from '../office/today.contract.ts'
import { lapseDue } from './challenge.actions.ts'
import * as contract from './challenge.contract.ts'
import * as officeRules from './rules.contract.ts'
import * as engine from './engine.contract.ts'
import { releaseExpired } from './expiry.actions.ts'

/** Friday 12 June 2026, 16:00 in London. */
const office = useOffice({ now: '2026-06-12T15:00:00Z' })
const FRIDAY = '2026-06-12T15:00:00Z'
let ana: TestActor
let made = 0
beforeAll(async () => {
  ana = await office.as('owner')
})

async function queue(outside = false) {
  made += 1
  const produce = async (code: string) =>
    (
      await ana.call(createProduction, {
        body: { code: `${code}${made}`, title: code, kind: 'commercial', timeZone: 'Europe/London' as ZoneName },
      })
    ).id
  const [first, second] = [await produce('FST'), await produce('SND')]
  const jun = (await ana.call(createPerson, { body: { name: `Jun Queue ${made}` } })).id
  const theirs = await hold(first, jun, outside ? { holder: 'An agency', source: 'her agent' } : {})
  const ours = await hold(second, jun)
  return { first, second, theirs, ours }
}
const hold = (productionId: ProductionId, personId: PersonId, more: object = {}) =>
  ana.call(engine.addBooking, {
    params: { productionId },
    body: {
      personId,
      title: '2nd AC',
      spans: [{ onDate: '2026-06-24' as PlainDay }, { onDate: '2026-06-25' as PlainDay }],
      ...more,
    },
  })
const read = (productionId: ProductionId, { id }: engine.Booking) =>
  ana.call(engine.readBooking, { params: { productionId, bookingId: id } })
const challenge = async (productionId: ProductionId, { id }: engine.Booking, theirEmail: string | null = null) =>
  (await ana.call(contract.challengeHold, { params: { productionId, bookingId: id }, body: { theirEmail } })).items[0]!
const tokenIn = (page: string | null) => page!.split('/h/')[1]!

describe('CR-3 a challenge', () => {
  test('asked Friday 16:00 it is due Monday 12:00; silence releases, and the challenger is first', async () => {
    office.clock.moveTo(FRIDAY)
    const { first, second, theirs, ours } = await queue()
    await office.member(first, 'coordinator')
    const it = await challenge(second, ours)
    expect(it).toMatchObject({ dueAt: '2026-06-15T11:00:00Z', zone: 'Europe/London', state: 'open', side: 'ours' })
    expect(it.rule).toContain('No answer releases the hold')
    const { needs, waiting } = await ana.call(getToday, {})
    expect(needs.map(({ title }) => title)).toContain(`Book or release ${it.name}`)
    expect(waiting.map(({ title }) => title)).toContain(`Answer on ${it.name} awaited`)
    const letters = await office.app.db
      .selectFrom('mail_message')
      .select(['subject', 'body_text'])
      .where('about_id', '=', it.id)
      .execute()
    const subjects = letters.map(({ subject }) => subject.replace(/ by .*/, ''))
    expect(subjects.sort()).toEqual([
      `Book or release ${it.name}`,
      `Book or release ${it.name}`,
      `Challenge sent: ${it.name}, Wed 24 Jun, Thu 25 Jun`,
    ])

    office.clock.moveTo('2026-06-15T10:59:00Z')
    expect(await lapseDue(office.app)).toBe(0)
    office.clock.moveTo('2026-06-15T11:00:00Z')
    expect(await lapseDue(office.app)).toBe(1)
    expect(await lapseDue(office.app)).toBe(0)
    expect((await read(first, theirs)).days.map(({ state, endedReason }) => [state, endedReason])).toEqual([
      ['released', 'No answer to the challenge in time'],
      ['released', 'No answer to the challenge in time'],
    ])
    expect((await read(second, ours)).days.map(({ rank }) => rank)).toEqual([1, 1])
    const promoted = await office.app.db
      .selectFrom('mail_message')
      .select(['subject', 'body_text'])
      .where('about_id', '=', ours.id)
      .execute()
    expect(promoted.map(({ subject }) => subject)).toEqual([`First hold now: ${it.name}, Wed 24 Jun, Thu 25 Jun`])
    expect(promoted[0]?.body_text).toContain(`/bookings?from=2026-06-24&booking=${ours.id}`)
    const { items } = await ana.call(contract.listChallenges, { params: { productionId: first }, query: {} })
    expect(items).toMatchObject([{ side: 'theirs', state: 'lapsed' }])
  })

  test('each side has a page; booked by link it is firm, the same answer again is the same, another is refused', async () => {
    office.clock.moveTo(FRIDAY)
    const { first, second, theirs, ours } = await queue(true)
    const it = await challenge(second, ours, 'agent@example.com')
    const [our, their] = [tokenIn(it.ourPage), tokenIn(it.theirPage)]
    const page = await (await office.nobody.fetch(`/h/${their}`)).text()
    for (const words of [it.name, 'Book or release by', 'Wed 24 Jun', 'No answer releases the hold'])
      expect(page).toContain(words)
    expect(await (await office.nobody.fetch(`/h/${our}`)).text()).toContain('Withdraw the challenge')
    const german = { headers: { 'accept-language': 'de-DE,de;q=0.9' } }
    const seite = await (await office.nobody.fetch(`/h/${their}`, german)).text()
    for (const words of ['lang="de"', `${it.name} buchen`, 'Mi., 24. Juni', 'Keine Antwort gibt die Option frei'])
      expect(seite).toContain(words)
    expect(seite).not.toContain('Book')
    const answer = (token: string, word: 'book' | 'release' | 'withdraw') => ({
      params: { token },
      body: { answer: word },
    })
    expect(await office.nobody.refused(contract.answerByLink, answer(our, 'book'))).toMatchObject({ status: 409 })
    expect(await office.nobody.call(contract.answerByLink, answer(their, 'book'))).toEqual({ state: 'booked' })
    expect(await office.nobody.call(contract.answerByLink, answer(their, 'book'))).toEqual({ state: 'booked' })
    expect(await office.nobody.refused(contract.answerByLink, answer(their, 'release'))).toMatchObject({
      status: 409,
      state: 'booked',
    })
    expect((await read(first, theirs)).state).toBe('confirmed')
    expect(
      await ana.refused(engine.confirmBooking, {
        params: { productionId: second, bookingId: ours.id },
        ifMatch: ours.version,
        body: {},
      }),
    ).toMatchObject({
      conflicts: [{ code: 'An agency' }, {}],
    })
    expect(await (await office.nobody.fetch(`/h/${their}`)).text()).toContain('It was booked.')
    expect((await office.nobody.fetch(`/h/${their.slice(0, -2)}xx`)).status).toBe(404)
  })

  test('somebody outside is written to in the language they were said to read', async () => {
    office.clock.moveTo(FRIDAY)
    const { second, ours } = await queue(true)
    const body = { theirEmail: 'agentur@example.com', theirLocale: 'de' as const }
    await ana.call(contract.challengeHold, { params: { productionId: second, bookingId: ours.id }, body })
    const letter = await office.app.db
      .selectFrom('mail_message')
      .select(['subject', 'body_text'])
      .where('to_address', '=', 'agentur@example.com')
      .executeTakeFirstOrThrow()
    expect(letter.subject).toMatch(/^Jun Queue \d+ bis Mo\., 15\. Juni um 12:00 .*buchen oder freigeben$/)
    expect(letter.body_text).toContain('Ihre Option steht davor')
  })

  test('nobody ahead, a challenge that runs, a booked day: nothing to challenge; withdrawn it can be asked again', async () => {
    office.clock.moveTo(FRIDAY)
    const { first, second, theirs, ours } = await queue()
    const of = (productionId: ProductionId, { id }: engine.Booking) => ({
      params: { productionId, bookingId: id },
      body: {},
    })
    expect(await ana.refused(contract.challengeHold, of(first, theirs))).toMatchObject({ status: 409 })
    const it = await challenge(second, ours)
    expect(await ana.refused(contract.challengeHold, of(second, ours))).toMatchObject({
      detail: 'This challenge runs already. Its answer is awaited.',
    })
    const answer = { params: { productionId: second, challengeId: it.id }, body: { answer: 'withdraw' as const } }
    expect(await ana.call(contract.answerChallenge, answer)).toMatchObject({ state: 'withdrawn' })
    const again = await challenge(second, ours)
    const settled = { params: { productionId: first, bookingId: theirs.id }, ifMatch: theirs.version, body: {} }
    await ana.call(engine.confirmBooking, settled)
    const { items } = await ana.call(contract.listChallenges, {
      params: { productionId: second },
      query: { bookingId: ours.id },
    })
    expect(items.find(({ id }) => id === again.id)).toMatchObject({ state: 'booked' })
    expect(await ana.refused(contract.challengeHold, of(second, ours))).toMatchObject({ status: 409 })
  })
})

describe('CR-4 what time does to holds', () => {
  test('a hold lets go by itself after its date on the clock of the place; before, the office is asked', async () => {
    office.clock.moveTo(FRIDAY)
    const { second, ours } = await queue()
    const changed = await ana.call(engine.changeBooking, {
      params: { productionId: second, bookingId: ours.id },
      ifMatch: ours.version,
      body: { expiresOn: '2026-06-15' as PlainDay },
    })
    expect(changed.expiresOn).toBe('2026-06-15')
    office.clock.moveTo('2026-06-15T22:30:00Z')
    const { needs } = await ana.call(getToday, {})
    expect(needs.map(({ title }) => title)).toContain(`The hold on ${changed.name} lets go`)
    expect(await releaseExpired(office.app)).toBe(0)
    office.clock.moveTo('2026-06-15T23:00:00Z')
    expect(await releaseExpired(office.app)).toBe(1)
    expect((await read(second, ours)).days[0]).toMatchObject({
      state: 'released',
      endedReason: 'Let go by itself after Mon 15 Jun',
    })
  })

  test('CR-4 a hold of a production stands as many days as that says, unless one says otherwise', async () => {
    office.clock.moveTo(FRIDAY)
    const { second, theirs, first } = await queue()
    const jun = (await ana.call(createPerson, { body: { name: 'Jun Term' } })).id
    expect((await read(first, theirs)).expiresOn, 'no term, no end').toBeNull()
    await ana.call(changeProduction, { params: { productionId: second }, ifMatch: 1, body: { holdDays: 10 } })
    const ends = async (more: object) => (await hold(second, jun, more)).expiresOn
    expect(await ends({})).toBe('2026-06-22')
    expect(await ends({ expiresOn: '2026-06-18' })).toBe('2026-06-18')
    expect(await ends({ expiresOn: null })).toBeNull()
    expect(await ends({ state: 'planning' })).toBeNull()
    expect(await ends({ holder: 'An agency', source: 'her agent' })).toBeNull()
  })

  test('a hold from outside lets go by its date as well, for the production that waits behind it', async () => {
    office.clock.moveTo(FRIDAY)
    const { second, theirs, ours } = await queue(true)
    await ana.call(engine.changeBooking, {
      params: { productionId: second, bookingId: theirs.id },
      ifMatch: theirs.version,
      body: { expiresOn: '2026-06-15' as PlainDay },
    })
    office.clock.moveTo('2026-06-15T23:00:00Z')
    expect(await releaseExpired(office.app)).toBe(1)
    expect((await read(second, theirs)).state).toBe('released')
    expect((await read(second, ours)).days[0]).toMatchObject({ state: 'hold', rank: 1 })
  })

  test.each([
    ['eight days before nobody is bothered', '2026-06-16T12:00:00Z', []],
    ['within seven days it is mentioned', '2026-06-18T12:00:00Z', [['notes', 'is still only held for Wed 24 Jun']]],
    ['within 48 hours it asks', '2026-06-22T23:30:00Z', [['warns', 'Confirm or release']]],
  ])('%s', async (_, now, expected) => {
    office.clock.moveTo(FRIDAY)
    const { second } = await queue()
    const checks = office.app.departments().flatMap(({ checks: all = [] }) => all)
    const check = checks.find(({ name }) => name === 'bookings.hold_undecided')!
    const found = await check.concerns(office.app.db, systemScope(second, 'test'), Temporal.Instant.from(now))
    expect(found.map(({ severity, message }) => [severity, message])).toEqual(
      expected.map(([severity, words]) => [severity, expect.stringContaining(words as string)]),
    )
  })
})

describe('CR-6 CR-8 the rules are the office’s', () => {
  test('labels are renamed under fixed meanings, the table decides the fee, and who may not change them is refused', async () => {
    office.clock.moveTo(FRIDAY)
    const rules = await ana.call(officeRules.readBookingRules, {})
    const { version, can, ...body } = rules
    expect(can.edit).toBe(true)
    const held = body.labels.find(({ meaning }) => meaning === 'hold')!
    const renamed = body.labels.map((label) => (label === held ? { ...label, name: 'Option' } : label))
    const changed = await ana.call(officeRules.changeBookingRules, {
      ifMatch: version,
      body: {
        ...body,
        labels: renamed,
        cancellation: [{ withinHours: 400, feePercent: 30 }],
        source: 'Our terms 2026',
      },
    })
    expect(changed.labels.find(({ id }) => id === held.id)).toMatchObject({ name: 'Option', meaning: 'hold' })
    const twisted = changed.labels.map((label) =>
      label.id === held.id ? { ...label, meaning: 'confirmed' as const } : label,
    )
    const { version: next, can: __, ...again } = changed
    const twin = { id: null, meaning: 'hold' as const, name: 'option' }
    expect(
      await ana.refused(officeRules.changeBookingRules, {
        ifMatch: next,
        body: { ...again, labels: [...again.labels, twin] },
      }),
    ).toMatchObject({ status: 422 })
    expect(
      await ana.refused(officeRules.changeBookingRules, { ifMatch: next, body: { ...again, labels: twisted } }),
    ).toMatchObject({ status: 422 })
    const bob = await office.as('member')
    expect(await bob.refused(officeRules.changeBookingRules, { ifMatch: next, body: again })).toMatchObject({
      status: 403,
    })
    const { first, theirs } = await queue()
    const on = { params: { productionId: first, bookingId: theirs.id } }
    const firm = await ana.call(engine.confirmBooking, { ...on, ifMatch: theirs.version, body: {} })
    const off = await ana.call(engine.cancelBooking, {
      ...on,
      ifMatch: firm.version,
      body: { reason: 'Client pulled the job' },
    })
    expect(off.days.map(({ feePercent }) => feePercent)).toEqual([30, 30])
  })

  test('CR-6 two labels change names, one comes back, and a booking says only a label of its own state', async () => {
    office.clock.moveTo(FRIDAY)
    const put = async (change: (labels: officeRules.BookingRules['labels']) => officeRules.BookingRules['labels']) => {
      const { version, can: _, ...body } = await ana.call(officeRules.readBookingRules, {})
      return ana.call(officeRules.changeBookingRules, {
        ifMatch: version,
        body: { ...body, labels: change(body.labels) },
      })
    }
    const { labels } = await put((all) =>
      all.map((label) =>
        label.name === 'Booked'
          ? { ...label, name: 'Worked' }
          : label.name === 'Worked'
            ? { ...label, name: 'Booked' }
            : label,
      ),
    )
    expect(labels.filter(({ meaning }) => meaning === 'confirmed').map(({ name }) => name)).toEqual([
      'Worked',
      'Booked',
    ])
    const offer = labels.find(({ name }) => name === 'Offer')!
    await put((all) => all.filter(({ id }) => id !== offer.id))
    const back = await put((all) => [...all, { id: null, meaning: 'planning', name: 'Offer' }])
    expect(back.labels.find(({ name }) => name === 'Offer')?.id).toBe(offer.id)
    const { first, theirs } = await queue()
    const on = { params: { productionId: first, bookingId: theirs.id }, ifMatch: theirs.version }
    const refused = await ana.refused(engine.changeBooking, { ...on, body: { labelId: offer.id } })
    expect(refused).toMatchObject({ status: 422, errors: [{ pointer: expect.stringContaining('labelId') }] })
    const held = back.labels.find(({ meaning }) => meaning === 'hold')!
    expect(await ana.call(engine.changeBooking, { ...on, body: { labelId: held.id } })).toMatchObject({
      labelId: held.id,
    })
    const heard = await office.app.db.selectFrom('audit_change').select('after').where('field', '=', 'label').execute()
    expect(heard).toEqual([{ after: held.name }])
  })
})
