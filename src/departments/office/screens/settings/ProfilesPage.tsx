import { useAsk } from '../../../../client/react.ts'
import { durationText } from '../../../../kernel/time.ts'
import { RowPanel } from '../../../../ui/RowPanel.tsx'
import { datedColumn, RowsPage } from '../../../../ui/RowsPage.tsx'
import type { Column } from '../../../../ui/Table.tsx'
import { listProfiles, type WorkingTimeProfile } from '../../../productions/profile.contract.ts'
import { figures, penaltyText } from './profile.draft.rules.ts'
import { ProfileDialog } from './ProfileDialog.tsx'
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
  datedColumn,
]

interface ProfileProps {
  of: WorkingTimeProfile
  mayChange: boolean
  onClose: () => void
}

const Profile = ({ of: it, ...panel }: ProfileProps) => (
  <RowPanel
    of={it}
    {...panel}
    change="Correct"
    facts={[
      ...figures.map(([name, label]) => [label, length(it[name])] as const),
      ['Late meal', penaltyText(it.mealPenalty)],
    ]}
    asOf={it.dated}
    dialog={(edit) => <ProfileDialog {...edit} />}
  />
)

/** Rest, meals and overtime the checks go by: each set says where it is from and of when. */
export function ProfilesPage() {
  const mayChange = useMayChange()
  return (
    <RowsPage
      title="Working time"
      shipped="working-time"
      rows="Profiles"
      about="A production follows one of these. The figures are examples with their source; check the agreement you work under."
      of={useAsk(listProfiles)}
      columns={columns}
      panel={(it, close) => <Profile of={it} mayChange={mayChange} onClose={close} />}
    />
  )
}
