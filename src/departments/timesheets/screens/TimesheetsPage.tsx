import { IconChevronLeft, IconChevronRight, IconDownload } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useAsk } from '../../../client/react.ts'
import { moneyText } from '../../../kernel/money.ts'
import { addDays, mondayOf, PlainDay } from '../../../kernel/time.ts'
import { useParam, useSearchValue } from '../../../ui/address.ts'
import { Button, IconButton } from '../../../ui/Button.tsx'
import { readersToday } from '../../../ui/dates.ts'
import { DateText } from '../../../ui/DateText.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Menu } from '../../../ui/Menu.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Table } from '../../../ui/Table.tsx'
import { Toolbar } from '../../../ui/Toolbar.tsx'
import { getProduction } from '../../productions/production.contract.ts'
import { listTimesheets, type TimesheetDay } from '../timesheet.contract.ts'
import { HoursDialog } from './HoursDialog.tsx'
import { Approve, AskThem } from './WeekActions.tsx'
import { columnsOn, hours } from './weekColumns.tsx'

const keyOf = ({ engagementId, onDate }: TimesheetDay) => `${engagementId} ${onDate}`

const spanOf = (day: PlainDay) => {
  const from = mondayOf(day)
  return { from, until: addDays(from, 6) }
}

/** A week of the unit: booked, worked and to be invoiced, one line a person and day. */
export function TimesheetsPage() {
  const productionId = useParam('productionId')
  const today = readersToday()
  const [week, setWeek] = useSearchValue('week')
  const wanted = PlainDay.safeParse(week).data
  const now = spanOf(wanted ?? today)
  const present = useAsk(listTimesheets, { params: { productionId }, query: now })
  // Nobody asked for a week: where this one has no hours yet, the one that has.
  const other = wanted === undefined ? present.data?.elsewhere : undefined
  const span = other ? spanOf(other) : now
  const asked = useAsk(listTimesheets, { params: { productionId }, query: span })
  const production = useAsk(getProduction, { params: { productionId } }).data
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [editing, setEditing] = useState<TimesheetDay>()
  const columns = useMemo(() => columnsOn(today), [today])
  const items = asked.data?.items ?? []
  return (
    <Page
      title="Timesheets"
      of={production?.title}
      width="flush"
      actions={
        <>
          <Menu
            target={<Button icon={<IconDownload size={16} />}>Export</Button>}
            items={(['csv', 'xlsx'] as const).map((format) => ({
              label: format === 'csv' ? 'This week as CSV' : 'This week for a spreadsheet',
              onPress: () =>
                window.location.assign(
                  `/v1/productions/${productionId}/timesheets/export/${format}?from=${span.from}&until=${span.until}`,
                ),
            }))}
          />
          {asked.data?.can.edit && <AskThem {...{ productionId, span, items, today }} />}
          {asked.data?.can.approve && (
            <Approve
              productionId={productionId}
              days={items.filter(
                (it) => (selected.size === 0 || selected.has(keyOf(it))) && it.approvedBy === null && it.open === null,
              )}
              onDone={() => setSelected(new Set())}
            />
          )}
        </>
      }
    >
      <Toolbar end={totals(items)}>
        <IconButton
          label="The week before"
          icon={<IconChevronLeft size={16} />}
          onClick={() => setWeek(addDays(span.from, -7))}
        />
        <span>
          <DateText on={span.from} /> – <DateText on={span.until} year />
        </span>
        <IconButton
          label="The week after"
          icon={<IconChevronRight size={16} />}
          onClick={() => setWeek(addDays(span.from, 7))}
        />
      </Toolbar>
      <Loaded of={asked}>
        {({ can }) => (
          <Table
            label="Timesheets"
            rows={items}
            columns={columns}
            keyOf={keyOf}
            groupBy={(it) => it.name}
            {...(can.approve && { selected, onSelect: setSelected })}
            {...(can.edit && { onOpen: setEditing })}
            empty={
              <EmptyState title="Nobody was booked this week">
                Whoever is booked stands here for each day. They enter their hours on a link of their own, or you do;
                the deal they signed, else the rate on their record, says what the day pays.
              </EmptyState>
            }
          />
        )}
      </Loaded>
      {editing && (
        <HoursDialog
          key={keyOf(editing)}
          productionId={productionId}
          day={editing}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Page>
  )
}

/** The week in one line; two currencies are never added. */
function totals(items: readonly TimesheetDay[]): string {
  const worked = items.reduce((sum, it) => sum + (it.workedMinutes ?? 0), 0)
  const sums = new Map<string, number>()
  for (const { pay } of items)
    if (pay) sums.set(pay.total.currency, (sums.get(pay.total.currency) ?? 0) + pay.total.minor)
  return [worked === 0 ? '' : hours(worked), ...[...sums].map(([currency, minor]) => moneyText({ currency, minor }))]
    .filter(Boolean)
    .join(', ')
}
