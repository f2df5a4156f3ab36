import { IconArrowLeft, IconArrowRight, IconDownload, IconFile } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useAsk } from '../../../client/react.ts'
import { useParam, useSearchValue } from '../../../ui/address.ts'
import { IconButton } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { FileLink } from '../../../ui/FileLink.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Page } from '../../../ui/Page.tsx'
import { useKeys } from '../../../ui/useKeys.ts'
import { plural } from '../../../ui/words.ts'
import { getDocument, type DocumentRecord } from '../document.contract.ts'
import { versionText } from '../documentVersion.contract.ts'
import { fileOf, pageOf } from './addresses.ts'
import css from './Viewer.module.css'
import { kindWords } from './words.ts'

/** A document page by page, drawn by the office: nothing of the file itself runs here. */
export function ViewerPage() {
  const productionId = useParam('productionId')
  const documentId = useParam('documentId')
  const asked = useAsk(getDocument, { params: { productionId, documentId } })
  const [shown, setShown] = useSearchValue('page')
  const pages = asked.data?.pages ?? 1
  const page = Math.min(Math.max(1, Number(shown ?? 1) || 1), pages)
  const turn = (to: number) => setShown(to <= 1 ? undefined : String(Math.min(to, pages)))
  useKeys({
    ArrowRight: () => turn(page + 1),
    ArrowLeft: () => turn(page - 1),
    Home: () => turn(1),
    End: () => turn(pages),
  })
  const it = asked.data
  const isOpen = it?.standing === 'open'
  return (
    <Page
      title={it?.name ?? 'Document'}
      crumbs={[{ label: 'Documents', to: `/productions/${productionId}/documents?document=${documentId}` }]}
      width="flush"
      tools={
        isOpen &&
        pages > 1 && (
          <>
            <IconButton
              label="Page before"
              icon={<IconArrowLeft size={16} />}
              disabled={page === 1}
              onClick={() => turn(page - 1)}
            />
            <span className={css.count}>
              {page} / {pages}
            </span>
            <IconButton
              label="Next page"
              icon={<IconArrowRight size={16} />}
              disabled={page === pages}
              onClick={() => turn(page + 1)}
            />
          </>
        )
      }
      actions={
        isOpen && (
          <FileLink href={fileOf({ productionId, documentId, number: it.number })} icon={<IconDownload size={16} />}>
            Save
          </FileLink>
        )
      }
      hints={[{ keys: ['←', '→'], does: 'turn the page' }]}
      status={it && plural(pages, 'page')}
    >
      <Loaded of={asked}>
        {(document) => <Inside productionId={productionId} document={document} page={page} onTurn={turn} />}
      </Loaded>
    </Page>
  )
}

interface InsideProps {
  productionId: string
  document: DocumentRecord
  page: number
  onTurn: (page: number) => void
}

function Inside({ productionId, document: it, page, onTurn }: InsideProps) {
  if (it.standing !== 'open')
    return (
      <EmptyState title="Not open yet">
        Go back to the documents: what it takes to open it is said beside it.
      </EmptyState>
    )
  if (
    !it.isDisguised &&
    (it.kind === 'pdf' || it.kind === 'picture') &&
    (it.state === 'ready' || it.state === 'partly')
  )
    return <Pictures productionId={productionId} document={it} page={page} onTurn={onTurn} />
  if (it.state === 'ready' || it.state === 'partly')
    return <Words productionId={productionId} document={it} page={page} />
  return (
    <EmptyState
      title={it.state === 'waiting' ? 'It is being read' : `${kindWords[it.kind]}: not shown here`}
      icon={<IconFile size={24} stroke={1.5} />}
    >
      {it.problem ?? (it.state === 'waiting' ? 'This takes a moment.' : 'Save it to open it on your own machine.')}
    </EmptyState>
  )
}

/** The page that is open and its neighbour, so that turning does not wait. */
function Pictures({ productionId, document: it, page, onTurn }: InsideProps) {
  const of = { productionId, documentId: it.id, number: it.number }
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    frame.current?.scrollTo({ top: 0 })
  }, [page])
  const next = page < (it.pages ?? 1) ? page + 1 : undefined
  return (
    <div className={css.frame} ref={frame}>
      <img className={css.page} src={pageOf(of, page)} alt={`Page ${page} of ${it.name}`} />
      {next !== undefined && <link rel="prefetch" as="image" href={pageOf(of, next)} />}
      {next !== undefined && (
        <button type="button" className={css.next} onClick={() => onTurn(next)}>
          Next page
        </button>
      )}
    </div>
  )
}

function Words({ productionId, document: it, page }: Omit<InsideProps, 'onTurn'>) {
  const params = { productionId, documentId: it.id, number: it.number }
  const asked = useAsk(versionText, { params, query: { from: page } })
  return (
    <Loaded of={asked}>
      {({ items }) => (
        <div className={css.frame}>
          {items.length === 0 && <EmptyState title="There are no words in it" small />}
          {items.map((each) => (
            <section key={each.page} className={css.sheet} aria-label={each.label ?? `Page ${each.page}`}>
              {each.label !== null && <h2>{each.label}</h2>}
              <pre>{each.text}</pre>
            </section>
          ))}
        </div>
      )}
    </Loaded>
  )
}
