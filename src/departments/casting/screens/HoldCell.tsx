import { useState } from 'react'
import { useChange } from '../../../client/react.ts'
import type { PlainDay } from '../../../kernel/time.ts'
import { Button } from '../../../ui/Button.tsx'
import { ConfirmDialog } from '../../../ui/Dialog.tsx'
import { problemOf } from '../../../ui/problem.ts'
import { Status } from '../../../ui/Status.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import type { Candidate } from '../candidate.contract.ts'
import { isCommitted } from '../candidate.rules.ts'
import { holdCandidate } from '../hold.contract.ts'
import type { Role } from '../role.contract.ts'
import css from './Casting.module.css'
import { ConflictNote, conflictText } from './ConflictNote.tsx'
import { HoldDaysDialog } from './HoldDaysDialog.tsx'
import { PaperLine } from './PaperLine.tsx'
import { ReleaseDialog } from './ReleaseDialog.tsx'
import { listed } from '../../../ui/words.ts'
import { choiceWords, standingOf, stateWords } from './words.ts'

interface HoldCellProps {
  productionId: string
  candidate: Candidate
  role: Role | undefined
  can: { edit: boolean }
  /** Which choice they are by the recorded decision. */
  decided: number | undefined
}

/** From the option to the hold with one press; a conflict of brands is said, and accepted only with a reason. */
export function HoldCell({ productionId, candidate: it, role, can, decided }: HoldCellProps) {
  const [conflict, setConflict] = useState<string>()
  const [why, setWhy] = useState('')
  const [releasing, setReleasing] = useState(false)
  const [choosing, setChoosing] = useState(false)
  const [days, setDays] = useState<PlainDay[]>()
  const [key] = useState(() => crypto.randomUUID())
  const hold = useChange(holdCandidate)
  const go = (acceptConflict: string, on = days) =>
    hold.mutate(
      {
        params: { productionId, candidateId: it.id },
        body: { acceptConflict, ...(on && { days: on }) },
        ifMatch: it.version,
        idempotencyKey: `${key} ${on?.length ?? ''} ${on?.[0] ?? ''} ${acceptConflict}`,
      },
      {
        onError: (thrown) => {
          const problem = problemOf(thrown)
          if (problem.type === '/problems/casting-conflict') setConflict(problem.detail ?? problem.title)
          else toast.problem(thrown)
        },
        onSuccess: () => {
          setConflict(undefined)
          setChoosing(false)
          toast.done(`${it.name} is held and on the crew list`)
        },
      },
    )
  const proceed = (on?: PlainDay[]) =>
    it.conflicts.length === 0 ? go('', on) : setConflict(listed(it.conflicts.map(conflictText), 6))
  const press = () => (role?.shootDays.length === 0 ? setChoosing(true) : proceed())
  if (decided === undefined) return <ConflictNote of={it.conflicts} />
  const isHeld = isCommitted(it.state)
  return (
    <span className={css.cell}>
      {it.conflicts.length > 0 && <ConflictNote of={it.conflicts} />}
      {isHeld || decided > 1 || !can.edit ? (
        <Status is={standingOf[it.state]}>{`${choiceWords(decided)}, ${stateWords[it.state].toLowerCase()}`}</Status>
      ) : (
        <Button size="small" busy={hold.isPending} disabled={it.sameAddress.length > 0} onClick={press}>
          Hold {it.name.split(' ')[0]}
        </Button>
      )}
      {isHeld && can.edit && (
        <Button size="small" onClick={() => setReleasing(true)}>
          Release the others
        </Button>
      )}
      <PaperLine {...{ productionId, can, role }} candidate={it} />
      <ConfirmDialog
        open={conflict !== undefined}
        onClose={() => {
          setConflict(undefined)
          setChoosing(false)
        }}
        title="They have worked for a competitor"
        action="Hold all the same"
        busy={hold.isPending}
        onConfirm={() => why.trim() !== '' && go(why.trim())}
      >
        <p>{conflict}</p>
        <TextField label="Why this is fine" required value={why} onChange={setWhy} />
      </ConfirmDialog>
      {choosing && conflict === undefined && (
        <HoldDaysDialog
          {...{ productionId }}
          name={it.name}
          busy={hold.isPending}
          onHold={(chosen) => {
            setDays(chosen)
            proceed(chosen)
          }}
          onClose={() => setChoosing(false)}
        />
      )}
      <ReleaseDialog
        open={releasing}
        productionId={productionId}
        roleId={it.roleId}
        onClose={() => setReleasing(false)}
      />
    </span>
  )
}
