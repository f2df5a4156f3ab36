import { z } from 'zod'
import { ProductionId } from '../../kernel/ids.ts'
import { problemType, Stale } from '../../kernel/problems.ts'
import { rawRoute, route } from '../../kernel/route.ts'
import { SceneId, ScriptDraftId } from './scene.contract.ts'
import { ElementKind } from './screenplay.rules.ts'

/** A feature with every revision in it stays under 5 MB; what is larger is not a script. */
export const MAX_SCRIPT_MB = 20

export const ScriptUnreadable = problemType(
  'script-unreadable',
  422,
  'This file cannot be read as a script',
  z.object({ code: z.string(), remedy: z.string(), line: z.number().int().optional() }),
)
export const AlreadyCommitted = problemType('script-already-committed', 409, 'This draft is committed already')

const Colour = z.object({ name: z.string().trim().min(1).max(40), hex: z.string().regex(/^#[0-9a-f]{6}$/i) })

export const Draft = z.object({
  id: ScriptDraftId,
  number: z.number().int().nullable(),
  name: z.string(),
  colour: Colour,
  format: z.enum(['fountain', 'fdx']),
  fileName: z.string().nullable(),
  pages: z.number().int(),
  scenes: z.number().int(),
  createdAt: z.string(),
  committedAt: z.string().nullable(),
  createdBy: z.string(),
  version: z.number().int(),
})
export type Draft = z.infer<typeof Draft>

export const SceneOutcome = z.enum(['new', 'same', 'changed', 'omitted', 'restored', 'left_out'])
export type SceneOutcome = z.infer<typeof SceneOutcome>

/** One scene of a new draft beside the one it is proposed to be. */
export const SceneComparison = z.object({
  /** Position in the new draft; null for an old scene the draft leaves out. */
  index: z.number().int().nullable(),
  sceneId: SceneId.nullable(),
  outcome: SceneOutcome,
  moved: z.boolean(),
  confidence: z.enum(['sure', 'likely', 'guess', 'told']).nullable(),
  reason: z.string(),
  number: z.string().nullable(),
  heading: z.string(),
  numberBefore: z.string().nullable(),
  headingBefore: z.string().nullable(),
  eighths: z.number().int().nullable(),
  eighthsBefore: z.number().int().nullable(),
  castAdded: z.array(z.string()),
  castGone: z.array(z.string()),
  /** Elements of its sheet whose name no longer stands in the text. */
  elementsGone: z.array(z.string()),
  /** Who is on the old scene's sheet. */
  castOnSheet: z.array(z.string()),
})
export type SceneComparison = z.infer<typeof SceneComparison>

/** A line that was read one way and may be meant another. */
const Doubt = z.object({
  line: z.number().int(),
  text: z.string(),
  kind: ElementKind,
  message: z.string(),
  /** Kinds to offer, likeliest first. */
  suggestions: z.array(ElementKind),
})
export type Doubt = z.infer<typeof Doubt>

const Counted = z.object({ read: z.number().int(), written: z.number().int() })

export const ImportPreview = z.object({
  id: ScriptDraftId,
  version: z.number().int(),
  fileName: z.string().nullable(),
  format: z.enum(['fountain', 'fdx']),
  title: z.string().nullable(),
  name: z.string(),
  colour: Colour,
  pages: z.number().int(),
  eighths: z.number().int(),
  counts: z.object({
    headings: z.number().int(),
    scenes: z.number().int(),
    numbered: z.number().int(),
    characters: z.number().int(),
    /** Read from the file, and found again when it is written out and read once more. */
    dialogue: Counted,
    lines: Counted,
  }),
  warnings: z.array(z.object({ line: z.number().int(), message: z.string() })),
  doubts: z.array(Doubt),
  retags: z.array(z.object({ line: z.number().int(), kind: ElementKind })),
  characters: z.array(z.object({ name: z.string(), cues: z.number().int() })),
  lines: z.array(z.object({ line: z.number().int(), kind: ElementKind, text: z.string() })),
  isFirst: z.boolean(),
  comparison: z.array(SceneComparison),
  /** Who and what a commit would touch, as sentences. */
  affected: z.array(z.string()),
})
export type ImportPreview = z.infer<typeof ImportPreview>

const base = '/v1/productions/{productionId}/script'
const params = z.object({ productionId: ProductionId })
const draftParams = params.extend({ draftId: ScriptDraftId })
const read = { ability: 'script.read', on: 'production' } as const
const edit = { ability: 'script.edit', on: 'production' } as const

export const getScript = route({
  method: 'GET',
  path: base,
  summary: 'The drafts of the script, newest first, and imports somebody has begun',
  access: read,
  params,
  response: z.object({
    title: z.string().nullable(),
    drafts: z.array(Draft),
    staged: z.array(Draft),
    can: z.object({ edit: z.boolean(), breakDown: z.boolean() }),
  }),
})

export const beginImport = route({
  method: 'POST',
  path: `${base}/imports`,
  summary: 'Read a script from a file or pasted text and show what was understood; nothing is committed',
  access: edit,
  params,
  body: z.object({
    fileName: z.string().max(300).nullable().default(null),
    text: z.string().optional(),
    contentBase64: z.string().optional(),
  }),
  maxBodyBytes: 90 * 1024 * 1024,
  idempotencyKey: 'accepted',
  response: ImportPreview,
  status: 201,
  problems: [ScriptUnreadable],
})

export const getImport = route({
  method: 'GET',
  path: `${base}/imports/{draftId}`,
  summary: 'What was understood of a script that is being imported',
  access: edit,
  params: draftParams,
  response: ImportPreview,
})

export const ImportChange = z
  .object({
    name: z.string().trim().min(1).max(80),
    colour: Colour,
    /** A null kind takes a person's word back. */
    retags: z.array(z.object({ line: z.number().int().positive(), kind: ElementKind.nullable() })).max(5000),
    /** A null scene says: this one is new. */
    matches: z.array(z.object({ index: z.number().int().min(0), sceneId: SceneId.nullable() })).max(5000),
  })
  .partial()
export type ImportChange = z.infer<typeof ImportChange>

export const changeImport = route({
  method: 'PATCH',
  path: `${base}/imports/{draftId}`,
  summary: 'Re-tag lines, correct which old scene a new one is, name the draft',
  access: edit,
  params: draftParams,
  body: ImportChange,
  ifMatch: 'required',
  response: ImportPreview,
  problems: [Stale, AlreadyCommitted],
})

export const commitImport = route({
  method: 'POST',
  path: `${base}/imports/{draftId}/commit`,
  summary: 'Make the draft the script of the production; scenes keep their sheets and places',
  access: edit,
  params: draftParams,
  body: z.object({
    /** Gives scenes without a number one, counting on from the last. */
    numberScenes: z.boolean().default(false),
    /** Puts who speaks in a scene on its sheet, making characters that are not there yet. */
    addSpeakingCast: z.boolean().default(false),
  }),
  idempotencyKey: 'accepted',
  preview: true,
  response: z.object({
    draft: Draft,
    added: z.array(SceneId),
    changed: z.array(SceneId),
    omitted: z.array(SceneId),
    restored: z.array(SceneId),
  }),
  problems: [AlreadyCommitted],
})

export const dropImport = route({
  method: 'DELETE',
  path: `${base}/imports/{draftId}`,
  summary: 'Give up an import; nothing of the script changes',
  access: edit,
  params: draftParams,
  response: z.object({ id: ScriptDraftId }),
  problems: [AlreadyCommitted],
})

const DifferentLine = z.object({
  change: z.enum(['same', 'changed', 'added', 'gone']),
  kind: ElementKind,
  before: z.string().nullable(),
  after: z.string().nullable(),
})
export type DifferentLine = z.infer<typeof DifferentLine>

export const compareDrafts = route({
  method: 'GET',
  path: `${base}/drafts/{draftId}/changes`,
  summary: 'A draft, committed or being imported, beside the one before it, scene by scene',
  access: read,
  params: draftParams,
  response: z.object({
    before: z.string().nullable(),
    after: z.string(),
    scenes: z.array(SceneComparison),
  }),
})

export const compareScene = route({
  method: 'GET',
  path: `${base}/drafts/{draftId}/changes/{index}`,
  summary: 'One scene of a draft beside its earlier text, line by line',
  access: read,
  params: draftParams.extend({ index: z.coerce.number().int().min(0) }),
  response: z.object({ lines: z.array(DifferentLine) }),
})

export const exportScript = rawRoute({
  method: 'GET',
  path: `${base}/drafts/{draftId}/export`,
  summary: 'A committed draft as Fountain or Final Draft, with nothing lost',
  access: read,
  params: draftParams,
  query: z.object({ format: z.enum(['fountain', 'fdx']).default('fountain') }),
  produces: 'text/plain or application/xml',
})
