import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { changeAgreement, createAgreement } from '../../src/departments/agreements/agreement.contract.ts'
import { sendAgreement } from '../../src/departments/agreements/envelope.contract.ts'
import { sign, terms, tokenOf } from '../../src/departments/agreements/agreement.fixture.ts'
import { listTemplates } from '../../src/departments/agreements/template.contract.ts'
import { addBooking, readBooking } from '../../src/departments/bookings/engine.contract.ts'
import { putNeeds } from '../../src/departments/bookings/needs.contract.ts'
import { createCallSheet } from '../../src/departments/callsheets/sheet.contract.ts'
import { listEngagements } from '../../src/departments/people/engagement.contract.ts'
import { createPerson, listDepartments } from '../../src/departments/people/person.contract.ts'
import { setCalendarDays } from '../../src/departments/productions/calendar.contract.ts'
import { createBoard } from '../../src/departments/schedule/boards.contract.ts'
import { addDays } from '../../src/departments/schedule/days.contract.ts'
import type { PersonId, ProductionId } from '../../src/kernel/ids.ts'
import type { PlainDay } from '../../src/kernel/time.ts'
import { shot } from '../support/browser.ts'
import { becomeOwner, useJourney } from '../support/journey.ts'
import type { TestActor } from '../support/office.ts'
import { createProduction } from '../support/production.ts'
import { signOnPhone } from '../support/signature.ts'

/**
 * "We need a gaffer Thursday to Saturday": three are asked, one wants more, one is held by another job and that hold is
 * challenged; who is taken signs a deal memo on a phone, is booked by it, and stands on the call sheet.
 */
const journey = await useJourney()
const { office } = journey
const days = ['2026-05-14', '2026-05-15', '2026-05-16'] as PlainDay[]

let ana: TestActor
let here: ProductionId
let elsewhere: ProductionId
let electric: string
beforeAll(async () => {
  ana = await office.as('coordinator')
  here = await createProduction(office, {
    code: 'VHL',
    title: 'Harbour Loop',
    startsOn: '2026-05-14',
    endsOn: '2026-05-16',
  })
  elsewhere = await createProduction(office, { code: 'CAF', title: 'Calder Film' })
  const params = { productionId: here }
  await ana.call(setCalendarDays, {
    params,
    ifMatch: 1,
    body: { days: [{ onDate: days[2]!, kind: 'work', label: '' }] },
  })
  const board = await ana.call(createBoard, { params, body: { name: 'Plan A' } })
  await ana.call(addDays, { params: { ...params, boardId: board.id }, ifMatch: board.version, body: { count: 3 } })
  const departments = (await ana.call(listDepartments)).items
  electric = departments.find(({ name }) => name === 'Electric')!.id
  await ana.call(putNeeds, {
    params,
    ifMatch: 0,
    body: { items: [{ id: null, departmentId: electric, title: 'Gaffer', dates: days }] },
  })
  const made = await Promise.all(['Theo Lindqvist', 'Jun Amari', 'Bea Okonjo'].map(person))
  await ana.call(addBooking, {
    params: { productionId: elsewhere },
    body: { personId: made[1]!, title: 'Gaffer', spans: days.map((onDate) => ({ onDate })) },
  })
})

const addressOf = (name: string) => `${name.split(' ')[0]!.toLowerCase()}@example.com`
const person = async (name: string): Promise<PersonId> =>
  (
    await ana.call(createPerson, {
      body: { name, position: 'Gaffer', emails: [{ label: null, value: addressOf(name) }] },
    })
  ).id
const linkTo = (name: string, path: string): string =>
  new RegExp(`http\\S+/${path}/\\S+`).exec(journey.post.to(addressOf(name)).at(-1)?.text ?? '')?.[0] as string

async function openGap(desk: Page): Promise<void> {
  await desk.goto(`/bookings?from=${days[0]}`)
  await desk.getByRole('button', { name: /Gaffer not filled/ }).click()
}

