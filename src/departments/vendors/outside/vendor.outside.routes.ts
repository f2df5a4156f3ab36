import { Problem, TooLarge } from '../../../kernel/problems.ts'
import { PlainDay } from '../../../kernel/time.ts'
import type { App } from '../../../platform/app.ts'
import type { LinkActor } from '../../../platform/links.ts'
import { handle, handleRaw } from '../../../platform/http/handle.ts'
import { forBearer, htmlResponse, localeAsked } from '../../../platform/outside/index.ts'
import * as office from '../../office/index.ts'
import * as papers from '../../papers/index.ts'
import { behind, fillIn, opened } from '../proposal.actions.ts'
import * as contract from '../proposal.contract.ts'
import { onFile, shownInvitation } from '../proposal.shown.ts'
import { ENGAGED_AS, partyIdOf } from '../vendor.shown.ts'
import { vendorPageOf, type VendorPage } from './vendorPage.ts'
import { vendorWords } from './vendor.words.ts'

interface Asked {
  readonly app: App
  readonly request: Request
  readonly token: string
  readonly link: LinkActor
}

async function page({ app, request, token, link }: Asked, { isSent = false, told }: Partial<VendorPage> = {}) {
  const { row, vendor } = await behind(app.db, link)
  const party = partyIdOf(vendor)
  const theirs = (await papers.ofHolders(app.db, [party], ENGAGED_AS, app.clock.now())).get(party) ?? []
  const html = vendorPageOf({
    token,
    locale: localeAsked(request),
    office: (await office.officeSettings(app.db)).name,
    name: vendor.name,
    isSent,
    told,
    onFile: await onFile(app.db, vendor),
    items: (await shownInvitation(app, app.db, row, vendor)).items,
    papers: theirs.filter(({ effect, standing }) => effect !== null || standing === 'rejected'),
  })
  return htmlResponse(html, told?.kind === 'bad' ? 422 : 200)
}

/** One paper by form. What nobody has looked at yet is replaced by sending again. */
async function take(asked: Asked): Promise<Response> {
  const { app, request, link } = asked
  const words = vendorWords[localeAsked(request)]
  const refuse = (text: string) => page(asked, { told: { kind: 'bad', text } })
  if (Number(request.headers.get('content-length') ?? 0) > 2 * papers.LARGEST_PAPER)
    throw new Problem(TooLarge, { limitBytes: papers.LARGEST_PAPER }, 'At most 25 MB for each file.')
  const form = await request.formData()
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0) return refuse(words.choose)
  const ends = PlainDay.safeParse(form.get('ends'))
  try {
    const { vendor } = await behind(app.db, link)
    const party = partyIdOf(vendor)
    const theirs = (await papers.ofHolders(app.db, [party], ENGAGED_AS, app.clock.now())).get(party) ?? []
    const wanted = theirs.find(({ kindId }) => kindId === form.get('kind'))
    if (wanted === undefined || wanted.standing === 'in_order') return await refuse(words.gone)
    const bytes = Buffer.from(await file.arrayBuffer())
    await app.transaction((tx) =>
      papers.handInFor(app, tx, {
        holder: { kind: vendor.company_id === null ? 'person' : 'company', id: party },
        kindId: wanted.kindId,
        name: file.name,
        bytes,
        expiresOn: ends.success ? ends.data : null,
        actor: link,
      }),
    )
    return await page(asked, { told: { kind: 'ok', text: words.taken(wanted.kind) } })
  } catch (fault) {
    if (!(fault instanceof Problem) || fault.problem.status !== 422) throw fault
    return refuse(fault.message)
  }
}

export const vendorOutsideRoutes = [
  handleRaw(contract.vendorPage, ({ params: { token }, query, context }, app) =>
    forBearer({ app, request: context.req.raw, token, purpose: 'vendor' }, (link) =>
      page({ app, request: context.req.raw, token, link }, { isSent: query.sent !== undefined }),
    ),
  ),
  handleRaw(contract.vendorHandIn, ({ params: { token }, context }, app) =>
    forBearer({ app, request: context.req.raw, token, purpose: 'vendor' }, (link) =>
      take({ app, request: context.req.raw, token, link }),
    ),
  ),
  handle(contract.vendorOpened, ({ scope }, app) => opened(app, scope.link)),
  handle(contract.fillIn, ({ scope, body }, app) => fillIn(app, scope.link, body)),
]
