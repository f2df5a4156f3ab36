import { z } from 'zod'
import { browser, useChange } from '../../../client/react.ts'
import { dayText, type PlainDay } from '../../../kernel/time.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Form } from '../../../ui/Form.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { useOverTheirs } from '../../../ui/useOverTheirs.tsx'
import { useTaken } from '../../../ui/useTaken.ts'
import {
  CalendarDayKind,
  getCalendar,
  setCalendarDays,
  type CalendarRead,
} from '../../productions/calendar.contract.ts'
import { comparedMarks, isSameMark, markNames, markOf, type CalendarMark } from '../../productions/calendar.rules.ts'
import type { ProductionCalendar } from '../calendar.contract.ts'

type Mark = CalendarDayKind | 'usual'

const marks: { value: Mark; label: string }[] = [
  { value: 'usual', label: 'As its weekday' },
  ...CalendarDayKind.options.map((value) => ({ value, label: markNames[value] })),
]

const Marking = z.object({
  kind: CalendarDayKind.or(z.literal('usual')),
  label: z.string().trim().max(120, 'At most 120 characters.'),
})

const present = ({ rest, workDays }: ProductionCalendar, onDate: PlainDay): CalendarMark => {
  const marked = rest.find((day) => day.onDate === onDate && day.isMarked)
  if (marked) return { onDate, kind: marked.kind, label: marked.label }
  return { onDate, kind: workDays.includes(onDate) ? 'work' : null, label: '' }
}

interface DayDialogProps {
  day: PlainDay
  calendar: ProductionCalendar
  productionId: string
  onClose: () => void
}

/** Says of one date that nobody works, or that everybody does. Days on the board stay where they are. */
export function DayDialog({ day, calendar, productionId, onClose }: DayDialogProps) {
  const params = { productionId }
  const change = useChange(setCalendarDays)
  const seen = useTaken(calendar)
  const before = present(seen, day)
  const send = (mark: CalendarMark, ifMatch: number) => change.mutateAsync({ params, body: { days: [mark] }, ifMatch })
  const undo = async () => send(before, (await browser.call(getCalendar, { params })).version)
  const { put, bothSides } = useOverTheirs({
    read: () => browser.call(getCalendar, { params }),
    isUntouched: (it: CalendarRead) => isSameMark(markOf(it, day), before),
    send: (mine: CalendarMark, version) => send(mine, version),
    done: () => {
      onClose()
      toast.done(`${dayText(day)} is marked`, { undo })
    },
    subject: () => dayText(day),
    fields: (mine, theirs) => comparedMarks(mine, markOf(theirs, day)),
    form: { onClose },
  })
  const form = useForm({
    schema: Marking,
    initial: { kind: (before.kind ?? 'usual') as Mark, label: before.label },
    save: ({ kind, label }) => put({ onDate: day, kind: kind === 'usual' ? null : kind, label }, seen),
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
      {bothSides}
    </Dialog>
  )
}
