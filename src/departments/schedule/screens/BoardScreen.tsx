import { IconCalendarPlus, IconFlag, IconGitCompare, IconPlus, IconPrinter, IconSend } from '@tabler/icons-react'
import { useCallback, useMemo, useState } from 'react'
import { useAsk } from '../../../client/react.ts'
import { formatEighths } from '../../../kernel/eighths.ts'
import type { ProductionId } from '../../../kernel/ids.ts'
import { useSearchValue } from '../../../ui/address.ts'
import { Button, ButtonLink } from '../../../ui/Button.tsx'
import { zoneLetters } from '../../../ui/dates.ts'
import { Menu } from '../../../ui/Menu.tsx'
import { Page } from '../../../ui/Page.tsx'
import { useKeys } from '../../../ui/useKeys.ts'
import { bannerKinds } from '../banners.rules.ts'
import type { ShootDayId, StripId } from '../board.contract.ts'
import { boardConcerns } from '../boards.contract.ts'
import type { BoardSummary, BoardView } from '../boards.contract.ts'
import { addBanner } from '../strips.contract.ts'
import { BoardDialogs } from './BoardDialogs.tsx'
import type { OpenDialog } from './BoardDialogs.tsx'
import { BoardGrid } from './BoardGrid.tsx'
import { BoardSide } from './BoardSide.tsx'
import { BoardSwitch } from './BoardSwitch.tsx'
import css from './board.module.css'
import { FilterField, matchesFilter } from './FilterField.tsx'
import { useArranging } from './useArranging.ts'
import { useBoardChange } from './useBoardChange.ts'
import { useBoardKeys } from './useBoardKeys.ts'
import { useDayInAddress } from './useDayInAddress.ts'
import { useSelection } from './useSelection.ts'
import { useStripDrag } from './useStripDrag.ts'

export interface BoardScreenProps {
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
  const { shown, base } = arranging
  useDayInAddress(shown.days)
  const selection = useSelection(shown)
  const change = useBoardChange(arranging)
  const concerns = useAsk(boardConcerns, { params })
  const [, setBoard] = useSearchValue('board')
  const [dialog, setDialog] = useState<OpenDialog>()
  const [opened, setOpened] = useState<StripId>()
  const [aboutDate, setAboutDate] = useState<string>()
  const [filter, setFilter] = useState('')

  const takes = useCallback(
    (id: StripId) => (selection.ids.has(id) ? selection.inOrder : [id]),
    [selection.ids, selection.inOrder],
  )
  const { grab, drag } = useStripDrag({
    takes,
    onDrop: (move) => arranging.propose([move]),
    enabled: can.edit && arranging.pending === undefined,
  })
  const keys = useBoardKeys({ arranging, selection, canEdit: can.edit, onOpen: setOpened })
  useKeys({ 'Ctrl+z': () => arranging.undo() }, can.edit)

  const dimmed = useMemo(() => (filter === '' ? undefined : matchesFilter(shown, filter)), [filter, shown])
  const openRow = opened === undefined ? undefined : rowOf(shown, opened)
  const landing = selection.cursor === undefined ? undefined : rowOf(shown, selection.cursor)?.strip
  const insert = (kind: (typeof bannerKinds)[number]['kind']) => {
    const dayId = landing?.dayId ?? (shown.days[0]?.day.id as ShootDayId | undefined) ?? null
    void change(addBanner, { params, body: { kind, dayId, before: landing?.dayId ? landing.id : null } })
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
                { heading: landing?.dayId ? 'Before the selected strip' : 'On the first day' },
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
      <div className={css.frame}>
        <BoardGrid
          arranging={arranging}
          selection={selection}
          drag={drag}
          dimmed={dimmed}
          concerns={concerns.data?.items ?? []}
          canEdit={can.edit}
          onGrab={grab}
          onOpen={setOpened}
          onKeyDown={keys}
          onEditDay={(id) => setDialog({ day: id })}
          onDayConcerns={(date) => {
            setOpened(undefined)
            setAboutDate(date)
          }}
          onAddDays={() => setDialog('days')}
        />
        <BoardSide
          productionId={productionId}
          boardName={current.name}
          arranging={arranging}
          selection={selection}
          drag={drag}
          row={openRow}
          params={params}
          concerns={concerns.data?.items ?? []}
          aboutDate={aboutDate}
          canEdit={can.edit}
          change={change}
          dimmed={dimmed}
          onGrab={grab}
          onOpen={setOpened}
          onShowAll={() => setAboutDate(undefined)}
        />
      </div>
      {drag && (
        <div ref={drag.ghost} className={css.ghost} aria-hidden>
          {drag.stripIds.length === 1 ? ghostText(base, drag.stripIds[0]) : `${drag.stripIds.length} strips`}
        </div>
      )}
      <BoardDialogs
        open={dialog}
        onClose={() => setDialog(undefined)}
        arranging={arranging}
        boards={boards}
        current={current}
        params={params}
        change={change}
        concerns={concerns.data?.items ?? []}
        onGo={(id) => setBoard(id)}
      />
    </Page>
  )
}

const rowOf = (sheet: ReturnType<typeof useArranging>['shown'], id: StripId) =>
  [...sheet.days.flatMap((day) => day.rows), ...sheet.boneyard].find((row) => row.strip.id === id)

function ghostText(sheet: ReturnType<typeof useArranging>['shown'], id: StripId | undefined): string {
  const row = id && rowOf(sheet, id)
  if (!row) return ''
  return row.scene ? `${row.scene.number} ${row.scene.setName}` : row.strip.title || 'Banner'
}
