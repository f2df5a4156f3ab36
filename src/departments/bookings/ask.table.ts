import type { ColumnType, Generated } from 'kysely'
import type { LinkId, PersonId, ProductionId } from '../../kernel/ids.ts'
import type { PlainDay, ZoneName } from '../../kernel/time.ts'
import type { AskId, AskState, Offer, PersonState } from './ask.contract.ts'
import type { BookingId } from './engine.contract.ts'

type Moment = ColumnType<Temporal.Instant, string, string>
type LaterMoment = ColumnType<Temporal.Instant | null, string | null | undefined, string | null>
type Json<T> = ColumnType<T | null, string | null | undefined, string | null>

/** One position on days that several people were asked for. */
export interface BookingAskTable {
  id: AskId
  production_id: ProductionId
  department_id: string | null
  title: string
  kind: 'availability' | 'job'
  mode: 'first' | 'choose'
  /** What the days are until somebody answers. */
  meanwhile: 'planning' | 'hold'
  /** What the chosen one's days become. */
  win_as: 'hold' | 'confirmed'
  dates: ColumnType<PlainDay[], unknown, never>
  terms: Json<Offer>
  message: string
  zone: ZoneName
  state: AskState
  version: Generated<number>
  created_at: Moment
  created_by: string
}

export interface BookingAskPersonTable {
  id: string
  ask_id: AskId
  person_id: PersonId
  /** The pencilled days, or the hold, that wait for the answer. */
  booking_id: BookingId
  link_id: LinkId | null
  state: PersonState
  words: Generated<string>
  /** What we offer them: the terms of the ask until we counter. */
  offer: Json<Offer>
  theirs: Json<Offer>
  asked_at: Moment
  answer_by: Moment
  opened_at: LaterMoment
  answered_at: LaterMoment
  reminded_at: LaterMoment
  letter_id: string | null
}

interface BookingAskEventTable {
  id: string
  ask_id: AskId
  at: Moment
  by_name: string
  words: string
  /** Amounts, apart from the words because fewer people may read them. */
  figures: Generated<string>
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    booking_ask: BookingAskTable
    booking_ask_person: BookingAskPersonTable
    booking_ask_event: BookingAskEventTable
  }
}
