import { z } from 'zod'
import { productionRoles } from '../../kernel/abilities.ts'
import { Stale } from '../../kernel/problems.ts'
import { route } from '../../kernel/route.ts'

const Role = z.enum(productionRoles)

/** A class of documents with everything that follows from it. */
export const DocumentClass = z.object({
  code: z.string(),
  name: z.string(),
  about: z.string(),
  readers: z.array(Role),
  isListed: z.boolean(),
  isWatermarked: z.boolean(),
  needsNda: z.boolean(),
  ndaExempt: z.array(Role),
  lowestChannel: z.enum(['attachment', 'personal_link', 'protected_link', 'nobody']),
  mayDownload: z.boolean(),
  linkDays: z.number().int(),
  inBinder: z.boolean(),
  source: z.string(),
  asOf: z.string(),
  version: z.number().int(),
})
export type DocumentClass = z.infer<typeof DocumentClass>

export const listClasses = route({
  method: 'GET',
  path: '/v1/document-classes',
  summary: 'Classes of documents: who reads them, and how they may leave the office',
  access: { ability: 'office.read', on: 'office' },
  response: z.object({ items: z.array(DocumentClass), can: z.object({ edit: z.boolean() }) }),
})

export const ClassChange = z
  .object({
    name: z.string().trim().min(1, 'Give it a name.').max(60),
    about: z.string().trim().max(300),
    readers: z.array(Role),
    isListed: z.boolean(),
    isWatermarked: z.boolean(),
    needsNda: z.boolean(),
    ndaExempt: z.array(Role),
    lowestChannel: DocumentClass.shape.lowestChannel,
    mayDownload: z.boolean(),
    linkDays: z.number().int().min(1, 'At least a day.').max(730, 'Two years at most.'),
    inBinder: z.boolean(),
  })
  .partial()
export type ClassChange = z.infer<typeof ClassChange>

export const changeClass = route({
  method: 'PATCH',
  path: '/v1/document-classes/{code}',
  summary: 'Change the rules of a class; they hold at once, for links that are out too',
  access: { ability: 'office.settings', on: 'office' },
  params: z.object({ code: z.string() }),
  body: ClassChange,
  ifMatch: 'required',
  response: DocumentClass,
  problems: [Stale],
})
