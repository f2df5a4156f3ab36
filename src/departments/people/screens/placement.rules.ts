import type { NewEngagement } from '../engagement.contract.ts'
import type { ImportResult } from '../import.contract.ts'
import { fold } from '../likeness.rules.ts'
import type { TradeDepartment } from '../person.contract.ts'
import type { PlanRow, RowChoice } from '../plan.contract.ts'
import { isCalled } from '../position.rules.ts'

/** What somebody on a line of a crew list does on the production. */
export interface Placement {
  readonly departmentId: string | null
  readonly title: string
  /** Whom they play, if they are cast. */
  readonly elementId: string | null
}

/** A character of the script, with its number on the board. */
export interface Part {
  readonly id: string
  readonly name: string
  readonly boardId: string | null
}

type Departments = readonly Pick<TradeDepartment, 'id' | 'name' | 'isCast' | 'positions'>[]

export const castOf = (departments: Departments) => departments.find(({ isCast }) => isCast)

/**
 * Where a line belongs: in the department it names, else the one that has its position, else with the cast where it
 * names a character, or one stands where the position is written. What cannot be told stays open, for a person to fill in.
 */
export function proposed(row: PlanRow, departments: Departments, parts: readonly Part[]): Placement {
  const position = row.position ?? ''
  const named = departments.find(({ name }) => isNamed(name, row.department))
  const having = departments.find(({ positions }) => position !== '' && positions.some((it) => isCalled(it, position)))
  const character = row.character ?? (named || having ? null : position)
  const part = parts.find(
    ({ name, boardId }) => character !== null && (isNamed(name, character) || boardId === character),
  )
  const isCast = row.character !== null || part !== undefined
  const department = named ?? (isCast ? castOf(departments) : having)
  const usual = isCast ? (department?.positions[0]?.name ?? '') : ''
  const title = part !== undefined && row.character === null ? usual : position || usual
  return { departmentId: department?.id ?? null, title, elementId: part?.id ?? null }
}

const isNamed = (name: string, text: string | null) => text !== null && fold(text) === fold(name)

/** A line goes on the production when somebody stands on it who is taken, with a department and a position. */
const isPlaced = ({ departmentId, title }: Placement): boolean => departmentId !== null && title.trim() !== ''

export type LineStanding = 'ready' | 'needs_place' | 'needs_choice' | 'left_out'

export function standingOf(row: PlanRow, choice: RowChoice | null, placement: Placement): LineStanding {
  if (row.kind !== 'person') return 'left_out'
  if (row.status !== 'same' && choice?.do === 'skip') return 'left_out'
  if (row.status === 'possible_duplicate' && choice === null) return 'needs_choice'
  return isPlaced(placement) ? 'ready' : 'needs_place'
}

/** Everybody whose record the import gave back, as they are put on the production. */
export function engagementsFrom(
  people: ImportResult['people'],
  placementAt: (line: number) => Placement | undefined,
  departments: Departments,
): NewEngagement[] {
  const cast = castOf(departments)?.id
  return people.flatMap(({ line, personId }) => {
    const placement = placementAt(line)
    if (placement === undefined || !isPlaced(placement)) return []
    const { departmentId, title, elementId } = placement
    const isCast = elementId !== null || departmentId === cast
    return [
      {
        personId,
        companyId: null,
        departmentId: departmentId as NewEngagement['departmentId'],
        title: title.trim(),
        kind: isCast ? ('cast' as const) : ('crew' as const),
        ...(elementId !== null && { elementId }),
      },
    ]
  })
}
