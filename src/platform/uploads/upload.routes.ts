import { MemoryLocker, Server } from '@tus/server'
import type { Context } from 'hono'
import type { FileId, UserId } from '../../kernel/ids.ts'
import { NotSignedIn, Problem } from '../../kernel/problems.ts'
import type { Actor } from '../access/scope.ts'
import type { App } from '../app.ts'
import { diskFullWords, isDiskFull } from '../diskFull.ts'
import { handleRaw, type BoundRoute } from '../http/handle.ts'
import { anyUpload, newUpload } from './upload.contract.ts'
import { tusStore } from './tusStore.ts'
import type { Sender } from './upload.store.ts'
import { finishUpload } from './upload.actions.ts'

/** Larger than any single camera file we know of; what a disk can hold is the operator's to watch. */
const MOST_BYTES = 500 * 1024 ** 3

/** One request at a time per upload within this process; between processes the offset in the database decides. */
const locker = new MemoryLocker()

const ofUser = (actor: Actor | undefined): UserId => {
  if (actor?.kind !== 'user') throw new Problem(NotSignedIn, {}, 'Sign in, or bring an API token.')
  return actor.userId
}

interface Tus {
  /** Where this sender's uploads live: `/files`, or an address that names their link. */
  readonly path: string
  readonly sender: Sender
  readonly mostBytes: number
}

/** The tus protocol 1.0.0, for the one who sends. */
export function answerTus(app: App, context: Context, { path, sender, mostBytes }: Tus): Promise<Response> {
  const server = new Server({
    path,
    relativeLocation: true,
    maxSize: mostBytes,
    allowedOrigins: [],
    datastore: tusStore(app, sender),
    locker,
    namingFunction: () => app.ids.next(),
    onResponseError: (_, fault) =>
      isDiskFull(fault) ? { status_code: 507, body: `The disk of the office is full. ${diskFullWords}\n` } : undefined,
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
  handleRaw(newUpload, ({ actor, context }, app) =>
    answerTus(app, context, { path: '/files', sender: { userId: ofUser(actor) }, mostBytes: MOST_BYTES }),
  ),
  handleRaw(anyUpload, ({ actor, context }, app) =>
    answerTus(app, context, { path: '/files', sender: { userId: ofUser(actor) }, mostBytes: MOST_BYTES }),
  ),
]
