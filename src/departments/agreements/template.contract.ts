import { z } from 'zod'
import { FileId, idOf } from '../../kernel/ids.ts'
import { problemType, Stale } from '../../kernel/problems.ts'
import { route } from '../../kernel/route.ts'
import { PlainDay } from '../../kernel/time.ts'
import { AgreementKind, Language, RolePlan } from './kinds.rules.ts'
import { OvertimeTable } from './terms.rules.ts'

export const TemplateId = idOf('TemplateId')
export type TemplateId = z.infer<typeof TemplateId>
export const TemplateVersionId = idOf('TemplateVersionId')
export type TemplateVersionId = z.infer<typeof TemplateVersionId>
export const ClauseId = idOf('ClauseId')
export type ClauseId = z.infer<typeof ClauseId>

const TemplateText = z.object({
  title: z.string().trim().min(1, 'Give the paper a title.').max(200),
  short: z.string().max(4000),
  body: z.string().max(60_000),
})

const isWritten = (texts: object) => Object.keys(texts).length > 0
const unwritten = 'Write it in one language at least.'

const Approval = z.object({ by: z.string(), at: z.string() }).nullable()

export const Template = z.object({
  id: TemplateId,
  kind: AgreementKind,
  name: z.string(),
  roles: z.array(RolePlan),
  versionId: TemplateVersionId,
  number: z.number().int(),
  texts: z.partialRecord(Language, TemplateText),
  docxFileId: FileId.nullable(),
  note: z.string(),
  writtenBy: z.string(),
  writtenAt: z.string(),
  /** Who stands for the wording; null shows “have a lawyer read this”. */
  approved: Approval,
  archivedAt: z.string().nullable(),
  version: z.number().int(),
})
export type Template = z.infer<typeof Template>

export const Clause = z.object({
  id: ClauseId,
  key: z.string(),
  title: z.string(),
  number: z.number().int(),
  texts: z.partialRecord(Language, z.string().max(20_000)),
  note: z.string(),
  writtenBy: z.string(),
  writtenAt: z.string(),
  approved: Approval,
  archivedAt: z.string().nullable(),
  version: z.number().int(),
})
export type Clause = z.infer<typeof Clause>

export const ClauseKeyTaken = problemType('clause-key-taken', 409, 'Another clause has this name')
export const DocxUnreadable = problemType(
  'docx-unreadable',
  422,
  'This Word document cannot be used as a template',
  z.object({ faults: z.array(z.object({ tag: z.string(), where: z.string(), message: z.string() })) }),
)

const read = { signedIn: 'wording is no secret inside the office' } as const
const write = { ability: 'agreements.templates', on: 'office' } as const

export const listTemplates = route({
  method: 'GET',
  path: '/v1/agreement-templates',
  summary: 'Templates of agreements and releases with their newest wording',
  access: read,
  response: z.object({ items: z.array(Template), can: z.object({ edit: z.boolean() }) }),
})

export const TemplateBody = z.object({
  kind: AgreementKind,
  name: z.string().trim().min(1, 'Give the template a name.').max(120),
  roles: z.array(RolePlan).min(1, 'Say who signs.').max(12),
  texts: z.partialRecord(Language, TemplateText).refine(isWritten, unwritten),
  docxFileId: FileId.nullable().default(null),
  note: z.string().trim().max(300).default(''),
})
export type TemplateBody = z.infer<typeof TemplateBody>

export const createTemplate = route({
  method: 'POST',
  path: '/v1/agreement-templates',
  summary: 'Write a template, or bring one as a Word document',
  access: write,
  body: TemplateBody,
  idempotencyKey: 'accepted',
  response: Template,
  status: 201,
  problems: [DocxUnreadable],
})

const TemplateChange = TemplateBody.partial().extend({ archived: z.boolean().optional() })
export type TemplateChange = z.infer<typeof TemplateChange>

export const changeTemplate = route({
  method: 'PATCH',
  path: '/v1/agreement-templates/{templateId}',
  summary: 'Change a template: new wording is a new version, and papers already sent keep theirs',
  access: write,
  params: z.object({ templateId: TemplateId }),
  body: TemplateChange,
  ifMatch: 'required',
  response: Template,
  problems: [Stale, DocxUnreadable],
})

export const approveTemplate = route({
  method: 'POST',
  path: '/v1/agreement-templates/{templateId}/approve',
  summary: 'Record who stands for this wording, such as a lawyer; a new version has to be approved again',
  access: write,
  params: z.object({ templateId: TemplateId }),
  body: z.object({ by: z.string().trim().min(1, 'Say who read it.').max(120) }),
  ifMatch: 'required',
  response: Template,
  problems: [Stale],
})

