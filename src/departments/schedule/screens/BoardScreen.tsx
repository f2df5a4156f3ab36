import { IconCalendarPlus, IconFlag, IconGitCompare, IconPlus, IconPrinter, IconSend } from '@tabler/icons-react'
import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react'
import { useAsk } from '../../../client/react.ts'
import { formatEighths } from '../../../kernel/eighths.ts'
import type { ProductionId } from '../../../kernel/ids.ts'
import { useSearchValue } from '../../../ui/address.ts'
import { Button, ButtonLink } from '../../../ui/Button.tsx'
import { zoneLetters } from '../../../ui/dates.ts'
import { Menu } from '../../../ui/Menu.tsx'
import { Page } from '../../../ui/Page.tsx'
import { listConcerns } from '../../office/concern.contract.ts'
import { bannerKinds } from '../banners.rules.ts'
import type { ShootDayId, Strip } from '../board.contract.ts'
import { boardConcerns } from '../boards.contract.ts'
import type { BoardSummary, BoardView } from '../boards.contract.ts'
import { addBanner } from '../strips.contract.ts'
import { BoardDesk } from './BoardDesk.tsx'
import type { OpenDialog } from './BoardDialogs.tsx'
import { BoardSwitch } from './BoardSwitch.tsx'
import { FilterField } from './FilterField.tsx'
import { useArranging } from './useArranging.ts'
import { useBoardChange } from './useBoardChange.ts'
import type { BoardParams } from './useBoardChange.ts'

/** What is asked now and then is loaded when it is asked: the board itself has to be there at once. */
const BoardDialogs = lazy(async () => ({ default: (await import('./BoardDialogs.tsx')).BoardDialogs }))

interface BoardScreenProps {
  productionId: ProductionId
  title: string | undefined
  boards: readonly BoardSummary[]
  current: BoardSummary
  can: { edit: boolean; publish: boolean }
  view: BoardView
}

const hints = [
  { keys: ['↑', '↓'], does: 'select' },
  { keys: ['Alt', '↑', '↓'], does: 'move' },
  { keys: ['Alt', '1–9'], does: 'to day' },
  { keys: ['Space'], does: 'grab and preview' },
  { keys: ['B'], does: 'boneyard' },
  { keys: ['Ctrl', 'Z'], does: 'undo' },
]

/** The board at work: days and strips in the middle, what a move would do beside them, the boneyard below. */
export function BoardScreen({ productionId, title, boards, current, can, view }: BoardScreenProps) {
  const params = { productionId, boardId: current.id }
  const arranging = useArranging(view, productionId)
  const { shown } = arranging
  const change = useBoardChange(arranging)
  const concerns = useConcerns(params)
  const [, setBoard] = useSearchValue('board')
  const [dialog, setDialog] = useState<OpenDialog>()
  const [filter, setFilter] = useState('')
  const cursor = useRef<Strip>(undefined)
  const editDay = useCallback((day: ShootDayId) => setDialog({ day }), [])
  const askDays = useCallback(() => setDialog('days'), [])

  const insert = (kind: (typeof bannerKinds)[number]['kind']) => {
    const at = cursor.current
    const dayId = at?.dayId ?? shown.days[0]?.day.id ?? null
    void change(addBanner, { params, body: { kind, dayId, before: at?.dayId ? at.id : null } })
  }
  const { totals } = shown

  return (
    <Page
      title="Schedule"
      of={title}
      width="flush"
      hints={hints}
      status={
        <>
          {totals.scenesPlaced} of {totals.scenes} scenes on the board &nbsp; {formatEighths(totals.eighthsPlaced)} of{' '}
          {formatEighths(totals.eighths)} pages &nbsp; Times {zoneLetters(view.facts.timeZone)}
          {hasOwnCalendar(view) && <>&nbsp; Own calendar</>}
        </>
      }
      tools={
        <>
          <BoardSwitch
            boards={boards}
            current={current}
            can={can}
            onGo={(board) => setBoard(board.id)}
            onAct={setDialog}
          />
          <Button kind="quiet" icon={<IconGitCompare size={16} />} onClick={() => setDialog('compare')}>
            Compare
          </Button>
          <FilterField value={filter} onChange={setFilter} />
        </>
      }
      actions={
        <>
          {can.edit && (
            <Menu
              target={
                <Button kind="quiet" icon={<IconPlus size={16} />}>
                  Add
                </Button>
              }
              items={[
                { label: 'Days…', icon: <IconCalendarPlus size={16} />, onPress: () => setDialog('days') },
                { label: 'Flags and events…', icon: <IconFlag size={16} />, onPress: () => setDialog('marks') },
                'line',
                { heading: 'Before the selected strip' },
                ...bannerKinds.map(({ kind, label }) => ({ label, onPress: () => insert(kind) })),
              ]}
            />
          )}
          <ButtonLink
            kind="quiet"
            icon={<IconPrinter size={16} />}
            to={`/productions/${productionId}/reports/one-liner`}
          >
            One-liner
          </ButtonLink>
          {can.publish && (
            <Button icon={<IconSend size={16} />} onClick={() => setDialog('publish')}>
              Publish {current.name}…
            </Button>
          )}
        </>
      }
    >
      <BoardDesk
        arranging={arranging}
        params={params}
        boardName={current.name}
        change={change}
        canEdit={can.edit}
        filter={filter}
        concerns={concerns}
        cursor={cursor}
        onEditDay={editDay}
        onAddDays={askDays}
      />
      {(dialog !== undefined || arranging.stuck) && (
        <Suspense>
          <BoardDialogs
            open={dialog}
            onClose={() => setDialog(undefined)}
            arranging={arranging}
            boards={boards}
            current={current}
            params={params}
            change={change}
            concerns={concerns.open}
            onGo={(id) => setBoard(id)}
          />
        </Suspense>
      )}
    </Page>
  )
}

const hasOwnCalendar = ({ facts: { board } }: BoardView): boolean =>
  board.calendar.daysOff !== null || board.calendar.days.length > 0

/** Everything that clashes on this board, and what of it nobody has accepted yet. */
function useConcerns(params: BoardParams) {
  const found = useAsk(boardConcerns, { params })
  const answers = useAsk(listConcerns, { params: { productionId: params.productionId } })
  return useMemo(() => {
    const all = found.data?.items ?? []
    const answered = new Set(answers.data?.items.filter((it) => it.answer !== null).map((it) => it.key))
    return { all, open: all.filter((concern) => !answered.has(concern.key)) }
  }, [answers.data, found.data])
}
