import { normaliseWords } from './words.rules.ts'

interface Exclusivity {
  readonly category: string
  readonly brand: string
  readonly fromDay: string
  /** The day after the last. */
  readonly untilDay: string
  readonly source: string
}

interface Wanted {
  readonly category: string
  readonly brand: string
  readonly exclusiveMonths: number | null
  readonly shootDays: readonly string[]
}

/** `Beer` and `beer ` are one category; an empty one is none. */
const same = (a: string, b: string) => normaliseWords(a) !== '' && normaliseWords(a) === normaliseWords(b)

/**
 * What stands against somebody in this role: work of the same category for another brand whose term touches the shoot
 * days, or ended less than the role's months before the first of them.
 */
export function conflictsOf(role: Wanted, known: readonly Exclusivity[]): Exclusivity[] {
  const [first, last] = [role.shootDays.toSorted()[0], role.shootDays.toSorted().at(-1)]
  if (first === undefined || last === undefined) return []
  const since = Temporal.PlainDate.from(first)
    .subtract({ months: role.exclusiveMonths ?? 0 })
    .toString()
  return known.filter(
    ({ category, brand, fromDay, untilDay }) =>
      same(category, role.category) && !same(brand, role.brand) && fromDay <= last && untilDay > since,
  )
}

/** From the first shoot day, for as many months as the role asks; null where it asks for none. */
export function exclusivityOf({
  category,
  exclusiveMonths,
  shootDays,
}: Wanted): { fromDay: string; untilDay: string } | null {
  const [fromDay] = shootDays.toSorted()
  if (normaliseWords(category) === '' || exclusiveMonths === null || fromDay === undefined) return null
  return { fromDay, untilDay: Temporal.PlainDate.from(fromDay).add({ months: exclusiveMonths }).toString() }
}
