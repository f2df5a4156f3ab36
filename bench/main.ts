// Times what people wait for, on a generated office, and prints medians and ratios. It talks to this machine only and
// ends by itself.
import { getCallSheet, markReady, publishCallSheet } from '../src/departments/callsheets/sheet.contract.ts'
import { listPeople } from '../src/departments/people/person.contract.ts'
import { arrangeBoard } from '../src/departments/schedule/strips.contract.ts'
import { readBoard } from '../src/departments/schedule/boards.contract.ts'
import { beginImport } from '../src/departments/script/import.contract.ts'
import { loadSample } from '../src/main/sample/loadSample.ts'
import { addFeature, addPeople, addProductions, addUnit, longScript, size } from './generate.ts'
import { figure, repeat, table, together, type Figure } from './measure.ts'
import { openBenchOffice, type BenchOffice } from './office.ts'

/** People at work at once, each asking about once a second. */
const users = 20
const list = { milliseconds: 50, of: 'p95' } as const

/**
 * `npm run bench -- sheets` makes the call sheets and visits their links only, without the large office around them;
 * `feature`, `timeline` and `searches` ask for those only.
 */
const only = process.argv[2]

const office = await openBenchOffice()
try {
  if (only === 'searches') {
    await addPeople(office)
    console.log(`\n${table(await searches(office))}`)
  } else if (only === 'sheets') {
    await addPeople(office)
    console.log(`\n${table([await personalSheets(office), await linkVisits(office)])}`)
  } else if (only === 'feature') {
    await addPeople(office)
    const feature = await addFeature(office)
    console.log(`\n${table([...(await timed(office, ofFeature(feature))), await preview(office, feature)])}`)
  } else if (only === 'timeline') {
    await addPeople(office)
    await addProductions(office)
    console.log(`\n${table(await timed(office, timeline()))}`)
  } else await everything(office)
} finally {
  await office.close()
}

async function everything(office: BenchOffice): Promise<void> {
  console.log(
    `Making an office of ${size.people} people, ${size.productions} productions and ${size.bookings} booked days.`,
  )
  await addPeople(office)
  const productions = await addProductions(office)
  const feature = await addFeature(office)
  const figures = [
    ...(await reads(office, feature, productions[3] ?? feature.productionId)),
    ...(await searches(office)),
    await preview(office, feature),
    await scriptImport(office, feature.productionId),
    await personalSheets(office),
    await linkVisits(office),
  ]
  console.log(`\n${table(figures)}`)
}

type On = Awaited<ReturnType<typeof addFeature>>

/** What a coordinator waits for when the timeline opens; the further pages arrive below it. */
function timeline(): [string, string][] {
  return [
    ['bookings timeline, two weeks, first page of 1,000 people', '/v1/bookings?from=2026-07-06&to=2026-07-19'],
    ['bookings timeline, eight weeks, first page', '/v1/bookings?from=2026-06-01&to=2026-07-26'],
  ]
}

function ofFeature({ productionId, boardId }: On): [string, string][] {
  const inside = `/v1/productions/${productionId}`
  return [
    ['scenes, 180', `${inside}/scenes`],
    ['elements', `${inside}/elements`],
    [`board, 180 strips, ${size.days} days`, `${inside}/boards/${boardId}`],
    ['concerns of the feature', `${inside}/concerns`],
    ['day out of days', `${inside}/reports/day-out-of-days`],
  ]
}

async function reads(office: BenchOffice, feature: On, other: string): Promise<Figure[]> {
  return timed(office, [
    ['me', '/v1/me'],
    ['productions', '/v1/productions'],
    ['people, first page', '/v1/people'],
    ['crew list of 50', `/v1/productions/${other}/engagements`],
    ...ofFeature(feature),
    ['Today, 42 productions', '/v1/today'],
    ...timeline(),
  ])
}

/** Each address asked for by everybody at once. */
async function timed({ url, token }: BenchOffice, paths: readonly [string, string][]): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const [name, path] of paths) {
    const times = await together(users, 5, async () => {
      const response = await fetch(url + path, { headers: { authorization: `Bearer ${token}` } })
      if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
      await response.arrayBuffer()
    })
    figures.push(figure(`${users} users: ${name}`, times, list))
  }
  return figures
}

