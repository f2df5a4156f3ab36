import { useState } from 'react'
import { useAsk } from '../../../client/react.ts'
import type { Concern } from '../../../kernel/concern.ts'
import type { ProductionId } from '../../../kernel/ids.ts'
import { Button } from '../../../ui/Button.tsx'
import { CheckField } from '../../../ui/CheckField.tsx'
import { ConcernList } from '../../../ui/ConcernList.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { plural } from '../../../ui/words.ts'
import { getCalendar } from '../../productions/calendar.contract.ts'
import { calendarChanges, calendarWith } from '../boardcalendar.rules.ts'
import type { BoardSummary } from '../boards.contract.ts'
import css from './tools.module.css'

interface PublishDialogProps {
  board: BoardSummary
  productionId: ProductionId
  concerns: readonly Concern[]
  unplaced: number
  busy: boolean
  onPublish: (also: { activate: boolean; adoptCalendar: boolean }) => void
  onClose: () => void
}

/** Before the schedule goes out: what still clashes, what has no day, and whether it becomes the plan. */
export function PublishDialog({
  board,
  productionId,
  concerns,
  unplaced,
  busy,
  onPublish,
  onClose,
}: PublishDialogProps) {
  const [activate, setActivate] = useState(board.state !== 'active' && !board.runsAlongside)
  const [adoptCalendar, setAdopt] = useState(false)
  const differs = useDifferences(board, productionId)
  const pressing = concerns.filter((concern) => concern.severity !== 'notes')
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Publish ${board.name}`}
      about="The schedule is frozen as the next revision, with its colour, date and your name. It never changes afterwards; you go on working on the board."
    >
      <div className={css.stack}>
        {pressing.length > 0 && (
          <>
            <p>{plural(pressing.length, 'concern')} still stand:</p>
            <ConcernList of={pressing.slice(0, 6)} detail="line" />
            {pressing.length > 6 && <p>and {pressing.length - 6} more.</p>}
          </>
        )}
        {unplaced > 0 && <p>{plural(unplaced, 'scene')} without a day.</p>}
        {differs.length > 0 && (
          <>
            <p>
              It goes by a calendar of its own: {differs.slice(0, 4).join('; ')}
              {differs.length > 4 ? ` and ${differs.length - 4} more` : ''}.
            </p>
            <CheckField
              label="Also make it the production’s calendar"
              hint="Every board that has none of its own then follows it"
              value={adoptCalendar}
              onChange={setAdopt}
            />
          </>
        )}
        {board.state !== 'active' && !board.runsAlongside && (
          <CheckField
            label="Also make it the active plan"
            hint="Call sheets, reports and feeds then follow this board"
            value={activate}
            onChange={setActivate}
          />
        )}
      </div>
      <DialogActions>
        <Button kind="accent" busy={busy} onClick={() => onPublish({ activate, adoptCalendar })}>
          Publish
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </DialogActions>
    </Dialog>
  )
}

/** Where the board's calendar is not the production's, as sentences that can be listed. */
function useDifferences({ calendar }: BoardSummary, productionId: ProductionId): string[] {
  const base = useAsk(getCalendar, { params: { productionId } }).data
  if (!base) return []
  return calendarChanges(base, calendarWith(base, calendar)).map(
    ({ label, before, after }) => `${label} ${after} (the production: ${before})`,
  )
}
