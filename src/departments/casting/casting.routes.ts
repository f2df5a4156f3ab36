import type { FileId } from '../../kernel/ids.ts'
import { handle, handleRaw } from '../../platform/http/handle.ts'
import { breakdown } from './breakdown.actions.ts'
import * as candidates from './candidate.actions.ts'
import { list as listed } from './candidate.shown.ts'
import * as candidate from './candidate.contract.ts'
import * as calls from './call.actions.ts'
import * as call from './call.contract.ts'
import { create as createConsent } from './consent.actions.ts'
import * as consent from './consent.contract.ts'
import { newest as newestConsents } from './consent.store.ts'
import { freeze } from './decision.actions.ts'
import * as doors from './door.actions.ts'
import * as door from './door.contract.ts'
import * as erasures from './erasure.actions.ts'
import * as exclusivities from './exclusivity.actions.ts'
import * as exclusivity from './exclusivity.contract.ts'
import { decide } from './person.actions.ts'
import * as holds from './hold.actions.ts'
import * as hold from './hold.contract.ts'
import * as media from './media.actions.ts'
import * as presentations from './presentation.actions.ts'
import * as presentation from './presentation.contract.ts'
import { sendRelease } from './paper.actions.ts'
import * as requests from './request.actions.ts'
import * as request from './request.contract.ts'
import { record } from './recording.actions.ts'
import { sizeCards } from './sizeCard.actions.ts'
import { release } from './release.actions.ts'
import * as sessions from './session.actions.ts'
import * as session from './session.contract.ts'
import { change as changeDay } from './sessionChange.actions.ts'
import { send as sendTimes } from './sessionSend.actions.ts'
import { report } from './sessionReport.actions.ts'
import * as roles from './role.actions.ts'
import * as role from './role.contract.ts'
import * as rules from './rule.actions.ts'
import * as rule from './rule.contract.ts'

export const roleRoutes = [
  handle(role.listRoles, async ({ scope, query }, app) => ({
    items: await roles.all(app.db, scope, { archived: query.show === 'archived' }),
    uncast: await roles.uncast(app.db, scope),
    can: { edit: scope.can('casting.edit'), assess: scope.can('casting.assess') },
  })),
  handle(role.createRole, (call, app) => roles.create(app, call)),
  handle(role.createRolesFromScript, ({ body, ...call }, app) => roles.createFromScript(app, { ...call, ...body })),
  handle(role.changeRole, ({ params, ...call }, app) => roles.change(app, { ...call, id: params.roleId })),
  handle(role.archiveRole, ({ params, body, ...call }, app) =>
    roles.setArchived(app, { ...call, ...body, id: params.roleId }),
  ),
  handleRaw(role.exportBreakdown, ({ scope, params, query }, app) =>
    breakdown(app, {
      scope,
      format: params.format,
      roleIds: query.role === undefined ? undefined : [query.role].flat(),
      rates: query.rates === 'yes',
      paper: query.paper,
    }),
  ),
]

export const ruleRoutes = [
  handle(rule.readCastingRules, ({ scope }, app) => rules.castingRules(app.db, scope)),
  handle(rule.changeCastingRules, (call, app) => rules.changeRules(app, call)),
]

export const candidateRoutes = [
  handle(candidate.listCandidates, ({ scope, query }, app) => listed(app, scope, query)),
  handle(candidate.addCandidates, (call, app) => candidates.add(app, call)),
  handle(candidate.changeCandidate, ({ params, ...call }, app) =>
    candidates.change(app, { ...call, id: params.candidateId }),
  ),
  handle(candidate.markCandidate, ({ params, ...call }, app) =>
    candidates.mark(app, { ...call, id: params.candidateId }),
  ),
  handle(candidate.moveCandidates, ({ body, ...call }, app) => candidates.move(app, { ...call, ...body })),
  handle(candidate.attachMedia, ({ params, body, ...call }, app) =>
    media.attach(app, { ...call, id: params.candidateId, fileId: body.fileId as FileId, purpose: body.purpose }),
  ),
  handle(candidate.eraseCandidate, ({ params, ...call }, app) =>
    erasures.eraseAsked(app, { ...call, id: params.candidateId }),
  ),
  handle(candidate.listErasures, async ({ scope }, app) => ({ items: await erasures.log(app.db, scope) })),
  handle(candidate.findErasure, async ({ scope, body }, app) => ({ items: await erasures.findIn(app, scope, body) })),
  handleRaw(candidate.mediaFile, ({ scope, params, context }, app) =>
    media.send(app, scope, params.mediaId, context.req.raw),
  ),
]

