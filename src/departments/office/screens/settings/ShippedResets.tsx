import { TextButton } from '../../../../ui/Button.tsx'
import { MomentText } from '../../../../ui/DateText.tsx'
import { listed, plural } from '../../../../ui/words.ts'
import type { ShippedReset, ShippedSummary } from '../../shipped.contract.ts'
import css from './ShippedChanges.module.css'

interface ShippedResetsProps {
  resets: readonly ShippedReset[]
  of: Pick<ShippedSummary, 'one' | 'many'>
  busy: boolean
  onUndo: (reset: ShippedReset) => void
}

const called = (rows: readonly string[], { one, many }: ShippedResetsProps['of']) =>
  rows.length > 3 ? plural(rows.length, one, many) : listed(rows)

/** What was set back lately, each with its way back while nobody changed the rows since. */
export const ShippedResets = ({ resets, of, busy, onUndo }: ShippedResetsProps) => (
  <>
    {resets.map((reset) => (
      <section key={reset.id} className={css.row} aria-label={`Set back: ${called(reset.rows, of)}`}>
        <h3>
          <span>{called(reset.rows, of)}</span>
          {reset.mayUndo && (
            <TextButton
              disabled={busy}
              aria-label={`Undo setting ${called(reset.rows, of)} back`}
              onClick={() => onUndo(reset)}
            >
              Undo
            </TextButton>
          )}
        </h3>
        <p>
          {reset.byName}, <MomentText at={reset.at} />
          {reset.undoneAt !== null && ', undone'}
          {reset.undoneAt === null && !reset.mayUndo && ', changed since'}
        </p>
      </section>
    ))}
  </>
)
