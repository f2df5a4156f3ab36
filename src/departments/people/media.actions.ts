import type { FileId, PersonId } from '../../kernel/ids.ts'
import { demandFresh, NotFound, Problem } from '../../kernel/problems.ts'
import { systemOfficeScope, type Actor, type OfficeScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { redrawn } from '../../platform/pictures/index.ts'
import { soundOf } from '../../platform/sounds/index.ts'
import { keepFile, openFile } from '../../platform/uploads/index.ts'
import * as people from './person.store.ts'
import * as profiles from './profile.actions.ts'
import { profileText } from './profile.rules.ts'
import { SoundRefused, type MediaId, type Medium, type NewMedium } from './profile.contract.ts'
import * as store from './profile.store.ts'
import type { PersonMediaTable } from './profile.table.ts'
import type { Insertable } from 'kysely'

interface Write {
  readonly scope: OfficeScope
  readonly actor: Actor
  readonly personId: PersonId
}

/** A picture is drawn before the transaction opens, because it takes a while; a recording is known by its first bytes. */
export async function add(app: App, { scope, actor, personId, body }: Write & { body: NewMedium }): Promise<Medium> {
  const made = body.kind === 'reel' ? null : await taken(app, actor, body)
  return app.transaction(async (tx) => {
    const [person] = await people.lock(tx, scope, [personId])
    if (person === undefined) throw new Problem(NotFound, {}, 'There is no such person in the directory.')
    const id = app.ids.next<MediaId>()
    const { kind, title, tags, language } = body
    await store.insertMedium(tx, {
      id,
      person_id: personId,
      kind,
      title,
      tags,
      language,
      ...(made === null ? { ...nothing, url: body.kind === 'reel' ? body.url : null } : await made(tx)),
      sort: ((await store.sortEnds(tx, personId))?.last ?? 0) + 1,
      created_at: app.clock.now().toString(),
      archived_at: null,
    })
    await note(app, tx, actor, { personId, verb: 'person.medium_added', after: { [kind]: title } })
    return (await store.mediumById(tx, personId, id)) as Medium
  })
}

type Bytes = Pick<Insertable<PersonMediaTable>, 'file_id' | 'small_file_id' | 'url' | 'width' | 'height' | 'seconds'>
const nothing: Bytes = { file_id: null, small_file_id: null, url: null, width: null, height: null, seconds: null }

async function taken(
  app: App,
  actor: Actor,
  { kind, fileId, title }: { kind: 'photo' | 'voice'; fileId: FileId; title: string },
): Promise<(tx: Tx) => Promise<Bytes>> {
  const found = await openFile(app, fileId)
  // A file is its sender's until it is put somewhere: nobody attaches what somebody else uploaded.
  if (found === undefined || actor.kind !== 'user' || found.file.created_by !== actor.userId)
    throw new Problem(NotFound, {}, 'The upload is not there any more. Choose the file again.')
  if (kind === 'voice') {
    found.bytes.destroy()
    const head = await app.storage.get(found.file.storage_key, {
      from: 0,
      until: Math.min(found.file.size_bytes, 262_144),
    })
    const sound = head && soundOf(Buffer.concat(await head.toArray()), found.file.size_bytes)
    if (!sound)
      throw new Problem(
        SoundRefused,
        {},
        'What is inside is not WAV, MP3, M4A, Ogg or FLAC. Export the sample as one of these.',
      )
    return () => Promise.resolve({ ...nothing, file_id: fileId, seconds: sound.seconds })
  }
  const bytes = Buffer.concat(await found.bytes.toArray())
  const whole = await redrawn(bytes, { longestSide: 1600, as: 'webp' })
  const small = await redrawn(bytes, { longestSide: 320, as: 'webp' })
  const kept = (tx: Tx, of: typeof whole) =>
    keepFile(app, tx, { name: `${title}.webp`, mediaType: of.mediaType, bytes: of.bytes })
  return async (tx) => ({
    ...nothing,
    file_id: (await kept(tx, whole)).id,
    small_file_id: (await kept(tx, small)).id,
    width: whole.width,
    height: whole.height,
  })
}

interface Change extends Write {
  readonly mediaId: MediaId
  readonly expected: number
  readonly body: {
    title?: string | undefined
    tags?: string[] | undefined
    language?: string | null | undefined
    first?: true | undefined
    archived?: boolean | undefined
  }
}

export const change = (app: App, { actor, personId, mediaId, expected, body }: Change): Promise<Medium> =>
  app.transaction(async (tx) => {
    const before = await store.lockMedium(tx, personId, mediaId)
    if (before === undefined) throw new Problem(NotFound, {}, 'This is not there any more.')
    demandFresh({ expected, current: before.version }, before.title)
    const { title, tags, language, first, archived } = body
    const after = await store.updateMedium(tx, mediaId, {
      ...(title !== undefined && { title }),
      ...(tags !== undefined && { tags }),
      ...(language !== undefined && { language }),
      ...(first && { sort: ((await store.sortEnds(tx, personId))?.first ?? 0) - 1 }),
      ...(archived !== undefined && { archived_at: archived ? app.clock.now().toString() : null }),
    })
    await note(app, tx, actor, {
      personId,
      verb: archived ? 'person.medium_removed' : 'person.medium_changed',
      after: { [after.kind]: after.title },
    })
    return after
  })

/** Leaves a trail, and makes the person found by the tags and languages of their samples. */
async function note(
  app: App,
  tx: Tx,
  actor: Actor,
  { personId, verb, after }: { personId: PersonId; verb: string; after: object },
) {
  const profile = await profiles.get(tx, systemOfficeScope('people'), personId)
  await store.setProfileText(tx, personId, profileText(profile))
  const [person] = await people.namesByIds(tx, [personId])
  await app.audit.record(tx, actor, verb, {
    subject: { kind: 'person', id: personId, label: person?.name ?? '' },
    after,
  })
  await app.announce(tx, { department: 'people', productionId: null, ids: [personId] })
}

/** The bytes, in parts where a player asks for parts. @throws NotFound */
export async function read(
  app: App,
  { personId, mediaId, size }: { personId: PersonId; mediaId: MediaId; size: 'small' | 'whole' },
  range: string | undefined,
): Promise<Response> {
  const medium = await store.mediumById(app.db, personId, mediaId)
  const id = size === 'small' ? (medium?.smallFileId ?? medium?.fileId) : medium?.fileId
  const found = id ? await openFile(app, id) : undefined
  if (medium === undefined || found === undefined) throw new Problem(NotFound, {}, 'This is not there any more.')
  const { file } = found
  const headers = {
    'content-type': medium.kind === 'photo' ? 'image/webp' : safeAudio(file.media_type),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, max-age=3600',
    'accept-ranges': 'bytes',
  }
  const asked = /^bytes=(\d+)-(\d*)$/.exec(range ?? '')
  if (!asked)
    return new Response(found.bytes as never, { headers: { ...headers, 'content-length': `${file.size_bytes}` } })
  found.bytes.destroy()
  const from = Number(asked[1])
  const until = Math.min(file.size_bytes, asked[2] ? Number(asked[2]) + 1 : file.size_bytes)
  if (from >= until)
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${file.size_bytes}` } })
  const part = await app.storage.get(file.storage_key, { from, until })
  return new Response(part as never, {
    status: 206,
    headers: {
      ...headers,
      'content-range': `bytes ${from}-${until - 1}/${file.size_bytes}`,
      'content-length': `${until - from}`,
    },
  })
}

const safeAudio = (said: string) => (/^audio\/[\w.+-]+$/.test(said) ? said : 'audio/mpeg')
