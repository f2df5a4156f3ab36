import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { useOffice, type TestActor } from '../../../tests/support/office.ts'
import { withoutIds } from '../../../tests/support/withoutIds.ts'
import type { ProductionId } from '../../kernel/ids.ts'
import { createAgreement } from '../agreements/agreement.contract.ts'
import { listTemplates } from '../agreements/template.contract.ts'
import { listEngagements } from '../people/engagement.contract.ts'
import { changePerson, createPerson, getPerson } from '../people/person.contract.ts'
import { changeProfile, getProfile } from '../people/profile.contract.ts'
import { createProduction } from '../productions/production.contract.ts'
import * as contract from './ask.contract.ts'
import * as engine from './engine.contract.ts'

const office = useOffice()
let ana: TestActor
let made = 0
beforeAll(async () => {
  ana = await office.as('coordinator')
})

const production = async () => {
  made += 1
  const body = {
    code: `ASK${made}`,
    title: `Asking ${made}`,
    kind: 'commercial' as const,
    timeZone: 'Europe/London',
  }
  return (await ana.call(createProduction, { body })).id
}
const person = async (name: string, language = 'en') =>
  (
    await ana.call(createPerson, {
      body: {
        name,
        languages: [language],
        emails: [{ label: null, value: `${name.toLowerCase()}@example.com` }],
      },
    })
  ).id
const terms = { basis: 'day' as const, amount: 52_500, currency: 'GBP', guaranteedHours: 10 }
const ask = (productionId: ProductionId, personIds: string[], more: object = {}) =>
  ana.call(contract.createAsk, {
    params: { productionId },
    body: {
      personIds,
      title: 'Gaffer',
      dates: ['2026-05-21', '2026-05-22', '2026-05-23'],
      terms,
      answerBy: office.clock.now().add({ hours: 48 }).toString(),
      ...more,
    },
  })
const read = (it: contract.Ask) =>
  ana.call(contract.readAsk, { params: { productionId: it.productionId, askId: it.id } })
const tokenOf = (it: contract.Ask, name: string) =>
  /\/ask\/(.+)$/.exec(it.people.find((one) => one.name === name)?.page ?? '')![1]!
const answer = (it: contract.Ask, name: string, body: object) =>
  office.nobody.call(contract.answerAsk, { params: { token: tokenOf(it, name) }, body: body as never })
const refusedAnswer = (it: contract.Ask, name: string, body: object) =>
  office.nobody.refused(contract.answerAsk, { params: { token: tokenOf(it, name) }, body })
const statesOf = (it: contract.Ask) => Object.fromEntries(it.people.map(({ name, state }) => [name, state]))
const daysOf = async (it: contract.Ask, name: string) => {
  const bookingId = it.people.find((one) => one.name === name)!.bookingId
  const { days } = await ana.call(engine.readBooking, { params: { productionId: it.productionId, bookingId } })
  return days.map(({ state }) => state)
}
const letters = (to: string) =>
  office.app.db
    .selectFrom('mail_message')
    .select(['subject', 'body_text', 'leaves_at'])
    .where('to_address', '=', `${to.toLowerCase()}@example.com`)
    .where('withdrawn_at', 'is', null)
    .orderBy('id')
    .execute()
const on = (it: contract.Ask) => ({ params: { productionId: it.productionId, askId: it.id }, ifMatch: it.version })

