import type { FileId } from '../../kernel/ids.ts'
import { NotFound, Problem, invalid } from '../../kernel/problems.ts'
import type { App } from '../../platform/app.ts'
import { knownFile, sentFile } from '../../platform/uploads/index.ts'
import type { CandidateId } from './candidate.contract.ts'
import { groupTapeStart, tapeName } from './candidate.rules.ts'
import { endings } from './media.actions.ts'
import * as media from './media.store.ts'
import { get as getRole, type Write } from './role.actions.ts'
import { lockSession, settle } from './session.actions.ts'
import type { Session, SessionId } from './session.contract.ts'
import * as store from './session.store.ts'

interface Recording extends Write {
  readonly id: SessionId
  readonly body: { fileId: string; candidateIds: CandidateId[] }
}

/** One recording, kept with everybody who is on it; a name of the house for one, the time of the slot for a group. */
export const record = (app: App, { scope, actor, id, body }: Recording): Promise<Session> =>
  app.transaction(async (tx) => {
    const row = await lockSession(tx, scope, id)
    const seen = new Map((await store.appointmentsOf(tx, [id])).map((it) => [it.candidateId, it]))
    const ids = [...new Set(body.candidateIds)]
    const on = ids.flatMap((candidateId) => seen.get(candidateId) ?? [])
    const [first] = on
    if (first === undefined || on.length < ids.length)
      throw invalid('/candidateIds', 'Only people who have a time on this day can be on its recordings.')
    const fileId = body.fileId as FileId
    const file = actor.kind === 'user' ? await sentFile(tx, { userId: actor.userId }, fileId) : undefined
    if (file === undefined) throw new Problem(NotFound, {}, 'This file has not arrived. Send it again.')
    const { kind, mediaType } = await knownFile(app, file)
    if (kind !== 'video' && kind !== 'audio')
      throw invalid('/fileId', 'A recording is a film or a sound. Put photographs with the person.')
    const role = await getRole(tx, scope, row.roleId)
    const start = groupTapeStart(role.name, first.minute)
    const groupTake = (await media.takesNamed(tx, ids, start)) + 1
    for (const it of on) {
      if (await media.hasSent(tx, it.candidateId, fileId)) continue
      const take = (await media.countOf(tx, it.candidateId, kind)) + 1
      const ending = endings[mediaType] ?? ''
      await media.insert(tx, {
        id: app.ids.next(),
        candidate_id: it.candidateId,
        file_id: fileId,
        sent_file_id: fileId,
        kind,
        purpose: 'session',
        take,
        media_type: mediaType,
        size_bytes: file.size_bytes,
        name: on.length === 1 ? tapeName(role.name, it.name, take, ending) : `${start}${groupTake}${ending}`,
        created_at: app.clock.now().toString(),
      })
    }
    return settle(app, tx, { scope, actor }, 'casting_session.recorded', id)
  })
