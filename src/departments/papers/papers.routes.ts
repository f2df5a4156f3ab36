import { NotFound, Problem } from '../../kernel/problems.ts'
import { handle, handleRaw } from '../../platform/http/handle.ts'
import { openFile } from '../../platform/uploads/index.ts'
import { disposition } from '../../platform/http/fileAnswer.ts'
import { ask } from './ask.actions.ts'
import { changeChasing, chasing } from './chasing.actions.ts'
import * as chasingContract from './chasing.contract.ts'
import * as kinds from './kind.actions.ts'
import { shown } from './matrix.actions.ts'
import { outsideRoutes } from './outside.routes.ts'
import * as papers from './papers.actions.ts'
import * as contract from './papers.contract.ts'
import * as store from './papers.store.ts'

export const paperRoutes = [
  handle(contract.listPapers, ({ scope }, app) => shown(app, scope)),
  handle(contract.recordPaper, (call, app) => papers.record(app, call)),
  handle(contract.askForPapers, (call, app) => ask(app, call)),
  handle(contract.reviewPaper, ({ params, ...call }, app) => papers.review(app, { ...call, paperId: params.paperId })),
  handle(contract.setRequirements, (call, app) => papers.setRequirements(app, call)),
  handle(contract.listPaperRules, async (_call, app) => ({
    kinds: await kinds.all(app.db),
    rules: await store.rules(app.db),
  })),
  handle(contract.addPaperKind, ({ actor, body }, app) => kinds.add(app, { actor, body })),
  handle(contract.changePaperKind, ({ params, actor, expected, body }, app) =>
    kinds.change(app, { actor, expected, body, id: params.kindId }),
  ),
  handle(chasingContract.readChasing, ({ scope }, app) => chasing(app.db, scope)),
  handle(chasingContract.changeChasing, (call, app) => changeChasing(app, call)),
  handle(contract.setPaperRule, (call, app) => kinds.setRule(app, call)),
  handle(contract.listPersonPapers, async ({ params }, app) => ({
    items: await papers.ofPerson(app, params.personId),
  })),
  handleRaw(contract.readPaperFile, async ({ scope, params }, app) => {
    const paper = await store.byId(app.db, scope, params.paperId)
    const found = paper?.fileId ? await openFile(app, paper.fileId) : undefined
    if (found === undefined) throw new Problem(NotFound, {}, 'There is no file with this paper.')
    return new Response(found.bytes as never, {
      headers: {
        'content-type': found.file.media_type,
        'content-disposition': disposition('inline', found.file.name),
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        'cache-control': 'private, no-store',
      },
    })
  }),
  ...outsideRoutes,
]
