import { EmptyState } from '../../../ui/EmptyState.tsx'
import css from './ImportPage.module.css'

/** Who and what a new draft touches, in sentences, before anything is committed. */
export function AffectedList({ sentences }: { sentences: readonly string[] }) {
  if (sentences.length === 0)
    return (
      <EmptyState small title="Nobody and nothing">
        Every scene says what it said before.
      </EmptyState>
    )
  return (
    <ul className={css.sentences}>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}
