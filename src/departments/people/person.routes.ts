import { handle } from '../../platform/http/handle.ts'
import * as companies from './company.actions.ts'
import * as companyContract from './company.contract.ts'
import * as crewDepartments from './crewDepartment.actions.ts'
import * as crewDepartmentContract from './crewDepartment.contract.ts'
import * as engagements from './engagement.actions.ts'
import * as engagementContract from './engagement.contract.ts'
import * as lookups from './lookup.actions.ts'
import * as people from './person.actions.ts'
import * as contract from './person.contract.ts'

export const personRoutes = [
  handle(contract.listPeople, ({ scope, query }, app) => people.list(app, scope, query)),
  handle(contract.getPerson, ({ scope, params }, app) => people.get(app, scope, params.personId)),
  handle(contract.createPerson, (call, app) => people.create(app, call)),
  handle(contract.changePerson, ({ params, ...call }, app) => people.change(app, { ...call, id: params.personId })),
  handle(contract.archivePerson, ({ params, body, ...call }, app) =>
    people.setArchived(app, { ...call, ...body, id: params.personId }),
  ),
  handle(contract.listRecordActivity, async ({ scope, params }, app) => ({
    items: await lookups.activityOf(app.db, scope, params.recordId),
  })),
  handle(crewDepartmentContract.readCrewDepartments, (_call, app) => crewDepartments.list(app.db)),
  handle(crewDepartmentContract.setCrewDepartments, (call, app) => crewDepartments.put(app, call)),
  handle(contract.listDepartments, async (_call, app) => ({ items: await lookups.departmentsOf(app.db) })),
  handle(companyContract.listCompanies, ({ scope, query }, app) => companies.list(app.db, scope, query)),
  handle(companyContract.getCompany, ({ scope, params }, app) => companies.get(app.db, scope, params.companyId)),
  handle(companyContract.createCompany, (call, app) => companies.create(app, call)),
  handle(companyContract.changeCompany, ({ params, ...call }, app) =>
    companies.change(app, { ...call, id: params.companyId }),
  ),
  handle(companyContract.archiveCompany, ({ params, body, ...call }, app) =>
    companies.setArchived(app, { ...call, ...body, id: params.companyId }),
  ),
]

export const engagementRoutes = [
  handle(engagementContract.listEngagements, async ({ scope, query }, app) => ({
    items: await engagements.engagementsOf(app.db, scope, { archived: query.show === 'archived' }),
    can: { edit: scope.can('crew.edit') },
  })),
  handle(engagementContract.createEngagement, (call, app) => engagements.create(app, call)),
  handle(engagementContract.addEngagements, ({ body, ...call }, app) =>
    engagements.createMany(app, { ...call, ...body }),
  ),
  handle(engagementContract.changeEngagement, ({ params, ...call }, app) =>
    engagements.change(app, { ...call, id: params.engagementId }),
  ),
  handle(engagementContract.archiveEngagement, ({ params, body, ...call }, app) =>
    engagements.setArchived(app, { ...call, ...body, id: params.engagementId }),
  ),
  handle(engagementContract.listPersonEngagements, async ({ scope, params }, app) => ({
    items: await engagements.ofPerson(app.db, scope, params.personId),
  })),
]
