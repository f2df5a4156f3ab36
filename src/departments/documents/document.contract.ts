import { z } from 'zod'
import { FileId, idOf, ProductionId } from '../../kernel/ids.ts'
import { problemType, Stale } from '../../kernel/problems.ts'
import { rawRoute, route } from '../../kernel/route.ts'
import { InstantText } from '../../kernel/time.ts'

export const DocumentId = idOf('DocumentId')
export type DocumentId = z.infer<typeof DocumentId>
export const VersionId = idOf('VersionId')
export type VersionId = z.infer<typeof VersionId>
export const FolderId = idOf('FolderId')
export type FolderId = z.infer<typeof FolderId>

/** What a file is by its content, whatever it calls itself. */
export const DocumentKind = z.enum([
  ...['picture', 'pdf', 'word', 'sheet', 'slides', 'text', 'script'],
  ...['markup', 'archive', 'program', 'video', 'audio', 'other'],
] as const)
export type DocumentKind = z.infer<typeof DocumentKind>

/**
 * How far a version was read: `waiting` for its turn; `ready`; `partly`, where a limit was met; `encrypted` and
 * `unreadable`, kept as they are; `stored`, a kind without words.
 */
export const ReadingState = z.enum(['waiting', 'ready', 'partly', 'encrypted', 'unreadable', 'stored'])
export type ReadingState = z.infer<typeof ReadingState>

/** What a document is about: a record of any department. */
export const Subject = z.object({ kind: z.string().min(1).max(40), id: z.uuid() })
export type Subject = z.infer<typeof Subject>
export const LabelledSubject = Subject.extend({ label: z.string() })
export type LabelledSubject = z.infer<typeof LabelledSubject>

export const Folder = z.object({
  id: FolderId,
  parentId: FolderId.nullable(),
  name: z.string(),
  documents: z.number().int(),
  version: z.number().int(),
})
export type Folder = z.infer<typeof Folder>

/** What may be done with a class by whoever asks. */
export const ClassShown = z.object({
  code: z.string(),
  name: z.string(),
  about: z.string(),
  isWatermarked: z.boolean(),
  needsNda: z.boolean(),
  isReadable: z.boolean(),
})
export type ClassShown = z.infer<typeof ClassShown>

export const DocumentRow = z.object({
  id: DocumentId,
  name: z.string(),
  folderId: FolderId.nullable(),
  classCode: z.string(),
  /** `open`, `terms` first, or `ask`. */
  standing: z.enum(['open', 'terms', 'ask']),
  number: z.number().int(),
  kind: DocumentKind,
  isDisguised: z.boolean(),
  sizeBytes: z.number().int(),
  pages: z.number().int().nullable(),
  state: ReadingState,
  problem: z.string().nullable(),
  hasThumbnail: z.boolean(),
  subjects: z.array(LabelledSubject),
  changedAt: InstantText,
  addedBy: z.string(),
  origin: z.string(),
  archivedAt: InstantText.nullable(),
  version: z.number().int(),
})
export type DocumentRow = z.infer<typeof DocumentRow>

export const DocumentVersion = z.object({
  number: z.number().int(),
  fileName: z.string(),
  kind: DocumentKind,
  mediaType: z.string(),
  isDisguised: z.boolean(),
  sizeBytes: z.number().int(),
  sha256: z.string(),
  note: z.string(),
  addedAt: InstantText,
  addedBy: z.string(),
  state: ReadingState,
  problem: z.string().nullable(),
  pages: z.number().int().nullable(),
  hasThumbnail: z.boolean(),
})
export type DocumentVersion = z.infer<typeof DocumentVersion>

export const DocumentRecord = DocumentRow.extend({ versions: z.array(DocumentVersion) })
export type DocumentRecord = z.infer<typeof DocumentRecord>

