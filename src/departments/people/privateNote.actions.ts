import { mayInOffice } from '../../kernel/abilities.ts'
import type { UserId } from '../../kernel/ids.ts'
import { demandFresh, invalid, NotFound, Problem } from '../../kernel/problems.ts'
import type { Actor, OfficeScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import { partiesByIds } from './party.actions.ts'
import type { PrivateNote, PrivateNoteId } from './privateNote.contract.ts'
import * as store from './privateNote.store.ts'

interface Write {
  readonly scope: OfficeScope
  readonly actor: Actor
}

/** A note has an author who can be asked: only accounts write and read them. @throws NotFound */
function accountOf(actor: Actor): UserId {
  if (actor.kind !== 'user') throw new Problem(NotFound, {}, 'There is no such note.')
  return actor.userId
}

export async function list(db: Db, { actor }: Write, about: store.About) {
  const me = accountOf(actor)
  const notes = await store.about(db, me, about)
  const colleagues = await store.accountsOf(db, (role) => mayInOffice(role, 'people.read'))
  return {
    items: await shown(db, me, notes),
    colleagues: colleagues.filter(({ userId }) => userId !== me),
  }
}

async function shown(db: Db, me: UserId, notes: readonly store.NoteRow[]): Promise<PrivateNote[]> {
  const readers = Map.groupBy(
    await store.readersOf(
      db,
      notes.map(({ id }) => id),
    ),
    ({ noteId }) => noteId,
  )
  return notes.map(({ id, words, by, authorId, at, version }) => ({
    id,
    words,
    by,
    version,
    isMine: authorId === me,
    at: at.toString(),
    readers: (readers.get(id) ?? []).map(({ userId, name }) => ({ userId, name })),
  }))
}

async function get(db: Db, me: UserId, id: PrivateNoteId): Promise<{ row: store.NoteRow; note: PrivateNote }> {
  const row = await store.find(db, me, id)
  const [note] = row === undefined ? [] : await shown(db, me, [row])
  if (row === undefined || note === undefined) throw new Problem(NotFound, {}, 'There is no such note.')
  return { row, note }
}

interface Body extends store.About {
  readonly words: string
  readonly readers: readonly UserId[]
}

export const add = (app: App, { actor, body }: Write & { body: Body }): Promise<PrivateNote> =>
  app.transaction(async (tx) => {
    const me = accountOf(actor)
    await partyOf(tx, body)
    const id = app.ids.next<PrivateNoteId>()
    await store.insert(tx, { ...body, id, authorId: me, at: app.clock.now() })
    await name(tx, id, me, body.readers)
    const { row, note } = await get(tx, me, id)
    await recorded(app, tx, actor, 'private_note.added', row)
    return note
  })

interface Change extends Write {
  readonly id: PrivateNoteId
  readonly expected: number
  readonly body: { readonly words?: string | undefined; readonly readers?: readonly UserId[] | undefined }
}

/** @throws NotFound for whoever did not write it, Stale */
export const change = (app: App, { actor, id, expected, body }: Change): Promise<PrivateNote> =>
  app.transaction(async (tx) => {
    const me = accountOf(actor)
    const row = await store.lock(tx, me, id)
    if (row === undefined) throw new Problem(NotFound, {}, 'There is no such note.')
    if (row.authorId !== me) throw new Problem(NotFound, {}, 'Only whoever wrote this note can change it.')
    demandFresh({ expected, current: row.version }, 'this note')
    await store.update(tx, { id, authorId: me }, { words: body.words ?? row.words, at: app.clock.now() })
    if (body.readers !== undefined) await name(tx, id, me, body.readers)
    await recorded(app, tx, actor, 'private_note.changed', row)
    return (await get(tx, me, id)).note
  })

export const remove = (app: App, { actor, id }: Write & { id: PrivateNoteId }): Promise<null> =>
  app.transaction(async (tx) => {
    const me = accountOf(actor)
    const { row } = await get(tx, me, id)
    if (!(await store.remove(tx, id, me)))
      throw new Problem(NotFound, {}, 'Only whoever wrote this note can remove it.')
    await recorded(app, tx, actor, 'private_note.removed', row)
    return null
  })

/** @throws Invalid for somebody who may not open the directory, or is shut out */
async function name(tx: Tx, id: PrivateNoteId, me: UserId, readers: readonly UserId[]): Promise<void> {
  const allowed = new Set(
    (await store.accountsOf(tx, (role) => mayInOffice(role, 'people.read'))).map(({ userId }) => userId),
  )
  const wanted = [...new Set(readers)].filter((it) => it !== me)
  if (wanted.some((it) => !allowed.has(it)))
    throw invalid('/readers', 'Somebody here may not open the directory, so they could not read it.')
  await store.putReaders(tx, id, wanted)
}

async function partyOf(db: Db, { personId, companyId }: store.About) {
  const found = await partiesByIds(db, {
    personIds: personId === undefined ? [] : [personId],
    companyIds: companyId === undefined ? [] : [companyId],
  })
  const party = found.get(personId ?? companyId ?? '')
  if (party === undefined) throw invalid('/personId', 'They are not in the directory.')
  return party
}

/** The record says that a note was written and about whom. Many read it, so neither the words nor the readers are in it. */
async function recorded(
  app: App,
  tx: Tx,
  actor: Actor,
  verb: string,
  { personId, companyId }: { personId: store.About['personId'] | null; companyId: store.About['companyId'] | null },
): Promise<void> {
  const about = { personId: personId ?? undefined, companyId: companyId ?? undefined }
  const { name: label } = await partyOf(tx, about)
  const id = personId ?? companyId ?? ''
  await app.audit.record(tx, actor, verb, { subject: { kind: personId === null ? 'company' : 'person', id, label } })
  await app.announce(tx, { department: 'people', productionId: null, ids: [id] })
}
