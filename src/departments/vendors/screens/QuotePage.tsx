import { IconDownload, IconPencil, IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import { useAsk, useChange } from '../../../client/react.ts'
import { useParam } from '../../../ui/address.ts'
import { Button } from '../../../ui/Button.tsx'
import { DaysText, DateText, MomentText } from '../../../ui/DateText.tsx'
import { ConfirmDialog } from '../../../ui/Dialog.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Menu } from '../../../ui/Menu.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Status } from '../../../ui/Status.tsx'
import { toast } from '../../../ui/toast.tsx'
import { getQuoteRequest, withdrawQuoteRequest, type QuoteRequest, type QuoteShown } from '../quotes/quote.contract.ts'
import { keepQuoteTemplate } from '../quotes/template.contract.ts'
import { Comparison } from './Comparison.tsx'
import { DecideDialog } from './DecideDialog.tsx'
import { EnterQuoteDialog } from './EnterQuoteDialog.tsx'
import css from './Quotes.module.css'
import { requestStates } from './quoteWords.ts'
import { RatesDialog } from './RatesDialog.tsx'
import { RequestDialog } from './RequestDialog.tsx'
import { SendDialog } from './SendDialog.tsx'

type Open = 'edit' | 'send' | 'rates' | 'withdraw' | undefined

/** One question, its answers side by side, and the choice. */
export function QuotePage() {
  const [productionId, requestId] = [useParam('productionId'), useParam('requestId')]
  const asked = useAsk(getQuoteRequest, { params: { productionId, requestId } })
  const [open, setOpen] = useState<Open>()
  const [choosing, setChoosing] = useState<QuoteShown>()
  const [entering, setEntering] = useState<QuoteShown>()
  const request = asked.data
  const close = () => setOpen(undefined)
  const shared = request && { productionId, request, onClose: close }
  return (
    <Page
      title={request ? `${request.number} ${request.title}` : 'Quote'}
      crumbs={[{ label: 'Quotes', to: `/productions/${productionId}/quotes` }]}
      actions={request && <Actions productionId={productionId} request={request} onOpen={setOpen} />}
    >
      <Loaded of={asked}>
        {(it) => (
          <>
            <About request={it} />
            {it.quotes.length === 0 ? (
              <EmptyState title="Nobody is asked yet" small>
                Choose who is asked; each gets a link of their own, and their answers stand here side by side.
              </EmptyState>
            ) : (
              <Comparison productionId={productionId} request={it} onChoose={setChoosing} onEnter={setEntering} />
            )}
          </>
        )}
      </Loaded>
      {shared && (
        <>
          <RequestDialog open={open === 'edit'} {...shared} onSaved={close} />
          <SendDialog open={open === 'send'} {...shared} />
          <RatesDialog open={open === 'rates'} {...shared} />
          <Withdraw open={open === 'withdraw'} {...shared} />
          <DecideDialog {...shared} quote={choosing} onClose={() => setChoosing(undefined)} />
          <EnterQuoteDialog {...shared} quote={entering} onClose={() => setEntering(undefined)} />
        </>
      )}
    </Page>
  )
}

interface ActionsProps {
  productionId: string
  request: QuoteRequest
  onOpen: (it: Open) => void
}

function Actions({ productionId, request, onOpen }: ActionsProps) {
  const keep = useChange(keepQuoteTemplate)
  const keepLines = () =>
    keep.mutate(
      { params: { productionId, requestId: request.id }, body: { name: request.title } },
      {
        onError: toast.problem,
        onSuccess: ({ name }) => toast.done(`${name} is kept, to begin the next request from`),
      },
    )
  const isOpen = request.state === 'draft' || request.state === 'sent'
  const sheet = `/v1/productions/${productionId}/quotes/${request.id}/sheet`
  return (
    <>
      <Menu
        target={<Button icon={<IconDownload size={16} />}>Sheet</Button>}
        items={[
          { label: 'PDF, A4', onPress: () => window.open(`${sheet}/pdf?paper=a4`) },
          { label: 'PDF, Letter', onPress: () => window.open(`${sheet}/pdf?paper=letter`) },
          { label: 'Excel', onPress: () => window.location.assign(`${sheet}/xlsx`) },
          { label: 'CSV', onPress: () => window.location.assign(`${sheet}/csv`) },
          ...(request.can.edit ? ['line' as const, { label: 'Keep the lines as a template', onPress: keepLines }] : []),
        ]}
      />
      {request.can.edit && isOpen && (
        <>
          <Menu
            target={<Button icon={<IconPencil size={16} />}>Change</Button>}
            items={[
              { label: request.state === 'draft' ? 'The request' : 'Time to answer', onPress: () => onOpen('edit') },
              { label: 'Exchange rates', onPress: () => onOpen('rates') },
              'line',
              { label: 'Withdraw', danger: true, onPress: () => onOpen('withdraw') },
            ]}
          />
          <Button
            {...(request.state === 'draft' && { kind: 'accent' as const })}
            icon={<IconSend size={16} />}
            onClick={() => onOpen('send')}
          >
            {request.state === 'draft' ? 'Ask vendors' : 'Ask more'}
          </Button>
        </>
      )}
    </>
  )
}

function About({ request }: { request: QuoteRequest }) {
  const state = requestStates[request.state]
  const chosen = request.quotes.find(({ id }) => id === request.chosenId)
  return (
    <>
      <div className={css.about}>
        <Status is={state.is}>{state.word}</Status>
        {request.fromOn && (
          <span>
            Days{' '}
            <b>
              <DaysText first={request.fromOn} last={request.untilOn ?? request.fromOn} />
            </b>
          </span>
        )}
        {request.deliverBy && (
          <span>
            Deliver by{' '}
            <b>
              <DateText on={request.deliverBy} />
            </b>{' '}
            {request.deliverTo}
          </span>
        )}
        <span>
          Answer by{' '}
          <b>
            <MomentText at={request.answerBy} />
          </b>
        </span>
        <span>
          Compared in <b>{request.currency}</b>
        </span>
      </div>
      {request.what !== '' && <p className={css.what}>{request.what}</p>}
      {chosen && (
        <div className={css.choice} role="note">
          <b>{chosen.vendor}</b>: {request.reason}
          <p>
            Chosen by {request.decidedBy}
            {request.decidedAt && (
              <>
                , <MomentText at={request.decidedAt} />
              </>
            )}
            . An order is not made by this; everybody has been told.
          </p>
        </div>
      )}
    </>
  )
}

interface WithdrawProps {
  productionId: string
  request: QuoteRequest
  open: boolean
  onClose: () => void
}

function Withdraw({ productionId, request, open, onClose }: WithdrawProps) {
  const withdraw = useChange(withdrawQuoteRequest)
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      title={`Withdraw ${request.number}`}
      action="Withdraw the request"
      busy={withdraw.isPending}
      onConfirm={() =>
        withdraw.mutate(
          { params: { productionId, requestId: request.id }, ifMatch: request.version },
          { onError: toast.problem, onSuccess: onClose },
        )
      }
    >
      <p>Their links stop working, and whoever was asked is told that it is not needed. What they quoted stays here.</p>
    </ConfirmDialog>
  )
}