export const FileNotYours = problemType('file-not-yours', 409, 'This upload is not here, or it is somebody else’s')
export const NameTaken = problemType('document-folder-name-taken', 409, 'A folder of this name is already there')
export const FolderFull = problemType(
  'document-folder-not-empty',
  409,
  'There is still something in this folder',
  z.object({ documents: z.number(), folders: z.number() }),
)
export const TermsFirst = problemType(
  'confidentiality-terms-first',
  403,
  'The confidentiality terms come first',
  z.object({ classCode: z.string() }),
)
export const NotYoursToOpen = problemType(
  'document-not-open',
  403,
  'This document is not open to you',
  z.object({ classCode: z.string() }),
)

const path = '/v1/productions/{productionId}/documents'
const params = z.object({ productionId: ProductionId })
export const one = params.extend({ documentId: DocumentId })
const read = { ability: 'documents.read', on: 'production' } as const
const edit = { ability: 'documents.edit', on: 'production' } as const
export const Can = z.object({ edit: z.boolean(), share: z.boolean() })

export const listDocuments = route({
  method: 'GET',
  path,
  summary: 'Documents by folder or subject, newest change first, with the folders and classes there are',
  access: read,
  params,
  query: z.object({
    folder: z.union([FolderId, z.literal('top')]).optional(),
    subjectKind: z.string().optional(),
    subjectId: z.uuid().optional(),
    kind: DocumentKind.optional(),
    classCode: z.string().optional(),
    show: z.enum(['current', 'archived']).default('current'),
    after: z.string().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  response: z.object({
    items: z.array(DocumentRow),
    next: z.string().nullable(),
    total: z.number().int(),
    folders: z.array(Folder),
    classes: z.array(ClassShown),
    can: Can,
  }),
})

export const getDocument = route({
  method: 'GET',
  path: `${path}/{documentId}`,
  summary: 'A document with every version of it',
  access: read,
  params: one,
  response: DocumentRecord,
})

const name = z.string().trim().min(1, 'Give it a name.').max(200)

export const addDocuments = route({
  method: 'POST',
  path,
  summary: 'Make documents of uploaded files',
  access: edit,
  params,
  body: z.object({
    files: z
      .array(z.object({ fileId: FileId, name: name.optional() }))
      .min(1)
      .max(100),
    folderId: FolderId.nullable().default(null),
    classCode: z.string().default('unit'),
    subjects: z.array(Subject).max(20).default([]),
  }),
  idempotencyKey: 'accepted',
  response: z.object({ items: z.array(DocumentRow) }),
  status: 201,
  problems: [FileNotYours],
})

export const addVersion = route({
  method: 'POST',
  path: `${path}/{documentId}/versions`,
  summary: 'A newer version from an uploaded file; the old ones are kept',
  access: edit,
  params: one,
  body: z.object({ fileId: FileId, note: z.string().trim().max(500).default('') }),
  ifMatch: 'required',
  idempotencyKey: 'accepted',
  response: DocumentRecord,
  status: 201,
  problems: [FileNotYours, Stale],
})

export const restoreVersion = route({
  method: 'POST',
  path: `${path}/{documentId}/restore`,
  summary: 'Make an older version the current one; nothing is lost',
  access: edit,
  params: one,
  body: z.object({ number: z.number().int().min(1) }),
  ifMatch: 'required',
  response: DocumentRecord,
  problems: [Stale],
})

export const changeDocument = route({
  method: 'PATCH',
  path: `${path}/{documentId}`,
  summary: 'Rename a document, move it, change its class or what it is about',
  access: edit,
  params: one,
  body: z
    .object({
      name,
      folderId: FolderId.nullable(),
      classCode: z.string(),
      subjects: z.array(Subject).max(20),
    })
    .partial(),
  ifMatch: 'required',
  response: DocumentRecord,
  problems: [Stale],
})

export const arrangeDocuments = route({
  method: 'POST',
  path: `${path}/arrange`,
  summary: 'Move several documents to a folder, put them away or take them out again: all of them or none',
  access: edit,
  params,
  body: z.object({
    items: z
      .array(z.object({ id: DocumentId, version: z.number().int() }))
      .min(1)
      .max(200),
    folderId: FolderId.nullable().optional(),
    archived: z.boolean().optional(),
  }),
  response: z.object({ items: z.array(DocumentRow) }),
  problems: [Stale],
})

export const addFolder = route({
  method: 'POST',
  path: '/v1/productions/{productionId}/document-folders',
  summary: 'A new folder',
  access: edit,
  params,
  body: z.object({ name, parentId: FolderId.nullable().default(null) }),
  idempotencyKey: 'accepted',
  response: Folder,
  status: 201,
  problems: [NameTaken],
})

export const changeFolder = route({
  method: 'PATCH',
  path: '/v1/productions/{productionId}/document-folders/{folderId}',
  summary: 'Rename or move a folder, or put an empty one away',
  access: edit,
  params: params.extend({ folderId: FolderId }),
  body: z.object({ name, parentId: FolderId.nullable(), archived: z.boolean() }).partial(),
  ifMatch: 'required',
  response: Folder,
  problems: [NameTaken, FolderFull, Stale],
})

export const SearchHit = z.object({
  documentId: DocumentId,
  name: z.string(),
  classCode: z.string(),
  kind: DocumentKind,
  /** Where the words stand; null when only the name fits. */
  page: z.number().int().nullable(),
  pageLabel: z.string().nullable(),
  snippet: z.array(z.object({ text: z.string(), isHit: z.boolean() })),
  pagesWithHits: z.number().int(),
})
export type SearchHit = z.infer<typeof SearchHit>

export const searchDocuments = route({
  method: 'GET',
  path: `${path}/search`,
  summary:
    'Documents whose name or text has these words, slipped letters allowed, with the page and what stands around them',
  access: read,
  params,
  query: z.object({ q: z.string().trim().min(1).max(200), limit: z.coerce.number().int().min(1).max(50).default(20) }),
  response: z.object({ items: z.array(SearchHit), readAs: z.array(z.string()), waiting: z.number().int() }),
})

export const findSubjects = route({
  method: 'GET',
  path: '/v1/productions/{productionId}/document-subjects',
  summary: 'Records a document can be about, by part of their name',
  access: read,
  params,
  query: z.object({ q: z.string().trim().max(100).default('') }),
  response: z.object({ items: z.array(LabelledSubject.extend({ kindLabel: z.string() })) }),
})

const ofVersion = one.extend({ number: z.coerce.number().int().min(1) })

export const versionFile = rawRoute({
  method: 'GET',
  path: `${path}/{documentId}/versions/{number}/file`,
  summary: 'The file itself; shown only where its content is harmless, saved otherwise',
  access: read,
  params: ofVersion,
  query: z.object({ as: z.enum(['shown', 'saved']).default('saved') }),
  produces: 'the bytes',
})

export const versionPage = rawRoute({
  method: 'GET',
  path: `${path}/{documentId}/versions/{number}/pages/{page}`,
  summary: 'One page as a picture, for looking without the file; watermarked where the class says so',
  access: read,
  params: ofVersion.extend({ page: z.coerce.number().int().min(1).max(100_000) }),
  produces: 'image/webp',
})

export const versionThumbnail = rawRoute({
  method: 'GET',
  path: `${path}/{documentId}/versions/{number}/thumbnail`,
  summary: 'A small picture of a version',
  access: read,
  params: ofVersion,
  produces: 'image/webp',
})

export const versionText = route({
  method: 'GET',
  path: `${path}/{documentId}/versions/{number}/text`,
  summary: 'The words of some pages, as they were read',
  access: read,
  params: ofVersion,
  query: z.object({ from: z.coerce.number().int().min(1).default(1) }),
  response: z.object({
    items: z.array(z.object({ page: z.number().int(), label: z.string().nullable(), text: z.string() })),
    next: z.number().int().nullable(),
  }),
})