const TemplateHistory = z.object({
  items: z.array(
    z.object({
      number: z.number(),
      note: z.string(),
      writtenBy: z.string(),
      writtenAt: z.string(),
      approved: Approval,
    }),
  ),
})

export const templateHistory = route({
  method: 'GET',
  path: '/v1/agreement-templates/{templateId}/versions',
  summary: 'Versions of a template, newest first: who wrote and who approved each',
  access: read,
  params: z.object({ templateId: TemplateId }),
  response: TemplateHistory,
})

export const listClauses = route({
  method: 'GET',
  path: '/v1/agreement-clauses',
  summary: 'The clause library with its newest wording',
  access: read,
  response: z.object({ items: z.array(Clause), can: z.object({ edit: z.boolean() }) }),
})

export const ClauseBody = z.object({
  key: z.string().regex(/^[a-z][a-z0-9_]{1,40}$/, 'Small letters, digits and _, such as confidentiality.'),
  title: z.string().trim().min(1, 'Give the clause a title.').max(120),
  texts: z.partialRecord(Language, z.string().max(20_000)).refine(isWritten, unwritten),
  note: z.string().trim().max(300).default(''),
})
export type ClauseBody = z.infer<typeof ClauseBody>

export const createClause = route({
  method: 'POST',
  path: '/v1/agreement-clauses',
  summary: 'Add a clause that templates can share',
  access: write,
  body: ClauseBody,
  idempotencyKey: 'accepted',
  response: Clause,
  status: 201,
  problems: [ClauseKeyTaken],
})

export const changeClause = route({
  method: 'PATCH',
  path: '/v1/agreement-clauses/{clauseId}',
  summary: 'New wording of a clause, a new version; or who approved the newest one',
  access: write,
  params: z.object({ clauseId: ClauseId }),
  body: ClauseBody.omit({ key: true })
    .partial()
    .extend({ approvedBy: z.string().trim().min(1).max(120).optional(), archived: z.boolean().optional() }),
  ifMatch: 'required',
  response: Clause,
  problems: [Stale],
})

/** Rules of the trade around papers: reminders, what is needed from whom, overtime tables. Each with its source. */
export const PaperRules = z.object({
  ladders: z.array(
    z.object({
      kind: AgreementKind,
      stepsHours: z.array(z.number().int().min(1).max(2000)).min(1).max(10),
      most: z.number().int().min(0).max(20),
      signWithinDays: z.number().int().min(1).max(365),
      noticeDays: z.number().int().min(0).max(1000),
      source: z.string().trim().min(1).max(300),
      dated: PlainDay,
      version: z.number().int(),
    }),
  ),
  needs: z.array(
    z.object({
      id: z.string(),
      appliesTo: z.enum(['cast', 'background', 'crew', 'minor', 'location', 'client', 'agency', 'vendor']),
      kind: AgreementKind,
      required: z.boolean(),
      source: z.string().trim().min(1).max(300),
      dated: PlainDay,
      version: z.number().int(),
    }),
  ),
  overtime: z.array(OvertimeTable.extend({ id: z.string(), source: z.string(), dated: PlainDay })),
})
export type PaperRules = z.infer<typeof PaperRules>

export const getPaperRules = route({
  method: 'GET',
  path: '/v1/agreement-rules',
  summary: 'Reminder ladders, what is needed from whom, and overtime tables',
  access: read,
  response: PaperRules.extend({ can: z.object({ edit: z.boolean() }) }),
})

export const changeLadder = route({
  method: 'PUT',
  path: '/v1/agreement-rules/ladders/{kind}',
  summary: 'When reminders of this kind of paper leave, how many at most, and how long there is to sign',
  access: write,
  params: z.object({ kind: AgreementKind }),
  body: PaperRules.shape.ladders.element.omit({ kind: true, version: true }),
  ifMatch: 'required',
  response: PaperRules,
  problems: [Stale],
})

export const changeNeed = route({
  method: 'PUT',
  path: '/v1/agreement-rules/needs/{appliesTo}/{kind}',
  summary: 'Whether this kind of paper is needed from these people or places; version 0 where nothing is said yet',
  access: write,
  params: PaperRules.shape.needs.element.pick({ appliesTo: true, kind: true }),
  body: PaperRules.shape.needs.element.pick({ required: true, source: true, dated: true }),
  ifMatch: 'required',
  response: PaperRules,
  problems: [Stale],
})
