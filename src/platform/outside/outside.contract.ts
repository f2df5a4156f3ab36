import { z } from 'zod'
import { rawRoute } from '../../kernel/route.ts'

export const OutsideAsset = z.enum(['outside.js', 'kept.js', 'outside.css', 'worker.js'])

export const outsideAsset = rawRoute({
  method: 'GET',
  path: '/outside/{name}',
  summary: 'Script and style that pages for people outside have in common',
  access: { public: 'the same for everybody, and says nothing of anybody' },
  params: z.object({ name: OutsideAsset }),
  produces: 'JavaScript, CSS',
})
