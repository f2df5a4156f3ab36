import { useState } from 'react'
import { useAsk, useChange } from '../../../../client/react.ts'
import type { Locale } from '../../../../kernel/locale.ts'
import { useGo } from '../../../../ui/address.ts'
import { Button } from '../../../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../../../ui/Dialog.tsx'
import { SelectField } from '../../../../ui/SelectField.tsx'
import { TextField } from '../../../../ui/TextField.tsx'
import { toast } from '../../../../ui/toast.tsx'
import { challengeHold } from '../../challenge.contract.ts'
import { cancelBooking, confirmBooking, releaseBooking, shareBookingDays, type Booking } from '../../engine.contract.ts'
import { readGate } from '../../gate.contract.ts'
import { dealMemoFor } from '../dealMemo.ts'
import { GateNote } from './GateNote.tsx'
import css from './panel.module.css'

interface BookingActionsProps {
  booking: Booking
  productionId: string
}

type Asking = 'release' | 'cancel' | 'share' | 'challenge' | 'despite'

const QUESTIONS: Record<Asking, { title: string; about: string; field: string; action: string }> = {
  release: {
    title: 'Release the hold',
    field: 'Why',
    action: 'Release',
    about: 'Whoever waits behind moves up and is told. The days stay in the history.',
  },
  cancel: {
    title: 'Cancel the booked days',
    field: 'Why',
    action: 'Cancel the days',
    about: 'The fee follows the cancellation table by the notice that is left. The days stay in the history.',
  },
  share: {
    title: 'Book as shared',
    field: 'Why both jobs may have them',
    action: 'Book as shared',
    about: 'Another job has this time. A shared day shows as a concern on both for as long as it stands.',
  },
  despite: {
    title: 'Book without the papers',
    field: 'Why it cannot wait',
    action: 'Book',
    about: 'The office books nobody without them. Your reason stays in the history of the booking.',
  },
  challenge: {
    title: 'Challenge the hold ahead',
    field: 'E-mail of the other side, if outside the office',
    action: 'Challenge',
    about: 'Whoever holds ahead is asked to book or release. Both sides get a page, and silence releases.',
  },
}

/** Book, challenge, release, cancel: only what this booking's days allow. */
export function BookingActions({ booking, productionId }: BookingActionsProps) {
  const go = useGo()
  const [asking, setAsking] = useState<Asking>()
  const [text, setText] = useState('')
  const [language, setLanguage] = useState<Locale>('en')
  const params = { productionId, bookingId: booking.id }
  const on = { params, ifMatch: booking.version }
  const gate = useAsk(readGate, { params }).data
  const isShut = gate?.rule === 'block' && gate.blocks.length > 0
  const confirm = useChange(confirmBooking)
  const release = useChange(releaseBooking)
  const cancel = useChange(cancelBooking)
  const share = useChange(shareBookingDays)
  const challenge = useChange(challengeHold)
  const has = (state: string) => booking.days.some((day) => day.state === state)
  const behind = booking.days.some(({ rank }) => rank !== null && rank > 1)
  const isBusy = [confirm, release, cancel, share, challenge].some(({ isPending }) => isPending)
  const ask = (next: Asking | undefined) => {
    setText('')
    setAsking(next)
  }
  const done = (word: string) => ({
    onError: toast.problem,
    onSuccess: () => {
      ask(undefined)
      toast.done(word)
    },
  })
  const book = (despite?: string) =>
    confirm.mutate({ ...on, body: despite === undefined ? {} : { despite } }, done(`${booking.name} is booked`))
  const act = {
    despite: () => book(text),
    release: () => release.mutate({ ...on, body: { reason: text } }, done('Released')),
    cancel: () => cancel.mutate({ ...on, body: { reason: text } }, done('Cancelled')),
    share: () => share.mutate({ ...on, body: { reason: text } }, done('Booked as shared')),
    challenge: () =>
      challenge.mutate(
        {
          params,
          body: { theirEmail: text.trim() === '' ? null : text.trim(), theirLocale: language },
          idempotencyKey: crypto.randomUUID(),
        },
        done('Challenged'),
      ),
  }
  const question = asking && QUESTIONS[asking]
  return (
    <>
      {gate && (has('hold') || has('planning')) && <GateNote gate={gate} />}
      <div className={css.actions}>
        {(has('hold') || has('planning')) && (
          <Button kind="accent" busy={confirm.isPending} onClick={() => (isShut ? ask('despite') : book())}>
            {isShut ? 'Book with a reason' : 'Book'}
          </Button>
        )}
        {has('hold') && behind && <Button onClick={() => ask('challenge')}>Challenge</Button>}
        {(has('hold') || has('planning')) && <Button onClick={() => ask('release')}>Release</Button>}
        {(has('hold') || has('planning')) && <Button onClick={() => ask('share')}>Book as shared</Button>}
        {has('confirmed') && <Button onClick={() => ask('cancel')}>Cancel days</Button>}
        {booking.resource?.kind === 'person' && (has('hold') || has('confirmed')) && (
          <Button onClick={() => go(dealMemoFor(productionId, booking.resource?.id ?? ''))}>Deal memo</Button>
        )}
        {asking && question && (
          <Dialog open onClose={() => ask(undefined)} title={question.title} about={question.about} size="small">
            <TextField label={question.field} value={text} onChange={setText} onEnter={act[asking]} />
            {asking === 'challenge' && text.trim() !== '' && (
              <SelectField
                label="They read"
                choices={[
                  { value: 'en', label: 'English' },
                  { value: 'de', label: 'German' },
                ]}
                value={language}
                onChange={(next: Locale | null) => setLanguage(next ?? 'en')}
              />
            )}
            <DialogActions>
              <Button kind="accent" busy={isBusy} onClick={act[asking]}>
                {question.action}
              </Button>
              <Button onClick={() => ask(undefined)}>Not now</Button>
            </DialogActions>
          </Dialog>
        )}
      </div>
    </>
  )
}
