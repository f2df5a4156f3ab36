import { demandFresh, Problem } from '../../kernel/problems.ts'
import type { BodyOf } from '../../kernel/route.ts'
import { dayAt, type ZoneName } from '../../kernel/time.ts'
import { listed, plural } from '../../kernel/words.ts'
import type { Actor } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import { lostRaceOf } from '../../platform/database/lostRace.ts'
import { DepartmentInUse } from './crewDepartment.contract.ts'
import type { CrewDepartment, CrewDepartments, setCrewDepartments } from './crewDepartment.contract.ts'
import * as store from './crewDepartment.store.ts'
import type { DepartmentId } from './person.contract.ts'

export async function list(db: Db): Promise<CrewDepartments> {
  const rows = await store.all(db)
  return {
    items: rows.map(({ version: _, ...it }) => it),
    version: rows.reduce((sum, { version }) => sum + version, 0),
  }
}

interface Put {
  readonly actor: Actor
  readonly expected: number
  readonly body: BodyOf<typeof setCrewDepartments>
}

/** Sets departments, their usual calls and positions. @throws Stale, DepartmentInUse */
export const put = (app: App, { actor, expected, body }: Put): Promise<CrewDepartments> =>
  app.transaction(async (tx) => {
    demandFresh({ expected, current: await store.lock(tx) }, 'the departments')
    const before = await store.all(tx)
    const known = new Set(before.map(({ id }) => id))
    const kept = new Set(body.items.map(({ id }) => id))
    await remove(
      tx,
      before.filter(({ id }) => !kept.has(id)),
    )
    await store.put(tx, {
      // A department that somebody set back or took out meanwhile is added again.
      items: body.items.map((it) => ({
        ...it,
        id: it.id !== null && known.has(it.id) ? it.id : app.ids.next<DepartmentId>(),
        positions: it.positions.map((position) => ({ ...position, id: app.ids.next() })),
      })),
      source: body.source,
      asOf: dayAt(app.clock.now(), 'UTC' as ZoneName),
    })
    await app.audit.record(tx, actor, 'people.crew_departments', {
      subject: { kind: 'department', id: 'all', label: 'Departments and positions' },
      before: told(before),
      after: told(body.items),
    })
    await app.announce(tx, { department: 'people', productionId: null, ids: [] })
    return list(tx)
  })

/** Takes out what nobody is in. The database knows of bookings and positions that are looked for. */
async function remove(tx: Tx, gone: readonly CrewDepartment[]): Promise<void> {
  const cast = gone.find(({ isCast }) => isCast)
  if (cast) throw inUse(`${cast.name} is where performers belong. Give it another name or place instead.`)
  const used = gone.find(({ uses }) => uses > 0)
  const moveFirst = 'Give it another name, or move them to another department first.'
  if (used) throw inUse(`${used.name} has ${plural(used.uses, 'line')} of people and crew lists. ${moveFirst}`)
  try {
    await store.remove(
      tx,
      gone.map(({ id }) => id),
    )
  } catch (thrown) {
    if (lostRaceOf(thrown) !== 'used') throw thrown
    const names = listed(gone.map(({ name }) => name))
    throw inUse(`${names} cannot be taken out: bookings or positions that are looked for stand in it. ${moveFirst}`)
  }
}

const inUse = (detail: string) => new Problem(DepartmentInUse, {}, detail)

type Told = Pick<CrewDepartment, 'name' | 'callOffsetMinutes' | 'positions'>

/** A department a line, so that the record says which of them changed. */
const told = (items: readonly Told[]): Record<string, string> =>
  Object.fromEntries(
    items.map(({ name, callOffsetMinutes, positions }) => [
      name,
      `${callOffsetMinutes} min; ${positions.map((it) => [it.name, ...it.also].join(' = ')).join(', ')}`,
    ]),
  )
