import type { z } from 'zod'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/database/database.ts'
import type * as contract from './point.contract.ts'
import * as points from './point.store.ts'
import { keepPicture } from './pictures.actions.ts'
import { nameOf, type Write } from './writing.actions.ts'

type NewNotice = z.output<NonNullable<(typeof contract.addCrowdNotice)['body']>>

export const addCrowdNotice = (
  app: App,
  { scope, actor, body }: Write & { body: NewNotice },
): Promise<contract.CrowdNotice> =>
  app.transaction(async (tx) => {
    const id = app.ids.next<contract.CrowdNoticeId>()
    const photo = await keepPicture(app, tx, {
      base64: body.photo.base64,
      name: `Crowd notice ${body.onDate}`,
      pointer: '/photo',
      productionId: scope.productionId,
    })
    const now = app.clock.now().toString()
    const made = await points.insertNotice(tx, {
      id,
      production_id: scope.productionId,
      on_date: body.onDate,
      location_id: body.locationId,
      scene_numbers: body.sceneNumbers,
      language: body.language,
      position: body.position,
      photo_file_id: photo,
      photo_taken_at: body.photo.takenAt ?? now,
      submission_key: body.key ?? null,
      created_at: now,
      created_by_name: nameOf(actor),
    })
    await app.audit.record(tx, actor, 'crowd_notice.recorded', {
      subject: { kind: 'crowd_notice', id: made.id, label: body.position },
      productionId: scope.productionId,
      after: { onDate: body.onDate, language: body.language, position: body.position },
    })
    await app.announce(tx, { department: 'agreements', productionId: scope.productionId, ids: [made.id] })
    return shownNotice(made)
  })

const shownNotice = (row: points.NoticeRow): contract.CrowdNotice => ({
  id: row.id,
  onDate: row.on_date,
  locationId: row.location_id,
  sceneNumbers: row.scene_numbers,
  language: row.language,
  position: row.position,
  hasPhoto: row.photo_file_id !== null,
  photoTakenAt: row.photo_taken_at?.toString() ?? null,
  by: row.created_by_name,
})

export const crowdNotices = async (db: Db, scope: ProductionScope) => (await points.notices(db, scope)).map(shownNotice)
