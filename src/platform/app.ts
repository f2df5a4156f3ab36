import type { Kysely } from 'kysely'
import type { Audit } from './audit.ts'
import type { Clock } from './clock.ts'
import type { Db, Tx } from './database/database.ts'
import { untilWon } from './database/lostRace.ts'
import type { Schema } from './database/schema.ts'
import type { Department } from './department.ts'
import type { Events } from './events.ts'
import type { Ids } from './ids.ts'
import type { Jobs } from './jobs.ts'
import { keepNothing, type Kept, type KeptAnswers } from './kept.ts'
import type { Keys } from './keys.ts'
import type { Links } from './links.ts'
import { announce, type Announcement } from './live.ts'
import type { Settings } from './settings.ts'
import type { Storage } from './storage/storage.ts'
import type { Pdf } from './pdf/index.ts'
import { publish } from './webhooks/publish.ts'

/** Everything an action may use. Actions take it as their first argument and never reach for the world themselves. */
export interface App {
  readonly settings: Settings
  readonly db: Db
  /**
   * All of `work` commits, or none of it does; it runs again where PostgreSQL ended it for another. Inside a preview or a
   * retry-safe request it joins the one that is open.
   */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  readonly clock: Clock
  readonly ids: Ids
  readonly keys: Keys
  readonly audit: Audit
  readonly jobs: Jobs
  readonly links: Links
  readonly storage: Storage
  readonly pdf: Pdf
  /** Tells open pages what changed, once this commits. */
  announce(tx: Tx, announcement: Announcement): Promise<void>
  /** Tells other departments, within this transaction. */
  emit<Name extends keyof Events>(tx: Tx, event: Name, payload: Events[Name]): Promise<void>
  readonly kept: Kept
  departments(): readonly Department[]
}

export interface Parts extends Omit<App, 'db' | 'transaction' | 'announce' | 'emit' | 'kept'> {
  readonly kysely: Kysely<Schema>
  readonly kept: KeptAnswers
}

export function createApp({ kysely, ...parts }: Parts): App {
  const app: App = {
    ...parts,
    db: kysely,
    transaction: async (work) => {
      const done = await untilWon(() => kysely.transaction().execute(work))
      parts.kept.forget()
      return done
    },
    announce,
    emit: (tx, event, payload) => tellListeners(within(app, tx), tx, event, payload),
  }
  return app
}

/** The same app inside an open transaction: what its actions do is part of that transaction. */
export function within(app: App, tx: Tx): App {
  const inner: App = {
    ...app,
    db: tx,
    kept: keepNothing,
    transaction: (work) => work(tx),
    emit: (_tx, event, payload) => tellListeners(inner, tx, event, payload),
  }
  return inner
}

async function tellListeners<Name extends keyof Events>(app: App, tx: Tx, event: Name, payload: Events[Name]) {
  for (const department of app.departments()) {
    for (const listener of department.listeners ?? [])
      if (listener.event === event) await listener.hear(app, tx, payload)
    for (const told of department.webhooks ?? []) if (told.event === event) await publish(app, tx, told, payload)
  }
}
