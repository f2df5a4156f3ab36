import { useState } from 'react'
import { InstantTimeText } from '../../../ui/DateText.tsx'
import { Status } from '../../../ui/Status.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { Segmented, Tabs } from '../../../ui/Tabs.tsx'
import { Toolbar } from '../../../ui/Toolbar.tsx'
import type { Desk, NoticeLine } from '../distribution.contract.ts'
import { Call } from './DistributionPerson.tsx'
import { needsYou } from '../notice.rules.ts'
import { byNeed, groupOf, listOf, nextWords, standingWords } from './distributionWords.ts'

const columnsFor = (zone: string): Column<NoticeLine>[] => [
  { key: 'name', head: 'Name', sortBy: (it) => it.name, of: (it) => <b>{it.name}</b> },
  { key: 'position', head: 'Position', quiet: true, phone: 'hide', of: (it) => it.position },
  { key: 'call', head: 'Call', width: 116, sortBy: (it) => it.call ?? 9999, of: (it) => <Call line={it} /> },
  {
    key: 'by',
    head: 'Sent by',
    width: 90,
    quiet: true,
    phone: 'hide',
    of: (it) => (it.leftAt === null ? '' : it.channel === 'sms' ? 'Text message' : 'E-mail'),
  },
  { key: 'state', head: 'State', of: (it) => <StateOf line={it} /> },
  {
    key: 'at',
    head: 'At',
    width: 64,
    quiet: true,
    phone: 'hide',
    sortBy: (it) => it.stateAt,
    of: (it) => <InstantTimeText at={it.stateAt} zone={zone} />,
  },
  { key: 'next', head: 'Next', width: 130, align: 'end', quiet: true, phone: 'hide', of: (it) => nextWords(it, zone) },
]

function StateOf({ line }: { line: NoticeLine }) {
  const { is, word } = standingWords(line)
  return <Status is={is}>{word}</Status>
}

const byDepartment = (a: NoticeLine, b: NoticeLine): number =>
  a.department.localeCompare(b.department) || a.copyNumber - b.copyNumber

const lists = ['Crew', 'Cast and reps', 'Client and agency', 'Vendors']

/** Everybody with a copy: those without an answer first, or by department. */
export function DistributionTable({
  desk,
  current,
  onOpen,
}: {
  desk: Desk
  current: string | undefined
  onOpen: (id: string) => void
}) {
  const [list, setList] = useState('All')
  const [by, setBy] = useState<'need' | 'department'>('need')
  const counted = (name: string) => desk.people.filter((it) => listOf(it) === name).length
  const shown = desk.people.filter((it) => list === 'All' || listOf(it) === list)
  // Those who need somebody stand above, each with what can be done.
  const rows = by === 'need' ? shown.filter((it) => !needsYou(it)).toSorted(byNeed) : shown.toSorted(byDepartment)
  return (
    <>
      <Toolbar
        end={
          <Segmented
            label="Order"
            options={[
              { value: 'need', label: 'Not confirmed first' },
              { value: 'department', label: 'By department' },
            ]}
            value={by}
            onChange={setBy}
          />
        }
      >
        <Tabs
          label="Which copies"
          options={[
            { value: 'All', label: 'All', count: desk.people.length },
            ...lists
              .filter((name) => counted(name) > 0)
              .map((name) => ({ value: name, label: name, count: counted(name) })),
          ]}
          value={list}
          onChange={setList}
        />
      </Toolbar>
      <Table
        label="Who has it"
        rows={rows}
        columns={columnsFor(desk.timeZone)}
        keyOf={(it) => it.id}
        groupBy={by === 'need' ? groupOf : (it) => it.department}
        current={current}
        onOpen={(it) => onOpen(it.id)}
      />
    </>
  )
}
