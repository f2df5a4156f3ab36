import { IconCalendarOff, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useAsk } from '../../../client/react.ts'
import { addDays } from '../../../kernel/time.ts'
import { Button } from '../../../ui/Button.tsx'
import { formatDay, readersToday } from '../../../ui/dates.ts'
import { DateText } from '../../../ui/DateText.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import type { ChoiceGroup } from '../../../ui/SelectField.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { Toolbar } from '../../../ui/Toolbar.tsx'
import { plural } from '../../../ui/words.ts'
import { listLocations } from '../../locations/location.contract.ts'
import type { Engagement } from '../../people/engagement.contract.ts'
import { getBookings, type Absence } from '../booking.contract.ts'
import { AbsenceForm } from './AbsenceForm.tsx'
import { TakeBack } from './TakeBack.tsx'
import { ABSENCE_WORDS, hoursText } from './crewGrid.rules.ts'

interface AwayTabProps {
  productionId: string
  people: readonly Engagement[]
  units: readonly string[]
  mayBook: boolean
}

/** Everybody and everything that cannot work on some day, from a month ago to a year ahead. */
export function AwayTab({ productionId, people, units, mayBook }: AwayTabProps) {
  const [adding, setAdding] = useState(false)
  const params = { productionId }
  const today = readersToday()
  const asked = useAsk(getBookings, { params, query: { from: addDays(today, -31), to: addDays(today, 365) } })
  const places = useAsk(listLocations, { params }).data?.items ?? []
  const names = new Map<string, string>([
    ...people.map((it) => [it.personId ?? '', it.name] as const),
    ...places.map((it) => [it.id, it.name] as const),
  ])
  const nameOf = ({ resource }: Absence) => names.get(resource.id) ?? resource.id
  const columns: Column<Absence>[] = [
    { key: 'who', head: 'Who or what', of: (it) => <b>{nameOf(it)}</b>, sortBy: nameOf, width: '26%' },
    { key: 'day', head: 'Day', of: (it) => <DateText on={it.onDate} />, sortBy: (it) => it.onDate, width: 130 },
    { key: 'hours', head: 'Hours', of: hoursText, width: 120, phone: 'hide' },
    { key: 'why', head: 'Why', of: (it) => ABSENCE_WORDS[it.kind], sortBy: (it) => it.kind },
    {
      key: 'note',
      head: 'Note',
      of: (it) => [it.note, it.source].filter(Boolean).join(', '),
      quiet: true,
      phone: 'hide',
    },
    {
      key: 'back',
      head: '',
      align: 'end',
      width: 170,
      of: (it) =>
        mayBook &&
        (it.productionId === null || it.productionId === productionId) && (
          <TakeBack productionId={productionId} absence={it} label={`${nameOf(it)}, ${formatDay(it.onDate)}`} />
        ),
    },
  ]
  const choices = choicesOf(people, places, units)
  const enter = mayBook && (
    <Button icon={<IconPlus size={16} />} onClick={() => setAdding(true)}>
      Enter days
    </Button>
  )
  return (
    <>
      <Toolbar end={asked.data && plural(asked.data.absences.length, 'day')}>{enter}</Toolbar>
      <Loaded of={asked}>
        {({ absences }) => (
          <Table
            label="Days away"
            rows={absences}
            columns={columns}
            keyOf={(it) => it.id}
            empty={
              <EmptyState title="Nobody is away" icon={<IconCalendarOff size={24} stroke={1.5} />} actions={enter}>
                Days off, leave and hours when somebody, a place or a unit cannot work. The board and the call sheets
                warn before anybody is planned into them.
              </EmptyState>
            }
          />
        )}
      </Loaded>
      <Dialog open={adding} onClose={() => setAdding(false)} title="Enter days away">
        {adding && <AbsenceForm productionId={productionId} choices={choices} onClose={() => setAdding(false)} />}
      </Dialog>
    </>
  )
}

function choicesOf(
  people: readonly Engagement[],
  places: readonly { id: string; name: string }[],
  units: readonly string[],
): ChoiceGroup[] {
  // Somebody with two positions on a production is one person.
  const persons = new Map(
    people.flatMap((it) => (it.personId === null ? [] : [[it.personId as string, it.name] as const])),
  )
  const groups = [
    { group: 'People', items: [...persons].map(([id, label]) => ({ value: `person:${id}`, label })) },
    { group: 'Places', items: places.map(({ id, name }) => ({ value: `location:${id}`, label: name })) },
    { group: 'Units', items: units.map((unit) => ({ value: `unit:${unit}`, label: unit })) },
  ]
  return groups.filter(({ items }) => items.length > 0)
}
