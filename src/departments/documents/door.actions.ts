import { LinkUnusable, Problem, type LinkFault } from '../../kernel/problems.ts'
import type { LinkId, ProductionId } from '../../kernel/ids.ts'
import type { ZoneName } from '../../kernel/time.ts'
import { productionScopeOfLink, type Actor } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import * as productions from '../productions/index.ts'
import { wordingOf } from './access.actions.ts'
import * as terms from './access.store.ts'
import { allowedChannels, gateOf, MOST_WRONG, type Gate, type Stage } from './channel.rules.ts'
import { drawn, handOver, isDrawn, stamped, watermarkFor } from './delivery.actions.ts'
import { viewFor } from './documentSight.actions.ts'
import * as documents from './document.store.ts'
import * as versions from './documentVersion.store.ts'
import * as store from './share.store.ts'

type LinkActor = Extract<Actor, { kind: 'link' }>

/** Where a visitor comes from, as far as the request tells; kept with the visit. */
export interface Visitor {
  readonly address: string | null
  readonly agent: string | null
}

/** A shared document behind its link, and what the holder still owes. */
export interface Shared {
  readonly link: LinkActor
  readonly productionId: ProductionId
  readonly share: store.ShareRow
  readonly name: string
  readonly version: versions.VersionRow
  readonly gate: Gate
  readonly watermark: string | null
  readonly production: string
  readonly timeZone: ZoneName
  readonly wording: string
  readonly mayDownload: boolean
}

const gone = (reason: LinkFault) => new Problem(LinkUnusable, { reason }, 'This link opens nothing any more.')

/** @throws LinkUnusable also where the document was put away, or its class no longer leaves this way */
export async function behind(app: App, token: string, stage: Stage): Promise<Shared> {
  const { db } = app
  const { actor: link, hasPassword, isUsedUp } = await app.links.peek(db, token, 'document')
  if (isUsedUp && stage !== 'counted') throw gone('used_up')
  const share = await store.byLink(db, link.linkId as LinkId)
  const productionId = link.productionId
  if (share === undefined || productionId === null) throw gone('unknown')
  const scope = productionScopeOfLink(link, productionId)
  const view = await viewFor(db, { productionId, reader: 'system', userId: null, actor: link })
  const [line] = await documents.byIds(db, view.sight, [share.documentId])
  const rule = view.classes.find(({ code }) => code === line?.classCode)
  if (line === undefined || line.archivedAt !== null || rule === undefined) throw gone('revoked')
  if (!allowedChannels(rule.lowestChannel).includes(share.channel)) throw gone('revoked')
  const version = await versions.find(db, line.id, line.number)
  if (version === undefined) throw gone('revoked')
  const { personId } = share
  const needsTerms = share.needsTerms || rule.needsNda
  const hasAgreed = needsTerms && (await terms.agreed(db, productionId, { linkId: link.linkId, personId })) !== null
  const isWatermarked = share.isWatermarked || rule.isWatermarked
  const { title: production, timeZone } = await productions.get(db, scope)
  return {
    link,
    productionId,
    share,
    version,
    name: line.name,
    gate: gateOf({ stage, hasPassword, needsCode: share.needsCode, needsTerms, hasAgreed }),
    watermark: isWatermarked ? watermarkFor(share.holderName, app.clock.now()) : null,
    production,
    timeZone,
    wording: needsTerms ? await wordingOf(db, scope) : '',
    mayDownload: share.mayDownload && rule.mayDownload && (!isWatermarked || isDrawn(version)),
  }
}

/** @throws LinkUnusable for what is not open yet: pictures and files have no page to say it on */
async function openBehind(app: App, token: string, stage: Stage): Promise<Shared> {
  const shared = await behind(app, token, stage)
  if (shared.gate !== 'open') throw gone('not_yet')
  return shared
}

/** Counts the visit, once per sitting. */
export const cameIn = (app: App, { link, share, version }: Shared, visitor: Visitor): Promise<void> =>
  app.transaction(async (tx) => {
    await app.links.use(tx, link.linkId as LinkId)
    await store.insertVisit(tx, visit(app, share, 'opened', version.number, visitor))
  })

export const visit = (
  app: App,
  { id }: store.ShareRow,
  what: store.Visit['what'],
  number: number | null,
  visitor: Visitor,
) => ({
  id: app.ids.next(),
  shareId: id,
  at: app.clock.now(),
  what,
  number,
  ...visitor,
})

type Entrance = 'right' | 'wrong' | 'wait'

/** Tries a password; too many wrong ones in an hour, and even the right one waits. */
export async function tryPassword(app: App, token: string, password: string, visitor: Visitor): Promise<Entrance> {
  const { share } = await behind(app, token, 'none')
  const since = app.clock.now().subtract({ hours: 1 })
  if ((await store.countSince(app.db, share.id, 'wrong_password', since)) >= MOST_WRONG) return 'wait'
  try {
    await app.links.open(app.db, token, 'document', password)
    return 'right'
  } catch (fault) {
    if (!(fault instanceof Problem) || fault.problem !== (LinkUnusable as Problem['problem'])) throw fault
    await app.transaction((tx) => store.insertVisit(tx, visit(app, share, 'wrong_password', null, visitor)))
    return 'wrong'
  }
}

/** The holder agrees by typing their name; kept with the words they saw and where from. */
export const agreeBehind = (app: App, shared: Shared, name: string, visitor: Visitor): Promise<void> =>
  app.transaction(async (tx) => {
    const { share, link, productionId, wording } = shared
    await terms.insertTerms(tx, {
      id: app.ids.next(),
      productionId,
      how: 'agreed',
      name,
      wording,
      at: app.clock.now(),
      linkId: link.linkId as LinkId,
      personId: share.personId,
      ...visitor,
    })
    await store.insertVisit(tx, visit(app, share, 'agreed', null, visitor))
    await app.audit.record(tx, link, 'document.terms_agreed', {
      subject: { kind: 'document', id: share.documentId, label: shared.name },
      productionId,
      after: { typedName: name, holder: share.holderName },
    })
  })

export const pageBehind = async (app: App, token: string, stage: Stage, page: number): Promise<Response> => {
  const { version, watermark } = await openBehind(app, token, stage)
  return drawn(app, version, page, watermark)
}

export async function fileBehind(app: App, token: string, stage: Stage, visitor: Visitor): Promise<Response> {
  const shared = await openBehind(app, token, stage)
  const { version, watermark, name, share } = shared
  if (!shared.mayDownload) throw gone('not_yet')
  const answer =
    watermark === null ? await handOver(app, version, name, 'saved') : await stamped(app, version, name, watermark)
  await app.transaction((tx) => store.insertVisit(tx, visit(app, share, 'downloaded', version.number, visitor)))
  return answer
}
