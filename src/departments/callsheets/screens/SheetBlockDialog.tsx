import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { browser, refresh } from '../../../client/react.ts'
import { clockOf, minuteOf } from '../../../kernel/time.ts'
import type { WallTime } from '../../../kernel/time.ts'
import { Button, IconButton } from '../../../ui/Button.tsx'
import { CheckField } from '../../../ui/CheckField.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextAreaField, TextField } from '../../../ui/TextField.tsx'
import { LengthField, TimeField } from '../../../ui/TimeField.tsx'
import { useTaken } from '../../../ui/useTaken.ts'
import { toast } from '../../../ui/toast.tsx'
import { askForecast } from '../weather.contract.ts'
import css from './SheetBlockDialog.module.css'
import { blockForms, type BlockField, type BlockForm, type Values } from './sheetBlockForms.ts'
import { useEditing } from './useSheetEditing.ts'

type Value = Values[string]

function Field({ of, value, onChange }: { of: BlockField; value: Value; onChange: (next: Value) => void }) {
  const look = { label: of.label, ...(of.hint !== undefined && { placeholder: of.hint }) }
  const number = typeof value === 'number' ? value : null
  switch (of.kind) {
    case 'long':
      return (
        <div className={css.wide}>
          <TextAreaField {...look} rows={2} value={String(value ?? '')} onChange={onChange} />
        </div>
      )
    case 'number':
      return <NumberField {...look} decimals={1} value={number} onChange={onChange} />
    case 'yes':
      return (
        <div className={css.wide}>
          <CheckField
            label={of.label}
            {...(of.hint !== undefined && { hint: of.hint })}
            value={number === 1}
            onChange={(next) => onChange(Number(next))}
          />
        </div>
      )
    case 'length':
      return <LengthField {...look} value={number} onChange={onChange} />
    case 'when':
      return (
        <TimeField
          {...look}
          value={number === null ? null : clockOf(number)}
          onChange={(next) => onChange(next === null ? null : minuteOf(next as WallTime))}
        />
      )
    default:
      return <TextField {...look} value={String(value ?? '')} onChange={onChange} />
  }
}

/** One typed block of the sheet, as a form. */
export function SheetBlockDialog({ id, onClose }: { id: string; onClose: () => void }) {
  if (id === 'place') return <ReportToDialog onClose={onClose} />
  const form = blockForms[id]
  return form === undefined ? null : <FormDialog form={form} onClose={onClose} />
}

function FormDialog({ form, onClose }: { form: BlockForm; onClose: () => void }) {
  const { sheet: current, changeBlocks } = useEditing()
  const sheet = useTaken(current)
  const [values, setValues] = useState(() => form.read(sheet.blocks))
  const [busy, setBusy] = useState(false)
  const put = (at: number, name: string, value: Value) =>
    setValues(values.map((each, i) => (i === at ? { ...each, [name]: value } : each)))
  const save = async () => {
    setBusy(true)
    await changeBlocks(form.write(values, sheet.blocks), form.title, sheet)
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={form.title}
      about={form.about}
      size={form.many === undefined ? 'normal' : 'wide'}
    >
      <div className={css.rows}>
        {values.map((each, at) => (
          <div key={String(each['id'] ?? at)} className={form.many === undefined ? undefined : css.row}>
            <div className={css.fields}>
              {form.fields.map((field) => (
                <Field
                  key={field.name}
                  of={field}
                  value={each[field.name] ?? null}
                  onChange={(next) => put(at, field.name, next)}
                />
              ))}
            </div>
            {form.many !== undefined && (
              <IconButton
                label={`Take this ${form.many} off`}
                icon={<IconTrash size={16} />}
                onClick={() => setValues(values.filter((_, i) => i !== at))}
              />
            )}
          </div>
        ))}
      </div>
      <DialogActions>
        <Button kind="accent" busy={busy} onClick={() => void save()}>
          Save
        </Button>
        <Button onClick={onClose}>Cancel</Button>
        {form === blockForms['weather'] && <AskForecast onDone={onClose} />}
        {form.many !== undefined && (
          <Button
            kind="quiet"
            icon={<IconPlus size={16} />}
            onClick={() => setValues([...values, { id: crypto.randomUUID() }])}
          >
            Add a {form.many}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  )
}

/** Where everybody reports: one of the places of the day, else the first of them. */
function ReportToDialog({ onClose }: { onClose: () => void }) {
  const { sheet, changeBlocks } = useEditing()
  const [id, setId] = useState(sheet.blocks.reportToLocationId)
  const choices = sheet.view.places.flatMap((place) =>
    place.id === null ? [] : [{ value: place.id, label: `${place.number} ${place.name}` }],
  )
  return (
    <Dialog
      open
      onClose={onClose}
      title="Report to"
      about="The place everybody comes to first. Addresses and gate codes are kept with the locations."
    >
      <SelectField label="Place" clearable choices={choices} value={id} onChange={setId} />
      <DialogActions>
        <Button kind="accent" onClick={() => void changeBlocks({ reportToLocationId: id }, 'Report to').then(onClose)}>
          Save
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </DialogActions>
    </Dialog>
  )
}

/** Asks the forecast service for the place and the day; without one it says so, and the form stays for typing. */
function AskForecast({ onDone }: { onDone: () => void }) {
  const { sheet, productionId } = useEditing()
  const [busy, setBusy] = useState(false)
  const client = useQueryClient()
  const ask = async () => {
    setBusy(true)
    try {
      const params = { productionId, callSheetId: sheet.id }
      await browser.call(askForecast, { params, ifMatch: sheet.version })
      await refresh(client, productionId)
      toast.done('The forecast is on the sheet')
      onDone()
    } catch (refusal) {
      toast.problem(refusal)
      setBusy(false)
    }
  }
  return (
    <Button kind="quiet" busy={busy} onClick={() => void ask()}>
      Ask the forecast service
    </Button>
  )
}
