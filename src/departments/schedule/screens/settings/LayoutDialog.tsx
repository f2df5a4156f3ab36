import { browser } from '../../../../client/react.ts'
import { bodyOf } from '../../../../ui/bodyOf.ts'
import { DateField } from '../../../../ui/DateField.tsx'
import { FieldRow } from '../../../../ui/Form.tsx'
import { NumberField } from '../../../../ui/NumberField.tsx'
import { RowDialog } from '../../../../ui/RowDialog.tsx'
import { TextField } from '../../../../ui/TextField.tsx'
import { useRowForm, type RowEdit } from '../../../../ui/useRowForm.ts'
import { changeLayout, createLayout, listLayouts, type StripLayout, type StripShape } from '../../layout.contract.ts'
import { layoutText, wrongWith } from '../../layout.rules.ts'
import { LayoutFields } from './LayoutFields.tsx'
import { LayoutSample } from './LayoutSample.tsx'
import css from './LayoutSample.module.css'

interface Draft {
  name: string
  source: string
  dated: string | null
  shape: StripShape
}

const Body = bodyOf(createLayout)

/** Changes a layout, or makes one of the office's own from it, above live strips. */
export function LayoutDialog(edit: RowEdit<StripLayout>) {
  const { row: layout } = edit
  const form = useRowForm(edit, {
    schema: Body,
    draftOf: ({ name, source, dated, shape }): Draft => ({ name, source, dated, shape }),
    list: () => browser.call(listLayouts),
    create: (body, idempotencyKey) => browser.call(createLayout, { body, idempotencyKey }),
    change: (body, ifMatch) => browser.call(changeLayout, { params: { layoutId: layout.id }, body, ifMatch }),
    said: 'Boards that show it follow',
    words: { name: 'Name', shape: { word: 'Layout', say: layoutText }, source: 'Source', dated: 'As of' },
  })
  const { draft, field, change } = form
  const wrong = wrongWith(draft.shape)
  return (
    <RowDialog of={edit} form={form} change="Change" own="A strip layout of your own" add="Add layout" size="wide">
      <FieldRow>
        <TextField label="Name" required autoFocus {...field('name')} />
        <NumberField
          label="Height of a strip"
          hint="28 is usual; two lines need 38"
          value={draft.shape.height}
          min={20}
          max={72}
          onChange={(height) => change({ shape: { ...draft.shape, height: height ?? 28 } })}
        />
      </FieldRow>
      <LayoutSample of={draft.shape} />
      <LayoutFields shape={draft.shape} onChange={(now) => change({ shape: now })} />
      {wrong.length > 0 && (
        <p className={css.wrong} role="alert">
          {wrong.join(' ')}
        </p>
      )}
      <FieldRow>
        <TextField label="Source" hint="Where it is from, or what it is for" required {...field('source')} />
        <DateField label="As of" required {...field('dated')} />
      </FieldRow>
    </RowDialog>
  )
}
