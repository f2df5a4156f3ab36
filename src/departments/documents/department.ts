import type { Department } from '../../platform/department.ts'
import { on } from '../../platform/events.ts'
import { ndaSigned } from './access.actions.ts'
import { accessRoutes } from './access.routes.ts'
import { binderRoutes } from './binder.routes.ts'
import { documentBinder } from './document.binder.ts'
import { documentJobs } from './document.jobs.ts'
import { documentRoutes } from './document.routes.ts'
import { classRoutes } from './documentClass.routes.ts'
import { searchEverywhere } from './finder.search.ts'
import { libraryRoutes } from './library.routes.ts'
import { scriptFiled } from './scriptFiling.actions.ts'
import { shippedDocuments } from './documents.shipped.ts'

export const documents: Department = {
  name: 'documents',
  routes: [...documentRoutes, ...accessRoutes, ...classRoutes, ...libraryRoutes, ...binderRoutes],
  jobs: documentJobs,
  shipped: shippedDocuments,
  listeners: [on('agreements.completed', ndaSigned), on('script.committed', scriptFiled)],
  search: searchEverywhere,
  binder: [documentBinder],
}
