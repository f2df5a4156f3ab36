import { useChange } from '../../../client/react.ts'
import { toast } from '../../../ui/toast.tsx'
import { listed } from '../../../ui/words.ts'
import { sendNow, undoLeaving } from '../distribution.contract.ts'
import type { Leaving } from '../distribution.contract.ts'
import css from './DistributionUndo.module.css'
import { leavingWords } from './distributionWords.ts'

interface Props {
  leaving: Leaving
  /** Milliseconds since the epoch, on the office's clock. */
  now: number
  params: { productionId: string; callSheetId: string }
}

const around = 2 * Math.PI * 15

const Ring = ({ seconds, of }: { seconds: number; of: number }) => (
  <svg viewBox="0 0 36 36" aria-hidden>
    <circle cx="18" cy="18" r="15" fill="none" stroke="#3d4454" strokeWidth="3" />
    <circle
      cx="18"
      cy="18"
      r="15"
      fill="none"
      stroke="#6ea2ff"
      strokeWidth="3"
      strokeDasharray={`${(around * Math.max(0, seconds)) / Math.max(1, of)} ${around}`}
      transform="rotate(-90 18 18)"
      strokeLinecap="round"
    />
    <text x="18" y="22" textAnchor="middle" fontSize="11" fontWeight="650" fill="#fff">
      {seconds}
    </text>
  </svg>
)

/** The window in which a mistake costs nothing: it counts down, and then they are gone. */
export function DistributionUndo({ leaving, now, params }: Props) {
  const seconds = Math.ceil((Temporal.Instant.from(leaving.leavesAt).epochMilliseconds - now) / 1000)
  const undo = useChange(undoLeaving)
  const leave = useChange(sendNow)
  const send = (change: typeof undo | typeof leave, done: string) =>
    change.mutate(
      { params, body: { dispatchId: leaving.id } },
      {
        onSuccess: () => toast.done(done),
        onError: toast.problem,
      },
    )
  if (seconds <= 0) return null
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  return (
    <section className={css.undo} aria-label="About to leave">
      <Ring seconds={seconds} of={leaving.seconds} />
      <div>
        <b>
          {leavingWords(leaving)}, leaves in {clock}
        </b>
        <small>{listed(leaving.names, 7)}</small>
      </div>
      <button type="button" disabled={leave.isPending} onClick={() => send(leave, 'On its way')}>
        Send now
      </button>
      <button
        type="button"
        className={css.white}
        disabled={undo.isPending}
        onClick={() => send(undo, 'Called back: nobody has it')}
      >
        Undo
      </button>
    </section>
  )
}
