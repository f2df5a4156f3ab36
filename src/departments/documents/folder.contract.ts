import { z } from 'zod'
import { idOf, ProductionId } from '../../kernel/ids.ts'
import { problemType, Stale } from '../../kernel/problems.ts'
import { route } from '../../kernel/route.ts'

export const FolderId = idOf('FolderId')
export type FolderId = z.infer<typeof FolderId>

export const Folder = z.object({
  id: FolderId,
  parentId: FolderId.nullable(),
  name: z.string(),
  documents: z.number().int(),
  version: z.number().int(),
})
export type Folder = z.infer<typeof Folder>

export const NameTaken = problemType('document-folder-name-taken', 409, 'A folder of this name is already there')

export const FolderFull = problemType(
  'document-folder-not-empty',
  409,
  'There is still something in this folder',
  z.object({ documents: z.number(), folders: z.number() }),
)

const params = z.object({ productionId: ProductionId })
const edit = { ability: 'documents.edit', on: 'production' } as const
const name = z.string().trim().min(1, 'Give it a name.').max(200)

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