export const callRoutes = [
  handle(call.listCalls, ({ scope, query }, app) => calls.list(app, scope, query)),
  handle(call.openCall, ({ params, ...rest }, app) => calls.open(app, { ...rest, roleId: params.roleId })),
  handle(call.closeCall, ({ params, ...rest }, app) => calls.close(app, { ...rest, id: params.callId })),
  handle(consent.listConsents, async (_, app) => ({ items: await newestConsents(app.db) })),
  handle(consent.createConsent, (rest, app) => createConsent(app, rest)),
]

export const presentationRoutes = [
  handle(presentation.listPresentations, ({ scope, query }, app) => presentations.list(app, scope, query)),
  handle(presentation.getPresentation, ({ scope, params }, app) =>
    presentations.get(app, app.db, scope, params.presentationId),
  ),
  handle(presentation.createPresentation, (call, app) => presentations.create(app, call)),
  handle(presentation.changePresentation, ({ params, ...call }, app) =>
    presentations.change(app, { ...call, id: params.presentationId }),
  ),
  handle(presentation.sharePresentation, ({ params, ...call }, app) =>
    presentations.share(app, { ...call, id: params.presentationId }),
  ),
  handle(presentation.freezePresentation, ({ params, ...call }, app) =>
    freeze(app, { ...call, id: params.presentationId }),
  ),
]

export const holdRoutes = [
  handle(hold.holdCandidate, ({ params, ...call }, app) => holds.hold(app, { ...call, id: params.candidateId })),
  handle(hold.decidePerson, ({ params, ...call }, app) => decide(app, { ...call, id: params.candidateId })),
  handle(hold.sendRelease, ({ params, ...call }, app) => sendRelease(app, { ...call, id: params.candidateId })),
  handle(hold.releaseBackups, ({ params, ...call }, app) => release(app, { ...call, roleId: params.roleId })),
]

const items = async <T>(of: Promise<T[]>) => ({ items: await of })

export const exclusivityRoutes = [
  handle(exclusivity.listExclusivities, ({ scope, params }, app) =>
    items(exclusivities.ofCandidate(app, scope, params.candidateId)),
  ),
  handle(exclusivity.addExclusivity, ({ params, ...call }, app) =>
    items(exclusivities.addToCandidate(app, { ...call, id: params.candidateId })),
  ),
  handle(exclusivity.exclusivitiesOfPerson, async ({ scope, params }, app) => ({
    items: await exclusivities.ofPerson(app.db, scope, params.personId),
    can: { edit: scope.can('people.edit') },
  })),
  handle(exclusivity.addToPerson, ({ params, ...call }, app) =>
    items(exclusivities.addToPerson(app, { ...call, ...params })),
  ),
  handle(exclusivity.withdrawExclusivity, ({ params, ...call }, app) =>
    items(exclusivities.withdraw(app, { ...call, personId: params.personId, id: params.exclusivityId })),
  ),
]

export const requestRoutes = [
  handle(request.listRequests, ({ scope, query }, app) => requests.list(app, scope, query)),
  handle(request.createRequests, (call, app) => requests.create(app, call)),
  handle(request.remindRequests, ({ body, ...call }, app) => requests.remind(app, { ...call, ...body })),
  handle(request.withdrawRequests, ({ body, ...call }, app) => requests.withdraw(app, { ...call, ...body })),
]

export const sessionRoutes = [
  handle(session.listSessions, ({ scope, query }, app) => sessions.list(app, scope, query)),
  handle(session.getSession, ({ scope, params }, app) => sessions.get(app.db, scope, params.sessionId)),
  handle(session.createSession, (call, app) => sessions.create(app, call)),
  handle(session.changeSession, ({ params, ...call }, app) => changeDay(app, { ...call, id: params.sessionId })),
  handle(session.fillSession, ({ params, ...call }, app) => sessions.fill(app, { ...call, id: params.sessionId })),
  handle(session.placeCandidate, ({ params, body, ...call }, app) =>
    sessions.place(app, { ...call, ...body, id: params.sessionId, candidateId: params.candidateId }),
  ),
  handle(session.sendTimes, ({ params, ...call }, app) => sendTimes(app, { ...call, id: params.sessionId })),
]

export const doorRoutes = [
  handle(door.signAtDoor, ({ params, ...call }, app) =>
    doors.sign(app, { ...call, id: params.sessionId, candidateId: params.candidateId }),
  ),
  handle(door.openDoor, ({ params, ...call }, app) => doors.openDoor(app, { ...call, id: params.sessionId })),
  handle(door.closeDoor, ({ params, ...call }, app) => doors.closeDoor(app, { ...call, id: params.sessionId })),
  handle(door.recordSession, ({ params, ...call }, app) => record(app, { ...call, id: params.sessionId })),
  handleRaw(door.sizeCards, ({ scope, query }, app) => sizeCards(app, { scope, ...query })),
  handleRaw(door.sessionReport, ({ scope, params, query }, app) =>
    report(app, { scope, id: params.sessionId, format: params.format, paper: query.paper }),
  ),
]
