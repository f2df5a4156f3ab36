import { useAsk } from '../../../../client/react.ts'
import { datedColumn, RowsPage, sourceColumn } from '../../../../ui/RowsPage.tsx'
import type { Column } from '../../../../ui/Table.tsx'
import { plural } from '../../../../ui/words.ts'
import { listMinorProfiles, type MinorProfile } from '../../../productions/minors.contract.ts'
import { ageText } from '../../../productions/minors.rules.ts'
import { MinorPanel } from './MinorPanel.tsx'
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
  sourceColumn,
  datedColumn,
]

/** What children may do in a day, by place: each table says where it is from and of when. */
export function MinorsPage() {
  const mayChange = useMayChange()
  return (
    <RowsPage
      title="Minors’ hours"
      shipped="minors-hours"
      rows="Places"
      about="A production goes by one of these, chosen under Dates and details. The figures are examples with their source; the permit of the job decides."
      of={useAsk(listMinorProfiles)}
      columns={columns}
      panel={(it, close) => <MinorPanel of={it} mayChange={mayChange} onClose={close} />}
    />
  )
}
