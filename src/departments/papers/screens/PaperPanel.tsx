import { useChange } from '../../../client/react.ts'
import { Button } from '../../../ui/Button.tsx'
import { DateText } from '../../../ui/DateText.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { Section } from '../../../ui/Section.tsx'
import { Status } from '../../../ui/Status.tsx'
import { toast } from '../../../ui/toast.tsx'
import { askForPapers, type PaperKind, type PaperMatrix, type PaperRow } from '../papers.contract.ts'
import { askedToast } from './askedToast.ts'
import css from './Papers.module.css'
import { canBeAsked, shapeOf, standingWords, type Cell } from './paperWords.ts'
import { RecordPaper } from './RecordPaper.tsx'
import { ReviewPaper } from './ReviewPaper.tsx'

interface PaperPanelProps {
  productionId: string
  row: PaperRow
  matrix: PaperMatrix
  onClose: () => void
}

/** One person's papers: what stands how, what is required, and the next step for each. */
export function PaperPanel({ productionId, row, matrix, onClose }: PaperPanelProps) {
  const kinds = matrix.kinds.filter(({ id }) => row.cells.some(({ kindId }) => kindId === id))
  return (
    <Panel title={row.name} about={row.position} onClose={onClose}>
      {row.gaps.length > 0 && (
        <ul className={css.gaps}>
          {row.gaps.map((gap) => (
            <li key={gap}>{gap}</li>
          ))}
        </ul>
      )}
      {kinds.map((kind) => (
        <OnePaper key={kind.id} productionId={productionId} row={row} kind={kind} edits={matrix.can.edit} />
      ))}
      {matrix.can.edit && (
        <RecordPaper productionId={productionId} engagementId={row.engagementId} kinds={matrix.kinds} />
      )}
    </Panel>
  )
}

const effectWords = { block: 'Required before they are booked', warn: 'Required' }

function OnePaper({
  productionId,
  row,
  kind,
  edits,
}: {
  productionId: string
  row: PaperRow
  kind: PaperKind
  edits: boolean
}) {
  const cell = row.cells.find(({ kindId }) => kindId === kind.id) as Cell
  const ask = useChange(askForPapers)
  return (
    <Section title={kind.name} right={<Status is={shapeOf(cell)}>{standingWords[cell.standing]}</Status>}>
      <p className={css.about}>
        {cell.effect === null ? 'Not required of them' : effectWords[cell.effect]}
        {cell.expiresOn && (
          <>
            , good until <DateText on={cell.expiresOn} year />
          </>
        )}
      </p>
      {edits && (
        <div className={css.acts}>
          {canBeAsked(cell) && (
            <Button
              size="small"
              busy={ask.isPending}
              onClick={() =>
                ask.mutate(
                  {
                    params: { productionId },
                    body: { asks: [{ engagementId: row.engagementId, kindId: kind.id }] },
                    idempotencyKey: crypto.randomUUID(),
                  },
                  { onError: toast.problem, onSuccess: askedToast },
                )
              }
            >
              Ask for it
            </Button>
          )}
          {cell.standing === 'in_review' && <ReviewPaper productionId={productionId} kind={kind} cell={cell} />}
        </div>
      )}
    </Section>
  )
}
