import { z } from 'zod'
import { rawRoute } from '../../kernel/route.ts'

export const newUpload = rawRoute({
  method: 'ALL',
  path: '/files',
  summary: 'Begin a resumable upload (tus 1.0.0), with a session or an API token',
  access: { ability: 'files.upload', on: 'office' },
  produces: 'the answers of the tus protocol',
})

export const anyUpload = rawRoute({
  method: 'ALL',
  path: '/files/{uploadId}',
  summary: 'Go on with a resumable upload, ask how far it got, or give it up',
  access: { ability: 'files.upload', on: 'office' },
  params: z.object({ uploadId: z.string() }),
  produces: 'the answers of the tus protocol; once whole, the file has the upload’s id',
})
