import { work } from '../../platform/jobs.ts'
import { readVersion } from './document.job.ts'
import { readVersionNow } from './reading.actions.ts'

export const documentJobs = [work(readVersion, ({ versionId }, app) => readVersionNow(app, versionId))]
