import { z } from 'zod'
import { FileId } from '../../kernel/ids.ts'
import { Stale } from '../../kernel/problems.ts'
import { rawRoute, route } from '../../kernel/route.ts'
import { DocumentRecord, FileNotYours, one } from './document.contract.ts'

const path = '/v1/productions/{productionId}/documents/{documentId}'
const read = { ability: 'documents.read', on: 'production' } as const
const edit = { ability: 'documents.edit', on: 'production' } as const

export const addVersion = route({
  method: 'POST',
  path: `${path}/versions`,
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
  path: `${path}/restore`,
  summary: 'Make an older version the current one; nothing is lost',
  access: edit,
  params: one,
  body: z.object({ number: z.number().int().min(1) }),
  ifMatch: 'required',
  response: DocumentRecord,
  problems: [Stale],
})

const ofVersion = one.extend({ number: z.coerce.number().int().min(1) })

export const versionFile = rawRoute({
  method: 'GET',
  path: `${path}/versions/{number}/file`,
  summary: 'The file itself; shown only where its content is harmless, saved otherwise',
  access: read,
  params: ofVersion,
  query: z.object({ as: z.enum(['shown', 'saved']).default('saved') }),
  produces: 'the bytes',
})

export const versionPage = rawRoute({
  method: 'GET',
  path: `${path}/versions/{number}/pages/{page}`,
  summary: 'One page as a picture, for looking without the file; watermarked where the class says so',
  access: read,
  params: ofVersion.extend({ page: z.coerce.number().int().min(1).max(100_000) }),
  produces: 'image/webp',
})

export const versionThumbnail = rawRoute({
  method: 'GET',
  path: `${path}/versions/{number}/thumbnail`,
  summary: 'A small picture of a version',
  access: read,
  params: ofVersion,
  produces: 'image/webp',
})

export const versionText = route({
  method: 'GET',
  path: `${path}/versions/{number}/text`,
  summary: 'The words of some pages, as they were read',
  access: read,
  params: ofVersion,
  query: z.object({ from: z.coerce.number().int().min(1).default(1) }),
  response: z.object({
    items: z.array(z.object({ page: z.number().int(), label: z.string().nullable(), text: z.string() })),
    next: z.number().int().nullable(),
  }),
})
