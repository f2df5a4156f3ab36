import { z } from 'zod'
import { FileId, idOf, ProductionId } from '../../kernel/ids.ts'
import { problemType, Stale } from '../../kernel/problems.ts'
import { route } from '../../kernel/route.ts'
import { InstantText } from '../../kernel/time.ts'
import { Folder, FolderId } from './folder.contract.ts'

export const DocumentId = idOf('DocumentId')
export type DocumentId = z.infer<typeof DocumentId>
export const VersionId = idOf('VersionId')
export type VersionId = z.infer<typeof VersionId>

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
const Can = z.object({ edit: z.boolean(), share: z.boolean() })

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
  repeated: 'each document names its version',
  response: z.object({ items: z.array(DocumentRow) }),
  problems: [Stale],
})
