import { useState } from 'react'
import { useChange } from '../../../client/react.ts'
import { Button, ButtonLink } from '../../../ui/Button.tsx'
import { formatDay } from '../../../ui/dates.ts'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { Status, type Standing } from '../../../ui/Status.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { languageNames, languages, type Language } from '../../agreements/kinds.rules.ts'
import { Scope, scopeText } from '../../agreements/scope.rules.ts'
import { isCommitted } from '../candidate.rules.ts'
import type { Candidate } from '../candidate.contract.ts'
import { sendRelease } from '../hold.contract.ts'
import type { Role } from '../role.contract.ts'
import css from './Casting.module.css'
import { useOf } from '../usage.rules.ts'

interface PaperLineProps {
  productionId: string
  candidate: Candidate
  role: Role | undefined
  can: { edit: boolean }
}

type PaperState = NonNullable<Candidate['release']>['state']

const words: Record<PaperState, readonly [Standing, string]> = {
  draft: ['waiting', 'Release is a draft'],
  pending: ['daylight', 'Release is out to sign'],
  executed: ['go', 'Release signed'],
  expired: ['stop', 'Release ran out'],
  superseded: ['off', 'Release was made void'],
  declined: ['stop', 'Release declined'],
}

/** The release of who is held: sent in one act, and how far it has come. */
export function PaperLine({ productionId, candidate: it, role, can }: PaperLineProps) {
  const [open, setOpen] = useState(false)
  if (!isCommitted(it.state)) return null
  const counts = it.release !== null && ['draft', 'pending', 'executed'].includes(it.release.state)
  return (
    <>
      {it.release !== null && (
        <>
          <Status is={words[it.release.state][0]}>{words[it.release.state][1]}</Status>{' '}
          <ButtonLink size="small" to={`/productions/${productionId}/agreements?agreement=${it.release.id}`}>
            {it.release.number}
          </ButtonLink>
        </>
      )}
      {!counts && can.edit && role !== undefined && (
        <Button size="small" onClick={() => setOpen(true)}>
          Send release
        </Button>
      )}
      {role !== undefined && (
        <Dialog open={open} onClose={() => setOpen(false)} title={`Release of ${it.name}`}>
          {open && <Sending {...{ productionId, role }} candidate={it} onClose={() => setOpen(false)} />}
        </Dialog>
      )}
    </>
  )
}

interface SendingProps {
  productionId: string
  candidate: Candidate
  role: Role
  onClose: () => void
}

function Sending({ productionId, candidate: it, role, onClose }: SendingProps) {
  const [pay, setPay] = useState(role.rate ? `You are paid ${role.rate}` : '')
  const [language, setLanguage] = useState<Language>('en')
  const [key] = useState(() => crypto.randomUUID())
  const send = useChange(sendRelease)
  const { use, unclear } = useOf(role)
  const to = it.isMinor ? [it.guardianName, it.guardianEmail, 'guardian'] : [it.name, it.email]
  const go = () =>
    send.mutate(
      {
        params: { productionId, candidateId: it.id },
        body: { pay: pay.trim(), language },
        ifMatch: it.version,
        idempotencyKey: key,
      },
      {
        onError: toast.problem,
        onSuccess: ({ blockers }) => {
          onClose()
          if (blockers.length === 0) toast.done(`The release of ${it.name} is out to sign`)
          else toast.done(`The release of ${it.name} is a draft, it was not sent`, { detail: blockers[0] as string })
        },
      },
    )
  return (
    <div className={css.form}>
      <Facts
        of={[
          ['Signed by', to.filter(Boolean).join(', ')],
          ['For use in', unclear.length > 0 ? 'Not settled' : scopeText(Scope.parse(use), language)],
          ['Filmed on', role.shootDays[0] ? formatDay(role.shootDays[0], { year: true }) : 'No shoot day yet'],
        ]}
      />
      {unclear.map((line) => (
        <p key={line}>
          <Status is="attention">{line} The paper stays a draft until its use is filled in.</Status>
        </p>
      ))}
      <TextField
        label="What they are paid"
        hint="A sentence of the paper: “You are paid £420.00 within 30 days”."
        value={pay}
        onChange={setPay}
      />
      <SelectField
        label="Language"
        choices={languages.map((value) => ({ value, label: languageNames[value] }))}
        value={language}
        onChange={(next: Language | null) => next && setLanguage(next)}
      />
      <DialogActions>
        <Button kind="accent" busy={send.isPending} disabled={pay.trim() === ''} onClick={go}>
          {unclear.length > 0 ? 'Draw up a draft' : 'Send to sign'}
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </DialogActions>
    </div>
  )
}
