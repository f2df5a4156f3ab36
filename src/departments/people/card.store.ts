import { sql } from 'kysely'
import type { PersonId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/database/database.ts'
import './person.table.ts'

/** What a list of people shows of each: name, usual position and department, and where they live. All public. */
interface PersonCard {
  readonly id: PersonId
  readonly name: string
  readonly position: string | null
  readonly homeBase: string | null
  readonly departmentId: string | null
}

/** Somebody and the department they work in here, where it is not their usual one. */
interface Placed {
  readonly personId: PersonId
  readonly departmentId: string | null
}

/** The next so many of these people after one of them, as a crew list has them: by department, then by name. */
export async function cardsInCrewOrder(
  db: Db,
  among: readonly Placed[],
  { after, limit }: { after?: PersonId | undefined; limit: number },
): Promise<PersonCard[]> {
  if (among.length === 0) return []
  const { rows } = await sql<PersonCard>`
    with placed as (
      select person.id, person.name, person.position, person.home_base as "homeBase",
        coalesce(here.department_id, person.department_id) as "departmentId", coalesce(department.sort, 32767) as sort
      from unnest(${among.map(({ personId }) => personId)}::uuid[], ${among.map(({ departmentId }) => departmentId)}::uuid[])
        as here (person_id, department_id)
      cross join lateral (
        -- One by one by their key: a plan over all people would read the whole directory for a page.
        select id, name, position, home_base, department_id from person where person.id = here.person_id offset 0) as person
      left join department on department.id = coalesce(here.department_id, person.department_id)),
    mark as (
      select person.id, person.name, coalesce(placed.sort, department.sort, 32767) as sort
      from person left join placed on placed.id = person.id left join department on department.id = person.department_id
      where person.id = ${after ?? null}::uuid)
    select placed.id, placed.name, placed.position, "homeBase", "departmentId" from placed
    where not exists (select from mark) or (placed.sort, placed.name, placed.id) > (select sort, name, id from mark)
    order by placed.sort, placed.name, placed.id limit ${limit}`.execute(db)
  return rows
}
