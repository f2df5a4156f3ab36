import { browser, refresh } from '../../../client/react.ts'
import { useQueryClient } from '@tanstack/react-query'
import type { ProductionId } from '../../../kernel/ids.ts'
import { ButtonLink, TextButton, TextLink } from '../../../ui/Button.tsx'
import { MomentText } from '../../../ui/DateText.tsx'
import { Status } from '../../../ui/Status.tsx'
import { toast } from '../../../ui/toast.tsx'
import { plural } from '../../../ui/words.ts'
import { dropImport } from '../import.contract.ts'
import type { Draft } from '../import.contract.ts'
import css from './DraftList.module.css'

interface DraftListProps {
  productionId: ProductionId
  drafts: readonly Draft[]
  staged: readonly Draft[]
  canEdit: boolean
}

/** Drafts newest first with their paper colour, and imports somebody has begun. */
export function DraftList({ productionId, drafts, staged, canEdit }: DraftListProps) {
  if (drafts.length === 0 && staged.length === 0) return null
  return (
    <div className={css.list}>
      {canEdit && staged.map((draft) => <Staged key={draft.id} productionId={productionId} draft={draft} />)}
      {drafts.map((draft, at) => (
        <div key={draft.id} className={css.draft}>
          <i className={css.swatch} style={{ background: draft.colour.hex }} aria-hidden />
          <b>{draft.name}</b>
          <span className={css.about}>
            {plural(draft.pages, 'page')}, {plural(draft.scenes, 'scene')},{' '}
            <MomentText at={draft.committedAt ?? draft.createdAt} /> by {draft.createdBy}
          </span>
          {at < drafts.length - 1 && (
            <TextLink to={`/productions/${productionId}/script/drafts/${draft.id}`}>What changed</TextLink>
          )}
          {at === 0 && <Status is="go">current</Status>}
        </div>
      ))}
    </div>
  )
}

function Staged({ productionId, draft }: { productionId: ProductionId; draft: Draft }) {
  const client = useQueryClient()
  const drop = async () => {
    try {
      await browser.call(dropImport, { params: { productionId, draftId: draft.id } })
      toast.done('The import was given up. The script is as it was.')
    } catch (thrown) {
      toast.problem(thrown)
    }
    await refresh(client, productionId)
  }
  return (
    <div className={css.draft}>
      <i className={css.swatch} style={{ background: draft.colour.hex }} aria-hidden />
      <b>{draft.name}</b>
      <span className={css.about}>
        {draft.fileName ?? 'Pasted text'}, read <MomentText at={draft.createdAt} /> by {draft.createdBy}
      </span>
      <Status is="attention">not committed</Status>
      <ButtonLink size="small" to={`/productions/${productionId}/script/imports/${draft.id}`}>
        Look at it
      </ButtonLink>
      <TextButton onClick={() => void drop()}>Discard</TextButton>
    </div>
  )
}
