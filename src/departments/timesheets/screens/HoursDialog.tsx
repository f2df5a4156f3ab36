import { useQueryClient } from '@tanstack/react-query'
import { browser, refresh, useChange } from '../../../client/react.ts'
import { dayClockOf, dayText } from '../../../kernel/time.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FieldRow, Form } from '../../../ui/Form.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { approveHours, enterHours, Hours, type TimesheetDay } from '../timesheet.contract.ts'
import { minuteOfText } from '../timesheet.rules.ts'

interface HoursProps {
  productionId: string
  day: TimesheetDay
  onClose: () => void
}

/** The hours of one person and day; an approved day is opened again before it changes. */
export const HoursDialog = (props: HoursProps) => (
  <Dialog
    open
    onClose={props.onClose}
    size="small"
    title={`${props.day.name}, ${dayText(props.day.onDate)}`}
    about={props.day.position}
  >
    {props.day.approvedBy === null ? <HoursForm {...props} /> : <Approved {...props} />}
  </Dialog>
)

const text = (minute: number | null) => (minute === null ? '' : dayClockOf(minute))

function HoursForm({ productionId, day, onClose }: HoursProps) {
  const client = useQueryClient()
  const form = useForm({
    schema: Hours,
    initial: {
      startMinute: text(day.startMinute),
      endMinute: text(day.endMinute),
      mealMinutes: (day.startMinute === null ? 60 : day.mealMinutes) as number | null,
      note: day.note,
    },
    toSend: ({ startMinute, endMinute, mealMinutes, note }) => ({
      startMinute: minuteOfText(startMinute),
      endMinute: minuteOfText(endMinute),
      mealMinutes: mealMinutes ?? 0,
      note,
    }),
    save: async (body) => {
      const params = { productionId, engagementId: day.engagementId, onDate: day.onDate }
      await browser.call(enterHours, { params, body, ifMatch: day.version })
      toast.done('The hours are entered')
      onClose()
      await refresh(client, productionId)
    },
  })
  return (
    <Form of={form} action="Enter hours" onCancel={onClose}>
      <FieldRow>
        <TextField label="Start" required autoFocus placeholder="07:30" {...form.field('startMinute')} />
        <TextField label="End" required placeholder="19:00" {...form.field('endMinute')} />
        <NumberField label="Meal" unit="min" min={0} max={240} {...form.field('mealMinutes')} />
      </FieldRow>
      <TextField label="Note" hint="Past midnight go on counting: half past one is 25:30" {...form.field('note')} />
    </Form>
  )
}

function Approved({ productionId, day, onClose }: HoursProps) {
  const change = useChange(approveHours)
  const { engagementId, onDate, version } = day
  return (
    <>
      <p>
        {text(day.startMinute)} – {text(day.endMinute)}, approved by {day.approvedBy}. What it pays is kept as it was
        computed then.
      </p>
      <Button
        busy={change.isPending}
        onClick={() =>
          change.mutate(
            { params: { productionId }, body: { approved: false, days: [{ engagementId, onDate, version }] } },
            { onError: toast.problem, onSuccess: onClose },
          )
        }
      >
        Open it again
      </Button>
    </>
  )
}
