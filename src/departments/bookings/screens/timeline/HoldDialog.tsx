import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { browser, refresh } from '../../../../client/react.ts'
import { ordinal } from '../../../../kernel/revisions.ts'
import { dayText, type PlainDay } from '../../../../kernel/time.ts'
import { bodyOf } from '../../../../ui/bodyOf.ts'
import { classes } from '../../../../ui/classes.ts'
import { DateField } from '../../../../ui/DateField.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { FieldRow, Form } from '../../../../ui/Form.tsx'
import { SelectField } from '../../../../ui/SelectField.tsx'
import { TextField } from '../../../../ui/TextField.tsx'
import { DayMinuteField } from '../../../../ui/TimeField.tsx'
import { toast } from '../../../../ui/toast.tsx'
import { useForm } from '../../../../ui/useForm.ts'
import { addBooking } from '../../engine.contract.ts'
import { outsideOpening, type BookedHours, type Opening } from '../../opening.rules.ts'
import type { Bar, Timeline } from '../../timeline.contract.ts'
import { ABSENCE_WORDS } from '../crewGrid.rules.ts'
import { prospect, type Hours } from './layout.rules.ts'
import { RestNote } from './RestNote.tsx'
import css from './note.module.css'

/** Whom or what somebody wants, on which days, or which hours of them. */
export interface Wanted {
  readonly resource: { readonly kind: 'person' | 'bookable'; readonly id: string }
  readonly name: string
  readonly title: string
  readonly days: readonly PlainDay[]
  readonly hours?: { readonly from: number; readonly until: number }
  readonly productionId?: string
  /** Of a room or vehicle: when it can be had. */
  readonly opening?: Opening
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
  from: number | null
  until: number | null
}

/** Hold, book or pencil the days that were marked; what it would be is said before. */
export function HoldDialog({ wanted, bars, away, productions, codeOf, onClose, onDone }: HoldDialogProps) {
  const client = useQueryClient()
  const [key] = useState(() => crypto.randomUUID())
  const isPerson = wanted.resource.kind === 'person'
  const [first, last] = [wanted.days[0], wanted.days.at(-1)]
  const only = productions.length === 1 ? (productions[0]?.id ?? null) : null
  const form = useForm({
    schema: bodyOf(addBooking),
    initial: {
      productionId: wanted.productionId ?? only,
      state: 'hold',
      title: wanted.title,
      purpose: isPerson ? 'Shoot' : '',
      expiresOn: null,
      note: '',
      from: wanted.hours?.from ?? null,
      until: wanted.hours?.until ?? null,
    } as Draft,
    toSend: ({ productionId: _, from, until, expiresOn, ...draft }) => ({
      ...draft,
      ...(expiresOn !== null && { expiresOn }),
      title: draft.title || (isPerson ? '' : 'Use'),
      ...(isPerson ? { personId: wanted.resource.id } : { resource: wanted.resource }),
      spans: wanted.days.map((onDate) => ({ onDate, from, until })),
    }),
    save: async (body) => {
      const productionId = form.draft.productionId
      if (productionId === null) return void toast.problem(new Error('Choose the production.'))
      const made = await browser.call(addBooking, {
        params: { productionId },
        body,
        idempotencyKey: key,
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
      {isPerson && (
        <RestNote
          personId={wanted.resource.id}
          productionId={draft.productionId}
          days={wanted.days}
          hours={{ from: draft.from, until: draft.until }}
        />
      )}
      {wanted.opening && <ClosedNote hours={{ from: draft.from, until: draft.until }} opening={wanted.opening} />}
      <Outlook
        {...{ wanted, bars, codeOf }}
        hours={{ from: draft.from, until: draft.until }}
        state={draft.state ?? 'hold'}
      />
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
          <TextField label={isPerson ? 'As' : 'For'} placeholder={isPerson ? '' : 'Offline edit'} {...field('title')} />
          {isPerson && <TextField label="For" {...field('purpose')} />}
        </FieldRow>
        <FieldRow>
          <DayMinuteField label="From" placeholder="All day" {...field('from')} />
          <DayMinuteField label="Until" placeholder="All day" {...field('until')} />
        </FieldRow>
        {draft.state !== 'confirmed' && (
          <DateField
            label="Lets go by itself after"
            hint="Empty: as the production has it, else when somebody decides"
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

/** Outside opening hours somebody has to open the house: it can be booked, and stands as a concern until that is said. */
function ClosedNote({ hours, opening }: { hours: Hours; opening: Opening }) {
  const outside = outsideOpening(hours as BookedHours, opening)
  if (outside === null) return null
  return (
    <p className={classes(css.told, css.doubt)} role="status">
      This {outside}. It can be booked all the same; accept the concern it raises with who opens up.
    </p>
  )
}

function Outlook({
  wanted,
  bars,
  codeOf,
  hours,
  state,
}: Pick<HoldDialogProps, 'wanted' | 'bars' | 'codeOf'> & { hours: Hours; state: string }) {
  const { rank, holds, booked } = prospect(bars, wanted.days, hours)
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
    return (
      <p className={css.told}>
        Free {isTimed(hours) ? 'in these hours' : 'on these days'}. {state === 'hold' && 'This would be first hold.'}
      </p>
    )
  return (
    <p className={css.told} role="status">
      {names(holds)} holds already. This would be {ordinal(rank)} hold at the furthest.
    </p>
  )
}

const isTimed = ({ from, until }: Hours): boolean => from !== null || until !== null
