import { useState } from 'react'
import { useAsk } from '../../../../client/react.ts'
import { Button } from '../../../../ui/Button.tsx'
import { DateText } from '../../../../ui/DateText.tsx'
import { Facts } from '../../../../ui/Facts.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { SettingsPage } from '../../../../ui/SettingsPage.tsx'
import { Table, type Column } from '../../../../ui/Table.tsx'
import { listPayProfiles, type PayProfileRecord } from '../../rate.contract.ts'
import { rulesSaid, stepsText } from '../../table.rules.ts'
import { TableDialog } from './TableDialog.tsx'

const columns: Column<PayProfileRecord>[] = [
  { key: 'name', head: 'Table', of: (it) => <b>{it.name}</b>, sortBy: (it) => it.name, width: '27%' },
  { key: 'steps', head: 'Each day', of: (it) => stepsText(it.rules.steps), wraps: true, width: '30%' },
  { key: 'source', head: 'Source', of: (it) => it.source, wraps: true, quiet: true, phone: 'hide', width: '27%' },
  {
    key: 'asOf',
    head: 'As of',
    of: (it) => <DateText on={it.asOf} year />,
    sortBy: (it) => it.asOf,
    quiet: true,
    align: 'end',
    phone: 'hide',
    width: '16%',
  },
]

interface OneProps {
  of: PayProfileRecord
  mayChange: boolean
  onClose: () => void
}

function One({ of: it, mayChange, onClose }: OneProps) {
  const [mode, setMode] = useState<'change' | 'copy'>()
  return (
    <Panel
      title={it.name}
      onClose={onClose}
      foot={
        mayChange && (
          <>
            <Button onClick={() => setMode('change')}>Correct</Button>
            <Button onClick={() => setMode('copy')}>Make one like it</Button>
          </>
        )
      }
    >
      <Facts of={[...rulesSaid(it), ['Source', it.source], ['As of', <DateText key="as-of" on={it.asOf} year />]]} />
      {mode && <TableDialog table={it} mode={mode} onClose={() => setMode(undefined)} />}
    </Panel>
  )
}

/** How hours become pay: the tables rates and deal memos name, each with its source and its day. */
export function TablesPage() {
  const asked = useAsk(listPayProfiles)
  const [open, setOpen] = useState<string>()
  const shown = asked.data?.items.find((it) => it.id === open)
  return (
    <SettingsPage
      title="Overtime tables"
      shipped="overtime-tables"
      wide
      aside={
        shown && (
          <One key={shown.id} of={shown} mayChange={asked.data?.can.edit ?? false} onClose={() => setOpen(undefined)} />
        )
      }
    >
      <Section
        title="Tables"
        count={asked.data?.items.length}
        about="Rates and deal memos name one of these, and timesheets pay by it. A memo keeps the table it was signed with; an approved day keeps what it paid. Check the agreement you work under."
      >
        <Loaded of={asked}>
          {({ items }) => (
            <Table
              label="Overtime tables"
              rows={items}
              columns={columns}
              keyOf={(it) => it.id}
              current={open}
              onOpen={(it) => setOpen(it.id)}
            />
          )}
        </Loaded>
      </Section>
    </SettingsPage>
  )
}
