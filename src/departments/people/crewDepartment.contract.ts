import { z } from 'zod'
import { problemType, Stale } from '../../kernel/problems.ts'
import { route } from '../../kernel/route.ts'
import { PlainDay } from '../../kernel/time.ts'
import { DepartmentId } from './person.contract.ts'

/** Two that would be read as the same, however they are written. */
const differ = (names: readonly string[]) => new Set(names.map((name) => name.toLowerCase())).size === names.length

const CrewPosition = z.object({
  name: z.string().trim().min(1, 'A position needs a name.').max(80),
  /** What else it is called on crew lists. */
  also: z.array(z.string().trim().min(1).max(60)).max(20, 'At most 20 other names for one position.'),
})
export type CrewPosition = z.infer<typeof CrewPosition>

const Positions = z
  .array(CrewPosition)
  .max(100)
  .refine((rows) => differ(rows.map(({ name }) => name)), { error: 'Two positions have the same name.' })

const CrewDepartment = z.object({
  id: DepartmentId,
  name: z.string(),
  /** Minutes from general call that its people usually have; negative is earlier. */
  callOffsetMinutes: z.number().int(),
  /** Performers belong to it; it stays, under any name. */
  isCast: z.boolean(),
  positions: z.array(CrewPosition),
  /** How many people of the directory and lines of crew lists name it. */
  uses: z.number().int(),
  source: z.string(),
  asOf: PlainDay,
})
export type CrewDepartment = z.infer<typeof CrewDepartment>

const CrewDepartments = z.object({
  items: z.array(CrewDepartment),
  /** Of the list as a whole. */
  version: z.number().int(),
})
export type CrewDepartments = z.infer<typeof CrewDepartments>

export const DepartmentInUse = problemType('department-in-use', 409, 'Somebody is in this department')

export const readCrewDepartments = route({
  method: 'GET',
  path: '/v1/crew-departments',
  summary: 'Departments as the office keeps them: their order, usual call and positions',
  access: { ability: 'office.settings', on: 'office' },
  response: CrewDepartments,
})

export const setCrewDepartments = route({
  method: 'PUT',
  path: '/v1/crew-departments',
  summary: 'Set departments and positions in the order of crew lists; one that is in use stays',
  access: { ability: 'office.settings', on: 'office' },
  body: z.object({
    items: z
      .array(
        z.object({
          id: DepartmentId.nullable(),
          name: z.string().trim().min(1, 'A department needs a name.').max(60),
          callOffsetMinutes: z
            .number('Say the minutes from general call; 0 is at call.')
            .int()
            .min(-720, 'At most twelve hours before call.')
            .max(720, 'At most twelve hours after call.'),
          positions: Positions,
        }),
      )
      .min(1)
      .max(60)
      .refine((rows) => differ(rows.map(({ name }) => name)), { error: 'Two departments have the same name.' }),
    source: z.string().trim().min(1, 'Say where this list comes from.').max(200),
  }),
  ifMatch: 'required',
  response: CrewDepartments,
  problems: [Stale, DepartmentInUse],
})
