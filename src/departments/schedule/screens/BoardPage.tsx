import { IconLayoutRows } from '@tabler/icons-react'
import { useAsk, useChange } from '../../../client/react.ts'
import type { ProductionId } from '../../../kernel/ids.ts'
import { useParam, useSearchValue } from '../../../ui/address.ts'
import { Button, ButtonLink } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Page } from '../../../ui/Page.tsx'
import { toast } from '../../../ui/toast.tsx'
import { getProduction } from '../../productions/production.contract.ts'
import { createBoard, listBoards, readBoard } from '../boards.contract.ts'
import type { BoardSummary } from '../boards.contract.ts'
import { BoardScreen } from './BoardScreen.tsx'

/** The strip board of a production: the active plan, or the scenario the address names. */
export function BoardPage() {
  const productionId = useParam('productionId') as ProductionId
  const production = useAsk(getProduction, { params: { productionId } })
  const boards = useAsk(listBoards, { params: { productionId } })
  const [wanted] = useSearchValue('board')
  const title = production.data?.title
  const current = boards.data?.items.find((board) => board.id === wanted) ?? boards.data?.items[0]
  if (boards.data && current)
    return (
      <OpenBoard
        key={current.id}
        productionId={productionId}
        title={title}
        boards={boards.data.items}
        current={current}
        can={boards.data.can}
      />
    )
  return (
    <Page title="Schedule" of={title}>
      <Loaded of={boards}>{({ can }) => <NoBoard productionId={productionId} canEdit={can.edit} />}</Loaded>
    </Page>
  )
}

function NoBoard({ productionId, canEdit }: { productionId: ProductionId; canEdit: boolean }) {
  const create = useChange(createBoard)
  const make = () =>
    create.mutate({ params: { productionId }, body: { name: 'Plan A' } }, { onError: (error) => toast.problem(error) })
  return (
    <EmptyState
      icon={<IconLayoutRows size={28} />}
      title="No board yet"
      actions={
        canEdit && (
          <>
            <ButtonLink kind="accent" to={`/productions/${productionId}/script`}>
              Import a script
            </ButtonLink>
            <Button busy={create.isPending} onClick={make}>
              Begin with an empty board
            </Button>
          </>
        )
      }
    >
      The board holds a strip for every scene. Lay them on days, and the times, the page counts and everything that
      clashes follow. A script or a shot list makes the first board by itself.
    </EmptyState>
  )
}

interface OpenBoardProps {
  productionId: ProductionId
  title: string | undefined
  boards: readonly BoardSummary[]
  current: BoardSummary
  can: { edit: boolean; publish: boolean }
}

function OpenBoard(props: OpenBoardProps) {
  const params = { productionId: props.productionId, boardId: props.current.id }
  const board = useAsk(readBoard, { params })
  if (board.data && board.data.facts.board.id === props.current.id) return <BoardScreen {...props} view={board.data} />
  return (
    <Page title="Schedule" of={props.title}>
      <Loaded of={{ ...board, data: undefined }}>{() => null}</Loaded>
    </Page>
  )
}
