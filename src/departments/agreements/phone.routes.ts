import { momentIn } from '../../kernel/locale.ts'
import { join } from 'node:path'
import { z } from 'zod'
import { localeOf } from '../../kernel/locale.ts'
import { rawRoute } from '../../kernel/route.ts'
import type { App } from '../../platform/app.ts'
import { handleRaw, type BoundRoute } from '../../platform/http/handle.ts'
import { assetsIn, forBearer, gonePage, htmlResponse } from '../../platform/outside/index.ts'
import { disposition } from '../../platform/http/fileAnswer.ts'
import { mayRead, turnNow } from './envelope.rules.ts'
import * as contract from './party.contract.ts'
import { partyPage } from './phone/partyPage.ts'
import { printed, wholeFile } from './print.actions.ts'
import { zoneOf } from './partyLink.actions.ts'
import { behind } from './behind.actions.ts'
import { withAnswers } from './text.rules.ts'

const names = ['sign.js', 'code.js', 'pad.js', 'pictures.js', 'sign.css'] as const
const assets = assetsIn(join(import.meta.dirname, 'phone'), names)

const signAsset = rawRoute({
  method: 'GET',
  path: '/a/assets/{name}',
  summary: 'Script and style of the pages people sign on',
  access: { public: 'the same for everybody, and says nothing of anybody' },
  params: z.object({ name: z.enum(names) }),
  produces: 'JavaScript, CSS',
})

async function page(app: App, token: string, partyId: string): Promise<Response> {
  const { row, party, parties } = await behind(app.db, partyId)
  const zone = await zoneOf(app.db, row.production_id)
  return htmlResponse(
    partyPage({
      token,
      row,
      party,
      mayRead: mayRead(party, parties),
      isTurn: party.turn === turnNow(parties),
      when: party.acted_at === null ? '' : momentIn(row.language, party.acted_at, zone, { year: true }),
    }),
  )
}

async function pdf(app: App, partyId: string): Promise<Response> {
  const { row, party, parties } = await behind(app.db, partyId)
  if (!mayRead(party, parties) || row.content === null) return gonePage('not_yet', localeOf(row.language))
  const sealed = row.sealed_file_id === null ? undefined : await wholeFile(app, row.sealed_file_id)
  const bytes =
    sealed?.bytes ?? (await printed(app, app.db, row, withAnswers(row.content, party.answers), { isFinal: false }))
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': disposition('inline', `${row.number}.pdf`),
      'cache-control': 'private, no-cache',
    },
  })
}

export const phoneRoutes: readonly BoundRoute[] = [
  handleRaw(signAsset, ({ params }) => assets(params.name)),
  handleRaw(contract.partyPage, ({ params, context }, app) =>
    forBearer({ app, request: context.req.raw, token: params.token, purpose: 'agreement' }, (link) =>
      page(app, params.token, link.subjectId),
    ),
  ),
  handleRaw(contract.partyPdf, ({ params, context }, app) =>
    forBearer({ app, request: context.req.raw, token: params.token, purpose: 'agreement' }, (link) =>
      pdf(app, link.subjectId),
    ),
  ),
]
