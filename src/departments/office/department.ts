import type { Department } from '../../platform/department.ts'
import { houseOf, letterhead } from './logo.actions.ts'
import { officeJobs } from './office.jobs.ts'
import { officeRoutes } from './office.routes.ts'

export const office: Department = {
  name: 'office',
  routes: officeRoutes,
  jobs: officeJobs,
  house: { of: houseOf, letterhead },
}
