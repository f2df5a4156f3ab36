import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { LengthField } from '../../../ui/TimeField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { Why } from '../../../ui/Why.tsx'
import type { CrewGroup, ViewPerson } from '../callsheet.view.ts'
import { spanText } from '../sheetText.rules.ts'
import css from './SheetField.module.css'
import { LendField } from './SheetUnits.tsx'
import { useEditing } from './useSheetEditing.ts'

interface Line {
  key: string
  label: string
  text: string
}

/** A name: press it to say where this person reports, how they get there, and what else they should read. */
export function PersonField({ of }: { of: ViewPerson }) {
  const { mayEdit } = useEditing()
  if (!mayEdit) return <b>{of.name}</b>
  const key = (name: string) => `person.${of.engagementId}.${name}`
  const lines: Line[] = [
    { key: of.reportTo.key, label: 'Report to', text: of.reportTo.text },
    { key: key('transport'), label: 'Transport', text: of.transport?.text ?? '' },
    { key: key('remarks'), label: 'Remarks', text: of.remarks },
  ]
  return (
    <Why
      title={`${of.name}, on this sheet only`}
      parts={[]}
      actions={
        <div className={css.whyFoot}>
          {lines.map((line) => (
            <WordsLine key={line.key} of={line} who={of.shownName} />
          ))}
          <LendField of={of} />
        </div>
      }
    >
      <b>{of.name}</b>
    </Why>
  )
}

function WordsLine({ of, who }: { of: Line; who: string }) {
  const { sheet, override, revert } = useEditing()
  const [text, setText] = useState(of.text)
  const said = `${of.label}, ${who}`
  const save = () => override(of.key, said, text)
  return (
    <div className={css.words}>
      <TextField label={of.label} value={text} onChange={setText} onEnter={save} maxLength={500} />
      <Button size="small" disabled={text === of.text} onClick={save}>
        Use this
      </Button>
      {sheet.overrides[of.key] !== undefined && (
        <Button size="small" onClick={() => revert(of.key, said)}>
          Back
        </Button>
      )}
    </div>
  )
}

const offsetText = (minutes: number): string =>
  minutes === 0 ? 'with general call' : `${spanText(Math.abs(minutes))} ${minutes < 0 ? 'earlier' : 'later'}`

/** When a department usually comes in: change it here for everybody of it who has no offset of their own. */
export function DepartmentField({ of }: { of: CrewGroup }) {
  const { sheet, mayEdit, override, revert } = useEditing()
  const [minutes, setMinutes] = useState<number | null>(Math.abs(of.offset))
  if (!mayEdit) return <>{of.name}</>
  const key = `department.${of.id}.offset`
  const said = `${of.name} call`
  const set = (sign: 1 | -1) => minutes !== null && override(key, said, sign * minutes)
  return (
    <Why
      title={`${of.name} comes in ${offsetText(of.offset)}`}
      parts={[]}
      actions={
        <div className={css.whyFoot}>
          <LengthField label="From general call" value={minutes} onChange={setMinutes} />
          <div className={css.inline}>
            <Button size="small" disabled={minutes === null} onClick={() => set(-1)}>
              Earlier by this
            </Button>
            <Button size="small" disabled={minutes === null} onClick={() => set(1)}>
              Later by this
            </Button>
            {sheet.overrides[key] !== undefined && (
              <Button size="small" onClick={() => revert(key, said)}>
                As usual
              </Button>
            )}
          </div>
        </div>
      }
    >
      {of.name}
    </Why>
  )
}
