import { demandFresh, NotFound, Problem } from '../../kernel/problems.ts'
import { patched } from '../../kernel/patch.ts'
import type { Actor, OfficeScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/database/database.ts'
import type { ClassChange, DocumentClass } from './documentClass.contract.ts'
import * as store from './documentClass.store.ts'

export const all = async (db: Db): Promise<DocumentClass[]> => (await store.classes(db)).map(shown)

const shown = ({ sort: _, ...row }: store.ClassRow): DocumentClass => row as DocumentClass

interface Changing {
  readonly scope: OfficeScope
  readonly actor: Actor
  readonly code: string
  readonly expected: number
  readonly body: ClassChange
}

export const change = (app: App, { actor, code, expected, body }: Changing): Promise<DocumentClass> =>
  app.transaction(async (tx) => {
    await store.lock(tx, code)
    const before = (await store.classes(tx)).find((it) => it.code === code)
    if (before === undefined) throw new Problem(NotFound, {}, 'There is no such class of documents.')
    demandFresh({ expected, current: before.version }, `“${before.name}”`)
    const after = patched(shown(before), body) as DocumentClass
    await store.change(tx, code, after)
    await app.audit.record(tx, actor, 'document_class.changed', {
      subject: { kind: 'document_class', id: app.ids.next(), label: before.name },
      before: shown(before),
      after,
    })
    await app.announce(tx, { department: 'documents', productionId: null, ids: [] })
    return { ...after, source: 'This office', version: expected + 1 }
  })
