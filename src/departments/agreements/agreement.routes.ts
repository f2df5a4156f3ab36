import { NotFound, Problem } from '../../kernel/problems.ts'
import type { App } from '../../platform/app.ts'
import { handle, handleRaw } from '../../platform/http/handle.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import * as actions from './agreement.actions.ts'
import * as contract from './agreement.contract.ts'
import * as envelope from './envelope.actions.ts'
import { recordPaper } from './onPaper.actions.ts'
import * as seal from './seal.actions.ts'
import * as store from './agreement.store.ts'

const file = (bytes: Uint8Array, mediaType: string, name: string): Response =>
  new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': mediaType,
      'content-disposition': `inline; filename="${name.replaceAll(/[^\w.-]/g, '_')}"`,
      'cache-control': 'private, no-cache',
      'x-content-type-options': 'nosniff',
    },
  })

const gone = () => new Problem(NotFound, {}, 'There is no such file on this paper.')

/** Rates stand in the wording, so the paper itself is for those who may see rates. */
async function pdfOf(app: App, scope: ProductionScope, id: contract.AgreementId): Promise<Response> {
  const row = await actions.find(app.db, scope, id)
  if (!scope.sees('agreements', 'rate')) throw gone()
  if (row.sealed_file_id !== null) {
    const kept = await seal.wholeFile(app, row.sealed_file_id)
    if (kept === undefined) throw gone()
    return file(kept.bytes, kept.mediaType, `${row.number}.pdf`)
  }
  const parties = await store.parties(app.db, [id])
  const content = row.content ?? (await actions.drawNow(app, app.db, scope, row, parties))?.content
  if (content === undefined || content === null) throw gone()
  return file(await seal.printed(app, app.db, row, content, false), 'application/pdf', `${row.number}.pdf`)
}

async function docxOf(app: App, scope: ProductionScope, id: contract.AgreementId): Promise<Response> {
  const row = await actions.find(app.db, scope, id)
  if (!scope.sees('agreements', 'rate')) throw gone()
  const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  const kept = row.docx_file_id === null ? undefined : await seal.wholeFile(app, row.docx_file_id)
  if (kept !== undefined) return file(kept.bytes, docx, `${row.number}.docx`)
  const drawn = await actions.drawNow(app, app.db, scope, row, await store.parties(app.db, [id]))
  if (drawn?.docx === undefined) throw gone()
  return file(drawn.docx.bytes, docx, `${row.number}.docx`)
}

export const agreementRoutes = [
  handle(contract.listAgreements, async ({ scope, query }, app) => ({
    ...(await actions.list(app.db, scope, {
      states: query.state === undefined ? [] : [query.state].flat(),
      kind: query.kind,
      q: query.q,
      after: query.after,
      limit: query.limit,
    })),
    can: { edit: scope.can('agreements.edit') },
  })),
  handle(contract.getAgreement, ({ scope, params }, app) => actions.view(app, app.db, scope, params.agreementId)),
  handle(contract.createAgreement, ({ scope, actor, body }, app) => actions.create(app, { scope, actor, body })),
  handle(contract.changeAgreement, ({ scope, actor, params, expected, body }, app) =>
    actions.change(app, { scope, actor, expected, body, id: params.agreementId }),
  ),
  handle(contract.sendAgreement, ({ scope, actor, params, expected, body }, app) =>
    envelope.send(app, { scope, actor, expected, signBy: body.signBy, id: params.agreementId }),
  ),
  handle(contract.voidAgreement, ({ scope, actor, params, expected, body }, app) =>
    envelope.makeVoid(app, { scope, actor, expected, reason: body.reason, id: params.agreementId }),
  ),
  handle(contract.supersedeAgreement, ({ scope, actor, params, expected, body }, app) =>
    envelope.supersede(app, { scope, actor, expected, useNewWording: body.useNewWording, id: params.agreementId }),
  ),
  handle(contract.remindParties, ({ scope, actor, body }, app) =>
    envelope.remind(app, { scope, actor, agreementIds: body.agreementIds }),
  ),
  handle(contract.partyLink, ({ scope, actor, params }, app) =>
    envelope.addressFor(app, { scope, actor, id: params.agreementId, partyId: params.partyId }),
  ),
  handle(contract.recordPaper, ({ scope, actor, body }, app) => recordPaper(app, { scope, actor, body })),
  handleRaw(contract.agreementPdf, ({ scope, params }, app) => pdfOf(app, scope, params.agreementId)),
  handleRaw(contract.agreementDocx, ({ scope, params }, app) => docxOf(app, scope, params.agreementId)),
  handleRaw(contract.signerPhoto, async ({ scope, params }, app) => {
    const row = await actions.find(app.db, scope, params.agreementId)
    const party = (await store.parties(app.db, [row.id])).find((it) => it.id === params.partyId)
    const photo = party?.photo_file_id == null ? undefined : await seal.wholeFile(app, party.photo_file_id)
    if (photo === undefined || !scope.sees('agreements', 'personal')) throw gone()
    return file(photo.bytes, photo.mediaType, 'photo')
  }),
]
