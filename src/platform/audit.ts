import type { ProductionId } from '../kernel/ids.ts'
import type { Actor } from './access/scope.ts'
import type { Clock } from './clock.ts'
import type { Tx } from './database/database.ts'
import './audit.table.ts'
import type { Ids } from './ids.ts'

interface AuditRecord {
  subject: { kind: string; id: string; label?: string }
  productionId?: ProductionId | string | null
  before?: object | null
  after?: object | null
}

export interface Audit {
  /** Writes who did what, one entry per changed field, in the transaction that did it. */
  record(tx: Tx, actor: Actor, verb: string, record: AuditRecord): Promise<void>
}

/** Fields that change with every write and tell nobody anything. */
const silent = new Set(['version', 'updatedAt', 'updated_at'])

export const createAudit = (clock: Clock, ids: Ids): Audit => ({
  record: async (tx, actor, verb, { subject, productionId, before, after }) => {
    const id = ids.next()
    await tx
      .insertInto('audit_entry')
      .values({
        id,
        at: clock.now().toString(),
        actor_kind: actor.kind,
        actor_id: actorId(actor),
        actor_name: trailName(actor),
        verb,
        subject_kind: subject.kind,
        subject_id: subject.id,
        subject_label: subject.label ?? null,
        production_id: productionId ?? null,
      })
      .execute()
    const changes = differences(before ?? {}, after ?? {})
    if (changes.length > 0)
      await tx
        .insertInto('audit_change')
        .values(changes.map((change) => ({ entry_id: id, ...change })))
        .execute()
  },
})

const actorId = (actor: Actor) => (actor.kind === 'user' ? actor.userId : actor.kind === 'link' ? actor.linkId : null)
/** The trail says by what kind of link a guest came: `callsheet link`. */
const trailName = (actor: Actor) => (actor.kind === 'link' ? `${actor.purpose} link` : actor.name)

function differences(before: object, after: object): { field: string; before: string | null; after: string | null }[] {
  const old = new Map(Object.entries(before))
  const now = new Map(Object.entries(after))
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((field) => !silent.has(field))
    .map((field) => ({ field, before: text(old.get(field)), after: text(now.get(field)) }))
    .filter((change) => change.before !== change.after)
}

const text = (value: unknown): string | null => (value === undefined || value === null ? null : JSON.stringify(value))
