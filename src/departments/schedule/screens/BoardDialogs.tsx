import { useChange } from '../../../client/react.ts'
import type { Concern } from '../../../kernel/concern.ts'
import type { ProductionId } from '../../../kernel/ids.ts'
import { ConfirmDialog } from '../../../ui/Dialog.tsx'
import { ConflictDialog } from '../../../ui/ConflictDialog.tsx'
import { toast } from '../../../ui/toast.tsx'
import type { BoardId, ShootDayId } from '../board.contract.ts'
import { activateBoard, archiveBoard, createBoard, publishBoard } from '../boards.contract.ts'
import type { BoardSummary } from '../boards.contract.ts'
import { planAmong } from '../counting.rules.ts'
import { laneText } from '../shown.rules.ts'
import { stripNumber } from '../split.rules.ts'
import { AddDaysDialog } from './AddDaysDialog.tsx'
import type { BoardAct } from './BoardSwitch.tsx'
import { CalendarDialog } from './CalendarDialog.tsx'
import { CompareDialog } from './CompareDialog.tsx'
import { DayDialog } from './DayDialog.tsx'
import { LookDialog } from './LookDialog.tsx'
import { MarksDialog } from './MarksDialog.tsx'
import { NewBoardDialog } from './NewBoardDialog.tsx'
import { PublishDialog } from './PublishDialog.tsx'
import type { Arranging } from './useArranging.ts'
import type { BoardChange } from './useBoardChange.ts'

export type OpenDialog = BoardAct | 'compare' | 'publish' | 'days' | 'marks' | { day: ShootDayId }

interface BoardDialogsProps {
  open: OpenDialog | undefined
  onClose: () => void
  arranging: Arranging
  boards: readonly BoardSummary[]
  current: BoardSummary
  params: { productionId: ProductionId; boardId: BoardId }
  change: BoardChange
  concerns: readonly Concern[]
  onGo: (id: BoardId) => void
}

/** Everything the board asks in a dialog, one at a time. */
export function BoardDialogs(props: BoardDialogsProps) {
  const { open, onClose, arranging, boards, current, params, change } = props
  if (arranging.stuck) return <Conflict arranging={arranging} />
  if (open === undefined) return null
  if (typeof open === 'object') {
    const day = arranging.base.days.find((it) => it.day.id === open.day)
    return day ? <DayDialog day={day} sheet={arranging.base} params={params} change={change} onClose={onClose} /> : null
  }
  if (open === 'days') return <AddDaysDialog sheet={arranging.base} params={params} change={change} onClose={onClose} />
  if (open === 'marks')
    return <MarksDialog productionId={params.productionId} sheet={arranging.base} onClose={onClose} />
  if (open === 'rename') return <LookDialog sheet={arranging.base} params={params} change={change} onClose={onClose} />
  if (open === 'calendar')
    return (
      <CalendarDialog sheet={arranging.base} params={params} arranging={arranging} change={change} onClose={onClose} />
    )
  if (open === 'publish') return <Publishing {...props} />
  if (open === 'archive') return <Archiving {...props} />
  if (open === 'compare' || open === 'activate')
    return (
      <CompareDialog
        current={current}
        boards={boards}
        hasPublished={boards.some((board) => board.lastIssue !== null)}
        params={params}
        purpose={open}
        onActivate={() => {
          onClose()
          void activating(props)
        }}
        onClose={onClose}
      />
    )
  return <Creating {...props} act={open} />
}

/** More strips than this say nothing more to whoever has to choose. */
const mostShown = 12

/** Somebody else moved first: where each of the strips would go, beside where it lies now. */
function Conflict({ arranging }: { arranging: Arranging }) {
  const { stuck, base, retryStuck, dropStuck } = arranging
  if (!stuck) return null
  const wanted = new Map(stuck.flatMap(({ stripIds, dayId }) => stripIds.map((id) => [id, dayId] as const)))
  const fields = [...wanted].slice(0, mostShown).map(([id, dayId]) => {
    const strip = base.facts.strips.find((it) => it.id === id)
    const scene = base.facts.scenes.find((it) => it.id === strip?.sceneId)
    return {
      label: scene && strip ? `Scene ${stripNumber(scene.number, strip)}` : strip?.title || 'Strip',
      mine: laneText(base, dayId),
      theirs: laneText(base, strip?.dayId ?? null),
    }
  })
  return (
    <ConflictDialog
      open
      subject="this board"
      fields={fields}
      onKeepMine={retryStuck}
      onTakeTheirs={dropStuck}
      onClose={dropStuck}
    />
  )
}

/** One act, and the way back is making the other one active again. */
async function activating({ change, params, boards, current }: BoardDialogsProps) {
  const previous = planAmong(boards.filter(({ id }) => id !== current.id))
  if (!(await change(activateBoard, { params }))) return
  toast.done(`${current.name} is the active plan`, {
    ...(previous && {
      detail: `${previous.name} stays as it was, and can be made active again from the board menu.`,
    }),
  })
}

function Publishing({ arranging, current, params, concerns, onClose }: BoardDialogsProps) {
  const publish = useChange(publishBoard)
  const go = async (also: { activate: boolean; adoptCalendar: boolean }) =>
    publish.mutate(
      { params, ifMatch: await arranging.settledVersion(), idempotencyKey: crypto.randomUUID(), body: also },
      {
        onSuccess: (issue) => {
          toast.done(`Published as ${issue.colour.name}`, { detail: `Revision ${issue.number} of the schedule` })
          onClose()
        },
        onError: toast.problem,
      },
    )
  return (
    <PublishDialog
      board={current}
      productionId={params.productionId}
      concerns={concerns}
      unplaced={current.unplacedCount}
      busy={publish.isPending}
      onPublish={(also) => void go(also)}
      onClose={onClose}
    />
  )
}

function Archiving({ params, current, boards, arranging, onGo, onClose }: BoardDialogsProps) {
  const archive = useChange(archiveBoard)
  const next = boards.find((board) => board.id !== current.id)
  const go = async () =>
    archive.mutate(
      { params, ifMatch: await arranging.settledVersion() },
      {
        onSuccess: () => {
          toast.done(`${current.name} is put away`)
          onClose()
          if (next) onGo(next.id)
        },
        onError: toast.problem,
      },
    )
  return (
    <ConfirmDialog
      open
      title={`Put ${current.name} away?`}
      action="Put it away"
      busy={archive.isPending}
      onConfirm={() => void go()}
      onClose={onClose}
    >
      Nobody has received it. It leaves the list of boards, and what was done on it stays in the activity.
    </ConfirmDialog>
  )
}

function Creating({ act, current, params, onGo, onClose }: BoardDialogsProps & { act: BoardAct }) {
  const create = useChange(createBoard)
  const make = (name: string) =>
    create.mutate(
      {
        params: { productionId: params.productionId },
        body: { name, runsAlongside: act === 'alongside', ...(act === 'copy' && { copyOf: current.id }) },
        idempotencyKey: crypto.randomUUID(),
      },
      {
        onSuccess: (board) => {
          onClose()
          onGo(board.id)
        },
        onError: toast.problem,
      },
    )
  return <NewBoardDialog act={act} from={current.name} busy={create.isPending} onCreate={make} onClose={onClose} />
}
