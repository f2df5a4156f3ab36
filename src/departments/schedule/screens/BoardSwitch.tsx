import {
  IconCalendarCog,
  IconChevronDown,
  IconCopy,
  IconLayersSubtract,
  IconPencil,
  IconPlus,
  IconRocket,
  IconTrash,
} from '@tabler/icons-react'
import { Menu } from '../../../ui/Menu.tsx'
import type { MenuEntry } from '../../../ui/Menu.tsx'
import { formatInstant } from '../../../ui/dates.ts'
import { plural } from '../../../ui/words.ts'
import { planAmong } from '../counting.rules.ts'
import type { BoardSummary } from '../boards.contract.ts'
import css from './tools.module.css'
import { stateWords } from './words.ts'

export type BoardAct = 'rename' | 'copy' | 'new' | 'alongside' | 'activate' | 'archive' | 'calendar'

interface BoardSwitchProps {
  boards: readonly BoardSummary[]
  current: BoardSummary
  can: { edit: boolean; publish: boolean }
  onGo: (board: BoardSummary) => void
  onAct: (act: BoardAct) => void
}

const standing = (board: BoardSummary): string =>
  board.lastIssue
    ? `${board.lastIssue.colour.name}, ${formatInstant(board.lastIssue.issuedAt)}`
    : stateWords[board.state].toLowerCase()

/** Boards as scenarios: the active one, this one, and the rest behind the arrow. */
export function BoardSwitch({ boards, current, can, onGo, onAct }: BoardSwitchProps) {
  const active = planAmong(boards)
  const shown = active && active.id !== current.id ? [active, current] : [current]
  const others = boards.filter((board) => !shown.includes(board))
  return (
    <div className={css.switch} role="group" aria-label="Boards">
      {shown.map((board) => (
        <button key={board.id} type="button" aria-pressed={board.id === current.id} onClick={() => onGo(board)}>
          {board.lastIssue && (
            <i className={css.swatch} style={{ background: board.lastIssue.colour.hex }} aria-hidden />
          )}
          {board.name}
          <small>
            {board.state === 'active'
              ? `Active${board.lastIssue ? `, ${board.lastIssue.colour.name}` : ''}`
              : standing(board)}
          </small>
          {board.unplacedCount > 0 && (
            <small className={css.badge} title="Scenes without a day">
              {board.unplacedCount} unplaced
            </small>
          )}
        </button>
      ))}
      <Menu
        width={260}
        target={
          <button type="button" aria-label="All boards, and what can be done with them">
            <IconChevronDown size={14} />
          </button>
        }
        items={[
          ...others.map((board) => otherBoard(board, onGo)),
          ...(others.length > 0 ? ['line' as const] : []),
          ...acts(current, can, onAct),
        ]}
      />
    </div>
  )
}

const otherBoard = (board: BoardSummary, onGo: (board: BoardSummary) => void): MenuEntry => ({
  label: board.name,
  aside: board.unplacedCount > 0 ? `${plural(board.unplacedCount, 'scene')} unplaced` : standing(board),
  onPress: () => onGo(board),
})

function acts(board: BoardSummary, can: BoardSwitchProps['can'], onAct: (act: BoardAct) => void): MenuEntry[] {
  if (!can.edit) return []
  const size = 16
  return [
    ...(can.publish && board.state !== 'active'
      ? [{ label: `Make ${board.name} active…`, icon: <IconRocket size={size} />, onPress: () => onAct('activate') }]
      : []),
    { label: `Copy ${board.name}`, icon: <IconCopy size={size} />, onPress: () => onAct('copy') },
    { label: 'New empty board', icon: <IconPlus size={size} />, onPress: () => onAct('new') },
    { label: 'New board alongside', icon: <IconLayersSubtract size={size} />, onPress: () => onAct('alongside') },
    { label: 'Name, pace and look…', icon: <IconPencil size={size} />, onPress: () => onAct('rename') },
    { label: 'Calendar…', icon: <IconCalendarCog size={size} />, onPress: () => onAct('calendar') },
    ...(board.state === 'draft' && board.lastIssue === null
      ? [{ label: `Put ${board.name} away`, icon: <IconTrash size={size} />, onPress: () => onAct('archive') }]
      : []),
  ]
}
