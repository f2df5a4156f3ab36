import { handle } from '../../platform/http/handle.ts'
import * as profiles from './profile.actions.ts'
import * as rates from './rate.actions.ts'
import * as contract from './rate.contract.ts'
import * as store from './rate.store.ts'

export const payRoutes = [
  handle(contract.listRates, ({ scope, params }, app) => rates.ratesOf(app, scope, params)),
  handle(contract.addRate, ({ params, ...call }, app) => rates.add(app, { ...call, holder: params })),
  handle(contract.withdrawRate, ({ params: { rateId, ...holder }, body, ...call }, app) =>
    rates.withdraw(app, { ...call, ...body, holder, id: rateId }),
  ),
  handle(contract.listCompanyRates, ({ scope, params }, app) => rates.ratesOf(app, scope, params)),
  handle(contract.addCompanyRate, ({ params, ...call }, app) => rates.add(app, { ...call, holder: params })),
  handle(contract.withdrawCompanyRate, ({ params: { rateId, ...holder }, body, ...call }, app) =>
    rates.withdraw(app, { ...call, ...body, holder, id: rateId }),
  ),
  handle(contract.listPayProfiles, async ({ scope }, app) => ({
    items: await store.profiles(app.db),
    can: { edit: scope.can('pay.settings') },
  })),
  handle(contract.addPayProfile, (call, app) => profiles.add(app, call)),
  handle(contract.changePayProfile, ({ params, ...call }, app) =>
    profiles.change(app, { ...call, id: params.profileId }),
  ),
  handle(contract.listFigures, async (_call, app) => ({ items: await store.figures(app.db) })),
  handle(contract.addFigure, (call, app) => profiles.addFigure(app, call)),
]
