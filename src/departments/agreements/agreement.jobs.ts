import { work } from '../../platform/jobs.ts'
import { sweep } from './sweep.actions.ts'
import { seal } from './seal.actions.ts'
import { sealAgreement, sweepAgreements } from './seal.job.ts'

export const agreementJobs = [
  work(sealAgreement, (it, app) => seal(app, it)),
  work(sweepAgreements, (_, app) => sweep(app)),
]
