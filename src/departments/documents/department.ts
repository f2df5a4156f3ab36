import type { Department } from '../../platform/department.ts'
import { documentJobs } from './document.jobs.ts'
import { documentRoutes } from './document.routes.ts'
import { searchEverywhere } from './finder.search.ts'

export const documents: Department = {
  name: 'documents',
  routes: documentRoutes,
  jobs: documentJobs,
  search: searchEverywhere,
}
