import type { Department } from '../../platform/department.ts'
import { castingJobs } from './casting.jobs.ts'
import { callRoutes, candidateRoutes, roleRoutes } from './casting.routes.ts'
import { callOutsideRoutes } from './outside/outside.routes.ts'

export const casting: Department = {
  name: 'casting',
  routes: [...roleRoutes, ...candidateRoutes, ...callRoutes, ...callOutsideRoutes],
  jobs: castingJobs,
}
