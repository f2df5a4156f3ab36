import { z } from 'zod'
import { forgetOldKeys } from '../../platform/http/idempotency.ts'
import { job, work } from '../../platform/jobs.ts'

const forget = job('office.forget_keys', z.object({}), { tries: 1, timeoutSeconds: 600, every: '41 3 * * *' })

export const officeJobs = [work(forget, async (_, app) => void (await forgetOldKeys(app)))]
