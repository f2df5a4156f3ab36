import { Readable } from 'node:stream'
import { NotFound, Problem } from '../../kernel/problems.ts'
import type { Actor, ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import { disposition } from '../../platform/http/fileAnswer.ts'
import * as productions from '../productions/index.ts'
import { BinderRunning, type Binder, type BinderId } from './binder.contract.ts'
import { buildBinderJob } from './binder.job.ts'
import * as store from './binder.store.ts'
import { gathered } from './binderParts.actions.ts'
import { guarded } from './delivery.actions.ts'
import { nameOf } from './ground.ts'

interface Call {
  readonly scope: ProductionScope
  readonly actor: Actor
}

const userOf = (actor: Actor) => {
  if (actor.kind !== 'user') throw new Problem(NotFound, {}, 'Only somebody who signs in has binders.')
  return actor.userId
}

/** Queued; the job tells how far it is. */
export const build = (app: App, { scope, actor }: Call): Promise<Binder> =>
  app.transaction(async (tx) => {
    const id = app.ids.next<BinderId>()
    const row = { id, productionId: scope.productionId, userId: userOf(actor), by: nameOf(actor), at: app.clock.now() }
    if ((await store.insert(tx, row)) === undefined)
      throw new Problem(BinderRunning, {}, 'Wait until the one that is being built is done.')
    await app.jobs.send(tx, buildBinderJob, { binderId: id })
    await app.audit.record(tx, actor, 'binder.asked', {
      subject: { kind: 'binder', id, label: 'Production binder' },
      productionId: scope.productionId,
    })
    return shown((await store.find(tx, id)) as store.BinderRow)
  })

export const list = async (app: App, { scope, actor }: Call): Promise<Binder[]> =>
  (await store.ofUser(app.db, scope.productionId, userOf(actor))).map(shown)

const shown = ({ productionId: _p, userId: _u, ...row }: store.BinderRow): Binder => ({
  ...row,
  askedAt: row.askedAt.toString(),
  finishedAt: row.finishedAt?.toString() ?? null,
})

/** What would be in it now, without any bytes. */
export async function look(app: App, scope: ProductionScope) {
  const parts = await gathered(app, scope)
  return {
    sections: parts
      .filter(({ papers, tables }) => papers.length + tables.length > 0)
      .map(({ section, papers, tables }) => ({
        name: section,
        titles: papers.map(({ title }) => title),
        tables: tables.map(({ title }) => title),
      })),
    missing: parts.flatMap(({ section, missing }) => missing.map((message) => ({ section, message }))),
  }
}

/** Only whoever built it: what is inside was gathered with their eyes. */
export async function file(app: App, { scope, actor, id, form }: Call & { id: BinderId; form: 'pdf' | 'zip' }) {
  const row = await store.find(app.db, id)
  if (
    row === undefined ||
    row.productionId !== scope.productionId ||
    row.userId !== userOf(actor) ||
    row.state !== 'ready'
  )
    throw new Problem(NotFound, {}, 'There is no such binder, or it is not built yet.')
  const bytes = await app.storage.get(`binders/${id}.${form}`)
  if (bytes === undefined) throw new Problem(NotFound, {}, 'The file of this binder is gone from the store.')
  const { code } = await productions.get(app.db, scope)
  const size = form === 'pdf' ? row.pdfBytes : row.zipBytes
  const day = row.askedAt.toString().slice(0, 10).replaceAll('-', '')
  return new Response(Readable.toWeb(bytes) as ReadableStream, {
    headers: {
      ...guarded,
      'content-type': `application/${form}`,
      'content-length': String(size ?? 0),
      'content-disposition': disposition('attachment', `${code}_Binder_${day}.${form}`),
    },
  })
}
