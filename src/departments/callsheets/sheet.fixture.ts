import { nextCode } from '../../../tests/support/codes.ts'
import type { TestActor, TestOffice } from '../../../tests/support/office.ts'
import type { PersonId, ProductionId } from '../../kernel/ids.ts'
import type { PlainDay } from '../../kernel/time.ts'
import { createLocation, setPlaces } from '../locations/location.contract.ts'
import type { LocationId } from '../locations/location.contract.ts'
import { createEngagement } from '../people/engagement.contract.ts'
import type { NewEngagement } from '../people/engagement.contract.ts'
import { createPerson, listDepartments } from '../people/person.contract.ts'
import { createProduction } from '../productions/production.contract.ts'
import type { BoardId, ShootDayId } from '../schedule/board.contract.ts'
import { createBoard, listBoards, readBoard } from '../schedule/boards.contract.ts'
import type { BoardView } from '../schedule/boards.contract.ts'
import { addDays } from '../schedule/days.contract.ts'
import { addBanner, arrangeBoard } from '../schedule/strips.contract.ts'
import { addElement } from '../script/element.contract.ts'
import { putOnSheet } from '../script/breakdown.contract.ts'
import { addScenes } from '../script/scene.contract.ts'
import { createCallSheet } from './sheet.contract.ts'
import type { CallSheet } from './sheet.contract.ts'

export const firstDay = '2026-05-12' as PlainDay
export const secondDay = '2026-05-13' as PlainDay

/** Name, title, department, minutes from general call. */
export const crewOfTheDay: [string, string, string, number | null][] = [
  ['Ruth Calloway', 'Producer', 'Production', null],
  ['Priya Nandakumar', 'Production coordinator', 'Production', -30],
  ['Ines Maldonado', 'Director', 'Direction', null],
  ['Callum Reyes', '1st AD', 'Direction', -30],
  ['Anders Kvist', 'Director of photography', 'Camera', null],
  ['Dana Okafor', '2nd AC', 'Camera', -20],
  ['佐藤 花', 'DIT', 'Camera', null],
  ['Yusuf Kaya', 'Sound mixer', 'Sound', null],
  ['Никола Петров', 'Location manager', 'Locations', null],
]

export interface ShootingDay {
  ana: TestActor
  productionId: ProductionId
  boardId: BoardId
  board(): Promise<BoardView>
  /** Strip of a scene by its number. */
  strip(number: string): Promise<{ id: string; dayId: string | null }>
  dayIds: ShootDayId[]
  elements: Record<string, string>
  engagement(name: string): string
  sheet: CallSheet
  base: LocationId
}

