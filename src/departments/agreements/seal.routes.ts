import { fileAnswer } from '../../platform/http/fileAnswer.ts'
import { handle, handleRaw } from '../../platform/http/handle.ts'
import * as contract from './seal.contract.ts'
import * as actions from './seals.actions.ts'
import * as timestamps from './timestamp.actions.ts'
import { verify } from './verify.actions.ts'

export const sealRoutes = [
  handle(contract.listSeals, ({ scope }, app) => actions.seals(app, app.db, scope)),
  handle(contract.importSeal, ({ scope, actor, body }, app) => actions.importSeal(app, { scope, actor, ...body })),
  handle(contract.ownSeal, ({ scope, actor }, app) => actions.useOwn(app, { scope, actor })),
  handle(contract.changeTimestamp, async ({ scope, actor, expected, body }, app) => {
    await timestamps.change(app, { actor, expected, body })
    return actions.seals(app, app.db, scope)
  }),
  handle(contract.testSeal, (_, app) => actions.testSeal(app)),
  handleRaw(contract.sealCertificate, async ({ params }, app) =>
    fileAnswer(await actions.certificatePem(app.db, params.fingerprint), {
      type: 'application/x-pem-file',
      name: 'seal.pem',
    }),
  ),
  handle(contract.verifyPdf, ({ scope, body }, app) => verify(app.db, scope, Buffer.from(body.pdf, 'base64'))),
]
