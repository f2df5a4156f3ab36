import { handle, handleRaw } from '../../platform/http/handle.ts'
import * as media from './media.actions.ts'
import * as profiles from './profile.actions.ts'
import * as contract from './profile.contract.ts'

export const profileRoutes = [
  handle(contract.listDirectoryWords, ({ scope }, app) => profiles.wordsOf(app.db, scope)),
  handle(contract.getProfile, ({ scope, params }, app) => profiles.get(app.db, scope, params.personId)),
  handle(contract.changeProfile, ({ params, ...call }, app) => profiles.change(app, { ...call, id: params.personId })),
  handle(contract.setDoNotHire, ({ params, body, ...call }, app) =>
    profiles.setDoNotHire(app, { ...call, ...body, id: params.personId }),
  ),
  handle(contract.addMedium, ({ params, ...call }, app) => media.add(app, { ...call, ...params })),
  handle(contract.changeMedium, ({ params, ...call }, app) => media.change(app, { ...call, ...params })),
  handleRaw(contract.readMedium, ({ params, context }, app) => media.read(app, params, context.req.header('range'))),
]
