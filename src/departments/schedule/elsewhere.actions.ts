import type { Range } from '../../kernel/ranges.ts'
import type { PlainDay } from '../../kernel/time.ts'
import { systemScope } from '../../platform/access/scope.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db } from '../../platform/database/database.ts'
import * as boards from './board.store.ts'
import { countingBoards, planOf } from './counting.rules.ts'
import type { Work } from './clash.facts.rules.ts'
import * as store from './elsewhere.store.ts'
import { sheetsOf } from './load.actions.ts'
import { engagedOf, neighboursOf } from './neighbours.actions.ts'
import { worksOf } from './works.rules.ts'

/**
 * The work of these people on other productions of the office around the same dates. Only those jobs are computed
 * that engage one of them, and nothing leaves but their hours and the job's code.
 */
export async function worksElsewhere(
  db: Db,
  scope: ProductionScope,
  people: ReadonlySet<string>,
  { from, until }: Range<PlainDay>,
): Promise<Work[]> {
  if (people.size === 0) return []
  const works: Work[] = []
  for (const productionId of await store.productionsShooting(db, scope, { from, until })) {
    const there = systemScope(productionId, 'schedule clashes')
    const shared = (await engagedOf(db, there)).filter((person) => people.has(person.personId))
    if (shared.length === 0) continue
    const around = await neighboursOf(db, there)
    const counting = countingBoards(await boards.all(db, there))
    for (const sheet of (await sheetsOf(db, there, counting, around)).values()) {
      const plan = planOf(productionId, around.code, sheet.facts.board, 'theirs')
      works.push(
        ...worksOf(sheet, plan, shared).filter(
          (work) => people.has(work.resource.id) && work.onDate >= from && work.onDate < until,
        ),
      )
    }
  }
  return works
}
