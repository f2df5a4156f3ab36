import { beforeAll, expect, test } from 'vitest'
import { useOffice } from '../../../tests/support/office.ts'
import type { TestActor } from '../../../tests/support/office.ts'
import { archiveMinorProfile, changeMinorProfile, createMinorProfile, listMinorProfiles } from './minors.contract.ts'
import type { MinorProfile } from './minors.contract.ts'
import { changeProduction, createProduction } from './production.contract.ts'

const office = useOffice()
let owner: TestActor
let ana: TestActor
beforeAll(async () => {
  owner = await office.as('owner')
  ana = await office.as('coordinator')
})
const all = async () => (await ana.call(listMinorProfiles)).items
const named = async (name: string) => (await all()).find((it) => it.name === name) as MinorProfile
const bodyOf = ({ name, source, dated, mealExtendsMinutes, rows }: MinorProfile) => ({
  name,
  source,
  dated,
  mealExtendsMinutes,
  rows,
})
let made = 0
const begin = (jurisdiction: string | null) =>
  ana.call(createProduction, { body: { code: `MH${++made}`, title: 'Spot', kind: 'commercial', jurisdiction } })

test('ST-3 hours are shipped for several places, each with a source and a date', async () => {
  const profiles = await all()
  expect(profiles.map(({ name, rows }) => [name, rows.length])).toEqual([
    ['California', 12],
    ['England', 6],
    ['Germany', 6],
  ])
  expect(profiles.every(({ source, dated }) => source !== '' && dated > '2020')).toBe(true)
  const [seven] = (await named('California')).rows.filter((row) => row.fromAgeMonths === 72 && row.onSchoolDay)
  expect(seven).toMatchObject({ workMinutes: 240, onSetMinutes: 480, schoolMinutes: 180, restMinutes: 60 })
})

test('ST-3 an office adds a place, corrects it, puts it away; a production that goes by it keeps it', async () => {
  const like = await named('England')
  const ours = await owner.call(createMinorProfile, { body: { ...bodyOf(like), name: 'Scotland' } })
  const production = await begin(ours.id)
  expect((await named('Scotland')).productions).toBe(1)
  const rows = ours.rows.map((row) => (row.fromAgeMonths === 60 ? { ...row, workMinutes: 150 } : row))
  const changed = await owner.call(changeMinorProfile, {
    params: { minorProfileId: ours.id },
    ifMatch: ours.version,
    body: { ...bodyOf(ours), rows },
  })
  expect(changed.rows.filter((row) => row.workMinutes === 150)).toHaveLength(2)
  const on = { params: { minorProfileId: ours.id } }
  const away = await owner.call(archiveMinorProfile, { ...on, ifMatch: changed.version, body: { archived: true } })
  expect((await all()).at(-1)?.id).toBe(ours.id)
  // It stays where it is worn, and nobody else can choose it.
  const renamed = await ana.call(changeProduction, {
    params: { productionId: production.id },
    ifMatch: production.version,
    body: { title: 'Other', jurisdiction: ours.id },
  })
  expect(renamed.jurisdiction).toBe(ours.id)
  const refused = await ana.refused(createProduction, {
    body: { code: 'MH99', title: 'Spot', kind: 'commercial', jurisdiction: ours.id },
  })
  expect(refused.detail).toContain('Choose another place')
  await owner.call(archiveMinorProfile, { ...on, ifMatch: away.version, body: { archived: false } })
  expect((await named('Scotland')).isArchived).toBe(false)
  const entries = await office.app.db
    .selectFrom('audit_entry')
    .select('verb')
    .where('verb', 'like', 'minor_profile.%')
    .execute()
  expect(entries).toHaveLength(4)
})

test('ST-3 hours that contradict each other, an unknown place, a stale change and a coordinator are refused', async () => {
  const like = await named('Germany')
  const on = { params: { minorProfileId: like.id }, ifMatch: like.version }
  const [first] = like.rows
  const overlapping = await owner.refused(changeMinorProfile, {
    ...on,
    body: { ...bodyOf(like), rows: [...like.rows, { ...first, fromAgeMonths: 40, untilAgeMonths: 50 }] },
  })
  expect([overlapping.status, overlapping.detail]).toEqual([422, expect.stringContaining('overlap')])
  expect((await owner.refused(changeMinorProfile, { ...on, ifMatch: 9, body: bodyOf(like) })).status).toBe(412)
  expect((await ana.refused(changeMinorProfile, { ...on, body: bodyOf(like) })).status).toBe(403)
  const production = await begin(null)
  const unknown = await ana.refused(changeProduction, {
    params: { productionId: production.id },
    ifMatch: production.version,
    body: { jurisdiction: 'Atlantis' },
  })
  expect(unknown.status).toBe(404)
  // Two people who slip past the rule meet the database.
  await expect(
    office.app.transaction((tx) =>
      tx
        .insertInto('minor_hours')
        .values({
          profile_id: 'Germany',
          from_age_months: 40,
          until_age_months: 50,
          on_school_day: true,
          work_minutes: 1,
          on_set_minutes: 2,
          school_minutes: 0,
          rest_minutes: 0,
          earliest: 480,
          latest: 1020,
          latest_before_free_day: 1020,
        })
        .execute(),
    ),
  ).rejects.toThrow('minor_hours')
})