describe('CR-9 asking', () => {
  test('CR-9 several are asked; nobody needs a password, each sees their own page, and the answers land in the planner', async () => {
    const here = await production()
    const it = await ask(here, [await person('Dario'), await person('Imani'), await person('Wren')])
    expect(statesOf(it)).toEqual({ Dario: 'asked', Imani: 'asked', Wren: 'asked' })
    expect(await daysOf(it, 'Imani')).toEqual(['planning', 'planning', 'planning'])
    const page = await office.nobody.fetch(`/ask/${tokenOf(it, 'Imani')}`)
    const html = await page.text()
    expect([page.status, html.includes('Imani'), html.includes('Dario'), html.includes('GBP 525.00/10 a day')]).toEqual(
      [200, true, false, true],
    )
    await answer(it, 'Wren', { answer: 'no', words: 'On another job' })
    await answer(it, 'Imani', { answer: 'yes_if', words: 'I can leave at six on Friday' })
    const answered = await (await office.nobody.fetch(`/ask/${tokenOf(it, 'Imani')}`)).text()
    expect([html, answered].map((shown) => shown.includes('Please answer by'))).toEqual([true, false])
    expect(answered).toContain('Change the answer')
    const after = await read(it)
    expect(statesOf(after)).toEqual({ Dario: 'asked', Imani: 'yes_if', Wren: 'no' })
    expect(await daysOf(it, 'Wren')).toEqual(['released', 'released', 'released'])
    expect(after.soFar.map(({ words }) => words)).toContain('Imani said yes, if: I can leave at six on Friday')
  })

  test('CR-9 questions within a quarter of an hour are one letter, in the reader’s language; one that is taken back is not in it', async () => {
    const [here, other] = [await production(), await production()]
    const lena = await person('Lena', 'de')
    const first = await ask(here, [lena])
    office.clock.advance({ minutes: 10 })
    const second = await ask(here, [lena], { title: 'Best boy', dates: ['2026-05-28'] })
    await ask(other, [lena], { title: 'Spark' })
    const [merged, apart] = (await letters('Lena')).toSorted((a, b) => b.body_text.length - a.body_text.length)
    expect(await letters('Lena')).toHaveLength(2)
    expect(merged?.body_text).toContain('Gaffer: Do., 21. Mai')
    expect(merged?.body_text).toContain('Best boy')
    expect(apart?.body_text).toContain('Spark')
    expect(merged!.leaves_at.toString()).toBe(office.clock.now().add({ minutes: 5 }).toString())
    await ana.call(contract.releaseAsk, { ...on(await read(first)), body: { reason: 'Not needed' } })
    const left = (await letters('Lena')).map(({ body_text }) => body_text)
    expect(left.filter((text) => text.includes('Gaffer'))).toEqual([])
    expect(left.filter((text) => text.includes('Best boy'))).toHaveLength(1)
    expect((await read(second)).people[0]?.leavesAt).not.toBe(null)
    await ana.call(contract.sendAsk, { params: { productionId: here, askId: second.id }, body: {} })
    expect((await read(second)).people[0]).toMatchObject({ leavesAt: null, undelivered: false })
    await office.app.transaction((tx) =>
      tx.updateTable('mail_message').set({ state: 'bounced' }).where('to_address', '=', 'lena@example.com').execute(),
    )
    expect((await read(second)).people[0]).toMatchObject({ state: 'asked', undelivered: true })
  })

  test('CR-9 where the first yes wins, two at one moment give one, and the others are told and released', async () => {
    const here = await production()
    const names = ['Ada', 'Bo', 'Cy', 'Di']
    const ids = await Promise.all(names.map((name) => person(name)))
    const it = await ask(here, ids, { mode: 'first', winAs: 'confirmed' })
    await ana.call(contract.sendAsk, { params: { productionId: here, askId: it.id }, body: {} })
    await office.work()
    const said = await Promise.allSettled(names.map((name) => answer(it, name, { answer: 'yes' })))
    const winners = said.flatMap((one, at) =>
      one.status === 'fulfilled' && one.value.state === 'won' ? [names[at]!] : [],
    )
    expect(winners).toHaveLength(1)
    const after = await read(it)
    expect(after.state).toBe('filled')
    expect(Object.values(statesOf(after)).toSorted()).toEqual(['let_go', 'let_go', 'let_go', 'won'])
    expect(await daysOf(it, winners[0]!)).toEqual(['confirmed', 'confirmed', 'confirmed'])
    const loser = names.find((name) => name !== winners[0])!
    expect(await daysOf(it, loser)).toEqual(['released', 'released', 'released'])
    expect((await letters(loser)).at(-1)?.body_text).toContain('somebody else this time')
    expect(await refusedAnswer(it, loser, { answer: 'yes' })).toMatchObject({ status: 409, type: '/problems/ask-over' })
    expect((await answer(it, winners[0]!, { answer: 'yes' })).state).toBe('won')
  })

  test('CR-9 a yes that cannot be taken to the end stays a yes, and nothing of it is half booked', async () => {
    const here = await production()
    const it = await ask(here, [await person('Hal'), await person('Ivo')], {
      title: 'Refused',
      mode: 'first',
      winAs: 'confirmed',
    })
    await office.app.transaction((tx) =>
      sql`create function refuse() returns trigger language plpgsql as $$ begin
        if new.title = 'Refused' then raise exception 'taken' using errcode = '23P01'; end if; return new; end $$;
        create trigger refuse before insert on engagement for each row execute function refuse()`.execute(tx),
    )
    expect((await answer(it, 'Hal', { answer: 'yes' })).state).toBe('yes')
    const after = await read(it)
    expect([after.state, statesOf(after)]).toEqual(['open', { Hal: 'yes', Ivo: 'asked' }])
    expect([await daysOf(it, 'Hal'), await daysOf(it, 'Ivo')]).toEqual([
      ['planning', 'planning', 'planning'],
      ['planning', 'planning', 'planning'],
    ])
    expect(after.soFar.map(({ words }) => words).join()).toContain('Could not be taken at once')
    await office.app.transaction((tx) => sql`drop trigger refuse on engagement; drop function refuse`.execute(tx))
    const done = await ana.call(contract.decideAsk, {
      ...on(after),
      body: { act: 'accept', personId: after.people[0]!.personId },
    })
    expect([done.state, await daysOf(it, 'Hal')]).toEqual(['filled', ['confirmed', 'confirmed', 'confirmed']])
  })

  test('CR-9 a no may become a yes until somebody is taken; whoever asked for the days meanwhile stands before us', async () => {
    const [here, other] = [await production(), await production()]
    const nora = await person('Nora')
    const it = await ask(here, [nora, await person('Olaf')], { meanwhile: 'hold' })
    await answer(it, 'Nora', { answer: 'no' })
    expect(await daysOf(it, 'Nora')).toEqual(['released', 'released', 'released'])
    await ana.call(engine.addBooking, {
      params: { productionId: other },
      body: { personId: nora, title: 'Spark', spans: [{ onDate: '2026-05-22' }] },
    })
    const page = await (await office.nobody.fetch(`/ask/${tokenOf(it, 'Nora')}`)).text()
    expect([page.includes('You said no'), page.includes('value="yes"'), page.includes('value="no"')]).toEqual([
      true,
      true,
      false,
    ])
    office.clock.advance({ hours: 1 })
    expect((await answer(it, 'Nora', { answer: 'yes_if', words: 'Not on the Friday' })).state).toBe('yes_if')
    const bookingId = it.people.find(({ name }) => name === 'Nora')!.bookingId
    const { days } = await ana.call(engine.readBooking, { params: { productionId: here, bookingId } })
    expect(days.map(({ state, rank, endedReason }) => [state, rank, endedReason])).toEqual([
      ['hold', 1, ''],
      ['hold', 2, ''],
      ['hold', 1, ''],
    ])
    await answer(it, 'Nora', { answer: 'no' })
    await ana.call(contract.decideAsk, {
      ...on(await read(it)),
      body: { act: 'accept', personId: it.people.find(({ name }) => name === 'Olaf')!.personId },
    })
    expect((await refusedAnswer(it, 'Nora', { answer: 'yes' })).detail).toContain('Somebody else was taken')
  })

  test('CR-17 who is represented is asked by their own rule: the agent copied, without the page, or the agent first', async () => {
    const agnes = await person('Agnes', 'de')
    const represented = async (name: string, representation: 'agent_copied' | 'agent_first') => {
      const id = await person(name)
      const read = await ana.call(getPerson, { params: { personId: id } })
      await ana.call(changePerson, { params: { personId: id }, ifMatch: read.version, body: { agentId: agnes } })
      const { version } = await ana.call(getProfile, { params: { personId: id } })
      await ana.call(changeProfile, { params: { personId: id }, ifMatch: version, body: { representation } })
      return id
    }
    const it = await ask(await production(), [
      await represented('Copied', 'agent_copied'),
      await represented('First', 'agent_first'),
    ])
    const [own, [copy, first]] = [await letters('Copied'), await letters('Agnes')]
    expect(own.map(({ body_text }) => body_text.includes('/ask/'))).toEqual([true])
    expect([copy?.body_text.includes('/ask/'), copy?.body_text.includes('Copied')]).toEqual([false, true])
    expect([first?.body_text.includes(`/ask/${tokenOf(it, 'First')}`), first?.subject]).toEqual([
      true,
      expect.stringContaining('Haben Sie Zeit?'),
    ])
    expect(await letters('First')).toEqual([])
    expect((await read(it)).people.map(({ reachable }) => reachable)).toEqual([true, true])
    await ana.call(contract.releaseAsk, { ...on(await read(it)), body: { reason: 'Not needed' } })
    expect([await letters('Copied'), await letters('Agnes')]).toEqual([[], []])
  })

  test('CR-9 colleagues hear of an answer in the language the directory has for them', async () => {
    const here = await production()
    const bo = await office.member(here, 'producer')
    await office.member(here, 'coordinator')
    const account = await office.app.db
      .selectFrom('auth.user')
      .select('email')
      .where('id', '=', bo.userId!)
      .executeTakeFirstOrThrow()
    await ana.call(createPerson, {
      body: { name: 'Bo Produzent', languages: ['de'], emails: [{ label: null, value: account.email }] },
    })
    const it = await ask(here, [await person('Tomas')])
    await answer(it, 'Tomas', { answer: 'yes_if', words: 'Nur bis sechs' })
    const told = await office.app.db
      .selectFrom('mail_message')
      .select(['subject', 'to_address'])
      .where('about_kind', '=', 'booking_ask')
      .where('about_id', '=', it.id)
      .execute()
    const [german, english] = [
      told.filter(({ to_address }) => to_address === account.email),
      told.filter(({ to_address }) => to_address !== account.email),
    ]
    expect(german.map(({ subject }) => subject)).toEqual(['Gaffer: Tomas sagt Ja, wenn: Nur bis sechs'])
    expect(english.map(({ subject }) => subject)).toContain('Gaffer: Tomas said yes, if: Nur bis sechs')
    expect((await read(it)).soFar[0]?.words).toBe('Tomas said yes, if: Nur bis sechs')
  })

  test('CR-9 silence: one reminder at half time, then the days are given back and a late yes is told so', async () => {
    const it = await ask(await production(), [await person('Mute')])
    await ana.call(contract.sendAsk, { params: { productionId: it.productionId, askId: it.id }, body: {} })
    office.clock.advance({ hours: 25 })
    await office.work({ early: true })
    const { settleDue } = await import('./askDue.actions.ts')
    await settleDue(office.app)
    await settleDue(office.app)
    const reminders = (await letters('Mute')).filter(({ body_text }) => body_text.includes('not heard from you yet'))
    expect(reminders).toHaveLength(1)
    office.clock.advance({ hours: 24 })
    await settleDue(office.app)
    const after = await read(it)
    expect([after.state, statesOf(after)]).toEqual(['expired', { Mute: 'expired' }])
    expect(await daysOf(it, 'Mute')).toEqual(['released', 'released', 'released'])
    expect((await refusedAnswer(it, 'Mute', { answer: 'yes' })).detail).toContain('The time to answer is over')
    expect(await (await office.nobody.fetch(`/ask/${tokenOf(it, 'Mute')}`)).text()).toContain(
      'The time to answer is over',
    )
  })
})

