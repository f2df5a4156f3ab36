import { z } from 'zod'
import { ProductionId } from '../../kernel/ids.ts'
import { rawRoute, route } from '../../kernel/route.ts'
import { SheetRow } from './element.contract.ts'
import { ElementId, Scene, SceneId } from './scene.contract.ts'
import { ScriptElement } from './screenplay.rules.ts'

export const ProposedElement = z.object({
  key: z.string(),
  category: z.string(),
  name: z.string(),
  quantity: z.number().int(),
  reason: z.string(),
  elementId: ElementId.nullable(),
  at: z.object({ element: z.number().int(), from: z.number().int(), until: z.number().int() }),
})
export type ProposedElement = z.infer<typeof ProposedElement>

/** A scene's breakdown sheet beside its text. */
export const Sheet = z.object({
  scene: Scene,
  /** Place among the sheets of the production, from 1. */
  sheetNumber: z.number().int(),
  draft: z.object({ name: z.string(), hex: z.string() }).nullable(),
  page: z.array(ScriptElement),
  rows: z.array(SheetRow),
  proposals: z.array(ProposedElement),
  can: z.object({ edit: z.boolean() }),
})
export type Sheet = z.infer<typeof Sheet>

const scene = '/v1/productions/{productionId}/scenes/{sceneId}'
const params = z.object({ productionId: ProductionId, sceneId: SceneId })
const edit = { ability: 'breakdown.edit', on: 'production' } as const

export const getSheet = route({
  method: 'GET',
  path: `${scene}/sheet`,
  summary: 'A scene’s breakdown sheet beside its text, with what is proposed for it',
  access: { ability: 'script.read', on: 'production' },
  params,
  response: Sheet,
})

export const putOnSheet = route({
  method: 'PUT',
  path: `${scene}/elements/{elementId}`,
  summary: 'Put an element on a scene’s sheet, or change its quantity and note there',
  access: edit,
  params: params.extend({ elementId: ElementId }),
  body: z.object({
    quantity: z.number().int().min(1).max(10_000).default(1),
    note: z.string().trim().max(400).default(''),
  }),
  preview: true,
  response: SheetRow,
})

export const takeOffSheet = route({
  method: 'DELETE',
  path: `${scene}/elements/{elementId}`,
  summary: 'Take an element off a scene’s sheet; the element stays on the list',
  access: edit,
  params: params.extend({ elementId: ElementId }),
  preview: true,
  response: z.object({ sceneId: SceneId, elementId: ElementId }),
})

/** What is accepted: a proposal as it was given, with the category a person chose. */
const Accepted = z.object({
  key: z.string().max(200),
  category: z.string().max(40),
  name: z.string().trim().min(1).max(120),
  quantity: z.number().int().min(1).max(10_000).default(1),
  elementId: ElementId.nullable().default(null),
})
export type Accepted = z.infer<typeof Accepted>

export const acceptProposals = route({
  method: 'POST',
  path: `${scene}/proposals/accept`,
  summary: 'Put proposed elements on the sheet, making those that are not on the list yet',
  access: edit,
  params,
  body: z.object({ proposals: z.array(Accepted).min(1).max(200) }),
  idempotencyKey: 'accepted',
  preview: true,
  response: z.object({ rows: z.array(SheetRow) }),
})

export const dismissProposal = route({
  method: 'PUT',
  path: `${scene}/dismissals/{key}`,
  summary: 'Say that a proposal is not an element; it is not proposed for this scene again',
  access: edit,
  params: params.extend({ key: z.string().min(1).max(200) }),
  response: z.object({ key: z.string() }),
})

export const undismissProposal = route({
  method: 'DELETE',
  path: `${scene}/dismissals/{key}`,
  summary: 'Propose it again',
  access: edit,
  params: params.extend({ key: z.string().min(1).max(200) }),
  response: z.object({ key: z.string() }),
})

export const printSheets = rawRoute({
  method: 'GET',
  path: '/v1/productions/{productionId}/breakdown-sheets.pdf',
  summary: 'Breakdown sheets on paper: all, or those of the scenes named',
  access: { ability: 'script.read', on: 'production' },
  params: z.object({ productionId: ProductionId }),
  query: z.object({
    scenes: z.union([z.string(), z.array(z.string())]).optional(),
    paper: z.enum(['a4', 'letter']).optional(),
  }),
  produces: 'application/pdf',
})
