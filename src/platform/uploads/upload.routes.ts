import { MemoryLocker, Server } from '@tus/server'
import type { Context } from 'hono'
import type { FileId, UserId } from '../../kernel/ids.ts'
import { NotSignedIn, Problem } from '../../kernel/problems.ts'
import type { Actor } from '../access/scope.ts'
import type { App } from '../app.ts'
import { handleRaw, type BoundRoute } from '../http/handle.ts'
import { anyUpload, newUpload } from './upload.contract.ts'
import { tusStore } from './tusStore.ts'
import { finishUpload } from './upload.actions.ts'

/** Larger than any single camera file we know of; what a disk can hold is the operator's to watch. */
const MOST_BYTES = 500 * 1024 ** 3

/** One request at a time per upload within this process; between processes the offset in the database decides. */
const locker = new MemoryLocker()

/** The tus protocol 1.0.0, for the one who sends. */
async function tus(app: App, actor: Actor | undefined, context: Context): Promise<Response> {
  if (actor?.kind !== 'user') throw new Problem(NotSignedIn, {}, 'Sign in, or bring an API token.')
  const server = new Server({
    path: '/files',
    relativeLocation: true,
    maxSize: MOST_BYTES,
    allowedOrigins: [],
    datastore: tusStore(app, actor.userId as UserId),
    locker,
    namingFunction: () => app.ids.next(),
    onUploadFinish: async (_, { id }) => {
      await finishUpload(app, id as FileId)
      return {}
    },
  })
  return server.handleWeb(withOverriddenMethod(context.req.raw))
}

/** Some networks let only GET and POST through; the protocol lets a sender say what it meant. */
function withOverriddenMethod(request: Request): Request {
  const method = request.headers.get('x-http-method-override')?.toUpperCase()
  if (request.method !== 'POST' || !method || !['PATCH', 'DELETE', 'HEAD'].includes(method)) return request
  const body = method === 'PATCH' ? { body: request.body, duplex: 'half' as const } : {}
  return new Request(request.url, { method, headers: request.headers, ...body })
}

export const uploadRoutes: BoundRoute[] = [
  handleRaw(newUpload, ({ actor, context }, app) => tus(app, actor, context)),
  handleRaw(anyUpload, ({ actor, context }, app) => tus(app, actor, context)),
]
