import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { DialogActions } from '../../../ui/Dialog.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { Status } from '../../../ui/Status.tsx'
import { plural } from '../../../ui/words.ts'
import type { ColumnMeaning } from '../headers.rules.ts'
import { RowStatus, type ImportPlan, type PlanRow, type RowChoice } from '../plan.contract.ts'
import { ColumnsFold } from './ColumnsFold.tsx'
import { choiceOf, optionsOf, standing, tally, valueOf, type RowChoices } from './import.choices.rules.ts'
import css from './People.module.css'
import { statusStanding, statusWords } from './words.ts'

interface ImportPreviewProps {
  fileName: string
  plan: ImportPlan
  busy: boolean
  onColumns: (index: number, meaning: ColumnMeaning) => void
  onImport: (choices: RowChoices) => void
  onBack: () => void
}

/** As many lines as a page can show at once; the counts above always speak of the whole file. */
const SHOWN = 400

/** What would happen to every line of the file. What needs a decision stands first. */
export function ImportPreview({ fileName, plan, busy, onColumns, onImport, onBack }: ImportPreviewProps) {
  const [choices, setChoices] = useState<RowChoices>({})
  const rows = plan.rows.toSorted((a, b) => Number(isOpen(b, {})) - Number(isOpen(a, {})) || a.line - b.line)
  const will = tally(plan.rows, choices)
  return (
    <>
      <p className={css.counts}>
        <b>{fileName}</b>
        {RowStatus.options
          .filter((status) => (plan.counts[status] ?? 0) > 0)
          .map((status) => (
            <Status key={status} is={statusStanding[status]}>
              {countWords(status, plan.counts[status] ?? 0)}
            </Status>
          ))}
      </p>
      {plan.remarks.length > 0 && (
        <ul className={css.remarks}>
          {plan.remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      )}
      {plan.columns.length > 0 && <ColumnsFold columns={plan.columns} onColumns={onColumns} />}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and has to be reached to scroll by keys */}
      <div className={css.rows} tabIndex={0} role="region" aria-label="What would happen to each line">
        <table>
          <tbody>
            {rows.slice(0, SHOWN).map((row) => (
              <Line
                key={`${row.line} ${row.name}`}
                row={row}
                choice={standing(row, choices)}
                onChoose={(choice) => setChoices({ ...choices, [row.line]: choice })}
              />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > SHOWN && <p>{plural(rows.length - SHOWN, 'more line')} not shown; they go by what is proposed.</p>}
      {will.open > 0 && <p>{openWords(will.open)}</p>}
      <DialogActions>
        <Button kind="accent" busy={busy} disabled={will.add + will.complete === 0} onClick={() => onImport(choices)}>
          {actionWords(will)}
        </Button>
        <Button onClick={onBack}>Another list</Button>
      </DialogActions>
    </>
  )
}

const countWords = (status: RowStatus, count: number) =>
  status === 'possible_duplicate'
    ? plural(count, 'possible duplicate')
    : `${count} ${statusWords[status].toLowerCase()}`

const openWords = (open: number) =>
  open === 1
    ? 'One line will be left out until somebody decides whose record it is.'
    : `${open} lines will be left out until somebody decides whose records they are.`

const isOpen = (row: PlanRow, choices: RowChoices) =>
  row.status === 'possible_duplicate' && standing(row, choices) === null

function actionWords({ add, complete }: { add: number; complete: number }): string {
  if (add + complete === 0) return 'Nothing to import'
  if (complete === 0) return `Add ${plural(add, 'record')}`
  return add === 0 ? `Complete ${plural(complete, 'record')}` : `Add ${add} and complete ${complete}`
}

function Line({
  row,
  choice,
  onChoose,
}: {
  row: PlanRow
  choice: RowChoice | null
  onChoose: (choice: RowChoice) => void
}) {
  const [best] = row.matches
  return (
    <tr>
      <td>{row.line}</td>
      <td>
        <Status is={statusStanding[row.status]}>{statusWords[row.status]}</Status>
      </td>
      <td>
        <b>{row.name}</b>
        {row.detail !== null && <small>{row.detail}</small>}
        {row.reason !== null && <small>{row.reason}</small>}
        {row.status === 'possible_duplicate' && best && <small>{best.reasons.join('. ')}.</small>}
        {row.warnings.map((warning) => (
          <small key={warning}>{warning}</small>
        ))}
      </td>
      <td className={css.choice}>
        {(row.status === 'new' || row.status === 'possible_duplicate') && (
          <SelectField
            label={`What to do with ${row.name}`}
            hideLabel
            placeholder="Decide"
            choices={optionsOf(row)}
            value={valueOf(choice)}
            onChange={(value) => value && onChoose(choiceOf(value))}
          />
        )}
      </td>
    </tr>
  )
}
