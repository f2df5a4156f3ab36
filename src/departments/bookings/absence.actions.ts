import { NotFound, Problem, invalid } from '../../kernel/problems.ts'
import type { PersonId } from '../../kernel/ids.ts'
import type { Actor, OfficeScope, ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import * as locations from '../locations/index.ts'
import * as people from '../people/index.ts'
import type { Absence, AvailabilityId, AbsentResource, NewAbsence } from './booking.contract.ts'
import { absentOn, weekdayWords } from './away.rules.ts'
import * as store from './absence.store.ts'
import type { DateSpan } from './absence.store.ts'

interface Write {
  readonly scope: ProductionScope
  readonly actor: Actor
}

export const addAbsence = (app: App, { scope, actor, body }: Write & { body: NewAbsence }): Promise<Absence[]> =>
  app.transaction(async (tx) => {
    const label = await labelOf(tx, scope, body.resource)
    const dates = absentOn(body)
    if (dates.length === 0)
      throw invalid('/weekdays', 'None of these weekdays lies between the first and the last day.')
    if (dates.length > 400) throw invalid('/to', 'Enter at most 400 days at a time.')
    const seriesId = body.weekdays.length > 0 ? app.ids.next<string>() : null
    const items = dates.map((onDate): Absence => ({
      id: app.ids.next<AvailabilityId>(),
      resource: body.resource,
      productionId: scope.productionId,
      onDate,
      from: body.fromMinute,
      until: body.untilMinute,
      kind: body.kind,
      note: body.note,
      source: body.source,
      seriesId,
    }))
    await store.insertAbsences(tx, items, app.clock.now())
    await app.audit.record(tx, actor, 'bookings.absence_entered', {
      subject: { kind: body.resource.kind, id: body.resource.id, label },
      productionId: scope.productionId,
      after: {
        kind: body.kind,
        from: body.from,
        to: body.to,
        note: body.note,
        ...(seriesId !== null && { weekdays: weekdayWords(body.weekdays) }),
      },
    })
    await app.announce(tx, { department: 'bookings', productionId: scope.productionId, ids: [body.resource.id] })
    return items
  })

/** Who or what the absence is of. @throws Invalid when it does not belong to the production */
async function labelOf(tx: Tx, scope: ProductionScope, { kind, id }: AbsentResource): Promise<string> {
  if (kind === 'unit') return `${id} unit`
  const found =
    kind === 'person'
      ? (await people.engagementsOf(tx, scope)).find(({ personId }) => personId === id)
      : (await locations.all(tx, scope)).find((place) => place.id === id)
  if (found === undefined)
    throw invalid(
      '/resource/id',
      kind === 'person' ? 'This person is not on the production.' : 'This place is not on the production.',
    )
  return found.name
}

export const removeAbsence = (
  app: App,
  { scope, actor, id, and }: Write & { id: AvailabilityId; and?: 'later' | undefined },
): Promise<null> =>
  app.transaction(async (tx) => {
    const absence = await store.findAbsence(tx, id)
    const known = absence && (await isOurs(tx, scope, absence))
    if (absence === undefined || !known) throw new Problem(NotFound, {}, 'There is no such absence here.')
    const days =
      and === 'later' && absence.seriesId !== null
        ? await store.deleteFrom(tx, absence.seriesId, absence.onDate)
        : await store.deleteAbsence(tx, id).then(() => 1)
    await app.audit.record(tx, actor, 'bookings.absence_removed', {
      subject: { kind: absence.resource.kind, id: absence.resource.id },
      productionId: scope.productionId,
      before: { kind: absence.kind, onDate: absence.onDate, note: absence.note, days },
      after: {},
    })
    await app.announce(tx, { department: 'bookings', productionId: scope.productionId, ids: [absence.resource.id] })
    return null
  })

/** What another production entered is seen here but taken back there. */
const isOurs = async (tx: Tx, scope: ProductionScope, absence: Absence): Promise<boolean> =>
  absence.productionId === scope.productionId ||
  (absence.productionId === null &&
    absence.resource.kind === 'person' &&
    (await people.engagementsOf(tx, scope)).some(({ personId }) => personId === absence.resource.id))

export const absencesOfPerson = (db: Db, scope: OfficeScope, personId: PersonId, span: DateSpan): Promise<Absence[]> =>
  store.absencesOfPerson(db, scope, personId, span)
