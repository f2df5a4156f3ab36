import { useState } from 'react'
import { useAsk, useChange } from '../../../client/react.ts'
import { useSearchValue } from '../../../ui/address.ts'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Segmented } from '../../../ui/Tabs.tsx'
import { toast } from '../../../ui/toast.tsx'
import { Toolbar } from '../../../ui/Toolbar.tsx'
import { plural } from '../../../ui/words.ts'
import { keepApart, listDuplicates, undoAnswer, type DuplicatePair } from '../merge.contract.ts'
import { detailOf } from '../plan.rules.ts'
import { MergeDialog } from './MergeDialog.tsx'
import css from './People.module.css'

/** Pairs that may be one and the same. Nothing is merged by itself. */
export function DuplicatesList() {
  const [of, setOf] = useSearchValue('of')
  const kind = of === 'companies' ? 'company' : 'person'
  const asked = useAsk(listDuplicates, { query: { kind } })
  const [merging, setMerging] = useState<DuplicatePair>()
  const apart = useApart()
  return (
    <>
      <Toolbar end={asked.data && plural(asked.data.items.length, 'pair')}>
        <Segmented
          label="Duplicates of"
          value={kind}
          options={[
            { value: 'person', label: 'People' },
            { value: 'company', label: 'Companies' },
          ]}
          onChange={(next: string) => setOf(next === 'company' ? 'companies' : undefined)}
        />
      </Toolbar>
      <Loaded of={asked}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="No duplicates">
              Records that share an e-mail address, a number or a name come up here, so that you can make one of two, or
              say that they are different people.
            </EmptyState>
          ) : (
            <div role="list" aria-label="Possible duplicates">
              {items.map((pair) => (
                <Pair
                  key={`${pair.a.id} ${pair.b.id}`}
                  pair={pair}
                  onMerge={() => setMerging(pair)}
                  onApart={() => apart(pair)}
                />
              ))}
            </div>
          )
        }
      </Loaded>
      {merging && <MergeDialog pair={merging} onClose={() => setMerging(undefined)} />}
    </>
  )
}

function useApart() {
  const answer = useChange(keepApart)
  const undo = useChange(undoAnswer)
  return ({ kind, a, b }: DuplicatePair) =>
    answer.mutate(
      { body: { kind, keptId: a.id, otherId: b.id }, idempotencyKey: crypto.randomUUID() },
      {
        onError: toast.problem,
        onSuccess: ({ answerId }) =>
          toast.done(`${a.contact.name} stays two records`, {
            undo: () => undo.mutate({ params: { mergeId: answerId } }, { onError: toast.problem }),
          }),
      },
    )
}

function Pair({ pair, onMerge, onApart }: { pair: DuplicatePair; onMerge: () => void; onApart: () => void }) {
  const { a, b, kind, reasons } = pair
  return (
    <div className={css.pair} role="listitem">
      <div>
        <b>{a.contact.name}</b>
        <p>{detailOf(a.contact) ?? 'Nothing else is known'}</p>
      </div>
      <div>
        <b>{b.contact.name}</b>
        <p>{detailOf(b.contact) ?? 'Nothing else is known'}</p>
      </div>
      <div className={css.actions}>
        <Button onClick={onMerge}>Compare and merge</Button>
        <Button kind="quiet" onClick={onApart}>
          {kind === 'person' ? 'Different people' : 'Different companies'}
        </Button>
      </div>
      <p className={css.why}>{reasons.join('. ')}.</p>
    </div>
  )
}
