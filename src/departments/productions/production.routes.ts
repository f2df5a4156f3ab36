import { Problem, NotAllowed } from '../../kernel/problems.ts'
import type { Actor } from '../../platform/access/scope.ts'
import { handle } from '../../platform/http/handle.ts'
import * as actions from './production.actions.ts'
import * as calendar from './calendar.actions.ts'
import * as calendarContract from './calendar.contract.ts'
import * as members from './member.actions.ts'
import * as contract from './production.contract.ts'
import * as profile from './profile.actions.ts'
import * as profileContract from './profile.contract.ts'
import * as profiles from './profile.store.ts'

/** A production is begun by somebody with an account, who becomes its first member. */
function account(actor: Actor): Extract<Actor, { kind: 'user' }> {
  if (actor.kind !== 'user')
    throw new Problem(NotAllowed, { ability: 'productions.create' }, 'Sign in to begin a production.')
  return actor
}

export const productionRoutes = [
  handle(contract.listProductions, ({ scope, query }, app) => actions.list(app.db, scope, query)),
  handle(contract.createProduction, ({ scope, actor, body }, app) =>
    actions.create(app, { scope, actor: account(actor), body }),
  ),
  handle(contract.getProduction, ({ scope }, app) => actions.get(app.db, scope)),
  handle(contract.changeProduction, (call, app) => actions.change(app, call)),
  handle(contract.archiveProduction, ({ body, ...call }, app) => actions.setArchived(app, { ...call, ...body })),
  handle(contract.listMembers, ({ scope }, app) => members.membersOf(app.db, scope)),
  handle(contract.setMember, ({ params, body, ...call }, app) =>
    members.setMember(app, { ...call, userId: params.userId, role: body.role }),
  ),
  handle(contract.removeMember, ({ params, ...call }, app) =>
    members.removeMember(app, { ...call, userId: params.userId }),
  ),
  handle(calendarContract.getCalendar, ({ scope }, app) => calendar.calendarOf(app.db, scope)),
  handle(calendarContract.setCalendarDays, ({ body, ...call }, app) =>
    calendar.setDays(app, { ...call, days: body.days }),
  ),
  handle(profileContract.listProfiles, async ({ scope }, app) => ({ items: await profiles.all(app.db, scope) })),
  handle(profileContract.createProfile, (call, app) => profile.create(app, call)),
  handle(profileContract.changeProfile, ({ params, ...call }, app) =>
    profile.change(app, { ...call, id: params.profileId }),
  ),
]
