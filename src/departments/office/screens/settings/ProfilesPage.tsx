import { useState } from 'react'
import { useAsk } from '../../../../client/react.ts'
import { durationText } from '../../../../kernel/time.ts'
import { Button } from '../../../../ui/Button.tsx'
import { DateText } from '../../../../ui/DateText.tsx'
import { Facts } from '../../../../ui/Facts.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Table, type Column } from '../../../../ui/Table.tsx'
import { listProfiles, type WorkingTimeProfile } from '../../../productions/profile.contract.ts'
import { figures } from './profile.draft.rules.ts'
import { ProfileDialog } from './ProfileDialog.tsx'
import { SettingsPage } from '../../../../ui/SettingsPage.tsx'
import { useMayChange } from './useMayChange.ts'

const length = (minutes: number | null) => (minutes === null ? '–' : durationText(minutes))

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

interface ProfileProps {
  of: WorkingTimeProfile
  mayChange: boolean
  onClose: () => void
}

function Profile({ of: it, mayChange, onClose }: ProfileProps) {
  const [mode, setMode] = useState<'change' | 'copy'>()
  const actions = mayChange && (
    <>
      <Button onClick={() => setMode('change')}>Correct</Button>
      <Button onClick={() => setMode('copy')}>Make one like it</Button>
    </>
  )
  return (
    <Panel title={it.name} onClose={onClose} foot={actions || undefined}>
      <Facts
        of={[
          ...figures.map(([name, label]) => [label, length(it[name])] as const),
          ['Source', it.source],
          ['As of', <DateText key="dated" on={it.dated} year />],
        ]}
      />
      {mode && <ProfileDialog profile={it} mode={mode} onClose={() => setMode(undefined)} />}
    </Panel>
  )
}

/** Rest, meals and overtime the checks go by: each set says where it is from and of when. */
export function ProfilesPage() {
  const asked = useAsk(listProfiles)
  const [open, setOpen] = useState<string>()
  const shown = asked.data?.items.find((it) => it.id === open)
  const mayChange = useMayChange()
  return (
    <SettingsPage
      shipped="working-time"
      title="Working time"
      aside={shown && <Profile key={shown.id} of={shown} mayChange={mayChange} onClose={() => setOpen(undefined)} />}
    >
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
