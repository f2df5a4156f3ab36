import { sql, type Insertable, type Updateable } from 'kysely'
import type { LinkId, PersonId } from '../../kernel/ids.ts'
import type { PlainDay } from '../../kernel/time.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { AskId, AskState } from './ask.contract.ts'
import type { BookingAskPersonTable, BookingAskTable } from './ask.table.ts'

export const insert = (
  tx: Tx,
  { dates, ...row }: Omit<Insertable<BookingAskTable>, 'dates'> & { dates: readonly PlainDay[] },
) =>
  tx
    .insertInto('booking_ask')
    .values({ ...row, dates: sql`${[...dates]}::date[]` })
    .execute()

export const find = (db: Db, scope: ProductionScope, id: AskId) =>
  db
    .selectFrom('booking_ask')
    .selectAll()
    .where('production_id', '=', scope.productionId)
    .where('id', '=', id)
    .executeTakeFirst()
export type AskRow = NonNullable<Awaited<ReturnType<typeof find>>>

/** Behind a link, which is the proof. */
export const findAny = (db: Db, id: AskId): Promise<AskRow | undefined> =>
  db.selectFrom('booking_ask').selectAll().where('id', '=', id).executeTakeFirst()

/** Held until the transaction ends: who answers takes turns here. */
export const lock = (tx: Tx, id: AskId) =>
  tx.selectFrom('booking_ask').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export const page = (
  db: Db,
  scope: ProductionScope,
  { state, before, limit }: { state?: AskState | undefined; before?: AskId | undefined; limit: number },
) =>
  db
    .selectFrom('booking_ask')
    .selectAll()
    .where('production_id', '=', scope.productionId)
    .$if(state !== undefined, (query) => query.where('state', '=', state!))
    .$if(before !== undefined, (query) => query.where('id', '<', before!))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()

export const change = (tx: Tx, id: AskId, to: { state?: AskState }) =>
  tx
    .updateTable('booking_ask')
    .set({ ...to, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()

export const peopleOf = (db: Db, ids: readonly AskId[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('booking_ask_person')
        .selectAll()
        .where('ask_id', 'in', [...ids])
        .orderBy('id')
        .execute()
export type PersonRow = Awaited<ReturnType<typeof peopleOf>>[number]

export const insertPerson = (tx: Tx, row: Insertable<BookingAskPersonTable>) =>
  tx.insertInto('booking_ask_person').values(row).execute()

export const changePerson = (tx: Tx, ids: readonly string[], to: Updateable<BookingAskPersonTable>) =>
  ids.length === 0
    ? Promise.resolve([])
    : tx
        .updateTable('booking_ask_person')
        .set(to)
        .where('id', 'in', [...ids])
        .execute()

export const behindLink = (db: Db, linkId: LinkId): Promise<PersonRow | undefined> =>
  db.selectFrom('booking_ask_person').selectAll().where('link_id', '=', linkId).executeTakeFirst()

/** What somebody was asked by a production and is still open, with the letter that tells them of it. */
export const openFor = (tx: Tx, scope: ProductionScope, personId: PersonId) =>
  tx
    .selectFrom('booking_ask_person as person')
    .innerJoin('booking_ask as ask', 'ask.id', 'person.ask_id')
    .select(['person.id', 'person.link_id as linkId', 'person.letter_id as letterId', 'person.answer_by as answerBy'])
    .select(['person.offer', 'ask.title', 'ask.dates', 'ask.zone', 'ask.kind', 'ask.message'])
    .where('person.person_id', '=', personId)
    .where('ask.production_id', '=', scope.productionId)
    .where('ask.state', '=', 'open')
    .where('person.state', '=', 'asked')
    .orderBy('person.id')
    .execute()
export type OpenFor = Awaited<ReturnType<typeof openFor>>[number]

/** Whatever else such a letter told of has to be told anew. */
export const forgetLetters = (tx: Tx, letterIds: readonly string[]) =>
  letterIds.length === 0
    ? Promise.resolve([])
    : tx
        .updateTable('booking_ask_person')
        .set({ letter_id: null })
        .where('letter_id', 'in', [...letterIds])
        .execute()

/** Letters that were not called back: what became of each, and the moment it leaves or left. */
export const letters = (db: Db, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('mail_message')
        .select(['id', 'leaves_at as leavesAt', 'state'])
        .where('id', 'in', [...ids])
        .where('withdrawn_at', 'is', null)
        .execute()

/** Letters that have not left, with the moment they do. */
export const waitingLetters = async (db: Db, ids: readonly string[]) =>
  (await letters(db, ids)).filter(({ state }) => state === 'queued')

/** Unanswered ones whose time is over, or half over; a job takes as many at a time. */
export const waiting = (db: Db) =>
  db
    .selectFrom('booking_ask_person as person')
    .innerJoin('booking_ask as ask', 'ask.id', 'person.ask_id')
    .select(['person.id', 'person.ask_id as askId', 'person.asked_at as askedAt', 'person.answer_by as answerBy'])
    .select(['person.reminded_at as remindedAt', 'ask.production_id as productionId'])
    .where('person.state', '=', 'asked')
    .where('ask.state', '=', 'open')
    .orderBy('person.answer_by')
    .limit(500)
    .execute()

export const addEvent = (
  tx: Tx,
  event: { id: string; askId: AskId; at: Temporal.Instant; by: string; words: string; figures: string },
) =>
  tx
    .insertInto('booking_ask_event')
    .values({
      id: event.id,
      ask_id: event.askId,
      at: event.at.toString(),
      by_name: event.by,
      words: event.words,
      figures: event.figures,
    })
    .execute()

export const eventsOf = (db: Db, ids: readonly AskId[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('booking_ask_event')
        .selectAll()
        .where('ask_id', 'in', [...ids])
        .orderBy('id', 'desc')
        .limit(1000)
        .execute()
