import type { ReactNode } from 'react'
import { Dialog } from './Dialog.tsx'
import { Form } from './Form.tsx'
import type { FormHandle } from './useForm.ts'
import type { OwnRow, RowEdit } from './useRowForm.ts'

interface RowDialogProps<Draft extends object> {
  of: RowEdit<OwnRow>
  form: FormHandle<Draft>
  /** The word for changing it: *Correct* where its figures have a source. */
  change: 'Change' | 'Correct'
  /** What making another is called, and the button that does: *A profile of your own*, *Add profile*. */
  own: string
  add: string
  size?: 'wide' | 'full'
  isWide?: boolean
  children: ReactNode
}

/** The fields of a row of the office's own lists, to change it or to make another like it. */
export function RowDialog<Draft extends object>({ of, form, change, own, add, ...props }: RowDialogProps<Draft>) {
  const { size, isWide = false, children } = props
  const isCopy = of.mode === 'copy'
  return (
    <Dialog open onClose={of.onClose} title={isCopy ? own : `${change} ${of.row.name}`} {...(size && { size })}>
      <Form of={form} action={isCopy ? add : 'Save'} onCancel={of.onClose} isWide={isWide}>
        {children}
      </Form>
    </Dialog>
  )
}
