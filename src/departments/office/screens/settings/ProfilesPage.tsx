import { useState } from 'react'
import { useAsk } from '../../../../client/react.ts'
import { DateText } from '../../../../ui/DateText.tsx'
import { formatLength } from '../../../../ui/dates.ts'
import { Facts } from '../../../../ui/Facts.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Table, type Column } from '../../../../ui/Table.tsx'
import { listProfiles, type WorkingTimeProfile } from '../../../productions/profile.contract.ts'
import { SettingsPage } from './SettingsPage.tsx'

const length = (minutes: number | null) => (minutes === null ? '–' : formatLength(minutes))

const columns: Column<WorkingTimeProfile>[] = [
  { key: 'name', head: 'Profile', of: (it) => <b>{it.name}</b>, sortBy: (it) => it.name },
  {
    key: 'rest',
    head: 'Daily rest',
    of: (it) => length(it.dailyRestMinutes),
    align: 'end',
    sortBy: (it) => it.dailyRestMinutes,
  },
  {
    key: 'meal',
    head: 'Meal after',
    of: (it) => length(it.mealAfterMinutes),
    align: 'end',
    sortBy: (it) => it.mealAfterMinutes,
  },
  { key: 'overtime', head: 'Overtime after', of: (it) => length(it.overtimeAfterMinutes), align: 'end', phone: 'hide' },
  {
    key: 'dated',
    head: 'As of',
    of: (it) => <DateText on={it.dated} year />,
    quiet: true,
    align: 'end',
    phone: 'hide',
  },
]

function Profile({ of: it, onClose }: { of: WorkingTimeProfile; onClose: () => void }) {
  return (
    <Panel title={it.name} onClose={onClose}>
      <Facts
        of={[
          ['Rest between days', length(it.dailyRestMinutes)],
          ['Rest in the week', length(it.weeklyRestMinutes)],
          ['Rest of a minor', length(it.minorRestMinutes)],
          ['Meal after', length(it.mealAfterMinutes)],
          ['Meal takes', length(it.mealMinutes)],
          ['Second meal after', length(it.secondMealAfterMinutes)],
          ['Overtime after', length(it.overtimeAfterMinutes)],
          ['Second step after', length(it.secondOvertimeAfterMinutes)],
          ['Source', it.source],
          ['As of', <DateText key="dated" on={it.dated} year />],
        ]}
      />
    </Panel>
  )
}

/** Rest, meals and overtime the checks go by: each set says where it is from and of when. */
export function ProfilesPage() {
  const asked = useAsk(listProfiles)
  const [open, setOpen] = useState<string>()
  const shown = asked.data?.items.find((it) => it.id === open)
  return (
    <SettingsPage title="Working time" aside={shown && <Profile of={shown} onClose={() => setOpen(undefined)} />}>
      <Section
        title="Profiles"
        count={asked.data?.items.length}
        about="A production follows one of these. The figures are examples with their source; check the agreement you work under."
      >
        <Loaded of={asked}>
          {({ items }) => (
            <Table
              label="Profiles"
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
