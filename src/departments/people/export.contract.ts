import { z } from 'zod'
import { rawRoute } from '../../kernel/route.ts'

export const exportDirectory = rawRoute({
  method: 'GET',
  path: '/v1/people/export/{format}',
  summary: 'The directory as CSV or vCard, with the fields the reader may see',
  access: { ability: 'people.read', on: 'office' },
  params: z.object({ format: z.enum(['csv', 'vcf']) }),
  query: z.object({ kind: z.enum(['person', 'company']).default('person') }),
  produces: 'text/csv or text/vcard',
})
