import { addAbsence, bookDays } from '../../departments/bookings/index.ts'
import { addCompany, addEngagement, addPerson, departmentsOf } from '../../departments/people/index.ts'
import type { Engagement } from '../../departments/people/engagement.contract.ts'
import type { CompanyId, DepartmentId } from '../../departments/people/person.contract.ts'
import { elements } from '../../departments/script/index.ts'
import type { PlainDay } from '../../kernel/time.ts'
import { systemOfficeScope, type Actor, type ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Sample } from './sampleData.ts'

export interface Loading {
  app: App
  actor: Extract<Actor, { kind: 'system' }>
  scope: ProductionScope
  sample: Sample
  /** Shooting days in order. */
  dates: PlainDay[]
}

export async function loadCompanies(
  app: App,
  actor: Loading['actor'],
  sample: Sample,
): Promise<Map<string, CompanyId>> {
  const scope = systemOfficeScope(actor.name)
  const ids = new Map<string, CompanyId>()
  for (const { name, kinds, emails } of sample.companies) {
    const body = { name, kinds, emails: emails.map((value) => ({ label: null, value })) }
    ids.set(name, (await addCompany(app, { scope, actor, body })).id)
  }
  return ids
}

/** Everybody on the production, with numbers and addresses that belong to nobody. */
export async function loadPeople(loading: Loading): Promise<void> {
  const { app, sample, scope } = loading
  const departments = new Map((await departmentsOf(app.db)).map(({ id, name }) => [name, id as DepartmentId]))
  const department = (name: string): DepartmentId => {
    const id = departments.get(name)
    if (!id) throw new Error(`The sample names a department that is not there: ${name}`)
    return id
  }
  const characters = new Map((await elements(app.db, scope)).map(({ id, name }) => [name.toUpperCase(), id]))

  for (const [index, { name, homeBase, pronouns, company, days, ...role }] of sample.crew.entries()) {
    const personId = await addPersonOf(loading, index, { name, homeBase, pronouns, companyName: company })
    const engaged = await addEngagement(app, {
      ...loading,
      body: {
        personId,
        companyId: null,
        departmentId: department(role.department),
        title: role.title,
        kind: role.kind,
        phoneOnSheet: role.phoneOnSheet,
        works: days ? 'listed_days' : 'every_shoot_day',
      },
    })
    if (days) await confirm(loading, engaged, days)
  }
  for (const [index, cast] of sample.cast.entries()) {
    const personId = await addPersonOf(loading, sample.crew.length + index, {
      name: cast.name,
      age: cast.age,
      homeBase: cast.homeBase,
    })
    await addEngagement(app, {
      ...loading,
      body: {
        personId,
        companyId: null,
        departmentId: department('Cast'),
        title: 'Actor',
        kind: 'cast',
        elementId: characters.get(cast.plays) ?? null,
        makeupMinutes: cast.makeupMinutes,
        wardrobeMinutes: cast.wardrobeMinutes,
        pickupFrom: cast.pickupFrom ?? null,
        driveMinutes: cast.driveMinutes ?? null,
      },
    })
    for (const day of cast.unavailableOn) await keepAway(loading, personId, day, cast.why)
  }
}

interface Named {
  name: string
  pronouns?: string | undefined
  companyName?: string | undefined
  age?: number | undefined
  homeBase?: string | undefined
}

export async function addPersonOf({ app, actor, dates }: Loading, index: number, { name, age, ...rest }: Named) {
  const address = name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[^a-z]+/g, '.')
  const born = age === undefined ? undefined : Temporal.PlainDate.from(dates[0]!).subtract({ years: age, months: 4 })
  const person = await addPerson(app, {
    scope: systemOfficeScope(actor.name),
    actor,
    body: {
      name,
      pronouns: rest.pronouns ?? null,
      companyName: rest.companyName ?? null,
      homeBase: rest.homeBase ?? null,
      emails: [{ label: null, value: `${address}@example.com` }],
      phones: [{ label: null, value: `+1 707 555 01${String(index).padStart(2, '0')}` }],
      birthDate: (born?.toString() as PlainDay | undefined) ?? null,
    },
  })
  return person.id
}

const dateOf = ({ dates }: Loading, day: number): PlainDay => {
  const date = dates[day - 1]
  if (!date) throw new Error(`The sample has no day ${day}.`)
  return date
}

const confirm = (loading: Loading, { id }: Engagement, days: number[]) =>
  bookDays(loading.app, {
    ...loading,
    days: days.map((day) => ({ engagementId: id, onDate: dateOf(loading, day), state: 'confirmed' as const })),
  })

function keepAway(loading: Loading, personId: string, day: number, note: string) {
  const date = dateOf(loading, day)
  return addAbsence(loading.app, {
    ...loading,
    body: {
      resource: { kind: 'person', id: personId },
      from: date,
      to: date,
      fromMinute: null,
      untilMinute: null,
      kind: 'unavailable',
      note,
      source: 'agent, by mail',
      weekdays: [],
    },
  })
}
