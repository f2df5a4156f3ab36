import { useAsk, useChange } from '../../../client/react.ts'
import { TextButton } from '../../../ui/Button.tsx'
import { MomentText } from '../../../ui/DateText.tsx'
import { Section } from '../../../ui/Section.tsx'
import { toast } from '../../../ui/toast.tsx'
import { listMerges, undoAnswer } from '../merge.contract.ts'
import css from './People.module.css'

/** What was merged into a record, each with the way back. */
export function MergedFrom({ recordId, may }: { recordId: string; may: boolean }) {
  const asked = useAsk(listMerges, { params: { keptId: recordId } }, { enabled: may })
  const undo = useChange(undoAnswer, { onDone: () => toast.done('Both records are back as they were') })
  const merges = (asked.data?.items ?? []).filter(({ undone }) => !undone)
  if (merges.length === 0) return null
  return (
    <Section title="Merged records" count={merges.length}>
      <ul className={css.lines}>
        {merges.map((it) => (
          <li key={it.id}>
            {it.name}
            <span className={css.label}>
              by {it.by}, <MomentText at={it.at} />
            </span>{' '}
            <TextButton onClick={() => undo.mutate({ params: { mergeId: it.id } }, { onError: toast.problem })}>
              Take apart
            </TextButton>
          </li>
        ))}
      </ul>
    </Section>
  )
}
