import { z } from 'zod'
import { ProductionId } from '../../kernel/ids.ts'
import { systemScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { job } from '../../platform/jobs.ts'
import { keepFile } from '../../platform/uploads/index.ts'
import * as script from '../script/index.ts'
import { fileOwn } from './fileOwn.actions.ts'

/** Every committed draft of a script stands among the documents, as paper, each draft a version. */
export const fileScripts = job('documents.file_scripts', z.object({ productionId: ProductionId }), {
  tries: 3,
  timeoutSeconds: 300,
  onceBy: ({ productionId }) => productionId,
})

export const scriptFiled = (app: App, tx: Tx, { productionId }: { productionId: ProductionId }): Promise<void> =>
  app.jobs.send(tx, fileScripts, { productionId })

/** Files the drafts in their order. Safe to run twice: a draft prints the same bytes again, and those are nothing new. */
export async function fileDrafts(app: App, productionId: ProductionId): Promise<void> {
  const scope = systemScope(productionId, 'Script')
  for (const draft of await script.committedDrafts(app.db, scope)) {
    const bytes = await script.printedDraft(app, scope, draft.id)
    await app.transaction(async (tx) => {
      const fileName = `${draft.title}, ${draft.name}.pdf`
      const file = await keepFile(app, tx, { name: fileName, mediaType: 'application/pdf', bytes, productionId })
      await fileOwn(app, tx, {
        scope,
        actor: scope.actor,
        name: draft.title,
        classCode: 'script',
        note: `${draft.name} draft`,
        file: { ...file, name: fileName },
        origin: { of: 'script', key: draft.scriptId },
      })
    })
  }
}
