import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { sql, type Selectable } from 'kysely'
import { LinkUnusable, Problem } from '../kernel/problems.ts'
import type { LinkId, PersonId, ProductionId } from '../kernel/ids.ts'
import type { LinkPurpose } from '../kernel/route.ts'
import type { Actor } from './access/scope.ts'
import type { Clock } from './clock.ts'
import type { Db, Tx } from './database/database.ts'
import type { Ids } from './ids.ts'
import type { Keys } from './keys.ts'
import type { LinkTable } from './link.table.ts'

interface NewLink {
  purpose: LinkPurpose
  subject: { kind: string; id: string }
  productionId?: ProductionId | null
  personId?: PersonId | null
  /** What the register calls it: `Call sheet D2, Dana Okafor`. */
  label: string
  activatesAt?: Temporal.Instant
  expiresAt?: Temporal.Instant
  password?: string
  maxUses?: number
  createdBy?: Actor
}

export type LinkActor = Extract<Actor, { kind: 'link' }>

/** Every outside link is one kind of thing: a purpose, a subject, a holder, limits, and one register. */
export interface Links {
  create(tx: Tx, link: NewLink): Promise<{ id: LinkId; token: string }>
  /** The token of a link, made again from its id: nothing that opens a door is stored. */
  tokenOf(id: LinkId): string
  /**
   * The actor a token stands for.
   * @throws LinkUnusable for a token that is wrong, or a link that is expired, revoked, not yet active or used up
   */
  open(db: Db, token: string, purpose: LinkPurpose, password?: string): Promise<LinkActor>
  /**
   * Who would stand behind a token, for a page that asks for the password itself. Opens nothing.
   * @throws LinkUnusable for a token that is wrong, or a link that is expired, revoked or not yet active
   */
  peek(
    db: Db,
    token: string,
    purpose: LinkPurpose,
  ): Promise<{ actor: LinkActor; hasPassword: boolean; isUsedUp: boolean }>
  /** Counts one use, for links with a limit. @throws LinkUnusable when another use took the last one. */
  use(tx: Tx, id: LinkId): Promise<void>
  revoke(tx: Tx, ids: readonly LinkId[]): Promise<void>
  /** Moves the moment links run out; null leaves them open until they are withdrawn. */
  endAt(tx: Tx, ids: readonly LinkId[], at: Temporal.Instant | null): Promise<void>
}

const idBytes = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex')

function idFrom(bytes: Buffer): LinkId {
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as LinkId
}

const unusable = (reason: 'expired' | 'revoked' | 'not_yet' | 'used_up' | 'unknown', detail: string) =>
  new Problem(LinkUnusable, { reason }, detail)

export function createLinks({ clock, ids, keys }: { clock: Clock; ids: Ids; keys: Keys }): Links {
  const tokenOf = (id: LinkId) => Buffer.concat([idBytes(id), keys.sign('links', idBytes(id))]).toString('base64url')

  const find = async (db: Db, token: string) => {
    const bytes = Buffer.from(token, 'base64url')
    if (bytes.length !== 32 || !timingSafeEqual(bytes.subarray(16), keys.sign('links', bytes.subarray(0, 16)))) return
    return db
      .selectFrom('link')
      .selectAll()
      .where('id', '=', idFrom(bytes.subarray(0, 16)))
      .executeTakeFirst()
  }

  const working = async (db: Db, token: string, purpose: LinkPurpose) => {
    const link = await find(db, token)
    if (link === undefined || link.purpose !== purpose)
      throw unusable('unknown', 'This address is not one of ours. Check that it was copied whole.')
    const now = clock.now()
    if (link.revoked_at !== null)
      throw unusable('revoked', 'This link was withdrawn. Ask the production office for a new one.')
    if (link.expires_at !== null && Temporal.Instant.compare(now, link.expires_at) >= 0)
      throw unusable('expired', 'This link has run out. Ask the production office for a new one.')
    if (link.activates_at !== null && Temporal.Instant.compare(now, link.activates_at) < 0)
      throw unusable('not_yet', 'This link does not work yet.')
    return { link, isUsedUp: link.max_uses !== null && link.uses >= link.max_uses }
  }

  return {
    tokenOf,
    peek: async (db, token, purpose) => {
      const { link, isUsedUp } = await working(db, token, purpose)
      return { actor: actorOf(link), hasPassword: link.password_hash !== null, isUsedUp }
    },
    create: async (tx, link) => {
      const id = ids.next<LinkId>()
      await tx
        .insertInto('link')
        .values({
          id,
          purpose: link.purpose,
          subject_kind: link.subject.kind,
          subject_id: link.subject.id,
          production_id: link.productionId ?? null,
          person_id: link.personId ?? null,
          label: link.label,
          activates_at: link.activatesAt?.toString() ?? null,
          expires_at: link.expiresAt?.toString() ?? null,
          password_hash: link.password === undefined ? null : await hashPassword(link.password),
          max_uses: link.maxUses ?? null,
          last_used_at: null,
          revoked_at: null,
          created_at: clock.now().toString(),
          created_by: link.createdBy?.kind === 'user' ? link.createdBy.userId : null,
        })
        .execute()
      return { id, token: tokenOf(id) }
    },
    open: async (db, token, purpose, password) => {
      const { link, isUsedUp } = await working(db, token, purpose)
      if (isUsedUp) throw unusable('used_up', 'This link was already used.')
      if (link.password_hash !== null && !(await passwordFits(link.password_hash, password ?? '')))
        throw unusable('unknown', 'The password of this link does not fit.')
      return actorOf(link)
    },
    use: async (tx, id) => {
      const used = await tx
        .updateTable('link')
        .set({ uses: sql`uses + 1`, last_used_at: clock.now().toString() })
        .where('id', '=', id)
        .where((eb) => eb.or([eb('max_uses', 'is', null), eb('uses', '<', eb.ref('max_uses'))]))
        .returning('id')
        .executeTakeFirst()
      if (used === undefined) throw unusable('used_up', 'This link was already used.')
    },
    revoke: async (tx, ids) => {
      if (ids.length === 0) return
      await tx
        .updateTable('link')
        .set({ revoked_at: clock.now().toString() })
        .where('id', 'in', ids)
        .where('revoked_at', 'is', null)
        .execute()
    },
    endAt: async (tx, ids, at) => {
      if (ids.length === 0) return
      await tx
        .updateTable('link')
        .set({ expires_at: at?.toString() ?? null })
        .where('id', 'in', ids)
        .execute()
    },
  }
}

const actorOf = (link: Selectable<LinkTable>): LinkActor => ({
  kind: 'link',
  linkId: link.id,
  purpose: link.purpose,
  subjectId: link.subject_id,
  personId: link.person_id,
  productionId: link.production_id,
})

/** Takes its time on purpose, on a thread of its own: nobody else waits for it. */
const stretched = promisify<string, Buffer, number, Buffer>(scrypt)

async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  return `${salt.toString('base64url')}.${(await stretched(password, salt, 32)).toString('base64url')}`
}

async function passwordFits(stored: string, password: string): Promise<boolean> {
  const [salt = '', hash = ''] = stored.split('.')
  return timingSafeEqual(await stretched(password, Buffer.from(salt, 'base64url'), 32), Buffer.from(hash, 'base64url'))
}
