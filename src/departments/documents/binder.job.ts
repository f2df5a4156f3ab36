import { z } from 'zod'
import { job } from '../../platform/jobs.ts'
import { BinderId } from './binder.contract.ts'

/** Gathers every part, binds the PDF and packs the tree. */
export const buildBinderJob = job('documents.build_binder', z.object({ binderId: BinderId }), {
  tries: 2,
  timeoutSeconds: 1800,
  onceBy: ({ binderId }) => binderId,
})
