import { IconChevronLeft, IconChevronRight, IconDownload, IconMailForward } from '@tabler/icons-react'
import { useState } from 'react'
import { useAsk, useChange } from '../../../client/react.ts'
import { moneyText } from '../../../kernel/money.ts'
import type { PlainDay } from '../../../kernel/time.ts'
import { useParam, useSearchValue } from '../../../ui/address.ts'
import { Button, IconButton } from '../../../ui/Button.tsx'
import { DateText } from '../../../ui/DateText.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Menu } from '../../../ui/Menu.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Status } from '../../../ui/Status.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { toast } from '../../../ui/toast.tsx'
import { Toolbar } from '../../../ui/Toolbar.tsx'
import { Why } from '../../../ui/Why.tsx'
import { plural } from '../../../ui/words.ts'
import { getProduction } from '../../productions/production.contract.ts'
import { approveHours, askForHours, listTimesheets, type TimesheetDay } from '../timesheet.contract.ts'
import { textOfMinute } from '../timesheet.rules.ts'
import { HoursDialog } from './HoursDialog.tsx'

const keyOf = ({ engagementId, onDate }: TimesheetDay) => `${engagementId} ${onDate}`
const moved = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** Monday of the week a day lies in. */
const weekOf = (day: string) => moved(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))

const spanOf = (day: string) => {
  const from = weekOf(day)
  return { from: from as PlainDay, until: moved(from, 6) as PlainDay }
}

