import type { OfficeAbility, ProductionAbility, ProductionRole } from '../../kernel/abilities.ts'
import { roleInProduction } from '../../kernel/abilities.ts'
import { ProductionId, type UserId } from '../../kernel/ids.ts'
import { NotAllowed, NotFound, NotSignedIn, Problem } from '../../kernel/problems.ts'
import type { Access, LinkPurpose } from '../../kernel/route.ts'
import {
  linkScope,
  officeScope,
  productionScope,
  type Actor,
  type LinkScope,
  type OfficeScope,
  type ProductionScope,
} from '../access/scope.ts'
import type { App } from '../app.ts'
import type { Db } from '../database/database.ts'

export interface Gatekeeper {
  /** Whoever the request's session or token stands for. */
  authenticate(request: Request): Promise<Extract<Actor, { kind: 'user' }> | undefined>
  /** A user's own role in a production; `undefined` when the production does not exist. */
  membership(
    db: Db,
    productionId: ProductionId,
    userId: UserId,
  ): Promise<{ role: ProductionRole | undefined } | undefined>
}

export interface Admitted {
  readonly actor: Actor | undefined
  readonly scope: OfficeScope | ProductionScope | LinkScope | undefined
}

/** Turns a route's `access` into the proof its action needs, or refuses. Everything not admitted here is refused. */
export async function admit(
  access: Access,
  request: Request,
  params: Record<string, unknown>,
  app: App,
  gate: Gatekeeper,
): Promise<Admitted> {
  if ('public' in access) return { actor: await gate.authenticate(request), scope: undefined }
  if ('link' in access) return admitLink(access.link, request, params, app)
  const actor = await gate.authenticate(request)
  if (actor === undefined) throw new Problem(NotSignedIn, {}, 'Sign in, or bring an API token.')
  refuseForeignPages(request, actor)
  if ('signedIn' in access) return { actor, scope: officeScope(actor) }
  if (access.on === 'office') return admitToOffice(access.ability, actor)
  return admitToProduction(access.ability, actor, params, app, gate)
}

async function admitLink(
  purpose: LinkPurpose,
  request: Request,
  params: Record<string, unknown>,
  app: App,
): Promise<Admitted> {
  const password = request.headers.get('x-link-password') ?? undefined
  const actor = await app.links.open(app.db, String(params['token']), purpose, password)
  return { actor, scope: linkScope(actor) }
}

function admitToOffice(ability: OfficeAbility, actor: Extract<Actor, { kind: 'user' }>): Admitted {
  const scope = officeScope(actor)
  if (!scope.can(ability)) throw notAllowed(ability)
  return { actor, scope }
}

async function admitToProduction(
  ability: ProductionAbility,
  actor: Extract<Actor, { kind: 'user' }>,
  params: Record<string, unknown>,
  app: App,
  gate: Gatekeeper,
): Promise<Admitted> {
  const id = ProductionId.safeParse(params['productionId'])
  const found = id.success ? await gate.membership(app.db, id.data, actor.userId) : undefined
  const role = found && roleInProduction(actor.officeRole, found.role)
  // A production that is not yours looks the same as one that is not there.
  if (!id.success || role === undefined) throw new Problem(NotFound, {}, 'There is no such production here.')
  const scope = productionScope(actor, id.data, role)
  if (!scope.can(ability)) throw notAllowed(ability)
  return { actor, scope }
}

const notAllowed = (ability: string) =>
  new Problem(NotAllowed, { ability }, 'Your role does not include this. Ask whoever runs the office if you need it.')

/** A page of somebody else's must not act with our cookie. */
function refuseForeignPages(request: Request, actor: Extract<Actor, { kind: 'user' }>): void {
  if (actor.via !== 'session' || request.method === 'GET' || request.method === 'HEAD') return
  const origin = request.headers.get('origin')
  if (origin === null) return
  // A page that hides where it comes from says `null`, which is no address.
  const host = URL.parse(origin)?.host
  if (host === undefined || host !== (request.headers.get('x-forwarded-host') ?? request.headers.get('host')))
    throw new Problem(NotAllowed, { ability: 'same-origin' }, 'This request comes from another site.')
}