async function searches({ caller, url, token }: BenchOffice): Promise<Figure[]> {
  const texts = ['okaf', 'lindqvist 19', 'mara', 'ferrera', 'quill 7']
  const aim = { milliseconds: 100, of: 'p95' } as const
  const people = await repeat(50, (run) =>
    caller.call(listPeople, { query: { q: texts[Math.abs(run) % texts.length] } }),
  )
  const able = await repeat(50, (run) =>
    caller.call(listPeople, {
      query:
        [
          { q: 'stedicam' },
          { q: 'steadicam london' },
          { skill: 'Steadicam', maxDayRate: '650 USD' },
          { city: 'London', position: 'Grip', hireable: 'true' },
        ][Math.abs(run) % 4] ?? {},
    }),
  )
  const anything = await repeat(50, async (run) => {
    const response = await fetch(`${url}/v1/search?text=${texts[Math.abs(run) % texts.length]}`, {
      headers: { authorization: `Bearer ${token}` },
    })
    if (!response.ok) throw new Error(`Search answered ${response.status}`)
    await response.arrayBuffer()
  })
  return [
    figure('search the directory', people, aim),
    figure('search by skill, city and rate', able, aim),
    figure('find anything', anything, aim),
  ]
}

async function preview({ caller }: BenchOffice, on: On): Promise<Figure> {
  const view = await caller.call(readBoard, { params: on })
  const [first, second] = view.facts.days
  const strip = view.facts.strips.find(({ dayId }) => dayId === first?.id)
  if (!strip || !second) throw new Error('The board has no strip to move.')
  const body = { moves: [{ stripIds: [strip.id], dayId: second.id, before: null }] }
  const times = await repeat(20, () => caller.preview(arrangeBoard, { params: on, ifMatch: view.version, body }))
  return figure('preview of a moved strip', times, { milliseconds: 150, of: 'median' })
}

async function scriptImport({ caller }: BenchOffice, productionId: On['productionId']): Promise<Figure> {
  const text = await longScript()
  const times = await repeat(7, () => caller.call(beginImport, { params: { productionId }, body: { text } }))
  return figure('a 120-page script, read and compared', times, { milliseconds: 500, of: 'median' })
}

async function personalSheets(office: BenchOffice): Promise<Figure> {
  const { app } = office.house
  await loadSample(app)
  await office.house.drain({ early: true }) // what came with the sample: its documents are read, its paper is sealed
  const { id: productionId } = await app.db
    .selectFrom('production')
    .select('id')
    .where('code', '=', 'HLT')
    .executeTakeFirstOrThrow()
  const here = await app.db
    .selectFrom('engagement')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('production_id', '=', productionId)
    .executeTakeFirstOrThrow()
  await addUnit(office, productionId, Math.max(0, size.unit - here.count))
  const sheet = await app.db
    .selectFrom('call_sheet')
    .select('id')
    .where('production_id', '=', productionId)
    .executeTakeFirstOrThrow()
  const params = { productionId, callSheetId: sheet.id }
  const draft = await office.caller.call(getCallSheet, { params })
  const ready = await office.caller.call(markReady, { params, ifMatch: draft.version })
  const key = app.ids.secret()
  await office.caller.call(publishCallSheet, { params, ifMatch: ready.version, idempotencyKey: key, body: {} })
  const started = performance.now()
  await office.house.drain({ early: true })
  const took = performance.now() - started
  const { count } = await app.db
    .selectFrom('call_sheet_notice')
    .select((eb) => eb.fn.count<number>('pdf_file_id').as('count'))
    .where('production_id', '=', productionId)
    .executeTakeFirstOrThrow()
  return figure(`${count} personal call sheets set, hashed and stored`, [took], {
    milliseconds: (3000 * count) / 150,
    of: 'median',
  })
}

/** A whole unit and its agents opens the mail at the same moment: every page is asked for before the first is answered. */
async function linkVisits({ house: { app }, url }: BenchOffice): Promise<Figure> {
  // The undo window of half a minute is over by the time anybody opens a mail.
  await app.transaction((tx) =>
    tx
      .updateTable('call_sheet_notice')
      .set({ visible_from: app.clock.now().subtract({ minutes: 1 }).toString() })
      .where('visible_from', 'is not', null)
      .execute(),
  )
  const links = await app.db.selectFrom('link').select('id').where('purpose', '=', 'callsheet').limit(500).execute()
  const pages = Array.from({ length: 500 }, (_, n) => `${url}/c/${app.links.tokenOf(links[n % links.length]!.id)}`)
  const visit = async (page: string) => {
    const started = performance.now()
    const response = await fetch(page)
    if (!response.ok) throw new Error(`A personal link answered ${response.status}: ${await response.text()}`)
    await response.arrayBuffer()
    return performance.now() - started
  }
  await visit(pages[0]!)
  return figure(`500 links of ${links.length} people opened at once`, await Promise.all(pages.map(visit)))
}
