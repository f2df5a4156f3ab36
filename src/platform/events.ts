import type { App } from './app.ts'
import type { Tx } from './database/database.ts'

/**
 * What departments tell each other, by name; extended by declaration merging where the event is raised:
 *
 * @example declare module '../../platform/events.ts' { interface Events { 'mail.replied': { messageId: string } } }
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface Events {}

/** Hears an event inside the transaction that raised it: both commit, or neither. */
export interface Listener<Name extends keyof Events = keyof Events> {
  readonly event: Name
  readonly hear: (app: App, tx: Tx, payload: Events[Name]) => Promise<void>
}

export const on = <Name extends keyof Events>(
  event: Name,
  hear: (app: App, tx: Tx, payload: Events[Name]) => Promise<void>,
): Listener => ({ event, hear }) as Listener
