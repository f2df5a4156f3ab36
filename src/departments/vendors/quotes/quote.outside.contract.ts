import { z } from 'zod'
import { LinkUnusable } from '../../../kernel/problems.ts'
import { rawRoute, route } from '../../../kernel/route.ts'
import { QuoteAnswer, QuoteState } from './answer.contract.ts'

const token = z.object({ token: z.string().max(100) })
const checked = {
  public: 'the token is the proof; it is checked by the page itself, which answers a wrong one with a page',
}

export const quotePage = rawRoute({
  method: 'GET',
  path: '/q/{token}',
  summary: 'The page on which a vendor quotes',
  access: checked,
  params: token,
  query: z.object({ sent: z.string().optional() }),
  produces: 'HTML',
})

export const quoteAttach = rawRoute({
  method: 'POST',
  path: '/q/{token}',
  summary: 'Attach a file to a quote by the form of that page',
  access: checked,
  params: token,
  produces: 'HTML',
})

export const answerQuote = route({
  method: 'POST',
  path: '/v1/quote-links/{token}/answer',
  summary: 'Quote or decline; until the time is over an answer may be sent again and replaces the one before',
  access: { link: 'quote' },
  params: token,
  body: QuoteAnswer,
  repeated: 'an answer takes the place of the one before',
  response: z.object({ state: QuoteState }),
  problems: [LinkUnusable],
})

export const quoteStyle = rawRoute({
  method: 'GET',
  path: '/quotes/quote.css',
  summary: 'Style of the page on which vendors quote',
  access: { public: 'the same for everybody, and says nothing of anybody' },
  produces: 'CSS',
})
