import { z } from 'zod'
import { useChange } from '../../../client/react.ts'
import { dayText, type PlainDay } from '../../../kernel/time.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Form } from '../../../ui/Form.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { CalendarDayKind, setCalendarDays } from '../../productions/calendar.contract.ts'
import type { ProductionCalendar } from '../calendar.contract.ts'

type Mark = CalendarDayKind | 'usual'

const marks: { value: Mark; label: string }[] = [
  { value: 'usual', label: 'As its weekday' },
  { value: 'work', label: 'Working day' },
  { value: 'off', label: 'Day off' },
  { value: 'holiday', label: 'Public holiday' },
  { value: 'travel', label: 'Travel day' },
  { value: 'hiatus', label: 'Hiatus' },
]

const Marking = z.object({
  kind: CalendarDayKind.or(z.literal('usual')),
  label: z.string().trim().max(120, 'At most 120 characters.'),
})

const present = ({ rest, workDays }: ProductionCalendar, day: PlainDay): { kind: Mark; label: string } => {
  const marked = rest.find(({ onDate, isMarked }) => onDate === day && isMarked)
  if (marked) return { kind: marked.kind, label: marked.label }
  return { kind: workDays.includes(day) ? 'work' : 'usual', label: '' }
}

export interface DayDialogProps {
  day: PlainDay
  calendar: ProductionCalendar
  productionId: string
  onClose: () => void
}

/** Says of one date that nobody works, or that everybody does. Days on the board stay where they are. */
export function DayDialog({ day, calendar, productionId, onClose }: DayDialogProps) {
  const change = useChange(setCalendarDays)
  const before = present(calendar, day)
  const send = ({ kind, label }: { kind: Mark; label: string }) =>
    change.mutateAsync({
      params: { productionId: productionId as never },
      body: { days: [{ onDate: day, kind: kind === 'usual' ? null : kind, label }] },
    })
  const form = useForm({
    schema: Marking,
    initial: before,
    save: async (marking) => {
      await send(marking)
      onClose()
      toast.done(`${dayText(day)} is marked`, { undo: () => send(before) })
    },
  })
  const planned = calendar.items.filter(({ onDate, isOnBoard }) => isOnBoard && onDate === day)
  return (
    <Dialog
      open
      onClose={onClose}
      size="small"
      title={dayText(day, { year: true })}
      about={
        planned.length > 0
          ? `${planned.map(({ label }) => label).join(' and ')} lies here and stays; the schedule will say that they clash.`
          : undefined
      }
    >
      <Form of={form} action="Mark the day" onCancel={onClose}>
        <SelectField
          label="What it is"
          choices={marks}
          value={form.draft.kind}
          onChange={(next) => form.change({ kind: next ?? 'usual' })}
        />
        <TextField label="Name" hint="Optional: Easter Monday, weather day, company outing" {...form.field('label')} />
      </Form>
    </Dialog>
  )
}
