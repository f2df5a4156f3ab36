import { IconPlus } from '@tabler/icons-react'
import type { UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import { useAsk } from '../../../client/react.ts'
import { Button } from '../../../ui/Button.tsx'
import { DateText } from '../../../ui/DateText.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Section } from '../../../ui/Section.tsx'
import { Status } from '../../../ui/Status.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { listCompanyRates, listPayProfiles, listRates, type Rate } from '../rate.contract.ts'
import { DayPays } from './DayPays.tsx'
import { holderOf, type Holder } from './holder.ts'
import { NewRateDialog } from './NewRateDialog.tsx'
import { basisWords } from './payWords.ts'
import { RateLines } from './RateLines.tsx'
import { amountOf, extras } from './rateText.ts'
import { WithdrawRate } from './WithdrawRate.tsx'

/** What a person costs: by position and by market, now and before; and what a long day would come to. */
export const RatesPart = ({ recordId }: { recordId: string }) => (
  <Rates holder={holderOf('person', recordId)} asked={useAsk(listRates, { params: { personId: recordId } })} />
)

/** What a company bills, by position or service: it counts for whoever comes through it and has no rate of their own. */
export const CompanyRatesPart = ({ recordId }: { recordId: string }) => (
  <Rates holder={holderOf('company', recordId)} asked={useAsk(listCompanyRates, { params: { companyId: recordId } })} />
)

interface RatesProps {
  holder: Holder
  asked: UseQueryResult<{ items: Rate[]; can: { edit: boolean } }>
}

function Rates({ holder, asked }: RatesProps) {
  const [adding, setAdding] = useState(false)
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
            {holder.of === 'company' ? (
              <RateLines rates={rates} holder={holder} edits={can.edit} />
            ) : (
              <Table
                label="Rates"
                rows={rates}
                columns={columnsOf(holder, can.edit)}
                keyOf={(it) => it.id}
                empty={
                  <EmptyState small title="No rate on file">
                    A rate has a position, the hours it buys and an overtime table. Deal memos, timesheets and the
                    search by rate stand on it.
                  </EmptyState>
                }
              />
            )}
          </Section>
        )}
      </Loaded>
      {day && profile && <DayPays rate={day} profile={profile} />}
      <NewRateDialog holder={holder} open={adding} onClose={() => setAdding(false)} profiles={profiles} />
    </>
  )
}

const columnsOf = (holder: Holder, edits: boolean): Column<Rate>[] => [
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
  { key: 'act', head: '', of: (it) => edits && <WithdrawRate holder={holder} rate={it} />, align: 'end' },
]
