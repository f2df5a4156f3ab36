import { useAsk } from '../../../client/react.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Go } from '../../../ui/Go.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { listed, plural } from '../../../ui/words.ts'
import { searchDocuments, type SearchHit } from '../documentSearch.contract.ts'
import css from './SearchHits.module.css'
import { kindWords } from './words.ts'

/** More are not read through: another word finds fewer. */
export const MOST_HITS = 50

const howMany = (found: number): string =>
  found < MOST_HITS ? plural(found, 'document') : `The first ${MOST_HITS} documents. Add a word to find fewer`

const placeOf = ({ page, pageLabel, kind, pagesWithHits }: SearchHit) =>
  page === null
    ? kindWords[kind]
    : [
        kindWords[kind],
        pageLabel ?? `page ${page}`,
        ...(pagesWithHits > 1 ? [`and ${plural(pagesWithHits - 1, 'more page')}`] : []),
      ].join(', ')

/** What in this production has these words, with what stands around them; opens on the page. */
export function SearchHits({ productionId, q }: { productionId: string; q: string }) {
  const asked = useAsk(searchDocuments, { params: { productionId }, query: { q, limit: MOST_HITS } })
  return (
    <Loaded of={asked}>
      {({ items, ...found }) => (
        <FoundList q={q} found={{ ...found, items: items.map((it) => ({ ...it, productionId })) }} />
      )}
    </Loaded>
  )
}

type Found = SearchHit & { productionId: string }

interface FoundListProps {
  q: string
  found: { items: readonly Found[]; readAs: readonly string[]; waiting: number }
  /** Where it lies, where that is not plain from the page. */
  placeOf?: (hit: Found) => string | undefined
}

const addressOf = ({ productionId, documentId, page }: Found) =>
  `/productions/${productionId}/documents/${documentId}${page === null ? '' : `?page=${page}`}`

export function FoundList({ q, found: { items, readAs, waiting }, placeOf: lies }: FoundListProps) {
  const stillReading = waiting > 0 ? `${plural(waiting, 'document')} still being read.` : ''
  if (items.length === 0)
    return (
      <EmptyState title="Nothing has these words" small>
        {stillReading || 'Try fewer words, or the beginning of one.'}
      </EmptyState>
    )
  return (
    <div className={css.hits}>
      <p className={css.readAs} role="status">
        {readAs.length > 0
          ? `Nothing has “${q}” as it is written. These have ${listed(readAs.map((word) => `“${word}”`))}.`
          : [howMany(items.length), stillReading].filter(Boolean).join('. ')}
      </p>
      <ul aria-label="Found">
        {items.map((it) => (
          <li key={it.documentId}>
            <Go to={addressOf(it)}>
              <b>{it.name}</b>
              <small>{[lies?.(it), placeOf(it)].filter(Boolean).join(' · ')}</small>
              {it.snippet.length > 0 && (
                <p>{it.snippet.map((piece, at) => (piece.isHit ? <mark key={at}>{piece.text}</mark> : piece.text))}</p>
              )}
            </Go>
          </li>
        ))}
      </ul>
    </div>
  )
}
