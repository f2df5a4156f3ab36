import { z } from 'zod'
import type { OfficeRole, ProductionRole } from './abilities.ts'

/**
 * Every field about a person has a class, and one table says which role sees which class in which area. Lists,
 * records, exports, feeds, mails and PDFs all pass through `redact`, so there is one place to get it right.
 */
export const fieldClasses = ['public', 'contact', 'personal', 'rate', 'bank', 'medical'] as const
export type FieldClass = (typeof fieldClasses)[number]

/** Where the field stands: the same phone number is open on a crew list and closed in a client's copy. */
export type Area = 'people' | 'crew' | 'callsheets' | 'locations' | 'agreements' | 'casting' | 'vendors'

export type Viewer = OfficeRole | ProductionRole | 'link' | 'system'

const contactOnly: readonly FieldClass[] = ['public', 'contact']
const publicOnly: readonly FieldClass[] = ['public']
const coordinators: readonly FieldClass[] = ['public', 'contact', 'personal', 'rate', 'medical']
const everything: readonly FieldClass[] = fieldClasses

const table: Record<Area, Partial<Record<Viewer, readonly FieldClass[]>>> = {
  people: {
    owner: everything,
    admin: everything,
    coordinator: coordinators,
    producer: coordinators,
    finance: ['public', 'bank', 'rate'],
    department_head: publicOnly,
    system: everything,
  },
  crew: {
    owner: everything,
    admin: everything,
    producer: coordinators,
    coordinator: coordinators,
    finance: ['public', 'rate'],
    department_head: contactOnly,
    crew: publicOnly,
    client: publicOnly,
    system: everything,
  },
  callsheets: {
    owner: contactOnly,
    admin: contactOnly,
    producer: contactOnly,
    coordinator: contactOnly,
    department_head: contactOnly,
    crew: publicOnly,
    finance: publicOnly,
    client: publicOnly,
    link: publicOnly,
    system: everything,
  },
  locations: {
    owner: contactOnly,
    admin: contactOnly,
    producer: contactOnly,
    coordinator: contactOnly,
    department_head: contactOnly,
    crew: publicOnly,
    finance: publicOnly,
    system: everything,
  },
  agreements: {
    owner: everything,
    admin: everything,
    coordinator: coordinators,
    producer: coordinators,
    finance: ['public', 'rate'],
    system: everything,
  },
  casting: {
    owner: coordinators,
    admin: coordinators,
    producer: coordinators,
    coordinator: coordinators,
    department_head: publicOnly,
    finance: ['public', 'rate'],
    system: everything,
  },
  vendors: {
    owner: everything,
    admin: everything,
    coordinator: ['public', 'contact', 'personal', 'rate'],
    producer: ['public', 'contact', 'personal', 'rate'],
    finance: ['public', 'contact', 'rate', 'bank'],
    system: everything,
  },
}

/** Deny by default: a role that the table does not name sees nothing of the area. */
export const maySee = (viewer: Viewer, area: Area, fieldClass: FieldClass): boolean =>
  table[area][viewer]?.includes(fieldClass) ?? false

interface Classed {
  readonly area: Area
  readonly classes: Readonly<Record<string, FieldClass>>
}

const register = z.registry<Classed>()

/** A field with its class. Everything but public may be withheld and is then null. */
export interface Field<Schema extends z.ZodType = z.ZodType, Class extends FieldClass = FieldClass> {
  readonly class: Class
  readonly schema: Schema
}

type ShapeOf<Fields extends Record<string, Field>> = {
  [Name in keyof Fields]: Fields[Name] extends Field<infer Schema, infer Class>
    ? Class extends 'public'
      ? Schema
      : z.ZodNullable<Schema>
    : never
}

export const open = <S extends z.ZodType>(schema: S): Field<S, 'public'> => ({ class: 'public', schema })
export const contact = <S extends z.ZodType>(schema: S): Field<S, 'contact'> => ({ class: 'contact', schema })
export const personal = <S extends z.ZodType>(schema: S): Field<S, 'personal'> => ({ class: 'personal', schema })
export const rate = <S extends z.ZodType>(schema: S): Field<S, 'rate'> => ({ class: 'rate', schema })
export const bank = <S extends z.ZodType>(schema: S): Field<S, 'bank'> => ({ class: 'bank', schema })
export const medical = <S extends z.ZodType>(schema: S): Field<S, 'medical'> => ({ class: 'medical', schema })

/**
 * An object of which every field must name its class; one that does not, does not compile.
 *
 * @example
 * const Person = classed('people', { id: open(PersonId), name: open(z.string()), phone: contact(z.string()) })
 * redact(Person, person, (area, c) => maySee('client', area, c)).phone // null
 */
export function classed<Fields extends Record<string, Field>>(
  area: Area,
  fields: Fields,
): z.ZodObject<ShapeOf<Fields>> {
  const shape: Record<string, z.ZodType> = {}
  const classes: Record<string, FieldClass> = {}
  for (const [name, field] of Object.entries(fields)) {
    classes[name] = field.class
    shape[name] = field.class === 'public' ? field.schema : field.schema.nullable()
  }
  const schema = z.object(shape)
  register.add(schema, { area, classes })
  return schema as z.ZodObject<ShapeOf<Fields>>
}

export type Sees = (area: Area, fieldClass: FieldClass) => boolean

/** A copy of `value` without what `sees` refuses; follows objects, arrays, records, unions and nullables of `schema`. */
export function redact<T>(schema: z.ZodType<T>, value: T, sees: Sees): T {
  return walk(schema, value, sees) as T
}

function walk(schema: z.ZodType, value: unknown, sees: Sees): unknown {
  if (value === null || value === undefined) return value
  const def = (schema as unknown as { def: Record<string, unknown> & { type: string } }).def
  switch (def.type) {
    case 'object':
      return walkObject(schema as z.ZodObject, value as Record<string, unknown>, sees)
    case 'array':
      return (value as unknown[]).map((item) => walk(def['element'] as z.ZodType, item, sees))
    case 'record':
      return Object.fromEntries(
        Object.entries(value as object).map(([key, item]) => [key, walk(def['valueType'] as z.ZodType, item, sees)]),
      )
    case 'nullable':
    case 'optional':
    case 'default':
    case 'readonly':
    case 'prefault':
      return walk(def['innerType'] as z.ZodType, value, sees)
    case 'union': {
      const option = (def['options'] as z.ZodType[]).find((each) => each.safeParse(value).success)
      return option === undefined ? value : walk(option, value, sees)
    }
    default:
      return value
  }
}

function walkObject(schema: z.ZodObject, value: Record<string, unknown>, sees: Sees): Record<string, unknown> {
  const classes = register.get(schema)
  const result: Record<string, unknown> = {}
  for (const [name, item] of Object.entries(value)) {
    const field = schema.shape[name] as z.ZodType | undefined
    if (field === undefined) result[name] = item
    else if (classes !== undefined && !sees(classes.area, classes.classes[name] ?? 'bank')) result[name] = null
    else result[name] = walk(field, item, sees)
  }
  return result
}
