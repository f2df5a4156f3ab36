import { useState } from 'react'
import { useChange } from '../../../client/react.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { ProblemNote } from '../../../ui/Form.tsx'
import { DialogActions } from '../../../ui/Dialog.tsx'
import { problemOf } from '../../../ui/problem.ts'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { settleBank } from '../bank.contract.ts'
import type { BankShown, Vendor } from '../vendor.contract.ts'

interface CallBackProps {
  bank: BankShown | undefined
  vendor: Vendor
  onClose: () => void
}

/** Who called which number, and who confirmed; or why the account is refused. */
export const CallBackDialog = ({ bank, ...rest }: CallBackProps) => (
  <Dialog
    open={bank !== undefined}
    onClose={rest.onClose}
    title={`Call ${rest.vendor.name} back`}
    about="Read them the last four characters and let them say the rest. Never use a number that came together with the account."
  >
    {bank && <CallBack key={bank.id} bank={bank} {...rest} />}
  </Dialog>
)

function CallBack({ bank, vendor, onClose }: CallBackProps & { bank: BankShown }) {
  const settle = useChange(settleBank)
  const known = bank.knownNumbers
  const [calledNumber, setNumber] = useState(known[0] ?? '')
  const [numberSource, setSource] = useState('')
  const [spokeWith, setSpoke] = useState('')
  const [reason, setReason] = useState('')
  const put = (answer: 'confirmed' | 'refused') => {
    const counts = answer === 'confirmed'
    settle.mutate(
      {
        params: { vendorId: vendor.id, bankId: bank.id },
        ifMatch: bank.version,
        body: {
          counts,
          calledNumber: counts ? calledNumber : '',
          numberSource,
          spokeWith: counts ? spokeWith : '',
          reason,
        },
      },
      {
        onSuccess: () => {
          toast.done(counts ? `The account ending in ${bank.last4} counts` : 'The account is refused')
          onClose()
        },
      },
    )
  }
  return (
    <>
      {known.length > 0 ? (
        <SelectField
          label="Number called"
          hint="What the office had before the account came."
          choices={known.map((value) => ({ value, label: value }))}
          value={calledNumber}
          onChange={(next) => setNumber(next ?? '')}
        />
      ) : (
        <>
          <TextField label="Number called" type="tel" value={calledNumber} onChange={setNumber} />
          <TextField
            label="Where the number is from"
            placeholder="Their website, an invoice of last year"
            value={numberSource}
            onChange={setSource}
          />
        </>
      )}
      <TextField label="Who confirmed it" placeholder="June Park, accounts" value={spokeWith} onChange={setSpoke} />
      <TextField label="Or why it is refused" value={reason} onChange={setReason} />
      {settle.error && <ProblemNote problem={problemOf(settle.error)} />}
      <DialogActions>
        <Button
          kind="accent"
          busy={settle.isPending}
          disabled={spokeWith.trim() === ''}
          onClick={() => put('confirmed')}
        >
          It was confirmed, let it count
        </Button>
        <Button disabled={reason.trim() === ''} onClick={() => put('refused')}>
          Refuse it
        </Button>
      </DialogActions>
    </>
  )
}
