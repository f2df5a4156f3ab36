import { useState } from 'react'
import { Button, TextLink } from '../../../ui/Button.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { Why } from '../../../ui/Why.tsx'
import css from './Sheet.module.css'
import field from './SheetField.module.css'
import { useEditing } from './useSheetEditing.ts'

interface HeaderFieldProps {
  name: 'client' | 'agency' | 'job'
  label: string
  text: string
}

/** Who the job is for, as the sheet prints it: from the production, or as somebody wrote it for this sheet. */
export function HeaderField({ name, label, text }: HeaderFieldProps) {
  const { mayEdit, sheet, productionId, override, revert } = useEditing()
  const [typed, setTyped] = useState(text)
  const key = `header.${name}`
  const said = sheet.overrides[key]
  if (!mayEdit)
    return text === '' ? null : (
      <span>
        {label} <b>{text}</b>
      </span>
    )
  const save = () => typed !== text && override(key, label, typed)
  return (
    <span>
      {label}{' '}
      <Why
        title={label}
        parts={[]}
        actions={
          <div className={field.whyFoot}>
            <p>
              {said === undefined
                ? 'It comes from the production, '
                : 'Written for this sheet; the production says it in '}
              <TextLink to={`/productions/${productionId}/settings`}>Dates and details</TextLink>.
            </p>
            <TextField label="On this sheet only" value={typed} onChange={setTyped} onEnter={save} maxLength={120} />
            <div className={field.inline}>
              <Button size="small" disabled={typed === text} onClick={save}>
                Use this
              </Button>
              {said !== undefined && (
                <Button size="small" onClick={() => revert(key, label)}>
                  As the production
                </Button>
              )}
            </div>
          </div>
        }
      >
        {text === '' ? <span className={css.quiet}>none yet</span> : <b>{text}</b>}
      </Why>
    </span>
  )
}
