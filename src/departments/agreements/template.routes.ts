import type { OfficeScope } from '../../platform/access/scope.ts'
import { handle } from '../../platform/http/handle.ts'
import { kindWords } from './kinds.rules.ts'
import * as contract from './template.contract.ts'
import * as clauses from './clause.actions.ts'
import { changeRule, paperRules } from './paperRules.actions.ts'
import * as actions from './template.actions.ts'
import * as store from './template.store.ts'

const can = (scope: OfficeScope) => ({ edit: scope.can('agreements.templates') })

export const templateRoutes = [
  handle(contract.listTemplates, async ({ scope }, app) => ({ items: await actions.all(app.db), can: can(scope) })),
  handle(contract.createTemplate, ({ actor, body }, app) => actions.create(app, { actor, body })),
  handle(contract.changeTemplate, ({ params, actor, expected, body }, app) =>
    actions.change(app, { actor, expected, body, id: params.templateId }),
  ),
  handle(contract.approveTemplate, ({ params, actor, expected, body }, app) =>
    actions.approve(app, { actor, expected, by: body.by, id: params.templateId }),
  ),
  handle(contract.templateHistory, ({ params }, app) => actions.history(app.db, params.templateId)),
  handle(contract.listClauses, async ({ scope }, app) => ({ items: await clauses.all(app.db), can: can(scope) })),
  handle(contract.createClause, ({ actor, body }, app) => clauses.create(app, { actor, body })),
  handle(contract.changeClause, ({ params, actor, expected, body }, app) =>
    clauses.change(app, { actor, expected, body, id: params.clauseId }),
  ),
  handle(contract.getPaperRules, async ({ scope }, app) => ({ ...(await paperRules(app.db)), can: can(scope) })),
  handle(contract.changeLadder, ({ params: { kind }, actor, expected, body }, app) =>
    changeRule(app, {
      actor,
      expected,
      label: `Reminders: ${kindWords[kind].one}`,
      find: ({ ladders }) => ladders.find((it) => it.kind === kind),
      put: (tx) => store.putLadder(tx, kind, body),
    }),
  ),
  handle(contract.changeNeed, ({ params: { appliesTo, kind }, actor, expected, body }, app) =>
    changeRule(app, {
      actor,
      expected,
      label: `Needed: ${kindWords[kind].one}`,
      find: ({ needs }) => needs.find((it) => it.appliesTo === appliesTo && it.kind === kind),
      put: (tx) => store.putNeed(tx, { appliesTo, kind, ...body }),
    }),
  ),
]
