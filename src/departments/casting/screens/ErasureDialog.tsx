import { useState } from 'react'
import { useAsk, useChange } from '../../../client/react.ts'
import { Button } from '../../../ui/Button.tsx'
import { formatInstant } from '../../../ui/dates.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Status } from '../../../ui/Status.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { plural } from '../../../ui/words.ts'
import { findErasure, listErasures, type Erasure } from '../candidate.contract.ts'
import css from './Casting.module.css'

const reasons: Record<Erasure['reason'], string> = { asked: 'They asked', period_over: 'Their time was over' }

const columns: Column<Erasure>[] = [
  { key: 'when', head: 'Erased', of: (it) => formatInstant(it.doneAt) },
  { key: 'why', head: 'Why', of: (it) => reasons[it.reason] },
  { key: 'files', head: 'Files', of: (it) => it.files, align: 'end', width: 70 },
]

interface ErasureDialogProps {
  open: boolean
  productionId: string
  onClose: () => void
}

/** The log of what was erased: it cannot say of whom, but it answers who brings the name and address. */
export const ErasureDialog = ({ open, productionId, onClose }: ErasureDialogProps) => (
  <Dialog open={open} onClose={onClose} title="What was erased" size="wide">
    {open && (
      <>
        <Finding productionId={productionId} />
        <Log productionId={productionId} />
      </>
    )}
  </Dialog>
)

function Log({ productionId }: { productionId: string }) {
  const asked = useAsk(listErasures, { params: { productionId } })
  return (
    <Loaded of={asked}>
      {({ items }) => (
        <Table
          label="Erased"
          rows={items}
          columns={columns}
          keyOf={(it) => it.id}
          empty={
            <EmptyState title="Nothing was erased yet">
              Who asks to be erased, and whose time is over, leaves here only the day, the reason and a number of files.
            </EmptyState>
          }
        />
      )}
    </Loaded>
  )
}

function Finding({ productionId }: { productionId: string }) {
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const find = useChange(findErasure)
  const go = () =>
    find.mutate(
      { params: { productionId }, body: { name, email: email.trim() === '' ? null : email.trim() } },
      { onError: toast.problem },
    )
  const [found] = find.data?.items ?? []
  return (
    <form
      className={css.asking}
      onSubmit={(event) => {
        event.preventDefault()
        go()
      }}
    >
      <TextField label="Name as they sent it" value={name} onChange={setName} />
      <TextField label="E-mail as they sent it" value={email} onChange={setEmail} />
      <Button type="submit" busy={find.isPending} disabled={name.trim() === ''}>
        Was it erased?
      </Button>
      {find.data && (
        <p role="status">
          {found === undefined ? (
            <Status is="waiting">Nobody of this name and e-mail was erased here</Status>
          ) : (
            <Status is="go">
              Erased {formatInstant(found.doneAt)}, {reasons[found.reason].toLowerCase()}, {plural(found.files, 'file')}
            </Status>
          )}
        </p>
      )}
    </form>
  )
}
