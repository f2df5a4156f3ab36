import { mayInProduction, type ProductionRole } from '../../kernel/abilities.ts'
import type { ProductionId, UserId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/database/database.ts'
import * as access from './access.store.ts'
import type { Sight } from './document.store.ts'
import { classesFor, standing } from './documentAccess.rules.ts'
import { classes } from './documentClass.store.ts'
import type { Eyes } from './documentSight.actions.ts'

/** A production and what somebody is there. */
export interface Seat {
  readonly id: ProductionId
  readonly role: ProductionRole
}

/**
 * What one person sees across productions: in each with the eyes of their role there. Productions where role and terms
 * are the same are asked together, so there are a dozen sights at most, however many productions.
 * @param now for grants, which end by themselves, and for terms; without it neither counts
 */
export async function eyesAcross(
  db: Db,
  userId: UserId,
  seats: readonly Seat[],
  now?: Temporal.Instant,
): Promise<Eyes & { productionIds: readonly ProductionId[] }> {
  const rows = await classes(db)
  const open = seats.filter(({ role }) => mayInProduction(role, 'documents.read'))
  const ids = open.map(({ id }) => id)
  const agreed = now ? await access.agreedIn(db, ids, userId) : new Set<ProductionId>()
  const granted = now ? await access.granted(db, userId, ids, now) : []
  const roleIn = new Map(open.map(({ id, role }) => [id, role]))
  const sight: Sight[] = []
  const reading: Sight[] = []
  for (const group of Map.groupBy(open, ({ id, role }) => `${role} ${agreed.has(id)}`).values()) {
    const [first] = group
    if (first === undefined) continue
    const { role } = first
    const hasNda = agreed.has(first.id)
    const { read, listed } = classesFor(rows, role)
    const base = { productionIds: group.map(({ id }) => id), userId }
    const opens = rows
      .filter((rule) => standing(rule, { reader: role, isOwn: false, isGranted: false, hasNda }) === 'open')
      .map(({ code }) => code)
    sight.push({ ...base, classes: listed, granted })
    reading.push({
      ...base,
      classes: read.filter((code) => opens.includes(code)),
      // What was granted still asks for its terms, so its words are searched only where those are agreed.
      granted: hasNda ? granted : [],
    })
  }
  return {
    productionIds: ids,
    classes: rows,
    sight,
    reading,
    standingOf: ({ id, classCode, createdBy, productionId }) => {
      const rule = rows.find(({ code }) => code === classCode)
      const role = productionId === null ? undefined : roleIn.get(productionId)
      if (rule === undefined || role === undefined) return 'hidden'
      const hasNda = agreed.has(productionId as ProductionId)
      return standing(rule, { reader: role, isOwn: createdBy === userId, isGranted: granted.includes(id), hasNda })
    },
  }
}
