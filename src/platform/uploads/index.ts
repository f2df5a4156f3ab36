import type { Department } from '../department.ts'
import { uploadJobs } from './upload.jobs.ts'
import { uploadRoutes } from './upload.routes.ts'
import './upload.table.ts'

export { eraseFiles, keepFile, openFile, plainName, sentFile } from './upload.actions.ts'
export { answerTus } from './upload.routes.ts'
export { sendFile } from './sendFile.ts'
export { knownFile, NotTaken, type Known } from './known.ts'
export { findFile, insertFiles } from './upload.store.ts'
export type { FileRow, Sender } from './upload.store.ts'

/** Files on their way in; not a department of an office, but bound like one. */
export const uploads: Department = { name: 'uploads', routes: uploadRoutes, jobs: uploadJobs }
