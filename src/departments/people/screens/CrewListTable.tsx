import { useCallback, useMemo, useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Toolbar } from '../../../ui/Toolbar.tsx'
import { useEndReached } from '../../../ui/useEndReached.ts'
import { plural } from '../../../ui/words.ts'
import type { Engagement } from '../engagement.contract.ts'
import type { ColumnMeaning } from '../headers.rules.ts'
import type { TradeDepartment } from '../person.contract.ts'
import type { ImportPlan, PlanRow, RowChoice } from '../plan.contract.ts'
import { ColumnsFold } from './ColumnsFold.tsx'
import { CrewListLine } from './CrewListLine.tsx'
import { standing, type RowChoices } from './import.choices.rules.ts'
import css from './People.module.css'
import { proposed, standingOf, type Part, type Placement } from './placement.rules.ts'

interface CrewListTableProps {
  fileName: string
  plan: ImportPlan
  departments: readonly TradeDepartment[]
  parts: readonly Part[]
  /** Who is on the production already. */
  there: readonly Engagement[]
  busy: boolean
  onColumns: (index: number, meaning: ColumnMeaning) => void
  onWrite: (choices: RowChoices, placementAt: (line: number) => Placement | undefined) => void
  onBack: () => void
}

/** Every line with what becomes of it: whose record it is, and what they do here. Nothing is written before the button. */
export function CrewListTable(props: CrewListTableProps) {
  const { fileName, plan, departments, parts, there, busy, onColumns, onWrite, onBack } = props
  const [choices, setChoices] = useState<RowChoices>({})
  const [placements, setPlacements] = useState<Readonly<Record<number, Placement>>>({})
  const lines = useMemo(
    () => plan.rows.map((row) => begun(row, departments, parts, there)),
    [plan, departments, parts, there],
  )
  const rows = lines.map(({ row, engaged, ...began }) => {
    const placement = placements[row.line] ?? began.placement
    const choice = choices[row.line] ?? began.choice
    return { row, placement, choice, engaged, is: standingOf(row, choice, placement) }
  })
  const [drawn, setDrawn] = useState(STEP)
  const end = useEndReached(drawn < rows.length ? () => setDrawn(drawn + STEP) : undefined)
  const choose = useCallback((line: number, choice: RowChoice) => setChoices((all) => ({ ...all, [line]: choice })), [])
  const place = useCallback((line: number, it: Placement) => setPlacements((all) => ({ ...all, [line]: it })), [])
  const count = (is: (typeof rows)[number]['is']) => rows.filter((it) => it.is === is).length
  const at = (line: number) => rows.find(({ row, is }) => row.line === line && is === 'ready')?.placement
  const hasParts = parts.length > 0
  return (
    <>
      <Toolbar end={statusWords(count('needs_place'), count('needs_choice'), count('left_out'))}>
        <Button kind="accent" busy={busy} disabled={count('ready') === 0} onClick={() => onWrite(choices, at)}>
          Put {plural(count('ready'), 'person', 'people')} on the production
        </Button>
        <Button onClick={onBack}>Another list</Button>
        <span>{fileName}</span>
      </Toolbar>
      <div className={css.listHead}>
        {plan.remarks.length > 0 && (
          <ul className={css.remarks}>
            {plan.remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        )}
        {plan.columns.length > 0 && <ColumnsFold columns={plan.columns} onColumns={onColumns} isCrewList />}
      </div>
      <table className={css.list} aria-label="Lines of the crew list">
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Who</th>
            <th scope="col">In the directory</th>
            <th scope="col">Department</th>
            <th scope="col">Position</th>
            {hasParts && <th scope="col">Plays</th>}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, drawn).map(({ row, ...line }) => (
            <CrewListLine
              key={row.line}
              row={row}
              {...line}
              departments={departments}
              parts={parts}
              onChoose={choose}
              onPlace={place}
            />
          ))}
        </tbody>
      </table>
      {drawn < rows.length && <div ref={end} />}
    </>
  )
}

/** Lines are fields: this many fill the largest screen, and more are drawn as their end comes near. */
const STEP = 60

/** A line as it stands before anybody touched it. */
function begun(
  row: PlanRow,
  departments: readonly TradeDepartment[],
  parts: readonly Part[],
  there: readonly Engagement[],
) {
  const known = row.matches.find(({ recordId }) => recordId !== null)?.recordId
  const engaged = row.status === 'new' ? undefined : there.find(({ personId }) => personId === known)
  return { row, placement: proposed(row, departments, parts), choice: standing(row, {}), engaged }
}

const statusWords = (places: number, decisions: number, left: number) =>
  [
    places > 0 && `${plural(places, 'line')} without department or position`,
    decisions > 0 && `${plural(decisions, 'line')} to decide about`,
    left > 0 && `${left} left out`,
  ]
    .filter(Boolean)
    .join(', ')
