import { useAsk } from '../../../client/react.ts'
import { DateText } from '../../../ui/DateText.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Section } from '../../../ui/Section.tsx'
import { Status } from '../../../ui/Status.tsx'
import { Table } from '../../../ui/Table.tsx'
import { listProductions } from '../../productions/production.contract.ts'
import { listPersonPapers } from '../papers.contract.ts'
import { shapeOf, standingWords } from './paperWords.ts'

/** Papers of one person, on every production. */
export function PersonPapers({ recordId }: { recordId: string }) {
  const asked = useAsk(listPersonPapers, { params: { personId: recordId } })
  const productions = useAsk(listProductions, { query: { limit: 200 } }).data?.items ?? []
  const titleOf = (id: string | null) =>
    id === null ? 'Every production' : (productions.find((it) => it.id === id)?.title ?? 'Another production')
  return (
    <Loaded of={asked}>
      {({ items }) => (
        <Section title="Papers" count={items.length}>
          <Table
            label="Papers"
            rows={items}
            keyOf={(it) => it.id}
            columns={[
              { key: 'kind', head: 'Paper', of: (it) => <b>{it.kind}</b> },
              { key: 'for', head: 'For', of: (it) => titleOf(it.productionId), quiet: true },
              {
                key: 'standing',
                head: 'Stands',
                of: (it) => (
                  <Status is={shapeOf({ standing: it.standing, effect: null })}>{standingWords[it.standing]}</Status>
                ),
              },
              {
                key: 'until',
                head: 'Good until',
                of: (it) => (it.expiresOn ? <DateText on={it.expiresOn} year /> : ''),
              },
            ]}
            empty={
              <EmptyState small title="No paper on file">
                Papers are asked for on the page of a production, and stand here for all of them.
              </EmptyState>
            }
          />
        </Section>
      )}
    </Loaded>
  )
}
