import { usePages } from '../../../client/pages.ts'
import { IconPlus, IconScale } from '@tabler/icons-react'
import { useState } from 'react'
import { useAsk } from '../../../client/react.ts'
import { useGo, useParam } from '../../../ui/address.ts'
import { Button } from '../../../ui/Button.tsx'
import { MomentText } from '../../../ui/DateText.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Status } from '../../../ui/Status.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { useKeys } from '../../../ui/useKeys.ts'
import { getProduction } from '../../productions/production.contract.ts'
import { listQuoteRequests, type QuoteRequestLine } from '../quotes/quote.contract.ts'
import { requestStates } from './quoteWords.ts'
import { RequestDialog } from './RequestDialog.tsx'

const columns: Column<QuoteRequestLine>[] = [
  { key: 'number', head: 'No.', of: (it) => it.number, width: 72 },
  { key: 'title', head: 'What for', of: (it) => <b>{it.title}</b>, width: '34%' },
  {
    key: 'state',
    head: 'State',
    of: (it) => <Status is={requestStates[it.state].is}>{requestStates[it.state].word}</Status>,
  },
  {
    key: 'answers',
    head: 'Answers',
    of: (it) => (it.asked === 0 ? '' : `${it.answered} of ${it.asked}`),
    align: 'end',
  },
  { key: 'by', head: 'Answer by', of: (it) => <MomentText at={it.answerBy} />, quiet: true, phone: 'hide' },
  { key: 'chosen', head: 'Chosen', spare: true, of: (it) => it.chosen ?? '', phone: 'hide' },
]

/** What was asked of several vendors, and how far each question is. */
export function QuotesPage() {
  const go = useGo()
  const productionId = useParam('productionId')
  const params = { productionId }
  const asked = usePages(listQuoteRequests, { params })
  const production = useAsk(getProduction, { params })
  const [adding, setAdding] = useState(false)
  const may = asked.data?.can.edit ?? false
  useKeys({ n: () => may && setAdding(true) })
  const add = (kind?: 'accent') =>
    may && (
      <Button {...(kind && { kind })} icon={<IconPlus size={16} />} onClick={() => setAdding(true)}>
        Ask for quotes
      </Button>
    )
  return (
    <Page
      title="Quotes"
      of={production.data?.title}
      width="flush"
      actions={add()}
      hints={[{ keys: ['Enter'], does: 'open' }, ...(may ? [{ keys: ['N'], does: 'new' }] : [])]}
    >
      <Loaded of={asked}>
        {({ items }) => (
          <Table
            label="Requests for quotes"
            rows={items}
            columns={columns}
            keyOf={(it) => it.id}
            onEnd={asked.onEnd}
            onOpen={(it) => go(`/productions/${productionId}/quotes/${it.id}`)}
            empty={
              <EmptyState title="Nothing asked yet" icon={<IconScale size={24} stroke={1.5} />} actions={add('accent')}>
                Ask several vendors the same question. They answer by a link in the same columns, and the answers stand
                side by side.
              </EmptyState>
            }
          />
        )}
      </Loaded>
      <RequestDialog
        open={adding}
        productionId={productionId}
        onClose={() => setAdding(false)}
        onSaved={(id) => go(`/productions/${productionId}/quotes/${id}`)}
      />
    </Page>
  )
}