/** A week of the unit: booked, worked and to be invoiced, one line a person and day. */
export function TimesheetsPage() {
  const productionId = useParam('productionId')
  const [week, setWeek] = useSearchValue('week')
  const now = spanOf(week ?? new Date().toLocaleDateString('sv-SE'))
  const present = useAsk(listTimesheets, { params: { productionId }, query: now })
  // Nobody asked for a week: where this one is empty, the one that has something.
  const other = week === undefined ? present.data?.elsewhere : undefined
  const span = other ? spanOf(other) : now
  const { from } = span
  const asked = useAsk(listTimesheets, { params: { productionId }, query: span })
  const production = useAsk(getProduction, { params: { productionId } }).data
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [editing, setEditing] = useState<TimesheetDay>()
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
          {asked.data?.can.edit && <AskThem productionId={productionId} span={span} items={items} />}
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
          onClick={() => setWeek(moved(from, -7))}
        />
        <span>
          <DateText on={span.from} /> – <DateText on={span.until} year />
        </span>
        <IconButton
          label="The week after"
          icon={<IconChevronRight size={16} />}
          onClick={() => setWeek(moved(from, 7))}
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

const hours = (minutes: number | null) =>
  minutes === null ? '' : `${(minutes / 60).toFixed(2).replace(/\.?0+$/, '')} h`

const columns: Column<TimesheetDay>[] = [
  { key: 'day', head: 'Day', of: (it) => <DateText on={it.onDate} />, whole: true },
  { key: 'position', head: 'Position', of: (it) => it.position, quiet: true, phone: 'hide' },
  {
    key: 'booked',
    head: 'Booked',
    of: (it) => (it.isBooked ? hours(it.bookedMinutes) || 'yes' : 'not booked'),
    align: 'end',
    quiet: true,
    phone: 'hide',
  },
  {
    key: 'times',
    head: 'From – to',
    of: (it) =>
      it.startMinute === null || it.endMinute === null
        ? ''
        : `${textOfMinute(it.startMinute)} – ${textOfMinute(it.endMinute)}`,
    align: 'end',
  },
  {
    key: 'meal',
    head: 'Meal',
    of: (it) => (it.startMinute === null ? '' : `${it.mealMinutes} min`),
    align: 'end',
    quiet: true,
    phone: 'hide',
  },
  { key: 'worked', head: 'Worked', of: (it) => <b>{hours(it.workedMinutes)}</b>, align: 'end' },
  { key: 'invoice', head: 'To invoice', of: (it) => hours(it.toInvoiceMinutes), align: 'end', phone: 'hide' },
  { key: 'pay', head: 'Pays', of: (it) => <Pays of={it} />, align: 'end', phone: 'hide' },
  {
    key: 'state',
    head: 'State',
    of: (it) =>
      it.approvedBy !== null ? (
        <Status is="go">Approved</Status>
      ) : it.startMinute === null ? (
        <Status is="waiting">No hours yet</Status>
      ) : it.open !== null ? (
        <Status is="attention">{it.open}</Status>
      ) : (
        <Status is="daylight">{it.byLink ? 'Entered by them' : 'Entered'}</Status>
      ),
  },
]

const Pays = ({ of: { pay, position } }: { of: TimesheetDay }) =>
  pay === null ? null : (
    <Why
      title={[position, pay.deal, pay.rate, pay.table].filter(Boolean).join(', ')}
      parts={pay.lines.map((line) => ({
        label: `${hours(line.fromMinutes) || '0 h'} to ${hours(line.untilMinutes)}, × ${line.percent / 100}`,
        value: moneyText(line.amount),
      }))}
      total={moneyText(pay.total)}
    >
      {moneyText(pay.total)}
    </Why>
  )

/** The week in one line; two currencies are never added. */
function totals(items: readonly TimesheetDay[]): string {
  const worked = items.reduce((sum, it) => sum + (it.workedMinutes ?? 0), 0)
  const sums = new Map<string, number>()
  for (const { pay } of items)
    if (pay) sums.set(pay.total.currency, (sums.get(pay.total.currency) ?? 0) + pay.total.minor)
  return [hours(worked), ...[...sums].map(([currency, minor]) => moneyText({ currency, minor }))]
    .filter(Boolean)
    .join(', ')
}

function AskThem({
  productionId,
  span,
  items,
}: {
  productionId: string
  span: { from: PlainDay; until: PlainDay }
  items: readonly TimesheetDay[]
}) {
  const ask = useChange(askForHours)
  const missing = new Set(items.filter((it) => it.startMinute === null).map((it) => it.engagementId)).size
  if (missing === 0) return null
  return (
    <Button
      icon={<IconMailForward size={16} />}
      busy={ask.isPending}
      onClick={() =>
        ask.mutate(
          { params: { productionId }, body: span, idempotencyKey: crypto.randomUUID() },
          {
            onError: toast.problem,
            onSuccess: (told) =>
              toast.done(
                `${plural(told.people, 'person', 'people')} asked${told.unreachable.length > 0 ? `; no e-mail address: ${told.unreachable.join(', ')}` : ''}`,
              ),
          },
        )
      }
    >
      Ask {plural(missing, 'person', 'people')} for their hours
    </Button>
  )
}

function Approve({
  productionId,
  days,
  onDone,
}: {
  productionId: string
  days: readonly TimesheetDay[]
  onDone: () => void
}) {
  const change = useChange(approveHours)
  const put = (act: 'approve' | 'undo', list: readonly Pick<TimesheetDay, 'engagementId' | 'onDate' | 'version'>[]) =>
    change.mutate(
      {
        params: { productionId },
        body: {
          approved: act === 'approve',
          days: list.map(({ engagementId, onDate, version }) => ({ engagementId, onDate, version })),
        },
      },
      {
        onError: toast.problem,
        onSuccess: () => {
          onDone()
          if (act === 'approve')
            toast.done(`${plural(list.length, 'day')} approved`, {
              undo: () =>
                put(
                  'undo',
                  list.map((it) => ({ ...it, version: it.version + 1 })),
                ),
            })
        },
      },
    )
  if (days.length === 0) return null
  return (
    <Button kind="accent" busy={change.isPending} onClick={() => put('approve', days)}>
      Approve {plural(days.length, 'day')}
    </Button>
  )
}
