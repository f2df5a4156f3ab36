import { useAsk } from '../../../client/react.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Go } from '../../../ui/Go.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { listed, plural } from '../../../ui/words.ts'
import { searchDocuments, type SearchHit } from '../documentSearch.contract.ts'
import css from './Documents.module.css'
import { kindWords } from './words.ts'

const placeOf = ({ page, pageLabel, kind, pagesWithHits }: SearchHit) =>
  page === null
    ? kindWords[kind]
    : [
        kindWords[kind],
        pageLabel ?? `page ${page}`,
        ...(pagesWithHits > 1 ? [`and ${plural(pagesWithHits - 1, 'more page')}`] : []),
      ].join(', ')

/** What has these words, with what stands around them; opens on the page. */
export function SearchHits({ productionId, q }: { productionId: string; q: string }) {
  const asked = useAsk(searchDocuments, { params: { productionId }, query: { q } })
  return (
    <Loaded of={asked}>
      {({ items, readAs, waiting }) => (
        <div className={css.hits}>
          {readAs.length > 0 && (
            <p className={css.readAs} role="status">
              Nothing has “{q}” as it is written. These have {listed(readAs.map((word) => `“${word}”`))}.
            </p>
          )}
          {items.length === 0 ? (
            <EmptyState title="Nothing has these words" small>
              {waiting > 0
                ? `${plural(waiting, 'document')} are still being read.`
                : 'Try fewer words, or the beginning of one.'}
            </EmptyState>
          ) : (
            <ul aria-label="Found">
              {items.map((it) => (
                <li key={it.documentId}>
                  <Go
                    to={`/productions/${productionId}/documents/${it.documentId}${it.page === null ? '' : `?page=${it.page}`}`}
                  >
                    <b>{it.name}</b>
                    <small>{placeOf(it)}</small>
                    {it.snippet.length > 0 && (
                      <p>
                        {it.snippet.map((piece, at) => (piece.isHit ? <mark key={at}>{piece.text}</mark> : piece.text))}
                      </p>
                    )}
                  </Go>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </Loaded>
  )
}
