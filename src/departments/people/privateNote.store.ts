import { sql } from 'kysely'
import { officeRoles, type OfficeRole } from '../../kernel/abilities.ts'
import type { PersonId, UserId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import '../../platform/signin/signin.table.ts'
import type { CompanyId } from './person.contract.ts'
import type { PrivateNoteId } from './privateNote.contract.ts'
import './privateNote.table.ts'

export interface About {
  readonly personId?: PersonId | undefined
  readonly companyId?: CompanyId | undefined
}

/** Every read of a note passes here: who did not write it and is not named does not find it. */
const readableBy = (db: Db, userId: UserId) =>
  db
    .selectFrom('private_note as note')
    .innerJoin('auth.user as author', 'author.id', 'note.author_id')
    .select(['note.id', 'note.words', 'note.author_id as authorId', 'author.name as by', 'note.version'])
    .select(['note.changed_at as at', 'note.person_id as personId', 'note.company_id as companyId'])
    .where((eb) =>
      eb.or([
        eb('note.author_id', '=', userId),
        eb.exists(
          eb
            .selectFrom('private_note_reader as reader')
            .select('reader.user_id')
            .whereRef('reader.note_id', '=', 'note.id')
            .where('reader.user_id', '=', userId),
        ),
      ]),
    )

/** A record has some notes; a bound, not a page. */
const MOST = 200

export const about = (db: Db, userId: UserId, { personId, companyId }: About) =>
  readableBy(db, userId)
    .$if(personId !== undefined, (query) => query.where('note.person_id', '=', personId!))
    .$if(companyId !== undefined, (query) => query.where('note.company_id', '=', companyId!))
    .orderBy('note.id', 'desc')
    .limit(MOST)
    .execute()
export type NoteRow = Awaited<ReturnType<typeof about>>[number]

export const find = (db: Db, userId: UserId, id: PrivateNoteId): Promise<NoteRow | undefined> =>
  readableBy(db, userId).where('note.id', '=', id).executeTakeFirst()

/** Held until the transaction ends. */
export const lock = (tx: Tx, userId: UserId, id: PrivateNoteId): Promise<NoteRow | undefined> =>
  readableBy(tx, userId).where('note.id', '=', id).forUpdate('note').executeTakeFirst()

export const readersOf = (db: Db, ids: readonly PrivateNoteId[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('private_note_reader as reader')
        .innerJoin('auth.user as user', 'user.id', 'reader.user_id')
        .select(['reader.note_id as noteId', 'user.id as userId', 'user.name'])
        .where('reader.note_id', 'in', [...ids])
        .orderBy('user.name')
        .execute()

/** Accounts in use whose role may open the directory. */
export const accountsOf = (db: Db, may: (role: OfficeRole) => boolean) =>
  db
    .selectFrom('auth.user')
    .select(['id as userId', 'name'])
    .where('disabled_at', 'is', null)
    .where('office_role', 'in', officeRoles.filter(may))
    .orderBy('name')
    .limit(500)
    .execute()

export const insert = (
  tx: Tx,
  note: { id: PrivateNoteId; words: string; authorId: UserId; at: Temporal.Instant } & About,
) =>
  tx
    .insertInto('private_note')
    .values({
      id: note.id,
      person_id: note.personId ?? null,
      company_id: note.companyId ?? null,
      words: note.words,
      author_id: note.authorId,
      created_at: note.at.toString(),
      changed_at: note.at.toString(),
    })
    .execute()

/** Of the author only. */
export const update = (
  tx: Tx,
  { id, authorId }: { id: PrivateNoteId; authorId: UserId },
  { words, at }: { words: string; at: Temporal.Instant },
) =>
  tx
    .updateTable('private_note')
    .set({ words, changed_at: at.toString(), version: sql<number>`version + 1` })
    .where('id', '=', id)
    .where('author_id', '=', authorId)
    .execute()

export async function putReaders(tx: Tx, id: PrivateNoteId, userIds: readonly UserId[]): Promise<void> {
  await tx.deleteFrom('private_note_reader').where('note_id', '=', id).execute()
  if (userIds.length > 0)
    await tx
      .insertInto('private_note_reader')
      .values(userIds.map((user_id) => ({ note_id: id, user_id })))
      .execute()
}

export const remove = async (tx: Tx, id: PrivateNoteId, authorId: UserId): Promise<boolean> =>
  (await tx
    .deleteFrom('private_note')
    .where('id', '=', id)
    .where('author_id', '=', authorId)
    .returning('id')
    .executeTakeFirst()) !== undefined
