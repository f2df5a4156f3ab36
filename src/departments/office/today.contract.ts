import { z } from 'zod'
import { ProductionId } from '../../kernel/ids.ts'
import { route } from '../../kernel/route.ts'
import { PlainDay, ZoneName } from '../../kernel/time.ts'
import { TodayBar, TodayRow, TodayShoot } from '../../kernel/today.ts'
import { AnsweredConcern } from './concern.contract.ts'

export const Today = z.object({
  date: PlainDay,
  timeZone: ZoneName,
  productions: z.array(z.object({ id: ProductionId, code: z.string(), title: z.string(), kind: z.string() })),
  needs: z.array(TodayRow),
  waiting: z.array(TodayRow),
  shoots: z.array(TodayShoot),
  /** The most pressing of each kind; `alike` is how many more of that kind its production has. */
  concerns: z.array(AnsweredConcern.extend({ productionId: ProductionId, alike: z.number().int() })),
  concernCounts: z.object({ open: z.number().int(), blocking: z.number().int() }),
  bars: z.array(TodayBar),
})
export type Today = z.infer<typeof Today>

export const getToday = route({
  method: 'GET',
  path: '/v1/today',
  summary: 'What needs me, what waits on others, the coming shoots and concerns, over all my productions',
  access: { ability: 'office.today', on: 'office' },
  response: Today,
})

export const SearchResult = z.object({
  kind: z.string(),
  id: z.string(),
  label: z.string(),
  detail: z.string(),
  href: z.string(),
})
export type SearchResult = z.infer<typeof SearchResult>

export const search = route({
  method: 'GET',
  path: '/v1/search',
  summary: 'Finds a person, scene, day, file, number or place by a few letters',
  access: { ability: 'office.read', on: 'office' },
  query: z.object({
    text: z.string().trim().min(1).max(100),
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  response: z.object({ items: z.array(SearchResult) }),
})
