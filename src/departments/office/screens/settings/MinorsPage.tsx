import { useState } from 'react'
import { useAsk } from '../../../../client/react.ts'
import { DateText } from '../../../../ui/DateText.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Table, type Column } from '../../../../ui/Table.tsx'
import { plural } from '../../../../ui/words.ts'
import { listMinorProfiles, type MinorProfile } from '../../../productions/minors.contract.ts'
import { ageText } from '../../../productions/minors.rules.ts'
import { MinorPanel } from './MinorPanel.tsx'
import { SettingsPage } from '../../../../ui/SettingsPage.tsx'
import { useMayChange } from './useMayChange.ts'

const ages = ({ rows }: MinorProfile): string => {
  const from = Math.min(...rows.map((row) => row.fromAgeMonths))
  const until = Math.max(...rows.map((row) => row.untilAgeMonths))
  return `${ageText(from)} to ${ageText(until)}`
}

const columns: Column<MinorProfile>[] = [
  { key: 'name', head: 'Place', of: (it) => <b>{it.name}</b>, sortBy: (it) => it.name },
  { key: 'ages', head: 'Ages', of: ages },
  {
    key: 'productions',
    head: 'Gone by',
    of: (it) => (it.productions === 0 ? 'nobody' : plural(it.productions, 'production')),
    sortBy: (it) => it.productions,
    quiet: true,
  },
  { key: 'source', head: 'Source', of: (it) => it.source, quiet: true, phone: 'hide' },
  {
    key: 'dated',
    head: 'As of',
    of: (it) => <DateText on={it.dated} year />,
    quiet: true,
    align: 'end',
    phone: 'hide',
  },
]

/** What children may do in a day, by place: each table says where it is from and of when. */
export function MinorsPage() {
  const asked = useAsk(listMinorProfiles)
  const [open, setOpen] = useState<string>()
  const shown = asked.data?.items.find((it) => it.id === open)
  const mayChange = useMayChange()
  return (
    <SettingsPage
      shipped="minors-hours"
      title="Minors’ hours"
      aside={shown && <MinorPanel key={shown.id} of={shown} mayChange={mayChange} onClose={() => setOpen(undefined)} />}
    >
      <Section
        title="Places"
        count={asked.data?.items.filter((it) => !it.isArchived).length}
        about="A production goes by one of these, chosen under Dates and details. The figures are examples with their source; the permit of the job decides."
      >
        <Loaded of={asked}>
          {({ items }) => (
            <Table
              label="Minors’ hours"
              rows={items}
              columns={columns}
              keyOf={(it) => it.id}
              current={open}
              onOpen={(it) => setOpen(it.id)}
              {...(items.some((it) => it.isArchived) && {
                groupBy: (it: MinorProfile) => (it.isArchived ? 'Put away' : 'To choose from'),
              })}
            />
          )}
        </Loaded>
      </Section>
    </SettingsPage>
  )
}