test('CR-3 CR-5 CR-9 DO-13 from a gap on the timeline to a signed gaffer on the call sheet', async () => {
  const desk = await journey.window()
  await becomeOwner(journey, desk)
  await openGap(desk)
  for (const name of ['Theo Lindqvist', 'Jun Amari', 'Bea Okonjo']) await desk.getByLabel(`Ask ${name}`).check()
  await desk.getByRole('button', { name: 'Ask 3 people' }).click()
  const form = desk.getByRole('dialog')
  await form.getByLabel('Rate').fill('480')
  await form.getByRole('combobox', { name: 'Currency' }).click()
  await desk.getByRole('option', { name: 'GBP' }).click()
  await form.getByRole('combobox', { name: 'Who gets it' }).click()
  await desk.getByRole('option', { name: 'We choose among the answers' }).click()
  await form.getByRole('combobox', { name: 'Until then' }).click()
  await desk.getByRole('option', { name: 'Held for each' }).click()
  await shot(desk, 'ask-dialog')
  await form.getByRole('button', { name: 'Ask all 3' }).click()
  await desk.getByText('Asked 3').waitFor()
  await desk.getByRole('button', { name: 'Send now' }).click()
  await desk.getByRole('button', { name: 'Send now' }).waitFor({ state: 'detached' })
  await journey.sendMail()

  const theo = await journey.window({ phone: true })
  await theo.goto(linkTo('Theo Lindqvist', 'ask'))
  await theo.getByRole('heading', { name: 'Gaffer' }).waitFor()
  await theo.getByRole('button', { name: 'Other terms' }).click()
  await theo.getByLabel(/Your rate/).fill('525')
  await theo.getByLabel('Kit a day').fill('40')
  await shot(theo, 'ask-phone-terms', { full: true })
  await theo.getByRole('button', { name: 'Send' }).click()
  await theo.getByText('You made another offer').waitFor()
  const jun = await journey.window({ phone: true })
  await jun.goto(linkTo('Jun Amari', 'ask'))
  await shot(jun, 'ask-phone', { full: true })
  await jun.getByRole('button', { name: 'Yes', exact: true }).click()
  await jun.getByText('You said yes').waitFor()

  await desk.reload()
  const junsRow = desk.getByRole('article', { name: 'Jun Amari' })
  await desk.getByRole('article', { name: 'Theo Lindqvist' }).getByText('Over our offer').waitFor()
  await desk.getByText('+255.00').waitFor()
  await shot(desk, 'ask-panel')

  // Jun is second hold behind Calder Film, which is asked to book or let go.
  await desk
    .getByRole('button', { name: /^VHL.*2nd hold/ })
    .first()
    .click()
  await desk.getByRole('button', { name: 'Challenge' }).click()
  await desk.getByRole('dialog').getByRole('button', { name: 'Challenge' }).click()
  await desk.getByText('CAF must answer in').waitFor()
  await shot(desk, 'ask-challenge')
  const letter = await office.app.db
    .selectFrom('mail_message')
    .select('body_text')
    .where('subject', 'like', 'Book or release Jun Amari%')
    .executeTakeFirstOrThrow()
  const calder = await journey.window({ phone: true })
  await calder.goto(/http\S+\/h\/\S+/.exec(letter.body_text)?.[0] as string)
  await calder.getByRole('button', { name: 'Release the hold' }).click()
  await calder.getByText('It was released.').waitFor()

  await openGapAsk(desk)
  await junsRow.getByRole('button', { name: 'Accept' }).click()
  await desk.getByRole('heading', { name: 'Taken' }).waitFor()
  await shot(desk, 'ask-taken')
  await journey.sendMail()
  expect(journey.post.to(addressOf('Theo Lindqvist')).at(-1)?.text).toContain('somebody else this time')
  expect(journey.post.to(addressOf('Bea Okonjo')).at(-1)?.text).toContain('somebody else this time')

  const paper = await deal()
  await journey.sendMail()
  await jun.goto(linkTo('Jun Amari', 'a'))
  await jun.getByText('480').first().waitFor()
  await jun.getByLabel('Your address').fill('7 Quay Street, Saltreach')
  await jun.getByLabel('Emergency contact and number').fill('Kit Amari, 020 7946 0999')
  await signOnPhone(jun)
  await journey.sendMail()
  await sign(office.nobody, await tokenOf(office, 'ana@example.com'), paper, 'Ana Ruiz')

  const booked = await office.app.db
    .selectFrom('booking')
    .select('id')
    .where('production_id', '=', here)
    .where('engagement_id', 'is not', null)
    .where('terms', 'is not', null)
    .executeTakeFirstOrThrow()
  const { state, name } = await ana.call(readBooking, { params: { productionId: here, bookingId: booked.id } })
  expect([name, state]).toEqual(['Jun Amari', 'confirmed'])
  const sheet = await ana.call(createCallSheet, { params: { productionId: here }, body: { onDate: days[0]! } })
  await desk.goto(`/productions/${here}/callsheets/${sheet.id}`)
  await desk.getByText('Jun Amari').first().waitFor()
  await shot(desk, 'ask-call-sheet')
})

async function openGapAsk(desk: Page): Promise<void> {
  const ask = await office.app.db.selectFrom('booking_ask').select('id').executeTakeFirstOrThrow()
  await desk.goto(`/bookings?from=${days[0]}&ask=${here}.${ask.id}`)
}

/** Draws up the deal memo and sends it; what was agreed is in it already. @returns the mark of what is signed */
async function deal(): Promise<string> {
  const params = { productionId: here }
  const engaged = (await ana.call(listEngagements, { params })).items.find(({ name }) => name === 'Jun Amari')!
  const template = (await ana.call(listTemplates)).items.find(({ kind }) => kind === 'deal_memo')!
  const drafted = await ana.call(createAgreement, {
    params,
    body: {
      kind: 'deal_memo',
      templateId: template.id,
      subject: { kind: 'engagement', id: engaged.id },
      office: { name: 'Ana Ruiz', email: 'ana@example.com' },
    },
  })
  expect(drafted.terms).toMatchObject({ rateMinor: 48_000, currency: 'GBP', startsOn: days[0], endsOn: days[2] })
  const changed = await ana.call(changeAgreement, {
    params: { ...params, agreementId: drafted.id },
    ifMatch: drafted.version,
    body: { terms: { overtime: terms.overtime } },
  })
  const sent = await ana.call(sendAgreement, {
    params: { ...params, agreementId: drafted.id },
    ifMatch: changed.version,
    body: {},
  })
  return sent.contentSha256!
}
