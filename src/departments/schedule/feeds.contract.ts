import { z } from 'zod'
import { productionRoles } from '../../kernel/abilities.ts'
import { LinkId, PersonId, ProductionId } from '../../kernel/ids.ts'
import { NotFound } from '../../kernel/problems.ts'
import { rawRoute, route } from '../../kernel/route.ts'
import { InstantText } from '../../kernel/time.ts'

/**
 * Who a feed is for, and with that how much it says: a role what the role may read (see `feedAudience.rules.ts`), a person
 * their own days and nobody else's.
 */
export const FeedAudience = z.enum(['team', ...productionRoles, 'person'])
export type FeedAudience = z.infer<typeof FeedAudience>

export const Feed = z.object({
  id: LinkId,
  audience: FeedAudience,
  label: z.string(),
  personId: PersonId.nullable(),
  createdAt: InstantText,
  createdBy: z.string().nullable(),
  /** The address calendars subscribe to; whoever has it can read the feed until it is withdrawn. */
  address: z.string(),
})
export type Feed = z.infer<typeof Feed>

const params = z.object({ productionId: ProductionId })
const manages = { ability: 'feeds.manage', on: 'production' } as const

export const listFeeds = route({
  method: 'GET',
  path: '/v1/productions/{productionId}/feeds',
  summary: 'Calendar feeds of a production that work',
  access: manages,
  params,
  response: z.object({
    items: z.array(Feed),
    /** People on the production a feed can be made for. */
    people: z.array(z.object({ id: PersonId, name: z.string(), title: z.string() })),
  }),
})

export const createFeed = route({
  method: 'POST',
  path: '/v1/productions/{productionId}/feeds',
  summary: 'Make a calendar address for the team, for a role as a client or the crew, or for one person',
  access: manages,
  params,
  body: z
    .object({ audience: FeedAudience, personId: PersonId.nullable().default(null) })
    .refine(({ audience, personId }) => (audience === 'person') === (personId !== null), {
      error: 'Choose whose days the feed shows.',
      path: ['personId'],
    }),
  idempotencyKey: 'accepted',
  status: 201,
  response: Feed,
  problems: [NotFound],
})

export const revokeFeed = route({
  method: 'DELETE',
  path: '/v1/productions/{productionId}/feeds/{feedId}',
  summary: 'Withdraw a calendar address; calendars that subscribed stop being told',
  access: manages,
  params: params.extend({ feedId: LinkId }),
  response: z.null(),
  problems: [NotFound],
})

export const readFeed = rawRoute({
  method: 'GET',
  path: '/v1/feeds/{token}/calendar.ics',
  summary: 'The published schedule as a calendar (RFC 5545), with its ETag',
  access: { link: 'feed' },
  params: z.object({ token: z.string() }),
  produces: 'text/calendar',
})
