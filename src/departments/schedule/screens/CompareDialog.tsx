import { useState } from 'react'
import { useAsk } from '../../../client/react.ts'
import type { ResponseOf } from '../../../kernel/route.ts'
import { Button } from '../../../ui/Button.tsx'
import { ConcernList } from '../../../ui/ConcernList.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import type { BoardSummary } from '../boards.contract.ts'
import { planAmong } from '../counting.rules.ts'
import { compareBoards } from '../compare.contract.ts'
import type { ComparedLine } from '../compare.contract.ts'
import css from './tools.module.css'
import type { BoardParams } from './useBoardChange.ts'

interface CompareDialogProps {
  current: BoardSummary
  boards: readonly BoardSummary[]
  hasPublished: boolean
  params: BoardParams
  /** `activate` asks the same question before another board takes over. */
  purpose: 'compare' | 'activate'
  onActivate: () => void
  onClose: () => void
}

function Lines({ title, of }: { title: string; of: readonly ComparedLine[] }) {
  if (of.length === 0) return null
  return (
    <>
      <h3 className={css.diffHead}>{title}</h3>
      <table className={css.diff}>
        <tbody>
          {of.map((line) => (
            <tr key={line.key}>
              <td>{line.label}</td>
              <td>{line.before ?? 'not there'}</td>
              <td>{line.after ?? 'gone'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

/** What this board does differently in scenes, days, people and clashes: from what is now to what would be. */
export function CompareDialog(props: CompareDialogProps) {
  const { current, boards, hasPublished, params, purpose, onActivate, onClose } = props
  const others = boards.filter((board) => board.id !== current.id)
  const active = planAmong(others)
  const choices = [
    ...others.map((board) => ({ value: board.id as string, label: board.name })),
    ...(hasPublished ? [{ value: 'published', label: 'Last published' }] : []),
  ]
  const [other, setOther] = useState<string | null>(active?.id ?? choices[0]?.value ?? null)
  const asked = useAsk(compareBoards, { params, query: { with: other ?? 'active' } }, { enabled: other !== null })
  const title = purpose === 'activate' ? `Make ${current.name} the active plan?` : `Compare ${current.name}`
  return (
    <Dialog open onClose={onClose} title={title} size="wide">
      {purpose === 'activate' && (
        <p>Call sheets, reports and feeds follow the active plan. Issued paper stays as it was sent.</p>
      )}
      {choices.length === 0 ? (
        <p>There is nothing to compare with yet. Copy this board to try another order.</p>
      ) : (
        <>
          {purpose === 'compare' && <SelectField label="With" value={other} onChange={setOther} choices={choices} />}
          <Loaded of={asked}>{(diff) => <Differences of={diff} />}</Loaded>
        </>
      )}
      <DialogActions>
        {purpose === 'activate' && (
          <Button kind="accent" onClick={onActivate}>
            Make it active
          </Button>
        )}
        <Button onClick={onClose}>{purpose === 'activate' ? 'Cancel' : 'Close'}</Button>
      </DialogActions>
    </Dialog>
  )
}

function Differences({ of: diff }: { of: ResponseOf<typeof compareBoards> }) {
  const isSame = [diff.calendar, diff.scenes, diff.days, diff.people, diff.totals, diff.raises, diff.clears].every(
    (list) => list.length === 0,
  )
  if (isSame) return <p>The two are the same.</p>
  return (
    <>
      <Lines title="In all" of={diff.totals} />
      <Lines title="Calendar" of={diff.calendar} />
      <Lines title="Days" of={diff.days} />
      <Lines title="Scenes" of={diff.scenes} />
      <Lines title="People" of={diff.people} />
      {diff.raises.length > 0 && (
        <>
          <h3 className={css.diffHead}>New concerns</h3>
          <ConcernList of={diff.raises} detail="line" />
        </>
      )}
      {diff.clears.length > 0 && (
        <>
          <h3 className={css.diffHead}>Concerns that go away</h3>
          <ConcernList of={diff.clears} detail="line" />
        </>
      )}
    </>
  )
}
