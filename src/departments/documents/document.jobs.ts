import { work } from '../../platform/jobs.ts'
import { buildBinderJob } from './binder.job.ts'
import { buildNow } from './binderBuild.actions.ts'
import { readVersion } from './document.job.ts'
import { readVersionNow } from './reading.actions.ts'
import { fileDrafts, fileScripts } from './scriptFiling.actions.ts'

export const documentJobs = [
  work(readVersion, ({ versionId }, app) => readVersionNow(app, versionId)),
  work(buildBinderJob, ({ binderId }, app) => buildNow(app, binderId)),
  work(fileScripts, ({ productionId }, app) => fileDrafts(app, productionId)),
]
