import { useState } from 'react'
import { useChange } from '../../../../client/react.ts'
import { DateField } from '../../../../ui/DateField.tsx'
import { readerZone } from '../../../../ui/dates.ts'
import { Dialog, DialogActions } from '../../../../ui/Dialog.tsx'
import { Button } from '../../../../ui/Button.tsx'
import { FieldRow } from '../../../../ui/Form.tsx'
import { TextField } from '../../../../ui/TextField.tsx'
import { TimeField } from '../../../../ui/TimeField.tsx'
import { toast } from '../../../../ui/toast.tsx'
import { decideAsk, type Ask } from '../../ask.contract.ts'
import css from './Ask.module.css'
import {
  blankTerms,
  currencyIn,
  draftOfTerms,
  momentOf,
  termsOfDraft,
  usualAnswer,
  type TermsDraft,
} from './ask.draft.rules.ts'
import { TermsFields } from './TermsFields.tsx'

interface CounterDialogProps {
  ask: Ask
  person: Ask['people'][number]
  onClose: () => void
}

/** Comes back to one person with other terms; they answer on the same page. */
export function CounterDialog({ ask, person, onClose }: CounterDialogProps) {
  const before = person.theirs ?? person.offer
  const usual = usualAnswer(Temporal.Now.zonedDateTimeISO())
  const [terms, setTerms] = useState<TermsDraft>(before ? draftOfTerms(before) : blankTerms(currencyIn(readerZone())))
  const [message, setMessage] = useState('')
  const [date, setDate] = useState<string | null>(usual.date)
  const [time, setTime] = useState<string | null>(usual.time)
  const decide = useChange(decideAsk)
  const [offer, answerBy] = [termsOfDraft(terms), momentOf(date, time, readerZone())]
  const press = () =>
    offer !== null &&
    answerBy !== null &&
    decide.mutate(
      {
        params: { productionId: ask.productionId, askId: ask.id },
        ifMatch: ask.version,
        body: { act: 'counter', personId: person.personId, terms: offer, message, answerBy },
      },
      {
        onError: toast.problem,
        onSuccess: () => {
          onClose()
          toast.done(`${person.name} is asked again`)
        },
      },
    )
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Counter ${person.name}`}
      about="They see this on the page they know already."
    >
      <div className={css.stack}>
        <TermsFields draft={terms} onChange={(part) => setTerms((now) => ({ ...now, ...part }))} />
        <FieldRow>
          <DateField label="Answer by" value={date} onChange={setDate} />
          <TimeField label="At" value={time} onChange={setTime} />
        </FieldRow>
        <TextField label="A word to them" value={message} onChange={setMessage} />
      </div>
      <DialogActions>
        <Button kind="accent" busy={decide.isPending} disabled={offer === null || answerBy === null} onClick={press}>
          Send the counter-offer
        </Button>
        <Button onClick={onClose}>Not now</Button>
      </DialogActions>
    </Dialog>
  )
}
