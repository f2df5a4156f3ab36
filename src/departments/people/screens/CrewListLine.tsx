import { memo } from 'react'
import { SelectField } from '../../../ui/SelectField.tsx'
import { Status } from '../../../ui/Status.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import type { Engagement } from '../engagement.contract.ts'
import type { TradeDepartment } from '../person.contract.ts'
import type { PlanRow, RowChoice } from '../plan.contract.ts'
import { choiceOf, optionsOf, valueOf } from './import.choices.rules.ts'
import css from './People.module.css'
import { castOf, type LineStanding, type Part, type Placement } from './placement.rules.ts'
import { statusStanding, statusWords } from './words.ts'

interface CrewListLineProps {
  row: PlanRow
  choice: RowChoice | null
  placement: Placement
  engaged: Engagement | undefined
  is: LineStanding
  departments: readonly TradeDepartment[]
  parts: readonly Part[]
  onChoose: (line: number, choice: RowChoice) => void
  onPlace: (line: number, placement: Placement) => void
}

/** One line: who it is, whose record it is or becomes, and what they do on the production. Drawn again only for its own changes. */
export const CrewListLine = memo(function CrewListLine({
  row,
  choice,
  placement,
  engaged,
  is,
  parts,
  departments,
  ...on
}: CrewListLineProps) {
  const place = (part: Partial<Placement>) => on.onPlace(row.line, { ...placement, ...part })
  const isCast = placement.elementId !== null || placement.departmentId === castOf(departments)?.id
  const isOpen = is === 'ready' || is === 'needs_place' || is === 'needs_choice'
  return (
    <tr data-standing={is}>
      <td>{row.line}</td>
      <td>
        <b>{row.name}</b>
        {row.detail !== null && <small>{row.detail}</small>}
        {row.reason !== null && <small>{row.reason}</small>}
        {row.kind === 'company' && <small>A company: it comes into the directory only.</small>}
        {row.warnings.map((warning) => (
          <small key={warning}>{warning}</small>
        ))}
      </td>
      <td>
        {engaged ? (
          <Status is="off">On the list as {engaged.title}</Status>
        ) : row.status === 'possible_duplicate' ? (
          <SelectField
            label={`Whose record ${row.name} is`}
            hideLabel
            placeholder="Decide"
            choices={optionsOf(row)}
            value={valueOf(choice)}
            onChange={(value) => value && on.onChoose(row.line, choiceOf(value))}
          />
        ) : (
          <Status is={statusStanding[row.status]}>{statusWords[row.status]}</Status>
        )}
      </td>
      <td>
        {isOpen && (
          <SelectField
            label={`Department of ${row.name}`}
            hideLabel
            searchable
            placeholder="Department"
            choices={departments.map(({ id, name }) => ({ value: id as string, label: name }))}
            value={placement.departmentId}
            error={placement.departmentId === null ? 'Choose the department.' : undefined}
            onChange={(departmentId) => place({ departmentId })}
          />
        )}
      </td>
      <td>
        {isOpen && (
          <TextField
            label={`Position of ${row.name}`}
            hideLabel
            value={placement.title}
            error={placement.title.trim() === '' ? 'Say what they do.' : undefined}
            onChange={(title) => place({ title })}
          />
        )}
      </td>
      {parts.length > 0 && (
        <td className={css.part}>
          {isOpen && isCast && (
            <SelectField
              label={`Whom ${row.name} plays`}
              hideLabel
              clearable
              searchable
              placeholder={row.character ?? ''}
              choices={parts.map(({ id, name, boardId }) => ({
                value: id,
                label: [boardId, name].filter(Boolean).join(' '),
              }))}
              value={placement.elementId}
              onChange={(elementId) => place({ elementId })}
            />
          )}
        </td>
      )}
    </tr>
  )
})
