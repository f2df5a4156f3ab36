import { maySee, type Area, type FieldClass, type Viewer } from '../../kernel/fields.ts'
import {
  mayInOffice,
  mayInProduction,
  type OfficeAbility,
  type OfficeRole,
  type ProductionAbility,
  type ProductionRole,
} from '../../kernel/abilities.ts'
import type { LinkId, PersonId, ProductionId, UserId } from '../../kernel/ids.ts'
import type { LinkPurpose } from '../../kernel/route.ts'

/** Whoever acts: a signed-in user (by session or token), a guest with a link, or the office itself (jobs, CLI). */
export type Actor =
  | {
      readonly kind: 'user'
      readonly userId: UserId
      readonly name: string
      readonly officeRole: OfficeRole
      readonly via: 'session' | 'token'
      /** Absent for a session, which has every ability of its role. */
      readonly scopes?: readonly string[]
    }
  | {
      readonly kind: 'link'
      readonly linkId: LinkId
      readonly purpose: LinkPurpose
      readonly subjectId: string
      readonly personId: PersonId | null
      readonly productionId: ProductionId | null
    }
  | { readonly kind: 'system'; readonly name: string }

/** Who acted, in words for the office: a user's or a job's own name, *A guest* for whoever holds a link. */
export const actorName = (actor: Actor): string => (actor.kind === 'link' ? 'A guest' : actor.name)

declare const proof: unique symbol

interface Scope {
  readonly actor: Actor
  readonly sees: (area: Area, fieldClass: FieldClass) => boolean
}

/** Proof that the actor may act in the office. */
export interface OfficeScope extends Scope {
  readonly [proof]: 'office'
  readonly viewer: Viewer
  readonly can: (ability: OfficeAbility) => boolean
}

/** Proof that the actor may act in this production. Only the edge makes one; stores demand one. */
export interface ProductionScope extends Scope {
  readonly [proof]: 'production'
  readonly productionId: ProductionId
  readonly role: ProductionRole | 'link' | 'system'
  readonly can: (ability: ProductionAbility) => boolean
}

/** Proof that the bearer holds a working link. */
export interface LinkScope extends Scope {
  readonly [proof]: 'link'
  readonly link: Extract<Actor, { kind: 'link' }>
}

const withinToken = (actor: Actor, ability: string): boolean =>
  actor.kind !== 'user' || actor.scopes === undefined || actor.scopes.includes('*') || actor.scopes.includes(ability)

export function officeScope(actor: Extract<Actor, { kind: 'user' }>): OfficeScope {
  return {
    actor,
    viewer: actor.officeRole,
    can: (ability: OfficeAbility) => mayInOffice(actor.officeRole, ability) && withinToken(actor, ability),
    sees: (area: Area, fieldClass: FieldClass) => maySee(actor.officeRole, area, fieldClass),
  } as OfficeScope
}

export function productionScope(
  actor: Extract<Actor, { kind: 'user' }>,
  productionId: ProductionId,
  role: ProductionRole,
): ProductionScope {
  return {
    actor,
    productionId,
    role,
    can: (ability: ProductionAbility) => mayInProduction(role, ability) && withinToken(actor, ability),
    sees: (area: Area, fieldClass: FieldClass) => maySee(role, area, fieldClass),
  } as ProductionScope
}

/**
 * Names what a production looks like to this scope: two scopes with the same name may do and see the same in it. Who
 * acts is not part of it.
 */
export function eyesOf({ actor, productionId, role }: ProductionScope): string {
  const held = actor.kind === 'user' ? [actor.officeRole, ...(actor.scopes ?? ['session'])] : [actor.kind]
  return [productionId, role, ...held].join(' ')
}

/** For jobs and operator commands, which act for the office and not for a person. */
export const systemScope = (productionId: ProductionId, name: string): ProductionScope =>
  ({
    actor: { kind: 'system', name },
    productionId,
    role: 'system',
    can: () => true,
    sees: (area: Area, fieldClass: FieldClass) => maySee('system', area, fieldClass),
  }) as unknown as ProductionScope

export const systemOfficeScope = (name: string): OfficeScope =>
  ({
    actor: { kind: 'system', name },
    viewer: 'system',
    can: () => true,
    sees: (area: Area, fieldClass: FieldClass) => maySee('system', area, fieldClass),
  }) as unknown as OfficeScope

/** What a guest's link opens: one production, with the eyes of a link. */
export const linkScope = (link: Extract<Actor, { kind: 'link' }>): LinkScope =>
  ({
    actor: link,
    link,
    sees: (area: Area, fieldClass: FieldClass) => maySee('link', area, fieldClass),
  }) as LinkScope

/** A guest acting inside the production its link belongs to, with no ability but what the link's route does. */
export const productionScopeOfLink = (
  link: Extract<Actor, { kind: 'link' }>,
  productionId: ProductionId,
): ProductionScope =>
  ({
    actor: link,
    productionId,
    role: 'link',
    can: () => false,
    sees: (area: Area, fieldClass: FieldClass) => maySee('link', area, fieldClass),
  }) as unknown as ProductionScope
