import { MAIN_UNIT } from '../../kernel/units.ts'
import { create as createCallSheet } from '../../departments/callsheets/index.ts'
import { create as createProduction } from '../../departments/productions/index.ts'
import type { PlainDay } from '../../kernel/time.ts'
import { systemOfficeScope, systemScope } from '../../platform/access/scope.ts'
import { within, type App } from '../../platform/app.ts'
import { readSample } from './sampleData.ts'
import { loadAgreements } from './sampleAgreements.ts'
import { loadBookings } from './sampleBookings.ts'
import { loadCasting } from './sampleCasting.ts'
import { loadDocuments } from './sampleDocuments.ts'
import { loadCompanies, loadPeople, type Loading } from './samplePeople.ts'
import { loadBoard, loadLocations } from './samplePlan.ts'
import { loadScript } from './sampleScript.ts'
import { loadHours } from './sampleHours.ts'
import { loadRooms } from './sampleRooms.ts'
import { loadVendors } from './sampleVendors.ts'

const WEDNESDAY = 3
const PREPARATION_DAYS = 7

export interface Loaded {
  code: string
  title: string
  isNew: boolean
  firstDay: PlainDay
}

/**
 * Loads the sample production through the same actions people use, all of it or nothing. Its days lie ahead of the day it
 * is loaded on, so that there is something to do. A second time changes nothing.
 */
export async function loadSample(outer: App): Promise<Loaded> {
  const { sample, script } = await readSample()
  const { timeZone, ...production } = sample.production
  const dates = shootingDays(outer.clock.now().toZonedDateTimeISO(timeZone).toPlainDate(), sample.days.length)
  const result = { code: production.code, title: production.title, firstDay: dates[0] as PlainDay }
  return outer.transaction(async (tx) => {
    const app = within(outer, tx)
    const present = await app.db
      .selectFrom('production')
      .select('id')
      .where('code', '=', production.code)
      .where('archived_at', 'is', null)
      .executeTakeFirst()
    if (present) return { ...result, isNew: false }

    const actor = { kind: 'system', name: 'Sample production' } as const
    const companies = await loadCompanies(app, actor, sample)
    const { id } = await createProduction(app, {
      scope: systemOfficeScope(actor.name),
      actor,
      body: {
        ...production,
        timeZone,
        clientCompanyId: companies.get(sample.client) ?? null,
        agencyCompanyId: companies.get(sample.agency) ?? null,
        startsOn: dates[0] as PlainDay,
        endsOn: dates.at(-1) as PlainDay,
      },
    })
    const scope = systemScope(id, actor.name)
    const loading: Loading = { app, actor, scope, sample, dates }
    await loadScript(loading, script)
    await loadLocations(loading)
    await loadPeople(loading)
    await loadBoard(loading)
    await loadBookings(loading)
    await loadRooms(loading)
    await loadHours(loading)
    await loadCasting(loading)
    await loadVendors(loading)
    await loadAgreements(loading)
    await loadDocuments(loading, tx)
    await createCallSheet(app, { scope, actor, onDate: dates[0] as PlainDay, unit: MAIN_UNIT, variant: '' })
    return { ...result, isNew: true }
  })
}

/** The first Wednesday that leaves a week to prepare, and the days after it. */
function shootingDays(today: Temporal.PlainDate, count: number): PlainDay[] {
  const earliest = today.add({ days: PREPARATION_DAYS })
  const first = earliest.add({ days: (WEDNESDAY - earliest.dayOfWeek + 7) % 7 })
  return Array.from({ length: count }, (_, ahead) => first.add({ days: ahead }).toString() as PlainDay)
}
