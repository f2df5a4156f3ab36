import type { Department } from '../department.ts'
import { uploadJobs } from './upload.jobs.ts'
import { uploadRoutes } from './upload.routes.ts'
import './upload.table.ts'

export { keepFile, openFile, plainName } from './upload.actions.ts'
export type { FileRow } from './upload.store.ts'

/** Files on their way in; not a department of an office, but bound like one. */
export const uploads: Department = { name: 'uploads', routes: uploadRoutes, jobs: uploadJobs }
