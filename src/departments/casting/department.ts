import type { Department } from '../../platform/department.ts'
import { castingJobs } from './casting.jobs.ts'
import { candidateRoutes, roleRoutes } from './casting.routes.ts'

export const casting: Department = {
  name: 'casting',
  routes: [...roleRoutes, ...candidateRoutes],
  jobs: castingJobs,
}
