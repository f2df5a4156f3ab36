import { handle } from '../../platform/http/handle.ts'
import * as people from '../people/index.ts'
import * as banks from './bank.actions.ts'
import * as bank from './bank.contract.ts'
import * as categories from './category.actions.ts'
import * as prices from './price.actions.ts'
import { seesVendorField } from './fieldClass.rules.ts'
import { vendorScore } from './score.actions.ts'
import { getVendorScore } from './score.contract.ts'
import * as vendors from './vendor.actions.ts'
import * as rules from './rule.actions.ts'
import * as ruleContract from './rule.contract.ts'
import * as categoryContract from './category.contract.ts'
import * as priceContract from './price.contract.ts'
import * as contract from './vendor.contract.ts'

export const vendorRoutes = [
  handle(contract.listVendors, ({ scope, query }, app) => vendors.list(app.db, scope, query)),
  handle(contract.getVendor, ({ scope, params }, app) => vendors.get(app, app.db, scope, params.vendorId)),
  handle(contract.createVendor, (call, app) => vendors.create(app, call)),
  handle(contract.changeVendor, ({ params, ...call }, app) => vendors.change(app, { ...call, id: params.vendorId })),
  handle(contract.setStage, ({ params, body, ...call }, app) =>
    vendors.setStage(app, { ...call, ...body, id: params.vendorId }),
  ),
  handle(contract.archiveVendor, ({ params, body, ...call }, app) =>
    vendors.setArchived(app, { ...call, ...body, id: params.vendorId }),
  ),
  handle(contract.listVendorActivity, async ({ scope, params }, app) => ({
    items: await people.activityOf(app.db, scope, params.vendorId, (field) => seesVendorField(scope.sees, field)),
  })),
  handle(getVendorScore, ({ scope, params }, app) => vendorScore(app, scope, params.vendorId)),
  handle(contract.likelyVendors, async ({ query }, app) => ({
    items: await vendors.hints(app.db, { name: query.name, email: query.email ?? null, phone: query.phone ?? null }),
  })),
  handle(categoryContract.listVendorCategories, ({ scope }, app) => categories.list(app.db, scope)),
  handle(categoryContract.setVendorCategories, (call, app) => categories.put(app, call)),
  handle(priceContract.listPrices, ({ params, query }, app) => prices.pricesOf(app.db, params.vendorId, query)),
  handle(priceContract.addPrice, ({ params, ...call }, app) => prices.add(app, { ...call, ...params })),
  handle(priceContract.withdrawPrice, ({ params, body, ...call }, app) =>
    prices.withdraw(app, { ...call, ...body, vendorId: params.vendorId, id: params.priceId }),
  ),
  handle(bank.enterBank, ({ params, ...call }, app) => banks.enter(app, { ...call, vendorId: params.vendorId })),
  handle(bank.lookAtBank, ({ params, body, ...call }, app) =>
    banks.look(app, { ...call, ...body, bankId: params.bankId, vendorId: params.vendorId }),
  ),
  handle(bank.lookAtTax, ({ params, body, ...call }, app) =>
    banks.lookAtTax(app, { ...call, ...body, vendorId: params.vendorId }),
  ),
  handle(bank.settleBank, ({ params, ...call }, app) =>
    banks.settle(app, { ...call, bankId: params.bankId, vendorId: params.vendorId }),
  ),
  handle(ruleContract.readVendorRules, ({ scope }, app) => rules.rules(app.db, scope)),
  handle(ruleContract.putVendorRules, (call, app) => rules.put(app, call)),
]
