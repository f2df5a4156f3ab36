import { z } from 'zod'
import { job } from '../../platform/jobs.ts'
import { VersionId } from './document.contract.ts'

/** Reads a version: what it is, its words, a small picture. */
export const readVersion = job('documents.read_version', z.object({ versionId: VersionId }), {
  tries: 3,
  timeoutSeconds: 300,
  onceBy: ({ versionId }) => versionId,
})
