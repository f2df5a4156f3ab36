import { given } from '../../kernel/patch.ts'
import { demandFresh, invalid } from '../../kernel/problems.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { takeDoorAway } from './door.actions.ts'
import type { Write } from './role.actions.ts'
import { endOfSession, get, lockSession, settle } from './session.actions.ts'
import type { Session, SessionChange, SessionId } from './session.contract.ts'
import * as store from './session.store.ts'
import { refusalsOf } from './sessionChange.rules.ts'

interface Changing extends Write {
  readonly id: SessionId
  readonly expected: number
  readonly body: SessionChange
}

/** A day that was laid out already; who has a time keeps it. */
export const change = (app: App, { scope, actor, id, expected, body }: Changing): Promise<Session> =>
  app.transaction(async (tx) => {
    const row = await lockSession(tx, scope, id)
    demandFresh({ expected, current: row.version }, 'this day')
    const before = await get(tx, scope, id)
    const seats = (await store.appointmentsOf(tx, [id])).map(({ signedInAt, ...it }) => ({
      ...it,
      signedInAt: signedInAt?.toString() ?? null,
    }))
    const [refusal] = refusalsOf(row, body, seats)
    if (refusal !== undefined) throw invalid(refusal.at, refusal.words)
    const columns = {
      on_date: body.onDate,
      from_minute: body.fromMinute,
      until_minute: body.untilMinute,
      slot_minutes: body.slotMinutes,
      per_slot: body.perSlot,
      breaks: body.breaks && JSON.stringify(body.breaks),
      place: body.place,
      stream: body.stream,
      release_text: body.releaseText,
    }
    if (row.doorLinkId !== null && (body.onDate ?? row.onDate) !== row.onDate)
      await takeDoorAway(app, tx, id, row.doorLinkId)
    await store.update(tx, id, given(columns))
    await moveEndOfLinks(app, tx, { ...row, ...given(body) })
    // Who was told another room is to be told again; *Send times* writes to exactly those.
    const isElsewhere = ['place', 'stream'].some(
      (field) => body[field as 'place'] !== undefined && body[field as 'place'] !== row[field as 'place'],
    )
    if (isElsewhere)
      await store.change(
        tx,
        id,
        seats.map(({ candidateId }) => candidateId),
        { told_at: null },
      )
    return settle(app, tx, { scope, actor }, 'casting_session.changed', id, before)
  })

/** Whoever was asked to this day may answer until it is over, wherever it went. */
async function moveEndOfLinks(
  app: App,
  tx: Tx,
  day: Pick<store.SessionRow, 'id' | 'onDate' | 'untilMinute' | 'timeZone'>,
) {
  const asked = await store.askedOf(tx, [day.id])
  await app.links.endAt(
    tx,
    asked.map(({ linkId }) => linkId),
    endOfSession(day),
  )
}
