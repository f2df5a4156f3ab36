import { useChange } from '../../../client/react.ts'
import { Button } from '../../../ui/Button.tsx'
import { Status } from '../../../ui/Status.tsx'
import { toast } from '../../../ui/toast.tsx'
import { listed } from '../../../ui/words.ts'
import type { Candidate } from '../candidate.contract.ts'
import { decidePerson } from '../hold.contract.ts'
import css from './Casting.module.css'

interface SamePersonProps {
  productionId: string
  candidate: Candidate
  can: { edit: boolean }
}

/** Somebody in the directory has their address: the same person, or another? Nothing is joined before it is said. */
export function SamePerson({ productionId, candidate: it, can }: SamePersonProps) {
  const deciding = useChange(decidePerson)
  const decide = (personId: string | null, version: number, undo?: string | null) =>
    deciding.mutate(
      {
        params: { productionId, candidateId: it.id },
        body: { personId },
        ifMatch: version,
      },
      {
        onError: toast.problem,
        onSuccess: (saved) =>
          undo === undefined &&
          toast.done(
            personId === null
              ? `${it.name} is somebody new`
              : `${it.name} is ${it.sameAddress.find(({ id }) => id === personId)?.name} of the directory`,
            { undo: () => decide(it.personId, saved.version, null) },
          ),
      },
    )
  if (it.sameAddress.length === 0 || !can.edit) return null
  return (
    <div className={css.proposal} role="group" aria-label="Perhaps known already">
      <Status is="attention">
        {it.name}: the directory has{' '}
        {listed(
          it.sameAddress.map(({ name }) => name),
          3,
        )}{' '}
        under the same e-mail
      </Status>
      <span className={css.actions}>
        {it.sameAddress.map(({ id, name }) => (
          <Button key={id} size="small" busy={deciding.isPending} onClick={() => decide(id, it.version)}>
            {it.sameAddress.length === 1 ? 'The same person' : `It is ${name}`}
          </Button>
        ))}
        <Button size="small" busy={deciding.isPending} onClick={() => decide(null, it.version)}>
          Somebody else
        </Button>
      </span>
    </div>
  )
}
