import { useQueryClient } from '@tanstack/react-query'
import { browser, refresh } from '../../../../client/react.ts'
import { dayText, type PlainDay } from '../../../../kernel/time.ts'
import { bodyOf } from '../../../../ui/bodyOf.ts'
import { classes } from '../../../../ui/classes.ts'
import { DateField } from '../../../../ui/DateField.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { FieldRow, Form } from '../../../../ui/Form.tsx'
import { SelectField } from '../../../../ui/SelectField.tsx'
import { TextField } from '../../../../ui/TextField.tsx'
import { toast } from '../../../../ui/toast.tsx'
import { useForm } from '../../../../ui/useForm.ts'
import { addBooking } from '../../engine.contract.ts'
import type { Bar, Timeline } from '../../timeline.contract.ts'
import { ABSENCE_WORDS } from '../crewGrid.rules.ts'
import { ordinal, prospect } from './layout.rules.ts'
import css from './Timeline.module.css'

/** Whom somebody wants, and on which days. */
export interface Wanted {
  readonly personId: string
  readonly name: string
  readonly title: string
  readonly days: readonly PlainDay[]
  readonly productionId?: string
}

interface HoldDialogProps {
  wanted: Wanted
  bars: readonly Bar[]
  /** Days on which they are away, whoever entered them. */
  away: Timeline['away']
  productions: Timeline['productions']
  codeOf: (bar: Pick<Bar, 'productionId' | 'holder'>) => string
  onClose: () => void
  onDone: (bookingId: string) => void
}

interface Draft {
  productionId: string | null
  state: 'hold' | 'confirmed' | 'planning' | null
  title: string
  purpose: string
  expiresOn: string | null
  note: string
}

/** Hold, book or pencil the days that were marked; what it would be is said before. */
export function HoldDialog({ wanted, bars, away, productions, codeOf, onClose, onDone }: HoldDialogProps) {
  const client = useQueryClient()
  const [first, last] = [wanted.days[0], wanted.days.at(-1)]
  const only = productions.length === 1 ? (productions[0]?.id ?? null) : null
  const form = useForm({
    schema: bodyOf(addBooking),
    initial: {
      ...{ productionId: wanted.productionId ?? only, state: 'hold', title: wanted.title, purpose: 'Shoot' },
      ...{ expiresOn: null, note: '' },
    } as Draft,
    toSend: ({ productionId: _, ...draft }) => ({
      ...draft,
      personId: wanted.personId,
      spans: wanted.days.map((onDate) => ({ onDate })),
    }),
    save: async (body) => {
      const productionId = form.draft.productionId
      if (productionId === null) return void toast.problem(new Error('Choose the production.'))
      const made = await browser.call(addBooking, {
        params: { productionId },
        body,
        idempotencyKey: crypto.randomUUID(),
      })
      toast.done(
        `${wanted.name} is ${made.state === 'confirmed' ? 'booked' : made.state === 'hold' ? 'held' : 'pencilled'}`,
      )
      onClose()
      onDone(made.id)
      await refresh(client, null)
    },
  })
  const { field, draft } = form
  const when = first === last ? dayText(first!) : `${dayText(first!)} to ${dayText(last!)}, ${wanted.days.length} days`
  return (
    <Dialog open onClose={onClose} title={wanted.name} about={when}>
      <AwayNote away={away} days={wanted.days} />
      <Outlook {...{ wanted, bars, codeOf }} state={draft.state ?? 'hold'} />
      <Form
        of={form}
        action={draft.state === 'confirmed' ? 'Book' : draft.state === 'planning' ? 'Pencil' : 'Hold'}
        onCancel={onClose}
      >
        <FieldRow>
          <SelectField
            label="Production"
            required
            choices={productions.map(({ id, code, title }) => ({ value: id, label: `${code} ${title}` }))}
            {...field('productionId')}
          />
          <SelectField
            label="How firm"
            choices={[
              { value: 'hold', label: 'Hold' },
              { value: 'confirmed', label: 'Book' },
              { value: 'planning', label: 'Pencil' },
            ]}
            {...field('state')}
          />
        </FieldRow>
        <FieldRow>
          <TextField label="As" {...field('title')} />
          <TextField label="For" {...field('purpose')} />
        </FieldRow>
        {draft.state !== 'confirmed' && (
          <DateField
            label="Lets go by itself after"
            hint="Empty: stays until somebody decides"
            {...field('expiresOn')}
          />
        )}
        <TextField label="Note" {...field('note')} />
      </Form>
    </Dialog>
  )
}

/** Leave, days off and travel do not forbid a booking; they are said before it. */
function AwayNote({ away, days }: Pick<HoldDialogProps, 'away'> & { days: readonly PlainDay[] }) {
  const met = days.flatMap((day) =>
    away.filter(({ from, until }) => from <= day && day < until).map((it) => ({ day, it })),
  )
  if (met.length === 0) return null
  return (
    <p className={classes(css.told, css.bad)} role="status">
      {met
        .map(({ day, it }) => `${ABSENCE_WORDS[it.kind]} on ${dayText(day)}${it.note ? `: ${it.note}` : ''}`)
        .join('. ')}
      .
    </p>
  )
}

function Outlook({
  wanted,
  bars,
  codeOf,
  state,
}: Pick<HoldDialogProps, 'wanted' | 'bars' | 'codeOf'> & { state: string }) {
  const { rank, holds, booked } = prospect(bars, wanted.days)
  const names = (of: readonly Bar[]) => [...new Set(of.map(codeOf))].join(' and ')
  if (booked.length > 0)
    return (
      <p className={classes(css.told, state === 'confirmed' && css.bad)} role="status">
        {names(booked)} has {wanted.name} on some of these days.{' '}
        {state === 'confirmed'
          ? 'Booking will be refused; hold instead, or release there first.'
          : 'A hold waits behind that.'}
      </p>
    )
  if (holds.length === 0)
    return <p className={css.told}>Free on these days. {state === 'hold' && 'This would be first hold.'}</p>
  return (
    <p className={css.told} role="status">
      {names(holds)} holds already. This would be {ordinal(rank)} hold at the furthest.
    </p>
  )
}
