import { useQuery } from '@tanstack/react-query'
import { browser } from '../../../client/react.ts'
import type { Preview } from '../../../kernel/concern.ts'
import type { ProductionId } from '../../../kernel/ids.ts'
import { ConcernList } from '../../../ui/ConcernList.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Section } from '../../../ui/Section.tsx'
import { commitImport } from '../import.contract.ts'
import type { ImportPreview } from '../import.contract.ts'
import css from './ImportPage.module.css'

/** Who and what a new draft touches, before anything is committed: in the script, and on the boards and papers. */
export function AffectedList({ productionId, preview }: { productionId: ProductionId; preview: ImportPreview }) {
  const params = { productionId, draftId: preview.id }
  const would = useQuery({
    queryKey: [commitImport.path, params, { version: preview.version }],
    queryFn: () => browser.preview(commitImport, { params, body: {} }),
  })
  return (
    <div className={css.scroll}>
      <Section title="In the script" count={preview.affected.length}>
        {preview.affected.length === 0 ? (
          <EmptyState small title="Nobody and nothing">
            Every scene says what it said before.
          </EmptyState>
        ) : (
          <ul className={css.sentences}>
            {preview.affected.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
      </Section>
      <Loaded of={would}>{(shown) => <Elsewhere preview={shown} />}</Loaded>
    </div>
  )
}

/** What every other department would see of it. The same step is taken and taken back, so it cannot disagree. */
function Elsewhere({ preview: { raises, clears, changes } }: { preview: Preview }) {
  const lines = Object.values(changes).flat()
  if (raises.length + clears.length + lines.length === 0)
    return <Section title="On boards and papers">Nothing else changes.</Section>
  return (
    <>
      {raises.length > 0 && (
        <Section title="It would raise" count={raises.length}>
          <ConcernList of={raises} />
        </Section>
      )}
      {clears.length > 0 && (
        <Section title="It would clear" count={clears.length}>
          <ConcernList of={clears} detail="line" />
        </Section>
      )}
      {lines.length > 0 && (
        <Section title="On boards and papers" count={lines.length}>
          <ul className={css.sentences}>
            {lines.map(({ key, label, before, after }) => (
              <li key={key}>
                {label}: {before === null ? 'new, ' : `${before} → `}
                {after ?? 'gone'}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
