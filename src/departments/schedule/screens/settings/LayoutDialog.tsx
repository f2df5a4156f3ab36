import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { browser, refresh } from '../../../../client/react.ts'
import { bodyOf } from '../../../../ui/bodyOf.ts'
import { DateField } from '../../../../ui/DateField.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { FieldRow, Form } from '../../../../ui/Form.tsx'
import { NumberField } from '../../../../ui/NumberField.tsx'
import { TextField } from '../../../../ui/TextField.tsx'
import { toast } from '../../../../ui/toast.tsx'
import { useForm } from '../../../../ui/useForm.ts'
import { changeLayout, createLayout, listLayouts, type StripLayout, type StripShape } from '../../layout.contract.ts'
import { layoutText, wrongWith } from '../../layout.rules.ts'
import { LayoutFields } from './LayoutFields.tsx'
import { LayoutSample } from './LayoutSample.tsx'
import css from './LayoutSample.module.css'

interface LayoutDialogProps {
  layout: StripLayout
  mode: 'change' | 'copy'
  onClose: () => void
}

interface Draft {
  name: string
  source: string
  dated: string | null
  shape: StripShape
}

const Body = bodyOf(createLayout)

function LayoutForm({ layout, mode, onClose }: LayoutDialogProps) {
  const client = useQueryClient()
  const [key] = useState(() => crypto.randomUUID())
  const { name, source, dated, shape } = layout
  const params = { layoutId: layout.id }
  const form = useForm({
    schema: Body,
    initial: { source, dated, shape, name: mode === 'copy' ? `${name}, ours` : name } as Draft,
    save: async (body, version = layout.version) => {
      if (mode === 'copy') {
        await browser.call(createLayout, { body, idempotencyKey: key })
        toast.done(`${body.name} can be chosen now`)
      } else {
        const now = await browser.call(changeLayout, { params, body, ifMatch: version })
        const takeBack = { params, body: { name, source, dated, shape }, ifMatch: now.version }
        toast.done('Boards that show it follow', {
          undo: () => void browser.call(changeLayout, takeBack).then(() => refresh(client, null), toast.problem),
        })
      }
      void refresh(client, null)
      onClose()
    },
    shared:
      mode === 'copy'
        ? undefined
        : {
            subject: layout.name,
            version: layout.version,
            read: async () => {
              const it = (await browser.call(listLayouts)).items.find(({ id }) => id === layout.id) ?? layout
              return {
                draft: { name: it.name, source: it.source, dated: it.dated, shape: it.shape },
                version: it.version,
              }
            },
            words: { name: 'Name', shape: { word: 'Layout', say: layoutText }, source: 'Source', dated: 'As of' },
          },
  })
  const { draft, field, change } = form
  const wrong = wrongWith(draft.shape)
  return (
    <Form of={form} action={mode === 'copy' ? 'Add layout' : 'Save'} onCancel={onClose}>
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
    </Form>
  )
}

/** Changes a layout, or makes one of the office's own from it, above live strips. */
export const LayoutDialog = (props: LayoutDialogProps) => (
  <Dialog
    open
    size="wide"
    onClose={props.onClose}
    title={props.mode === 'copy' ? 'A strip layout of your own' : `Change ${props.layout.name}`}
  >
    <LayoutForm {...props} />
  </Dialog>
)
