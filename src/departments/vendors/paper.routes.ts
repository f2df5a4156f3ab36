import { NotFound, Problem } from '../../kernel/problems.ts'
import type { OfficeScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import { handle, handleRaw } from '../../platform/http/handle.ts'
import { disposition } from '../../platform/http/fileAnswer.ts'
import * as papers from '../papers/index.ts'
import * as productions from '../productions/index.ts'
import * as contract from './paper.contract.ts'
import { ENGAGED_AS, partyIdOf } from './vendor.shown.ts'
import * as vendors from './vendor.store.ts'

async function holderOf(app: App, scope: OfficeScope, vendorId: string): Promise<papers.Holder> {
  const vendor = await vendors.byId(app.db, scope, vendorId as never)
  if (vendor === undefined) throw new Problem(NotFound, {}, 'There is no such vendor.')
  return { kind: vendor.company_id === null ? 'person' : 'company', id: partyIdOf(vendor) }
}

/** Until everything is returned; what is cut afterwards needs no cover of a vendor. */
const NEEDS_COVER = new Set(['development', 'prep', 'shoot', 'wrap'])

/** What productions of the reader demand beside the certificate that counts; nothing while none does. */
async function demandsOn(app: App, scope: OfficeScope, items: readonly papers.HolderPaper[]) {
  const counts = items.find(
    ({ isInsurance, standing }) => isInsurance && (standing === 'in_order' || standing === 'expiring'),
  )
  if (counts === undefined) return []
  const visible = await productions.productionsVisibleTo(app.db, scope)
  const productionIds = visible.filter(({ phase }) => NEEDS_COVER.has(phase)).map(({ id }) => id)
  const gaps = await papers.gapsFor(app.db, {
    productionIds,
    engagementKind: ENGAGED_AS,
    certificate: counts.certificate,
  })
  return visible.flatMap(({ id, title }) => {
    const lacks = gaps.get(id)
    return lacks === undefined ? [] : [{ productionId: id as string, title, gaps: lacks }]
  })
}

export const vendorPaperRoutes = [
  handle(contract.listVendorPapers, async ({ scope, params }, app) => {
    const { id } = await holderOf(app, scope, params.vendorId)
    const items = (await papers.ofHolders(app.db, [id], ENGAGED_AS, app.clock.now())).get(id) ?? []
    return {
      items: items.map(({ certificate, ...it }) => ({
        ...it,
        certificate: {
          endorsements: certificate.endorsements,
          coverages: certificate.coverages.map((line) => ({ ...line, additionalInsured: [...line.additionalInsured] })),
        },
      })),
      demands: await demandsOn(app, scope, items),
      can: { edit: scope.can('vendors.edit') },
    }
  }),
  handle(contract.recordVendorPaper, async ({ scope, actor, params, body }, app) => {
    const holder = await holderOf(app, scope, params.vendorId)
    const { paperId } = await app.transaction((tx) => papers.recordFor(app, tx, { ...body, holder, actor }))
    return { paperId }
  }),
  handle(contract.reviewVendorPaper, async ({ scope, actor, params, expected, body }, app) => {
    const { id: holderId } = await holderOf(app, scope, params.vendorId)
    return app.transaction((tx) =>
      papers.reviewFor(app, tx, { ...body, holderId, paperId: params.paperId, expected, actor }),
    )
  }),
  handleRaw(contract.readVendorPaper, async ({ scope, params }, app) => {
    const holder = await holderOf(app, scope, params.vendorId)
    const { file, bytes } = await papers.fileOf(app, holder.id, params.paperId)
    return new Response(bytes as never, {
      headers: {
        'content-type': file.media_type,
        'content-disposition': disposition('inline', file.name),
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        'cache-control': 'private, no-store',
      },
    })
  }),
]
