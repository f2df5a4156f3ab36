import { LinkUnusable, NotFound, Problem } from '../../kernel/problems.ts'
import { linkScope, systemScope, type LinkScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { LinkActor } from '../../platform/links.ts'
import type { Db } from '../../platform/database/database.ts'
import { findFile } from '../../platform/uploads/index.ts'
import type { Candidate, CandidateId, Mark } from './candidate.contract.ts'
import { shown } from './candidate.shown.ts'
import * as candidates from './candidate.store.ts'
import * as media from './media.store.ts'
import { Frozen, type Presentation, type Pick } from './presentation.contract.ts'
import { get } from './presentation.actions.ts'
import * as store from './presentation.store.ts'
import * as roles from './role.store.ts'

async function voiceBehind(db: Db, link: LinkActor) {
  const voice = link.productionId === null ? undefined : await store.behindLink(db, link.productionId, link.linkId)
  if (voice === undefined || link.productionId === null)
    throw new Problem(LinkUnusable, { reason: 'revoked' }, 'This selection is not shown any more.')
  return { ...voice, scope: systemScope(link.productionId, 'casting view') }
}

export interface View {
  readonly presentation: Presentation
  readonly voice: { readonly id: string; readonly name: string }
  readonly people: readonly (Candidate & { readonly roleName: string })[]
  readonly own: readonly Pick[]
}

/** The selection as one voice sees it. Which fields of a person the page may say is decided by `fields`, when it is drawn. */
export async function viewOf(app: App, link: LinkActor): Promise<View> {
  const voice = await voiceBehind(app.db, link)
  const presentation = await get(app, app.db, voice.scope, voice.presentationId)
  const ids = presentation.items.map(({ candidateId }) => candidateId)
  const rows = await shown(app.db, voice.scope, await candidates.byIds(app.db, voice.scope, ids), app.clock.now())
  const names = new Map(
    (
      await roles.byIds(
        app.db,
        voice.scope,
        rows.map(({ roleId }) => roleId),
      )
    ).map(({ id, name }) => [id, name]),
  )
  const byId = new Map(rows.map((row) => [row.id, { ...row, roleName: names.get(row.roleId) ?? '' }]))
  return {
    presentation,
    voice: { id: voice.voiceId, name: voice.name },
    people: ids.flatMap((id) => byId.get(id) ?? []),
    own: presentation.picks.filter(({ voiceId }) => voiceId === voice.voiceId),
  }
}

/**
 * A photo or tape of somebody in the selection; to keep only where the link says so, and then it stands in the log.
 * @throws NotFound
 */
export async function mediaOf(app: App, link: LinkActor, { mediaId, save }: { mediaId: string; save: boolean }) {
  const { scope, presentationId, fields } = await voiceBehind(app.db, link)
  const found = await media.find(app.db, scope.productionId, mediaId)
  const isShown = found !== undefined && (await store.holds(app.db, presentationId, found.candidateId))
  const file = isShown ? await findFile(app.db, found.fileId) : undefined
  if (!isShown || file === undefined || (save && !fields.includes('download')))
    throw new Problem(NotFound, {}, 'There is no such file in this selection.')
  if (save) await logView(app, { scope: linkScope(link), what: 'saved' })
  return { ...file, name: found.name, media_type: found.mediaType }
}

interface Said {
  readonly scope: LinkScope
  readonly candidateId: CandidateId
  readonly body: { pick: Mark | null; rank: number | null; comment: string }
}

export const pick = (app: App, { scope: { link }, candidateId, body }: Said) =>
  app.transaction(async (tx) => {
    const voice = await voiceBehind(tx, link)
    // The lock makes a pick and the freeze wait for each other: what is decided was decided on what stands here.
    const row = await store.lock(tx, voice.scope, voice.presentationId)
    if (row?.state === 'frozen') throw new Problem(Frozen, {}, 'The decision is recorded; picks are closed.')
    if (!(await store.holds(tx, voice.presentationId, candidateId)))
      throw new Problem(NotFound, {}, 'This person is not in the selection any more.')
    await store.putPick(tx, {
      id: app.ids.next(),
      voice_id: voice.voiceId,
      candidate_id: candidateId,
      ...body,
      picked_at: app.clock.now().toString(),
    })
    await app.announce(tx, {
      department: 'casting',
      productionId: voice.scope.productionId,
      ids: [voice.presentationId],
    })
    return body
  })

export const logView = (
  app: App,
  { scope: { link }, what }: { scope: LinkScope; what: 'opened' | 'printed' | 'saved' },
) =>
  app.transaction(async (tx) => {
    const voice = await voiceBehind(tx, link)
    await store.log(tx, {
      id: app.ids.next(),
      presentation_id: voice.presentationId,
      who: voice.name,
      what,
      at: app.clock.now().toString(),
    })
    await store.saw(tx, voice.voiceId, app.clock.now())
    if (what === 'opened') await app.links.use(tx, link.linkId)
    return null
  })
