import { useState } from 'react'
import { useAsk, useChange } from '../../../../client/react.ts'
import { Button, ButtonLink } from '../../../../ui/Button.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { toast } from '../../../../ui/toast.tsx'
import { plural } from '../../../../ui/words.ts'
import { readShipped, resetShipped, undoReset, type ShippedRow, type ShippedSummary } from '../../shipped.contract.ts'
import { ShippedChanges } from './ShippedChanges.tsx'
import { ShippedDialog } from './ShippedDialog.tsx'
import { ShippedResets } from './ShippedResets.tsx'

/** One list: each row that is not as it came, with what setting it back would change. */
export function ShippedPanel({ of: list, onClose }: { of: ShippedSummary; onClose: () => void }) {
  const params = { list: list.key }
  const asked = useAsk(readShipped, { params })
  const reset = useChange(resetShipped)
  const undo = useChange(undoReset)
  const [asking, setAsking] = useState<readonly ShippedRow[]>()
  const changed = asked.data?.items.filter(({ changes }) => changes.length > 0) ?? []
  const mayReset = asked.data?.mayReset ?? false
  const takeBack = (resetId: string, rows: number) =>
    undo.mutate(
      { params: { ...params, resetId } },
      {
        onSuccess: () =>
          toast.done(`${plural(rows, list.one, list.many)} as the office had ${rows === 1 ? 'it' : 'them'}`),
        onError: toast.problem,
      },
    )
  const setBack = (rows: readonly ShippedRow[]) =>
    reset.mutate(
      { params, body: { rows: rows.map(({ id, seen }) => ({ id, seen })) } },
      {
        onSuccess: ({ resets: [last] }) =>
          toast.done(`${plural(rows.length, list.one, list.many)} as ${rows.length === 1 ? 'it' : 'they'} came`, {
            ...(last && { undo: () => takeBack(last.id, rows.length) }),
          }),
        onError: toast.problem,
        onSettled: () => setAsking(undefined),
      },
    )
  return (
    <Panel
      title={list.label}
      onClose={onClose}
      foot={
        <>
          {mayReset && changed.length > 0 && (
            <Button onClick={() => setAsking(changed)}>
              {changed.length === 1 ? 'Set it back…' : `Set all ${changed.length} back…`}
            </Button>
          )}
          <ButtonLink kind="quiet" to={list.href}>
            Edit the list
          </ButtonLink>
        </>
      }
    >
      <Loaded of={asked}>
        {({ resets }) => (
          <>
            {changed.length === 0 ? (
              <p>Everything here is as it came.</p>
            ) : (
              <ShippedChanges rows={changed} {...(mayReset && { onSetBack: (row: ShippedRow) => setAsking([row]) })} />
            )}
            {resets.length > 0 && (
              <Section title="Set back lately">
                <ShippedResets
                  resets={resets}
                  of={list}
                  busy={undo.isPending}
                  onUndo={(it) => takeBack(it.id, it.rows.length)}
                />
              </Section>
            )}
          </>
        )}
      </Loaded>
      {asking && (
        <ShippedDialog
          list={list}
          rows={asking}
          busy={reset.isPending}
          onSetBack={() => setBack(asking)}
          onClose={() => setAsking(undefined)}
        />
      )}
    </Panel>
  )
}
