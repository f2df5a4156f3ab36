import { TextButton } from '../../../../ui/Button.tsx'
import type { ShippedRow } from '../../shipped.contract.ts'
import css from './ShippedChanges.module.css'

interface ShippedChangesProps {
  rows: readonly ShippedRow[]
  onSetBack?: (row: ShippedRow) => void
}

/** Row by row, what it says now and what it would say again. */
export const ShippedChanges = ({ rows, onSetBack }: ShippedChangesProps) => (
  <>
    {rows.map((row) => (
      <section key={row.id} className={css.row} aria-label={row.label}>
        <h3>
          <span>{row.label}</span>
          {onSetBack && (
            <TextButton aria-label={`Set ${row.label} back`} onClick={() => onSetBack(row)}>
              Set back…
            </TextButton>
          )}
        </h3>
        {row.isGone ? (
          <p>Was taken away; it comes again.</p>
        ) : (
          <dl>
            {row.changes.map(({ field, now, shipped }) => (
              <div key={field}>
                <dt>{field}</dt>
                <dd>
                  <s>{now}</s> <b>{shipped}</b>
                </dd>
              </div>
            ))}
          </dl>
        )}
      </section>
    ))}
  </>
)
