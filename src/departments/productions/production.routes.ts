import { Problem, NotAllowed } from '../../kernel/problems.ts'
import type { Actor } from '../../platform/access/scope.ts'
import { handle } from '../../platform/http/handle.ts'
import * as actions from './production.actions.ts'
import * as calendar from './calendar.actions.ts'
import * as calendarContract from './calendar.contract.ts'
import * as members from './member.actions.ts'
import * as minors from './minors.actions.ts'
import * as minorsContract from './minors.contract.ts'
import * as minorsStore from './minors.store.ts'
import * as contract from './production.contract.ts'
import * as profile from './profile.actions.ts'
import * as profileContract from './profile.contract.ts'
import * as profiles from './profile.store.ts'
import * as colours from './revisioncolours.actions.ts'
import * as coloursContract from './revisioncolours.contract.ts'
import * as coloursStore from './revisioncolours.store.ts'

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
  handle(calendarContract.getCalendar, ({ scope }, app) => calendar.read(app.db, scope)),
  handle(calendarContract.setCalendarDays, ({ body, ...call }, app) =>
    calendar.setDays(app, { ...call, days: body.days }),
  ),
  handle(coloursContract.getRevisionColours, (_, app) => coloursStore.get(app.db)),
  handle(coloursContract.setRevisionColours, (call, app) => colours.setColours(app, call)),
  handle(minorsContract.listMinorProfiles, async (_, app) => ({ items: await minorsStore.all(app.db) })),
  handle(minorsContract.createMinorProfile, (call, app) => minors.create(app, call)),
  handle(minorsContract.changeMinorProfile, ({ params, ...call }, app) =>
    minors.change(app, { ...call, id: params.minorProfileId }),
  ),
  handle(minorsContract.archiveMinorProfile, ({ params, body, ...call }, app) =>
    minors.setArchived(app, { ...call, ...body, id: params.minorProfileId }),
  ),
  handle(profileContract.listProfiles, async ({ scope }, app) => ({ items: await profiles.all(app.db, scope) })),
  handle(profileContract.createProfile, (call, app) => profile.create(app, call)),
  handle(profileContract.changeProfile, ({ params, ...call }, app) =>
    profile.change(app, { ...call, id: params.profileId }),
  ),
]
