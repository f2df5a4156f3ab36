import { moneyText } from '../../kernel/money.ts'
import { LostRace, Problem, TooLarge } from '../../kernel/problems.ts'
import { PlainDay } from '../../kernel/time.ts'
import { productionScopeOfLink, type Actor, type ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import { handleRaw } from '../../platform/http/handle.ts'
import { forBearer, localeAsked } from '../../platform/outside/index.ts'
import * as people from '../people/index.ts'
import * as productions from '../productions/index.ts'
import { papersPageOf } from './outside.page.ts'
import { outsideWords } from './outsideWords.ts'
import { keptPaper, LARGEST_PAPER } from './paperFile.ts'
import * as contract from './papers.contract.ts'
import * as store from './papers.store.ts'
import { requirementOf } from './requirement.rules.ts'

type LinkActor = Extract<Actor, { kind: 'link' }>

/** What insurance the production demands of whoever is engaged as the holder of these papers is. */
async function demandsOn(app: App, scope: ProductionScope, papers: Awaited<ReturnType<typeof store.byLink>>) {
  const [first] = papers
  const engaged = (await people.engagementsOf(app.db, scope)).filter((it) =>
    first?.personId == null ? it.companyId === first?.companyId : it.personId === first.personId,
  )
  const kinds = new Set<string>(engaged.map(({ kind }) => kind))
  return (await store.requirements(app.db, scope)).map(requirementOf).filter((it) => kinds.has(it.engagementKind))
}

async function page(
  app: App,
  request: Request,
  token: string,
  link: LinkActor,
  told?: { kind: 'ok' | 'bad'; text: string },
) {
  if (link.productionId === null) throw new Error('A link to papers without a production.')
  const scope = productionScopeOfLink(link, link.productionId)
  const papers = await store.byLink(app.db, link.linkId)
  const required = papers.some(({ isInsurance }) => isInsurance) ? await demandsOn(app, scope, papers) : []
  return papersPageOf({
    locale: localeAsked(request),
    token,
    title: (await productions.get(app.db, scope)).title,
    papers,
    demands: required.map(
      (it) =>
        `${it.coverage}: ${moneyText(it.each)}${it.additionalInsured === null ? '' : `, ${it.additionalInsured}`}`,
    ),
    told,
  })
}

/** One paper by form. Sending the same form twice replaces what nobody has looked at yet, and never adds a second. */
async function take(app: App, request: Request, token: string, link: LinkActor): Promise<Response> {
  const words = outsideWords[localeAsked(request)]
  if (Number(request.headers.get('content-length') ?? 0) > 2 * LARGEST_PAPER)
    throw new Problem(TooLarge, { limitBytes: 2 * LARGEST_PAPER }, 'At most 25 MB for each file.')
  const form = await request.formData()
  const papers = await store.byLink(app.db, link.linkId)
  const paper = papers.find(({ id }) => id === form.get('paper'))
  if (paper === undefined || paper.state === 'accepted')
    return page(app, request, token, link, { kind: 'bad', text: words.gone })
  const [file, endorsement] = [form.get('file'), form.get('endorsement')]
  if (!(file instanceof File) || file.size === 0)
    return page(app, request, token, link, { kind: 'bad', text: words.choose })
  const ends = PlainDay.safeParse(form.get('ends'))
  try {
    await app.transaction(async (tx) => {
      const fileId = await keptPaper(app, tx, file.name, Buffer.from(await file.arrayBuffer()))
      if (endorsement instanceof File && endorsement.size > 0)
        await store.attach(tx, {
          id: app.ids.next(),
          paper_id: paper.id,
          file_id: await keptPaper(app, tx, endorsement.name, Buffer.from(await endorsement.arrayBuffer())),
          name: 'Endorsement',
        })
      const saved = await store.update(tx, paper.id, paper.version, {
        state: 'in_review',
        file_id: fileId,
        reason: null,
        ...(ends.success && { expires_on: ends.data }),
      })
      if (saved === undefined) throw new Problem(LostRace, {}, words.again)
      await app.audit.record(tx, link, 'paper.handed_in', {
        subject: { kind: 'paper', id: paper.id, label: paper.kind },
        productionId: link.productionId,
      })
      await app.announce(tx, { department: 'papers', productionId: link.productionId, ids: [paper.id] })
    })
  } catch (fault) {
    if (!(fault instanceof Problem)) throw fault
    return page(app, request, token, link, { kind: 'bad', text: fault.message })
  }
  return page(app, request, token, link, { kind: 'ok', text: words.taken(paper.kind) })
}

export const outsideRoutes = [
  handleRaw(contract.papersPage, ({ params: { token }, context }, app) =>
    forBearer({ app, request: context.req.raw, token, purpose: 'papers' }, (link) =>
      page(app, context.req.raw, token, link),
    ),
  ),
  handleRaw(contract.handIn, ({ params: { token }, context }, app) =>
    forBearer({ app, request: context.req.raw, token, purpose: 'papers' }, (link) =>
      take(app, context.req.raw, token, link),
    ),
  ),
]
