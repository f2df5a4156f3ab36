import { NotFound, Problem } from '../../kernel/problems.ts'
import type { App } from '../../platform/app.ts'
import { handle, handleRaw } from '../../platform/http/handle.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import { fileAnswer } from '../../platform/http/fileAnswer.ts'
import * as contract from './agreement.contract.ts'
import * as drafts from './draft.actions.ts'
import { makeVoid } from './end.actions.ts'
import * as envelope from './envelope.contract.ts'
import { recordPaper } from './onPaper.actions.ts'
import { setAsked } from './paymentAsk.actions.ts'
import * as reading from './reading.actions.ts'
import { remind } from './remind.actions.ts'
import { printed, wholeFile } from './print.actions.ts'
import { addressFor, send } from './send.actions.ts'
import { supersede } from './supersede.actions.ts'
import * as partyStore from './party.store.ts'

const file = (bytes: Uint8Array, type: string, name: string): Response =>
  fileAnswer(bytes, { type, name, inline: true })

const gone = () => new Problem(NotFound, {}, 'There is no such file on this paper.')

/** Rates stand in the wording, so the paper itself is for those who may see rates. */
async function pdfOf(app: App, scope: ProductionScope, id: contract.AgreementId): Promise<Response> {
  const row = await reading.find(app.db, scope, id)
  if (!scope.sees('agreements', 'rate')) throw gone()
  if (row.sealed_file_id !== null) {
    const kept = await wholeFile(app, row.sealed_file_id)
    if (kept === undefined) throw gone()
    return file(kept.bytes, kept.mediaType, `${row.number}.pdf`)
  }
  const parties = await partyStore.of(app.db, [id])
  const content = row.content ?? (await reading.drawNow(app, app.db, scope, row, parties))?.content
  if (content === undefined || content === null) throw gone()
  return file(await printed(app, app.db, row, content, { isFinal: false }), 'application/pdf', `${row.number}.pdf`)
}

async function docxOf(app: App, scope: ProductionScope, id: contract.AgreementId): Promise<Response> {
  const row = await reading.find(app.db, scope, id)
  if (!scope.sees('agreements', 'rate')) throw gone()
  const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  const kept = row.docx_file_id === null ? undefined : await wholeFile(app, row.docx_file_id)
  if (kept !== undefined) return file(kept.bytes, docx, `${row.number}.docx`)
  const drawn = await reading.drawNow(app, app.db, scope, row, await partyStore.of(app.db, [id]))
  if (drawn?.docx === undefined) throw gone()
  return file(drawn.docx.bytes, docx, `${row.number}.docx`)
}

export const agreementRoutes = [
  handle(contract.listAgreements, async ({ scope, query }, app) => ({
    ...(await reading.list(app.db, scope, {
      states: query.state === undefined ? [] : [query.state].flat(),
      kind: query.kind,
      q: query.q,
      after: query.after,
      limit: query.limit,
    })),
    can: { edit: scope.can('agreements.edit'), cover: scope.can('agreements.cover') },
  })),
  handle(contract.getAgreement, ({ scope, params }, app) => reading.view(app, app.db, scope, params.agreementId)),
  handle(contract.createAgreement, ({ scope, actor, body }, app) => drafts.create(app, { scope, actor, body })),
  handle(contract.changeAgreement, ({ scope, actor, params, expected, body }, app) =>
    drafts.change(app, { scope, actor, expected, body, id: params.agreementId }),
  ),
  handle(envelope.sendAgreement, ({ scope, actor, params, expected, body }, app) =>
    send(app, { scope, actor, expected, signBy: body.signBy, id: params.agreementId }),
  ),
  handle(envelope.voidAgreement, ({ scope, actor, params, expected, body }, app) =>
    makeVoid(app, { scope, actor, expected, reason: body.reason, id: params.agreementId }),
  ),
  handle(envelope.supersedeAgreement, ({ scope, actor, params, expected, body }, app) =>
    supersede(app, { scope, actor, expected, useNewWording: body.useNewWording, id: params.agreementId }),
  ),
  handle(envelope.remindParties, ({ scope, actor, body }, app) =>
    remind(app, { scope, actor, agreementIds: body.agreementIds }),
  ),
  handle(envelope.askHowToPay, ({ scope, actor, params, expected, body }, app) =>
    setAsked(app, { scope, actor, expected, asks: body.asks, id: params.agreementId }),
  ),
  handle(envelope.partyLink, ({ scope, actor, params }, app) =>
    addressFor(app, { scope, actor, id: params.agreementId, partyId: params.partyId }),
  ),
  handle(envelope.recordPaper, ({ scope, actor, body }, app) => recordPaper(app, { scope, actor, body })),
  handleRaw(envelope.agreementPdf, ({ scope, params }, app) => pdfOf(app, scope, params.agreementId)),
  handleRaw(envelope.agreementDocx, ({ scope, params }, app) => docxOf(app, scope, params.agreementId)),
  handleRaw(envelope.signerPhoto, async ({ scope, params }, app) => {
    const row = await reading.find(app.db, scope, params.agreementId)
    const party = (await partyStore.of(app.db, [row.id])).find((it) => it.id === params.partyId)
    const photo = party?.photo_file_id == null ? undefined : await wholeFile(app, party.photo_file_id)
    if (photo === undefined || !scope.sees('agreements', 'personal')) throw gone()
    return file(photo.bytes, photo.mediaType, 'photo')
  }),
]
