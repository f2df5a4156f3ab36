import { NotFound, Problem } from '../../kernel/problems.ts'
import { handle, handleRaw } from '../../platform/http/handle.ts'
import type { BoundRoute } from '../../platform/http/handle.ts'
import { fileAnswer } from '../../platform/http/fileAnswer.ts'
import * as contract from './distribution.contract.ts'
import * as proof from './distributionProof.contract.ts'
import { desk, getNotice, record } from './distributionDesk.actions.ts'
import * as person from './distributionPerson.actions.ts'
import { proofAsCsv, proofAsPdf } from './distributionProof.actions.ts'
import * as send from './distributionSend.actions.ts'
import { subscribe } from './distributionTold.actions.ts'
import { copyOf } from './noticePdf.actions.ts'

export const distributionRoutes: readonly BoundRoute[] = [
  handle(contract.getDesk, ({ scope, params }, app) => desk(app, app.db, scope, params.callSheetId)),
  handle(contract.undoLeaving, ({ scope, params, body }, app) =>
    send.undo(app, { scope, id: params.callSheetId, ...body }),
  ),
  handle(contract.sendNow, ({ scope, params, body }, app) => send.now(app, { scope, id: params.callSheetId, ...body })),
  handle(contract.sendAgain, ({ scope, params, body }, app) =>
    send.again(app, { scope, id: params.callSheetId, ...body }),
  ),
  handle(contract.addLate, ({ scope, params, body }, app) =>
    person.addLate(app, { scope, id: params.callSheetId, ...body }),
  ),
  handle(contract.getNotice, ({ scope, params }, app) => record(app, app.db, scope, params.noticeId)),
  handle(contract.correctAddress, ({ scope, params, body }, app) => person.correct(app, { scope, ...params, ...body })),
  handle(contract.confirmByPhone, ({ scope, params, body }, app) =>
    person.confirmByPhone(app, { scope, ...params, ...body }),
  ),
  handle(contract.answerProblem, ({ scope, params, body }, app) => person.answer(app, { scope, ...params, ...body })),
  handle(contract.getPersonalLink, ({ scope, params }, app) => person.personalLink(app, { scope, ...params })),
  handle(contract.subscribe, ({ scope, body }, app) => subscribe(app, { scope, ...body })),
  handleRaw(proof.noticePdf, async ({ scope, params }, app) => {
    const copy = await copyOf(app, await getNotice(app.db, scope, params.noticeId))
    if (copy === undefined) throw new Problem(NotFound, {}, 'This copy is still being set. Look again in a moment.')
    return fileAnswer(copy.bytes, { type: 'application/pdf', name: copy.name, inline: true })
  }),
  handleRaw(proof.proofCsv, async ({ scope, params, query }, app) => {
    const { text, name } = await proofAsCsv(app, scope, params.callSheetId, query.noticeId)
    return fileAnswer(text, { type: 'text/csv; charset=utf-8', name: `${name}.csv` })
  }),
  handleRaw(proof.proofPdf, async ({ scope, params, query }, app) => {
    const { bytes, name } = await proofAsPdf(app, scope, params.callSheetId, query.noticeId)
    return fileAnswer(bytes, { type: 'application/pdf', name: `${name}.pdf` })
  }),
]
