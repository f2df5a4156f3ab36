import type { Concern } from '../kernel/concern.ts'
import type { BoundRoute } from './http/handle.ts'
import type { TodayNews } from '../kernel/today.ts'
import type { OfficeScope, ProductionScope } from './access/scope.ts'
import type { Db } from './database/database.ts'
import type { BinderPart } from './binder.ts'
import type { Listener } from './events.ts'
import type { HouseSource } from './house.ts'
import type { ShippedList } from './shipped.ts'
import type { VendorFactSource } from './vendorFacts.ts'
import type { WorkSource } from './workFacts.ts'
import type { BoundJob } from './jobs.ts'
import type { WebhookEvent } from './webhooks/index.ts'

/** Rules a department publishes: facts of one production in, everything wrong with them out. */
export interface Check {
  readonly name: string
  readonly concerns: (db: Db, scope: ProductionScope, now: Temporal.Instant) => Promise<Concern[]>
}

/** Joins a department's facts to its pure judgement, so that neither is used without the other. */
export const check = <Facts>(
  name: string,
  facts: (db: Db, scope: ProductionScope, now: Temporal.Instant) => Promise<Facts>,
  judge: (facts: Facts) => Concern[],
): Check => ({ name, concerns: async (db, scope, now) => judge(await facts(db, scope, now)) })

/** One line of what a production looks like from one side: a day header, a person's time, a paper that is out. */
export interface ProjectedLine {
  readonly key: string
  readonly label: string
  readonly value: string
}

/** What a preview compares before and after, beside the concerns. */
export interface Projection {
  readonly name: string
  readonly of: (db: Db, scope: ProductionScope, now: Temporal.Instant) => Promise<ProjectedLine[]>
}

export interface SearchHit {
  readonly kind: string
  readonly id: string
  readonly label: string
  readonly detail: string
  /** Where the app shows it. */
  readonly href: string
  /** 0 to 1, the best first. */
  readonly score: number
}

/** How a department answers `Ctrl/Cmd+K`. Productions asked are those the person may read. */
export type Searcher = (
  db: Db,
  scope: OfficeScope,
  query: { text: string; productionIds: readonly string[]; limit: number },
) => Promise<SearchHit[]>

/** What a department tells the front page about the productions a person may read. */
export type TodayTeller = (
  db: Db,
  scope: OfficeScope,
  asked: { productionIds: readonly string[]; now: Temporal.Instant },
) => Promise<TodayNews>

/** Records of one kind that a document can be about: what they are called, and how one is found. */
export interface SubjectSource {
  /** As documents name it: `scene`. */
  readonly kind: string
  /** As people say it: `Scene`. */
  readonly label: string
  /** Names by id, for those that are in this production; unknown ids are absent. */
  readonly labels: (db: Db, scope: ProductionScope, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
  /** The first few whose name has this text; an empty text asks for the first few of all. */
  readonly find: (
    db: Db,
    scope: ProductionScope,
    asked: { text: string; limit: number },
  ) => Promise<readonly { id: string; label: string }[]>
}

/** Everything a department brings to the house. */
export interface Department {
  readonly name: string
  readonly routes: readonly BoundRoute[]
  readonly jobs?: readonly BoundJob[]
  readonly listeners?: readonly Listener[]
  readonly checks?: readonly Check[]
  readonly projections?: readonly Projection[]
  readonly search?: Searcher
  readonly today?: TodayTeller
  readonly subjects?: readonly SubjectSource[]
  readonly binder?: readonly BinderPart[]
  readonly vendorFacts?: VendorFactSource
  /** Working time of people, for rest between jobs. */
  readonly work?: WorkSource
  /** What addresses outside may be told of. */
  readonly webhooks?: readonly WebhookEvent[]
  /** Whose name and logo pages for people outside and papers carry. */
  readonly house?: HouseSource
  /** Lists the office edits that came with rows in them. */
  readonly shipped?: readonly ShippedList[]
}
