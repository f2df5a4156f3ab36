import { useState } from 'react'
import { Button, TextButton } from '../../../ui/Button.tsx'
import { Section } from '../../../ui/Section.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { plural } from '../../../ui/words.ts'
import type { CallSheet } from '../sheet.contract.ts'
import type { ViewPerson } from '../callsheet.view.ts'
import aside from './SheetAside.module.css'
import field from './SheetField.module.css'
import { useEditing } from './useSheetEditing.ts'

/** Booked for the day with another unit: called there, unless somebody brings them here for the day. */
export function SheetOtherUnits({ sheet }: { sheet: CallSheet }) {
  const { mayEdit, setUnit } = useEditing()
  if (sheet.otherUnits.length === 0) return null
  return (
    <Section
      title="With other units"
      count={sheet.otherUnits.length}
      about={`${plural(sheet.otherUnits.length, 'person is', 'people are')} booked this day and called by another unit.`}
    >
      <ul className={aside.touched}>
        {sheet.otherUnits.map((each) => (
          <li key={each.engagementId}>
            <b>{each.name}</b> {each.position}
            <small>
              {each.unit}{' '}
              {mayEdit && (
                <TextButton onClick={() => setUnit(each.engagementId, each.name, sheet.unit)}>
                  Here for this day
                </TextButton>
              )}
            </small>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Lends somebody of this sheet to another unit for its day. */
export function LendField({ of }: { of: ViewPerson }) {
  const { setUnit } = useEditing()
  const [unit, setName] = useState('')
  const lend = () => unit.trim() !== '' && setUnit(of.engagementId, of.name, unit.trim())
  return (
    <div className={field.words}>
      <TextField
        label="With another unit this day"
        placeholder="2nd unit"
        value={unit}
        onChange={setName}
        onEnter={lend}
        maxLength={60}
      />
      <Button size="small" disabled={unit.trim() === ''} onClick={lend}>
        Lend
      </Button>
    </div>
  )
}
