import { z } from 'zod'
import { ProductionId } from '../../kernel/ids.ts'
import { problemType, Stale } from '../../kernel/problems.ts'
import { route } from '../../kernel/route.ts'
import { categoryIcons } from './category.rules.ts'
import { ElementId, SceneId } from './scene.contract.ts'

/** A category with its mark: colour, style of underline and icon together, never colour alone. */
export const ElementCategory = z.object({
  code: z.string(),
  name: z.string(),
  colour: z.string(),
  mark: z.enum(['solid', 'dashed', 'dotted', 'double', 'thick']),
  icon: z.string(),
  /** The letter that tags into it. */
  key: z.string().nullable(),
  sort: z.number().int(),
  version: z.number().int(),
})
export type ElementCategory = z.infer<typeof ElementCategory>

const ElementLink = z.object({
  bringsId: ElementId,
  name: z.string(),
  category: z.string(),
  quantity: z.number().int(),
  note: z.string(),
})
type ElementLink = z.infer<typeof ElementLink>

/** A character, prop, animal or anything else a scene needs. */
export const Element = z.object({
  id: ElementId,
  category: z.string(),
  name: z.string(),
  aliases: z.array(z.string()),
  /** The number on the strip, as written. */
  boardId: z.string().nullable(),
  isMinor: z.boolean(),
  age: z.number().int().nullable(),
  allowHold: z.boolean(),
  allowDrop: z.boolean(),
  minDropDays: z.number().int(),
  doNotExceedMinutes: z.number().int().nullable(),
  notes: z.string(),
  links: z.array(ElementLink),
  scenes: z.array(SceneId),
  version: z.number().int(),
})
export type Element = z.infer<typeof Element>

/** One element on one scene's sheet. `via` names the element that brings it along. */
export const SheetRow = z.object({
  sceneId: SceneId,
  elementId: ElementId,
  quantity: z.number().int(),
  note: z.string(),
  via: ElementId.nullable(),
})
export type SheetRow = z.infer<typeof SheetRow>

export const NameTaken = problemType(
  'element-name-taken',
  409,
  'There is one of this name already',
  z.object({ elementId: ElementId }),
)
export const BoardIdTaken = problemType(
  'element-board-id-taken',
  409,
  'Another element has this number on the board',
  z.object({ boardId: z.string() }),
)

const name = z.string().trim().min(1, 'Give it a name.').max(120)
const settable = {
  category: z.string().max(40),
  name,
  aliases: z.array(name).max(40),
  boardId: z.string().trim().min(1).max(8).nullable(),
  isMinor: z.boolean(),
  age: z.number().int().min(0).max(120).nullable(),
  allowHold: z.boolean(),
  allowDrop: z.boolean(),
  minDropDays: z.number().int().min(0).max(365),
  doNotExceedMinutes: z.number().int().min(1).max(1440).nullable(),
  notes: z.string().max(10_000),
}
export const ElementChange = z.object(settable).partial()
export type ElementChange = z.infer<typeof ElementChange>

const one = '/v1/productions/{productionId}/elements'
const params = z.object({ productionId: ProductionId })
const elementParams = params.extend({ elementId: ElementId })
const read = { ability: 'script.read', on: 'production' } as const
const edit = { ability: 'breakdown.edit', on: 'production' } as const

export const listCategories = route({
  method: 'GET',
  path: '/v1/productions/{productionId}/element-categories',
  summary: 'Breakdown categories with their marks, in the order of the sheet',
  access: read,
  params,
  response: z.object({ items: z.array(ElementCategory) }),
})

export const listOfficeCategories = route({
  method: 'GET',
  path: '/v1/element-categories',
  summary: 'Breakdown categories of the office with their marks, in the order of the sheet',
  access: { ability: 'office.read', on: 'office' },
  response: z.object({ items: z.array(ElementCategory) }),
})

export const CategoryKeyTaken = problemType(
  'category-key-taken',
  409,
  'This letter tags into another category',
  z.object({ code: z.string() }),
)
export const CategoryFaint = problemType(
  'category-faint',
  422,
  'This colour would hardly be seen on paper',
  z.object({ ratio: z.number() }),
)

export const changeCategory = route({
  method: 'PATCH',
  path: '/v1/element-categories/{code}',
  summary: 'Change the name, colour, mark, icon or key of a breakdown category for the whole office',
  access: { ability: 'office.settings', on: 'office' },
  params: z.object({ code: z.string() }),
  body: z
    .object({
      name: z.string().trim().min(1).max(60),
      colour: z.string().regex(/^#[0-9a-f]{6}$/i, 'Give a colour like #2f9e44.'),
      mark: ElementCategory.shape.mark,
      icon: z.enum(categoryIcons),
      key: z
        .string()
        .regex(/^[A-Z]$/, 'One capital letter.')
        .nullable(),
      sort: z.number().int().min(0).max(200),
    })
    .partial(),
  ifMatch: 'required',
  response: ElementCategory,
  problems: [Stale, CategoryKeyTaken, CategoryFaint],
})

export const listElements = route({
  method: 'GET',
  path: one,
  summary: 'Every element of the production with the scenes it is on',
  access: read,
  params,
  response: z.object({ items: z.array(Element) }),
})

export const addElement = route({
  method: 'POST',
  path: one,
  summary: 'Add an element, and where given put it on a scene’s sheet',
  access: edit,
  params,
  body: ElementChange.extend({ category: settable.category, name, sceneId: SceneId.optional() }),
  idempotencyKey: 'accepted',
  response: Element,
  status: 201,
  problems: [NameTaken, BoardIdTaken],
})

export const changeElement = route({
  method: 'PATCH',
  path: `${one}/{elementId}`,
  summary: 'Change an element',
  access: edit,
  params: elementParams,
  body: ElementChange,
  ifMatch: 'required',
  preview: true,
  response: Element,
  problems: [NameTaken, BoardIdTaken, Stale],
})

export const mergeElements = route({
  method: 'POST',
  path: `${one}/{elementId}/merge`,
  summary: 'Make several elements one: its sheets, other names, links and notes take in theirs',
  access: edit,
  params: elementParams,
  body: z.object({ elementIds: z.array(ElementId).min(1).max(50) }),
  preview: true,
  repeated: 'what was merged is not there to be merged',
  response: Element,
})

export const removeElement = route({
  method: 'DELETE',
  path: `${one}/{elementId}`,
  summary: 'Put an element away; the sheets it was on lose it',
  access: edit,
  params: elementParams,
  ifMatch: 'required',
  preview: true,
  response: z.object({ id: ElementId }),
  problems: [Stale],
})

export const linkElement = route({
  method: 'PUT',
  path: `${one}/{elementId}/links/{bringsId}`,
  summary: 'Say that one element brings another along, as a minor brings a studio teacher',
  access: edit,
  params: elementParams.extend({ bringsId: ElementId }),
  body: z.object({ quantity: z.number().int().min(1).max(1000).default(1), note: z.string().max(400).default('') }),
  response: Element,
})

export const unlinkElement = route({
  method: 'DELETE',
  path: `${one}/{elementId}/links/{bringsId}`,
  summary: 'One element no longer brings the other along',
  access: edit,
  params: elementParams.extend({ bringsId: ElementId }),
  response: Element,
})
