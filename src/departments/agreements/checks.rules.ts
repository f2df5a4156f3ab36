import { momentIn } from '../../kernel/locale.ts'
import type { Concern } from '../../kernel/concern.ts'
import { addDays, dayText, type PlainDay, type ZoneName } from '../../kernel/time.ts'
import { kindWords, type AgreementKind, type AgreementState } from './kinds.rules.ts'

export interface Running {
  readonly id: string
  readonly number: string
  readonly kind: AgreementKind
  readonly label: string
  readonly state: AgreementState
  readonly signBy: Temporal.Instant | null
  readonly effectiveUntil: PlainDay | null
  readonly noticeDays: number | null
  readonly renewal: string
  readonly endReason: string | null
  /** Why a paper that everybody signed has no seal yet. */
  readonly sealFault: string | null
}

interface RunningFacts {
  readonly papers: readonly Running[]
  readonly now: Temporal.Instant
  readonly today: PlainDay
  readonly productionId: string
  /** The clock of the production. */
  readonly timeZone: ZoneName
}

/** Papers that end, run out unsigned within a day, or were declined, said while something can still be done. */
export function concernsOf({ papers, now, today, productionId, timeZone }: RunningFacts): Concern[] {
  return papers.flatMap((it): Concern[] => {
    const about = (code: string, severity: Concern['severity'], message: string, remedy: string): Concern => ({
      code: `agreements.${code}`,
      key: `agreements.${code}:${it.id}`,
      severity,
      subject: {
        kind: 'agreement',
        id: it.id,
        label: it.number,
        href: `/productions/${productionId}/agreements?agreement=${it.id}`,
      },
      message,
      causes: [`${kindWords[it.kind].one} with ${it.label}`],
      remedy,
    })
    if (it.sealFault !== null)
      return [
        about(
          'seal_waits',
          'notes',
          `${it.number} is signed and waits for its time stamp: ${it.sealFault}`,
          'It is tried again every few minutes. Look at Settings, Seal, or let it be sealed by the server’s time.',
        ),
      ]
    if (it.state === 'declined')
      return [
        about(
          'declined',
          'warns',
          `${it.label} declined ${it.number}: ${it.endReason ?? ''}`,
          'Talk to them, then supersede it with a new paper or make it void.',
        ),
      ]
    if (
      it.state === 'pending' &&
      it.signBy !== null &&
      Temporal.Instant.compare(it.signBy, now.add({ hours: 24 })) <= 0
    )
      return [
        about(
          'running_out',
          'warns',
          `${it.number} can be signed only until ${momentIn('en', it.signBy, timeZone, { year: true })}`,
          'Remind whoever it waits for, or have it signed in person.',
        ),
      ]
    if (
      it.state === 'executed' &&
      it.effectiveUntil !== null &&
      addDays(it.effectiveUntil, -(it.noticeDays ?? 0)) <= today
    )
      return [
        about(
          'ending',
          it.effectiveUntil < addDays(today, 14) ? 'warns' : 'notes',
          `${it.number} ${it.effectiveUntil < today ? 'ended' : 'ends'} on ${dayText(it.effectiveUntil, { year: true })}`,
          it.renewal === '' ? 'Take down what depends on it, or renew it with a new paper.' : `Renewal: ${it.renewal}`,
        ),
      ]
    return []
  })
}
