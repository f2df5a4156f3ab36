import { useState } from 'react'
import { useChange } from '../../../client/react.ts'
import { TextButton } from '../../../ui/Button.tsx'
import { DateText } from '../../../ui/DateText.tsx'
import { Section } from '../../../ui/Section.tsx'
import { toast } from '../../../ui/toast.tsx'
import { removeAbsences, type Absence, type BookedResource } from '../booking.contract.ts'
import { AbsenceForm } from './AbsenceForm.tsx'
import css from './Crew.module.css'
import { ABSENCE_WORDS, hoursText } from './crewGrid.rules.ts'

interface AbsenceSectionProps {
  productionId: string
  resource: BookedResource
  absences: readonly Absence[]
  mayEdit: boolean
}

/** When somebody, a place or a unit cannot work, and how to enter it. */
export function AbsenceSection({ productionId, resource, absences, mayEdit }: AbsenceSectionProps) {
  const [adding, setAdding] = useState(false)
  const remove = useChange(removeAbsences, { onDone: () => toast.done('Taken back') })
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
              <TextButton
                aria-label={`Take back ${ABSENCE_WORDS[it.kind].toLowerCase()} on ${it.onDate}`}
                onClick={() =>
                  remove.mutate({ params: { productionId, availabilityId: it.id } }, { onError: toast.problem })
                }
              >
                Take back
              </TextButton>
            )}
          </li>
        ))}
      </ul>
      {adding && <AbsenceForm productionId={productionId} resource={resource} onClose={() => setAdding(false)} />}
    </Section>
  )
}
