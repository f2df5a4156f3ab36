import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useAsk, useChange } from '../../../client/react.ts'
import { decimalsOf, moneyText } from '../../../kernel/money.ts'
import { Button, TextButton } from '../../../ui/Button.tsx'
import { DateText } from '../../../ui/DateText.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Section } from '../../../ui/Section.tsx'
import { Status } from '../../../ui/Status.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { toast } from '../../../ui/toast.tsx'
import { listPayProfiles, listRates, withdrawRate, type Rate } from '../rate.contract.ts'
import { notation } from '../rate.rules.ts'
import { DayPays } from './DayPays.tsx'
import { NewRateDialog } from './NewRateDialog.tsx'
import { basisWords } from './payWords.ts'

/** What a person costs: by position and by market, now and before; and what a long day would come to. */
export function RatesPart({ recordId }: { recordId: string }) {
  const [adding, setAdding] = useState(false)
  const asked = useAsk(listRates, { params: { personId: recordId } })
  const profiles = useAsk(listPayProfiles).data?.items ?? []
  const items = asked.data?.items ?? []
  const day = items.find((it) => it.basis === 'day' && it.isCurrent && it.amount !== null)
  const profile = profiles.find(({ id }) => id === day?.profile?.id)
  return (
    <>
      <Loaded of={asked}>
        {({ items: rates, can }) => (
          <Section
            title="Rates"
            count={rates.length}
            right={
              can.edit && (
                <Button icon={<IconPlus size={16} />} onClick={() => setAdding(true)}>
                  New rate
                </Button>
              )
            }
          >
            <Table
              label="Rates"
              rows={rates}
              columns={columnsOf(recordId, can.edit)}
              keyOf={(it) => it.id}
              empty={
                <EmptyState small title="No rate on file">
                  A rate has a position, the hours it buys and an overtime table. Deal memos, timesheets and the search
                  by rate stand on it.
                </EmptyState>
              }
            />
          </Section>
        )}
      </Loaded>
      {day && profile && <DayPays rate={day} profile={profile} />}
      <NewRateDialog personId={recordId} open={adding} onClose={() => setAdding(false)} profiles={profiles} />
    </>
  )
}

const amountOf = (it: Rate) =>
  it.amount === null
    ? ''
    : it.basis === 'day'
      ? `${it.amount.currency} ${notation(it.amount, it.guaranteedMinutes, decimalsOf(it.amount.currency))}`
      : moneyText(it.amount)

const extras = ({ terms, profile, market, media, termMonths }: Rate) =>
  [
    profile?.name,
    [market, media, termMonths && `${termMonths} months`].filter(Boolean).join(', '),
    terms?.kitFee && `kit ${moneyText(terms.kitFee.amount)} a ${terms.kitFee.per}`,
    terms?.perDiem && `per diem ${moneyText(terms.perDiem)}`,
    terms?.travelDayPercent !== undefined && `travel day ${terms.travelDayPercent} %`,
    terms?.paymentDays !== undefined && `paid in ${terms.paymentDays} days`,
  ]
    .filter(Boolean)
    .join('; ')

const columnsOf = (personId: string, edits: boolean): Column<Rate>[] => [
  { key: 'position', head: 'Position', of: (it) => <b>{it.position}</b>, width: '18%' },
  { key: 'amount', head: 'Rate', of: amountOf, align: 'end', width: '14%' },
  { key: 'basis', head: 'For', of: (it) => basisWords[it.basis], quiet: true },
  { key: 'terms', head: 'Terms', of: extras, quiet: true, phone: 'hide', width: '28%' },
  { key: 'from', head: 'From', of: (it) => <DateText on={it.validFrom} year /> },
  {
    key: 'state',
    head: 'State',
    of: (it) => (it.isCurrent ? <Status is="go">In force</Status> : <Status is="off">History</Status>),
    phone: 'hide',
  },
  { key: 'source', head: 'From where', of: (it) => it.source ?? '', quiet: true, phone: 'hide' },
  { key: 'act', head: '', of: (it) => edits && <Withdraw personId={personId} rate={it} />, align: 'end' },
]

function Withdraw({ personId, rate }: { personId: string; rate: Rate }) {
  const change = useChange(withdrawRate)
  const put = (withdrawn: boolean, version: number) =>
    change.mutate(
      { params: { personId, rateId: rate.id }, body: { withdrawn }, ifMatch: version },
      {
        onError: toast.problem,
        onSuccess: (saved) => {
          if (withdrawn)
            toast.done(`The rate for ${rate.position} is taken out`, { undo: () => put(false, saved.version) })
        },
      },
    )
  return <TextButton onClick={() => put(true, rate.version)}>Take out</TextButton>
}
