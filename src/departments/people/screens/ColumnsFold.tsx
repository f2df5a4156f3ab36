import { SelectField } from '../../../ui/SelectField.tsx'
import { plural } from '../../../ui/words.ts'
import type { ColumnMeaning } from '../headers.rules.ts'
import type { ImportPlan } from '../plan.contract.ts'
import css from './People.module.css'
import { meaningWords } from './words.ts'

interface ColumnsFoldProps {
  columns: ImportPlan['columns']
  onColumns: (index: number, meaning: ColumnMeaning) => void
  /** Whether the list is a production's, whose people play characters. */
  isCrewList?: boolean
}

/** What each column was taken as, to be corrected; open from the start where nothing was understood. */
export const ColumnsFold = ({ columns, onColumns, isCrewList = false }: ColumnsFoldProps) => (
  <details className={css.understood} open={columns.every(({ meaning }) => meaning === null)}>
    <summary>
      {plural(columns.length, 'column')}, {columns.filter(({ meaning }) => meaning !== null).length} understood
    </summary>
    <div className={css.columns}>
      {columns.map(({ index, heading, meaning }) => (
        <SelectField
          key={index}
          label={heading || `Column ${index + 1}`}
          placeholder="Into the notes"
          choices={meanings.filter(({ value }) => isCrewList || value !== 'character')}
          value={meaning}
          onChange={(next) => next && onColumns(index, next)}
        />
      ))}
    </div>
  </details>
)

const meanings = Object.entries(meaningWords).map(([value, label]) => ({ value: value as ColumnMeaning, label }))
