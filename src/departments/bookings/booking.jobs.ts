import { z } from 'zod'
import { job, work } from '../../platform/jobs.ts'
import { settleDue } from './askDue.actions.ts'
import { lapseDue } from './challenge.actions.ts'
import { releaseExpired } from './expiry.actions.ts'

const lapse = job('bookings.lapse_challenges', z.object({}), { tries: 3, timeoutSeconds: 300, every: '*/5 * * * *' })
const expire = job('bookings.release_expired', z.object({}), { tries: 3, timeoutSeconds: 600, every: '7 * * * *' })

const asks = job('bookings.settle_asks', z.object({}), { tries: 3, timeoutSeconds: 300, every: '*/5 * * * *' })

/** What time does to holds: silence releases a challenged one, a date lets go of the others. */
export const bookingJobs = [
  work(asks, async (_, app) => void (await settleDue(app))),
  work(lapse, async (_, app) => void (await lapseDue(app))),
  work(expire, async (_, app) => void (await releaseExpired(app))),
]
