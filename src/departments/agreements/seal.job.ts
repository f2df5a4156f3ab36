import { z } from 'zod'
import { job } from '../../platform/jobs.ts'
import { AgreementId } from './agreement.contract.ts'

/** Makes the final paper of an agreement everybody signed. Twice is as good as once: a sealed paper is left alone. */
export const sealAgreement = job('agreements.seal', z.object({ agreementId: AgreementId }), {
  tries: 8,
  timeoutSeconds: 120,
  onceBy: (it) => it.agreementId,
})

/** Reminders that fall due, papers that run out, seals that a worker died over. */
export const sweepAgreements = job('agreements.sweep', z.object({}), {
  tries: 2,
  timeoutSeconds: 120,
  every: '*/5 * * * *',
})
