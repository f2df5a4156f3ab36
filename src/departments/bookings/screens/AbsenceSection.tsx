import { useState } from 'react'
import { TextButton } from '../../../ui/Button.tsx'
import { formatDay } from '../../../ui/dates.ts'
import { DateText } from '../../../ui/DateText.tsx'
import { Section } from '../../../ui/Section.tsx'
import type { Absence, BookedResource } from '../booking.contract.ts'
import { AbsenceForm } from './AbsenceForm.tsx'
import css from './Crew.module.css'
import { ABSENCE_WORDS, hoursText } from './crewGrid.rules.ts'
import { TakeBack } from './TakeBack.tsx'

interface AbsenceSectionProps {
  productionId: string
  resource: BookedResource
  absences: readonly Absence[]
  mayEdit: boolean
}

/** When somebody, a place or a unit cannot work, and how to enter it. */
export function AbsenceSection({ productionId, resource, absences, mayEdit }: AbsenceSectionProps) {
  const [adding, setAdding] = useState(false)
  return (
    <Section
      title="Away"
      count={absences.length}
      right={mayEdit && !adding && <TextButton onClick={() => setAdding(true)}>Enter days</TextButton>}
    >
      <ul className={css.lines}>
        {absences.length === 0 && <li>Nothing entered for these days.</li>}
        {absences.map((it) => (
          <li key={it.id}>
            <span>
              <DateText on={it.onDate} /> {hoursText(it)}
            </span>
            {ABSENCE_WORDS[it.kind]}
            {it.note !== '' && `, ${it.note}`}
            {mayEdit && (it.productionId === null || it.productionId === productionId) && (
              <TakeBack
                productionId={productionId}
                absence={it}
                label={`${ABSENCE_WORDS[it.kind].toLowerCase()} on ${formatDay(it.onDate)}`}
              />
            )}
          </li>
        ))}
      </ul>
      {adding && <AbsenceForm productionId={productionId} resource={resource} onClose={() => setAdding(false)} />}
    </Section>
  )
}