describe('CR-5 offers go back and forth', () => {
  test('CR-5 a counter-offer is answered with another, and what is agreed is on the booking', async () => {
    const here = await production()
    const it = await ask(here, [await person('Otto'), await person('Pia')], { winAs: 'hold' })
    expect((await refusedAnswer(it, 'Otto', { answer: 'counter', terms: { hours: 10 } })).status).toBe(422)
    await answer(it, 'Otto', {
      answer: 'counter',
      terms: { rate: 600, hours: 10, kit: 40, travel: 'Train, second class' },
    })
    const offered = await read(it)
    expect(offered.people[0]).toMatchObject({ state: 'counter', theirs: { amount: 60_000, kitFee: 4_000 } })
    const countered = await ana.call(contract.decideAsk, {
      ...on(offered),
      body: {
        act: 'counter',
        personId: offered.people[0]!.personId,
        terms: { ...terms, amount: 56_000, kitFee: 4_000, overtime: '', travel: '' },
        answerBy: office.clock.now().add({ hours: 24 }).toString(),
      },
    })
    expect(countered.people[0]).toMatchObject({ state: 'asked', offer: { amount: 56_000 } })
    await answer(it, 'Otto', { answer: 'yes' })
    const stale = await ana.refused(contract.decideAsk, {
      ...on(offered),
      body: { act: 'accept', personId: offered.people[0]!.personId },
    })
    expect(stale.status).toBe(412)
    const done = await ana.call(contract.decideAsk, {
      ...on(await read(it)),
      body: { act: 'accept', personId: offered.people[0]!.personId },
    })
    expect([done.state, statesOf(done)]).toEqual(['filled', { Otto: 'won', Pia: 'let_go' }])
    const booking = await ana.call(engine.readBooking, {
      params: { productionId: here, bookingId: done.people[0]!.bookingId },
    })
    expect(booking).toMatchObject({ state: 'hold', terms: { amount: 56_000 } })
    expect(booking.days.map(({ rank }) => rank)).toEqual([1, 1, 1])
    expect(done.soFar.map(({ words, figures }) => `${words} | ${figures}`)).toContain(
      'Put Otto on hold | GBP 560.00/10 a day, kit 40.00',
    )
    const page = await (await office.nobody.fetch(`/ask/${tokenOf(done, 'Otto')}`)).text()
    expect(['You are on hold', 'Agreed', 'GBP 560.00/10 a day'].filter((words) => !page.includes(words))).toEqual([])
  })

  test('DO-14 a deal memo begins with what was agreed', async () => {
    const here = await production()
    const nell = await person('Nell')
    const it = await ask(here, [nell])
    await answer(it, 'Nell', { answer: 'counter', terms: { rate: 580, hours: 11, kit: 40 } })
    await ana.call(contract.decideAsk, { ...on(await read(it)), body: { act: 'accept', personId: nell } })
    const page = await (await office.nobody.fetch(`/ask/${tokenOf(it, 'Nell')}`)).text()
    expect(page).toContain('GBP 580.00/11 a day, kit 40.00')
    const engaged = (await ana.call(listEngagements, { params: { productionId: here } })).items[0]!
    expect([engaged.name, engaged.title]).toEqual(['Nell', 'Gaffer'])
    const template = (await ana.call(listTemplates)).items.find(({ kind }) => kind === 'deal_memo')
    const memo = await ana.call(createAgreement, {
      params: { productionId: here },
      body: { kind: 'deal_memo', templateId: template!.id, subject: { kind: 'engagement', id: engaged.id } },
    })
    expect(memo.terms).toMatchObject({
      rateMinor: 58_000,
      currency: 'GBP',
      basis: 'daily',
      guaranteedHours: 11,
      kitFee: '40.00 GBP a day',
      startsOn: '2026-05-21',
      endsOn: '2026-05-23',
    })
  })

  test('CR-5 amounts are not for everybody who reads bookings, and a page is only for who may ask', async () => {
    const it = await ask(await production(), [await person('Quin')])
    const head = await office.member(it.productionId, 'department_head')
    const seen = await head.call(contract.readAsk, { params: { productionId: it.productionId, askId: it.id } })
    expect(withoutIds(JSON.stringify(seen))).not.toContain('525')
    expect(seen.people[0]?.page).toBe(null)
  })
})
