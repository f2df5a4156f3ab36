import { z } from 'zod'
import { idOf, ProductionId } from '../../../kernel/ids.ts'
import { route } from '../../../kernel/route.ts'
import { InstantText } from '../../../kernel/time.ts'
import { AskedLineBody, RequestId } from './quote.contract.ts'

export const TemplateId = idOf('QuoteTemplateId')
export type TemplateId = z.infer<typeof TemplateId>

/** The lines of a kind of request: what is asked, never for whom or at what price. */
export const QuoteTemplate = z.object({
  id: TemplateId,
  name: z.string(),
  lines: z.array(AskedLineBody),
  keptBy: z.string(),
  keptAt: InstantText,
})
export type QuoteTemplate = z.infer<typeof QuoteTemplate>

const params = z.object({ productionId: ProductionId })
const base = '/v1/productions/{productionId}'

export const listQuoteTemplates = route({
  method: 'GET',
  path: `${base}/quote-templates`,
  summary: 'Requests the office keeps to begin from, on any production',
  access: { ability: 'quotes.read', on: 'production' },
  params,
  response: z.object({ items: z.array(QuoteTemplate) }),
})

export const keepQuoteTemplate = route({
  method: 'PUT',
  path: `${base}/quotes/{requestId}/template`,
  summary: 'Keep the lines of a request under its name; an earlier one of that name is replaced',
  access: { ability: 'quotes.edit', on: 'production' },
  params: params.extend({ requestId: RequestId }),
  body: z.object({ name: z.string().trim().min(1, 'Give it a name.').max(120) }),
  response: QuoteTemplate,
})

export const forgetQuoteTemplate = route({
  method: 'DELETE',
  path: `${base}/quote-templates/{templateId}`,
  summary: 'Keep a template no longer; requests begun from it stay as they are',
  access: { ability: 'quotes.edit', on: 'production' },
  params: params.extend({ templateId: TemplateId }),
  response: z.null(),
})
