import { IconWorld } from '@tabler/icons-react'
import { useState } from 'react'
import { useAsk, useChange } from '../../../client/react.ts'
import { Button, TextButton } from '../../../ui/Button.tsx'
import { CopyField } from '../../../ui/CopyField.tsx'
import { formatInstant } from '../../../ui/dates.ts'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { Section } from '../../../ui/Section.tsx'
import { TextAreaField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { plural } from '../../../ui/words.ts'
import { closeCall, listCalls, openCall, type OpenCall } from '../call.contract.ts'
import { listConsents } from '../consent.contract.ts'
import type { Role } from '../role.contract.ts'

/** The role's public form: opened with one press, posted by its address, closed by hand or by the deadline. */
export function CallSection({ productionId, role }: { productionId: string; role: Role }) {
  const params = { productionId }
  const [opening, setOpening] = useState(false)
  const asked = useAsk(listCalls, { params, query: { roleId: role.id } })
  const mine = asked.data?.items ?? []
  const running = mine.find(({ closedAt }) => closedAt === null)
  return (
    <Section
      title="Open call"
      about={running ? undefined : 'A page on which anybody who has its address puts themselves forward.'}
    >
      {running ? (
        <Running {...{ productionId, role, call: running }} />
      ) : (
        <Button icon={<IconWorld size={16} />} onClick={() => setOpening(true)}>
          {mine.length === 0 ? 'Open to submissions' : 'Open again'}
        </Button>
      )}
      <Dialog open={opening} onClose={() => setOpening(false)} title={`Open call for ${role.name}`}>
        {opening && <Opening {...{ productionId, role }} onClose={() => setOpening(false)} />}
      </Dialog>
    </Section>
  )
}

function Running({ productionId, role, call }: { productionId: string; role: Role; call: OpenCall }) {
  const close = useChange(closeCall)
  return (
    <>
      <CopyField label="Address to post" value={call.address} />
      <p>
        {plural(call.submissions, 'submission')}.{' '}
        {call.openUntil === null ? 'Open until it is closed.' : `Open until ${formatInstant(call.openUntil)}.`} Kept for{' '}
        {plural(call.consent.retentionMonths, 'month')} (consent version {call.consent.number}).{' '}
        <TextButton
          onClick={() =>
            close.mutate(
              { params: { productionId, callId: call.id } },
              { onError: toast.problem, onSuccess: () => toast.done(`The call for ${role.name} is closed`) },
            )
          }
        >
          Close the call
        </TextButton>
      </p>
    </>
  )
}

function Opening({ productionId, role, onClose }: { productionId: string; role: Role; onClose: () => void }) {
  const [slate, setSlate] = useState('Say your name, height and where you live. Show hands and both profiles.')
  const [key] = useState(() => crypto.randomUUID())
  const consent = useAsk(listConsents).data?.items[0]
  const open = useChange(openCall)
  const go = () =>
    open.mutate(
      { params: { productionId, roleId: role.id }, body: { slate }, idempotencyKey: key },
      {
        onError: toast.problem,
        onSuccess: () => {
          onClose()
          toast.done(`${role.name} is open to submissions`, { detail: 'Copy the address and post it.' })
        },
      },
    )
  return (
    <>
      <TextAreaField label="What to say and show on the tape" value={slate} onChange={setSlate} />
      {consent && (
        <p>
          They agree to this (version {consent.number}, deleted after {plural(consent.retentionMonths, 'month')}):{' '}
          <i>{consent.body}</i>
        </p>
      )}
      <DialogActions>
        <Button kind="accent" busy={open.isPending} onClick={go}>
          Open the call
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </DialogActions>
    </>
  )
}
