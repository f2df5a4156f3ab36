import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { createProduction } from '../src/departments/productions/production.contract.ts'
import { arrangeBoard } from '../src/departments/schedule/strips.contract.ts'
import { listBoards, readBoard } from '../src/departments/schedule/boards.contract.ts'
import { addDays } from '../src/departments/schedule/days.contract.ts'
import { beginImport, commitImport } from '../src/departments/script/import.contract.ts'
import type { ProductionId } from '../src/kernel/ids.ts'
import type { PlainDay, ZoneName } from '../src/kernel/time.ts'
import type { BenchOffice } from './office.ts'

/** The office the aims are stated for. Media files join when there is a media department. */
export const size = { people: 20_000, productions: 40, bookings: 50_000, scenes: 180, days: 60, unit: 150 }

/** Given and family names by position: the same people every time. */
const given = [
  'Ana',
  'Ben',
  'Chiara',
  'Dana',
  'Emil',
  'Farah',
  'Goran',
  'Hana',
  'Idris',
  'June',
  'Kofi',
  'Lena',
  'Mara',
]
const family = [
  'Okafor',
  'Lindqvist',
  'Marsh',
  'Kaya',
  'Petrov',
  'Haddad',
  'Quill',
  'Sato',
  'Ferreira',
  'Roche',
  'Blum',
]

const pick = (list: readonly string[], column: string) =>
  sql`(array[${sql.join(list)}])[1 + (${sql.raw(column)} % ${sql.lit(list.length)})]`

/** 20,000 people with a mail address and a phone each. */
export async function addPeople({ house }: BenchOffice): Promise<void> {
  await house.app.transaction(async (tx) => {
    await sql`
      insert into person (id, name, given_name, family_name, name_key, sort_name, search_text, home_base, created_at, position, skills, profile_text,
        day_rate_minor, day_rate_currency)
      select gen_random_uuid(), full_name, g, f, lower(full_name), lower(f || ' ' || g), lower(full_name), 'London', now(), 'Grip',
        case when n % 40 = 0 then array['Steadicam'] else array['Rigging'] end,
        case when n % 40 = 0 then 'steadicam' else 'rigging' end, 40000 + (n % 50) * 1000, 'USD'
      from (
        select ${pick(given, 'n')} || ' ' || ${pick(family, 'n / 13')} || ' ' || n as full_name, n,
          ${pick(given, 'n')} as g, ${pick(family, 'n / 13')} || ' ' || n as f
        from generate_series(1, ${sql.lit(size.people)}) as n
      ) as made`.execute(tx)
    await sql`
      insert into contact_point (id, person_id, kind, value, match_key, sort)
      select gen_random_uuid(), id, 'email', replace(lower(name), ' ', '.') || '@example.com',
        replace(lower(name), ' ', '.') || '@example.com', 0
      from person`.execute(tx)
  })
  await sql`analyze`.execute(house.app.db)
}

/** 40 productions of a crew each, half of whose members are booked day by day: 50,000 booked days over a year and a half. */
export async function addProductions({ caller, house }: BenchOffice): Promise<ProductionId[]> {
  const ids: ProductionId[] = []
  for (let n = 0; n < size.productions; n += 1) {
    const body = {
      code: `B${n}`,
      title: `Bench ${n}`,
      kind: 'commercial',
      timeZone: 'Europe/London' as ZoneName,
    } as const
    ids.push((await caller.call(createProduction, { body })).id)
  }
  const perProduction = size.bookings / size.productions
  await house.app.transaction(async (tx) => {
    for (const [n, id] of ids.entries()) {
      await crewOf(tx, id, n * 50, 50)
      await sql`
        with main as (
          insert into booking (id, production_id, engagement_id, department_id, title, is_main, created_at)
          select gen_random_uuid(), production_id, id, department_id, title, true, created_at
          from engagement where production_id = ${id} order by id limit 25
          returning id, engagement_id, created_at)
        insert into booking_day (id, booking_id, person_id, on_date, zone, state, asked_at)
        select gen_random_uuid(), main.id, engagement.person_id, date '2026-06-01' + day, 'Europe/London', 'confirmed',
          main.created_at
        from main join engagement on engagement.id = main.engagement_id,
          generate_series(0, ${sql.lit(perProduction / 25 - 1)}) as day`.execute(tx)
    }
  })
  // What the database does by itself a minute after so many rows came at once.
  await sql`vacuum analyze`.execute(house.app.db)
  return ids
}

const crewOf = (
  tx: Parameters<Parameters<BenchOffice['house']['app']['transaction']>[0]>[0],
  id: ProductionId,
  from: number,
  count: number,
) =>
  sql`
    insert into engagement (id, production_id, person_id, department_id, title, kind, works, created_at)
    select gen_random_uuid(), ${id}, person.id, department.id, 'Grip', 'crew', 'every_shoot_day', now()
    from (select id from person order by sort_name offset ${sql.lit(from)} limit ${sql.lit(count)}) as person,
      (select id from department order by sort limit 1) as department`.execute(tx)

export const addUnit = ({ house }: BenchOffice, id: ProductionId, count: number) =>
  house.app.transaction((tx) => crewOf(tx, id, 5000, count))

export const longScript = () =>
  readFile(join(import.meta.dirname, '../samples/scripts/the-tide-tables.fountain'), 'utf8')

/** One feature: 180 scenes laid out over 60 days. @returns its production and board */
export async function addFeature({ caller }: BenchOffice) {
  const body = {
    code: 'TIDE',
    title: 'The Tide Tables',
    kind: 'narrative',
    timeZone: 'Europe/London' as ZoneName,
    startsOn: '2027-03-01' as PlainDay,
  } as const
  const { id: productionId } = await caller.call(createProduction, { body })
  const params = { productionId }
  const draft = await caller.call(beginImport, {
    params,
    body: { text: await longScript(), fileName: 'tide.fountain' },
  })
  await caller.call(commitImport, { params: { ...params, draftId: draft.id }, body: { addSpeakingCast: true } })
  const { items } = await caller.call(listBoards, { params })
  const board = items[0]
  if (board === undefined) throw new Error('The script brought no board.')
  const on = { ...params, boardId: board.id }
  await caller.call(addDays, {
    params: on,
    ifMatch: board.version,
    body: { onDate: '2027-03-01' as PlainDay, count: size.days },
  })
  const view = await caller.call(readBoard, { params: on })
  const strips = view.facts.strips.map(({ id }) => id)
  const perDay = Math.ceil(strips.length / size.days)
  const moves = view.facts.days.map((day, at) => ({
    stripIds: strips.slice(at * perDay, (at + 1) * perDay),
    dayId: day.id,
    before: null,
  }))
  const filled = moves.filter(({ stripIds }) => stripIds.length > 0)
  await caller.call(arrangeBoard, { params: on, ifMatch: view.version, body: { moves: filled } })
  return on
}
