import { useState } from 'react'
import { useChange } from '../../../client/react.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import type { Candidate } from '../candidate.contract.ts'
import { tallyOf } from '../pick.rules.ts'
import { freezePresentation, type Presentation } from '../presentation.contract.ts'
import type { Role } from '../role.contract.ts'
import { choiceWords } from './words.ts'

interface FreezeDialogProps {
  open: boolean
  productionId: string
  presentation: Presentation
  people: readonly Candidate[]
  roles: readonly Role[]
  onClose: () => void
}

/** What was decided, by whom: recorded once, with the time, and never changed. */
export const FreezeDialog = ({ open, ...props }: FreezeDialogProps) => (
  <Dialog
    open={open}
    onClose={props.onClose}
    title="Record the decision"
    about="It is kept with names and time and cannot be changed. Picks are closed; nobody is told by this."
  >
    {open && <Freezing {...props} />}
  </Dialog>
)

function Freezing({ productionId, presentation, people, roles, onClose }: Omit<FreezeDialogProps, 'open'>) {
  const [key] = useState(() => crypto.randomUUID())
  const [by, setBy] = useState(presentation.voices.map(({ name }) => name).join(', '))
  const [chosen, setChosen] = useState<Record<string, string>>(() => proposed(people, presentation))
  const freeze = useChange(freezePresentation)
  const choices = Object.entries(chosen).map(([candidateId, choice]) => ({
    candidateId,
    choice: Number(choice),
  }))
  const go = () =>
    freeze.mutate(
      {
        params: { productionId, presentationId: presentation.id },
        body: {
          decidedBy: by
            .split(',')
            .map((it) => it.trim())
            .filter(Boolean),
          choices,
        },
        ifMatch: presentation.version,
        idempotencyKey: key,
      },
      {
        onError: toast.problem,
        onSuccess: () => {
          onClose()
          toast.done('The decision is recorded')
        },
      },
    )
  return (
    <>
      {people.map((it) => (
        <SelectField
          key={it.id}
          label={`${it.name}, ${roles.find(({ id }) => id === it.roleId)?.name ?? ''}`}
          clearable
          placeholder="Not chosen"
          choices={[1, 2, 3, 4].map((rank) => ({ value: String(rank), label: `${choiceWords(rank)} choice` }))}
          value={chosen[it.id] ?? null}
          onChange={(next: string | null) =>
            setChosen(({ [it.id]: _, ...rest }) => (next === null ? rest : { ...rest, [it.id]: next }))
          }
        />
      ))}
      <TextField label="Decided by" hint="Names, with commas" value={by} onChange={setBy} />
      <DialogActions>
        <Button kind="accent" busy={freeze.isPending} onClick={go}>
          Record it
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </DialogActions>
    </>
  )
}

/** Of each role the best by the voices' picks is offered as first choice, the next as second. */
function proposed(people: readonly Candidate[], { picks }: Presentation): Record<string, string> {
  const score = (it: Candidate) => tallyOf(picks.filter(({ candidateId }) => candidateId === it.id)).score
  return Object.fromEntries(
    [...Map.groupBy(people, ({ roleId }) => roleId).values()].flatMap((group) =>
      group
        .filter((it) => score(it) > 0)
        .toSorted((a, b) => score(b) - score(a))
        .slice(0, 2)
        .map((it, at) => [it.id, String(at + 1)]),
    ),
  )
}
