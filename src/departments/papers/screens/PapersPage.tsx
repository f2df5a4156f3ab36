import { IconSend, IconShieldCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useAsk, useChange } from '../../../client/react.ts'
import { useParam, useSearchValue } from '../../../ui/address.ts'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Status } from '../../../ui/Status.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { Segmented } from '../../../ui/Tabs.tsx'
import { toast } from '../../../ui/toast.tsx'
import { Toolbar } from '../../../ui/Toolbar.tsx'
import { useKeys } from '../../../ui/useKeys.ts'
import { plural } from '../../../ui/words.ts'
import { getProduction } from '../../productions/production.contract.ts'
import { askForPapers, listPapers, type PaperMatrix, type PaperRow } from '../papers.contract.ts'
import { askedToast } from './askedToast.ts'
import { InsuranceDialog } from './InsuranceDialog.tsx'
import { PaperPanel } from './PaperPanel.tsx'
import { canBeAsked, shapeOf, standingWords } from './paperWords.ts'

/** Who on this production owes which paper: a row a person, a column a paper, a shape and a word in each cell. */
export function PapersPage() {
  const productionId = useParam('productionId')
  const params = { productionId }
  const asked = useAsk(listPapers, { params })
  const production = useAsk(getProduction, { params }).data
  const [open, setOpen] = useSearchValue('person')
  const [shown, setShown] = useSearchValue('show')
  const [insuring, setInsuring] = useState(false)
  useKeys({ Escape: () => setOpen(undefined) })
  const rows = (asked.data?.rows ?? []).filter(
    (row) => shown === 'all' || row.cells.some((cell) => cell.standing !== 'in_order'),
  )
  const row = asked.data?.rows.find(({ engagementId }) => engagementId === open)
  return (
    <Page
      title="Papers"
      of={production?.title}
      width="flush"
      actions={
        asked.data?.can.edit && (
          <>
            <Button icon={<IconShieldCheck size={16} />} onClick={() => setInsuring(true)}>
              Insurance demanded
            </Button>
            <AskAll productionId={productionId} rows={asked.data.rows} />
          </>
        )
      }
      aside={
        row && asked.data ? (
          <PaperPanel
            key={row.engagementId}
            productionId={productionId}
            row={row}
            matrix={asked.data}
            onClose={() => setOpen(undefined)}
          />
        ) : undefined
      }
      hints={[
        { keys: ['↑', '↓'], does: 'select' },
        { keys: ['Enter'], does: 'open' },
      ]}
    >
      <Toolbar end={asked.data && openWords(asked.data.rows)}>
        <Segmented
          label="Whose papers"
          value={shown === 'all' ? 'all' : 'open'}
          options={[
            { value: 'open', label: 'Something open' },
            { value: 'all', label: 'Everybody' },
          ]}
          onChange={(next: string) => setShown(next === 'all' ? 'all' : undefined)}
        />
      </Toolbar>
      <Loaded of={asked}>
        {(matrix) => (
          <Table
            label="Papers"
            rows={rows}
            columns={columnsOf(matrix)}
            keyOf={(it) => it.engagementId}
            current={open}
            onOpen={(it) => setOpen(it.engagementId)}
            empty={<Nothing of={matrix} />}
          />
        )}
      </Loaded>
      <InsuranceDialog
        open={insuring}
        productionId={productionId}
        requirements={asked.data?.requirements ?? []}
        version={asked.data?.requirementsVersion ?? 0}
        onClose={() => setInsuring(false)}
      />
    </Page>
  )
}

const openWords = (rows: readonly PaperRow[]) => {
  const open = rows.flatMap(({ cells }) => cells.filter(canBeAsked)).length
  return open === 0 ? 'Nothing is missing' : `${plural(open, 'paper')} missing`
}

/** Only kinds of paper that somebody here owes or has. */
const columnsOf = ({ kinds, rows }: PaperMatrix): Column<PaperRow>[] => [
  { key: 'name', head: 'Name', of: (it) => <b>{it.name}</b>, width: '18%' },
  { key: 'position', head: 'Position', of: (it) => it.position, quiet: true, phone: 'hide' },
  ...kinds
    .filter(({ id }) => rows.some(({ cells }) => cells.some(({ kindId }) => kindId === id)))
    .map(({ id, name }): Column<PaperRow> => ({
      key: id,
      head: name,
      sortBy: (it) => it.cells.find(({ kindId }) => kindId === id)?.standing ?? '',
      of: (it) => {
        const cell = it.cells.find(({ kindId }) => kindId === id)
        return cell ? <Status is={shapeOf(cell)}>{standingWords[cell.standing]}</Status> : ''
      },
    })),
]

const Nothing = ({ of }: { of: PaperMatrix }) =>
  of.rows.length === 0 ? (
    <EmptyState title="Nobody on this production yet">
      Once people and vendors are on it, this page says who still owes a tax form, a deal memo, a release or a
      certificate of insurance, asks them for it by a link, and chases what does not come.
    </EmptyState>
  ) : (
    <EmptyState title="Every paper is in order">
      Everybody on this production has handed in what is required of them.
    </EmptyState>
  )

/** As many papers as one request asks for. */
const MOST_AT_ONCE = 500

/** What is missing, person by person; who does not fit any more is asked with the next press. */
function missingOf(rows: readonly PaperRow[]) {
  const asks: { engagementId: PaperRow['engagementId']; kindId: PaperRow['cells'][number]['kindId'] }[] = []
  for (const { engagementId, cells } of rows) {
    const theirs = cells.filter(canBeAsked).map(({ kindId }) => ({ engagementId, kindId }))
    if (asks.length + theirs.length > MOST_AT_ONCE) break
    asks.push(...theirs)
  }
  return asks
}

function AskAll({ productionId, rows }: { productionId: string; rows: readonly PaperRow[] }) {
  const ask = useChange(askForPapers)
  const asks = missingOf(rows)
  if (asks.length === 0) return null
  const people = new Set(asks.map(({ engagementId }) => engagementId)).size
  return (
    <Button
      kind="accent"
      icon={<IconSend size={16} />}
      busy={ask.isPending}
      onClick={() =>
        ask.mutate(
          {
            params: { productionId },
            body: { asks },
            idempotencyKey: crypto.randomUUID(),
          },
          { onError: toast.problem, onSuccess: askedToast },
        )
      }
    >
      Ask {plural(people, 'person', 'people')} for what is missing
    </Button>
  )
}
