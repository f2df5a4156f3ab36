import { IconFiles } from '@tabler/icons-react'
import { useRef } from 'react'
import { useAsk } from '../../../client/react.ts'
import { useSearchValue } from '../../../ui/address.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Page } from '../../../ui/Page.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useKeys } from '../../../ui/useKeys.ts'
import { plural } from '../../../ui/words.ts'
import { DocumentKind } from '../document.contract.ts'
import { searchLibrary, type LibraryProduction } from '../library.contract.ts'
import css from './Documents.module.css'
import { LibraryPanel } from './LibraryPanel.tsx'
import { LibraryTable } from './LibraryTable.tsx'
import { FoundList, MOST_HITS } from './SearchHits.tsx'
import { useLibrary } from './usePages.ts'
import { kindWords } from './words.ts'

const kinds = DocumentKind.options.map((kind) => ({ value: kind, label: kindWords[kind] }))

/** Every document of every production one may open: found by what stands inside, narrowed, and opened where it lies. */
export function LibraryPage() {
  const [open, setOpen] = useSearchValue('document')
  const [inside, setInside] = useSearchValue('in')
  const [q, setQ] = useSearchValue('q')
  const [production, setProduction] = useSearchValue('production')
  const [classCode, setClass] = useSearchValue('class')
  const [kind, setKind] = useSearchValue('kind')
  const find = useRef<HTMLDivElement>(null)
  const query = {
    ...(production && { production }),
    ...(classCode && { classCode }),
    ...(kind && { kind: kind as DocumentKind }),
  }
  const asked = useLibrary(query)
  const { productions = [], classes = [] } = asked.data ?? {}
  const isNarrowed = Object.keys(query).length > 0
  const close = () => {
    setOpen(undefined)
    setInside(undefined)
  }
  useKeys({ s: () => find.current?.querySelector('input')?.focus(), Escape: close })
  return (
    <Page
      of="Library"
      title="Documents"
      width="flush"
      aside={
        open && inside ? <LibraryPanel key={open} productionId={inside} documentId={open} onClose={close} /> : undefined
      }
      hints={[
        { keys: ['S'], does: 'search inside' },
        { keys: ['↑', '↓'], does: 'select' },
        { keys: ['Enter'], does: 'open' },
      ]}
      status={asked.data && q === undefined && plural(asked.data.total, 'document')}
    >
      <div className={css.find} ref={find}>
        <TextField
          label="Search names and what stands inside"
          hideLabel
          type="search"
          placeholder="Search names and what stands inside"
          value={q ?? ''}
          onChange={(next) => setQ(next === '' ? undefined : next)}
        />
        <div className={css.narrow}>
          <SelectField
            label="Production"
            hideLabel
            clearable
            placeholder="Every production"
            value={production ?? null}
            choices={productions.map(({ id, code, title }) => ({ value: id, label: `${title} (${code})` }))}
            onChange={(next) => setProduction(next ?? undefined)}
          />
          <SelectField
            label="Class"
            hideLabel
            clearable
            placeholder="Every class"
            value={classCode ?? null}
            choices={classes.map(({ code, name }) => ({ value: code, label: name }))}
            onChange={(next) => setClass(next ?? undefined)}
          />
          <SelectField
            label="Kind"
            hideLabel
            clearable
            placeholder="Every kind"
            value={kind ?? null}
            choices={kinds}
            onChange={(next) => setKind(next ?? undefined)}
          />
        </div>
      </div>
      {q === undefined ? (
        <Loaded of={asked}>
          {({ items }) =>
            items.length === 0 ? (
              <Nothing isNarrowed={isNarrowed} />
            ) : (
              <LibraryTable
                rows={items}
                productions={productions}
                classes={classes}
                current={open}
                onEnd={asked.onEnd}
                onOpen={(it) => {
                  setInside(it.productionId)
                  setOpen(it.id)
                }}
              />
            )
          }
        </Loaded>
      ) : (
        <Found q={q} query={query} productions={productions} />
      )}
    </Page>
  )
}

function Found({ q, query, productions }: { q: string; query: object; productions: readonly LibraryProduction[] }) {
  const asked = useAsk(searchLibrary, { query: { ...query, q, limit: MOST_HITS } })
  const titleOf = (id: string) => productions.find((it) => it.id === id)?.title
  return (
    <Loaded of={asked}>
      {(found) => <FoundList q={q} found={found} placeOf={({ productionId }) => titleOf(productionId)} />}
    </Loaded>
  )
}

const Nothing = ({ isNarrowed }: { isNarrowed: boolean }) =>
  isNarrowed ? (
    <EmptyState title="Nothing like this">No document fits all of it. Take away what narrows the list.</EmptyState>
  ) : (
    <EmptyState title="No documents yet" icon={<IconFiles size={24} stroke={1.5} />}>
      Whatever is filed in a production you work on stands here too: last year’s permit, the insurance, the storyboard.
      Add files in the Documents of a production.
    </EmptyState>
  )