/** A two-day commercial made through the contracts, from shot list to call sheet: nine crew, three cast, two places. */
export async function aShootingDay(office: TestOffice): Promise<ShootingDay> {
  const ana = await office.as('coordinator')
  const { id: productionId } = await ana.call(createProduction, {
    body: {
      code: nextCode('HL'),
      title: 'Harbour Light',
      kind: 'commercial',
      timeZone: 'Europe/London',
      startsOn: firstDay,
      endsOn: secondDay,
    },
  })
  const params = { productionId }
  const { items: scenes } = await ana.call(addScenes, {
    params,
    body: {
      scenes: [
        { number: '1', heading: 'EXT. LIGHTHOUSE PIER - DAY', synopsis: 'Mara carries the lamp glass', eighths: 6 },
        { number: '2', heading: 'EXT. LIGHTHOUSE PIER - DAY', synopsis: 'Toma runs ahead; gulls lift', eighths: 5 },
        { number: '3', heading: 'INT. NET LOFT - DAY', synopsis: 'Hands pack the glass in wool', eighths: 8 },
        { number: '4', heading: 'INT. NET LOFT - NIGHT', synopsis: 'The lamp burns', eighths: 6 },
      ],
    },
  })
  const sceneId = (number: string) => scenes.find((scene) => scene.number === number)!.id
  const elements: Record<string, string> = {}
  const element = async (category: string, name: string, numbers: string[], boardId?: string) => {
    const made = await ana.call(addElement, {
      params,
      body: { category, name, ...(boardId !== undefined && { boardId }) },
    })
    elements[name] = made.id
    for (const number of numbers)
      await ana.call(putOnSheet, {
        params: { ...params, sceneId: sceneId(number), elementId: made.id },
        body: { quantity: category === 'background' ? 6 : 1 },
      })
  }
  await Promise.all([
    element('cast', 'Mara', ['1', '3', '4'], '1'),
    element('cast', 'Keeper', ['3', '4'], '2'),
    element('cast', 'Toma', ['2'], '3'),
    element('background', 'Fishers in oilskins', ['2']),
    element('props', 'Lamp glass', ['1', '3']),
  ])

  const base = await ana.call(createLocation, {
    params,
    body: {
      name: 'Lighthouse pier',
      address: 'End of Pier Road, Saltreach',
      latitude: 51.361,
      longitude: 1.024,
      parking: 'Ropewalk Yard, left of the crane',
      gateCode: '4471',
      hospital: {
        name: 'Saltreach General',
        address: '22 Infirmary Road',
        phone: '01632 960 199',
        distanceKm: 7.4,
        driveMinutes: 13,
        note: 'open 24 h',
      },
    },
  })
  const loft = await ana.call(createLocation, {
    params,
    body: { name: 'Net loft', address: '9 Quay Street, Saltreach' },
  })
  await ana.call(setPlaces, {
    params,
    body: {
      sets: [
        { setName: 'LIGHTHOUSE PIER', locationId: base.id },
        { setName: 'NET LOFT', locationId: loft.id },
      ],
    },
  })

  const { items: departments } = await ana.call(listDepartments, {})
  const departmentOf = (name: string) =>
    (departments.find((each) => each.name.toLowerCase().startsWith(name.toLowerCase())) ?? departments[0]!).id
  let started = 0
  const engagements = new Map<string, string>()
  const engage = async (name: string, body: Omit<NewEngagement, 'personId' | 'companyId'>) => {
    const at = (started += 1)
    const mail = `${at}@unit.example`
    const { id } = await ana.call(createPerson, {
      body: {
        name,
        emails: [{ label: null, value: mail }],
        phones: [{ label: null, value: `07700 9001${String(at - 1).padStart(2, '0')}` }],
      },
    })
    const made = await ana.call(createEngagement, { params, body: { ...body, personId: id as PersonId } })
    engagements.set(name, made.id)
  }
  const crew = crewOfTheDay.map(([name, title, department, callOffsetMinutes]) =>
    engage(name, {
      title,
      departmentId: departmentOf(department),
      kind: 'crew',
      works: 'every_shoot_day',
      callOffsetMinutes,
    }),
  )
  const cast = (elementId: string, title: string) =>
    ({
      title,
      departmentId: departmentOf('Cast'),
      kind: 'cast',
      works: 'listed_days',
      elementId,
      makeupMinutes: 45,
      wardrobeMinutes: 15,
    }) as const
  await Promise.all([
    ...crew,
    engage('Imogen Vale', { ...cast(elements['Mara']!, 'Mara'), pickupFrom: 'Station Hotel', driveMinutes: 30 }),
    engage('Desmond Achterberg', cast(elements['Keeper']!, 'Keeper')),
    engage('Kit Marlow', cast(elements['Toma']!, 'Toma')),
  ])

  const { items: boards } = await ana.call(listBoards, { params })
  const active = boards.find((each) => each.state === 'active')
  const boardId = (active ?? (await ana.call(createBoard, { params, body: { name: 'Plan' } }))).id
  const on = { ...params, boardId }
  const board = () => ana.call(readBoard, { params: on })
  let now = await ana.call(addDays, {
    params: on,
    body: { onDate: firstDay, callTime: 420 },
    ifMatch: (await board()).version,
  })
  now = await ana.call(addDays, { params: on, body: { onDate: secondDay, callTime: 420 }, ifMatch: now.version })
  const dayIds = now.facts.days.map((day) => day.id)
  const strip = async (number: string) => {
    const { facts } = await board()
    const scene = facts.scenes.find((each) => each.number === number)!
    return facts.strips.find((each) => each.sceneId === scene.id)!
  }
  const move = async (numbers: string[], dayId: ShootDayId | undefined) =>
    ana.call(arrangeBoard, {
      params: on,
      body: {
        moves: [
          {
            stripIds: await Promise.all(numbers.map(async (number) => (await strip(number)).id)),
            dayId: dayId ?? null,
            before: null,
          },
        ],
      },
      ifMatch: (await board()).version,
    })
  await move(['1', '2', '3'], dayIds[0])
  await ana.call(addBanner, {
    params: on,
    body: { kind: 'meal', title: 'Lunch', dayId: dayIds[0] ?? null, before: (await strip('3')).id },
    ifMatch: (await board()).version,
  })
  await move(['4'], dayIds[1])

  const sheet = await ana.call(createCallSheet, { params, body: { onDate: firstDay } })
  return {
    ana,
    productionId,
    boardId,
    board,
    strip,
    dayIds,
    elements,
    sheet,
    base: base.id,
    engagement: (name) => engagements.get(name)!,
  }
}
