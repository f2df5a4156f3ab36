import { handle, handleRaw } from '../../platform/http/handle.ts'
import * as contract from './seal.contract.ts'
import * as actions from './seals.actions.ts'
import { verify } from './verify.actions.ts'

export const sealRoutes = [
  handle(contract.listSeals, async ({ scope }, app) => ({
    items: await actions.seals(app.db),
    can: { change: scope.can('agreements.seal') },
  })),
  handle(contract.importSeal, ({ actor, body }, app) => actions.importSeal(app, { actor, ...body })),
  handleRaw(
    contract.sealCertificate,
    async ({ params }, app) =>
      new Response(await actions.certificatePem(app.db, params.fingerprint), {
        headers: { 'content-type': 'application/x-pem-file', 'content-disposition': 'attachment; filename="seal.pem"' },
      }),
  ),
  handle(contract.verifyPdf, ({ scope, body }, app) => verify(app.db, scope, Buffer.from(body.pdf, 'base64'))),
]
