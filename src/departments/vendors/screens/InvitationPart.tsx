import { IconMail } from '@tabler/icons-react'
import { useState } from 'react'
import { useAsk, useChange } from '../../../client/react.ts'
import { Button } from '../../../ui/Button.tsx'
import { classes } from '../../../ui/classes.ts'
import { CopyField } from '../../../ui/CopyField.tsx'
import { MomentText } from '../../../ui/DateText.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Section } from '../../../ui/Section.tsx'
import { Status } from '../../../ui/Status.tsx'
import { Table } from '../../../ui/Table.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { closeInvitation, getInvitation, reviewProposal, type Invitation, type Proposed } from '../proposal.contract.ts'
import { proposalWords } from '../proposal.rules.ts'
import type { Vendor } from '../vendor.contract.ts'
import { InviteDialog } from './InviteDialog.tsx'
import css from './Vendors.module.css'

const states = {
  sent: { is: 'waiting', word: 'Sent' },
  opened: { is: 'seen', word: 'Opened' },
  filled: { is: 'attention', word: 'Filled in, look at it' },
  returned: { is: 'half', word: 'Returned to them' },
  settled: { is: 'go', word: 'All accepted' },
  closed: { is: 'off', word: 'Closed' },
} as const

/** The link they fill in by, and what they sent beside what is on file. */
export function InvitationPart({ vendor }: { vendor: Vendor }) {
  const asked = useAsk(getInvitation, { params: { vendorId: vendor.id } })
  const [inviting, setInviting] = useState(false)
  return (
    <Section
      title="Filled in by them"
      about="Nothing counts before somebody here has looked. An accepted account still waits for its call back."
      right={
        asked.data?.can.edit && (
          <Button icon={<IconMail size={16} />} onClick={() => setInviting(true)}>
            {asked.data.invitation === null ? 'Invite by link' : 'New link'}
          </Button>
        )
      }
    >
      <Loaded of={asked}>
        {({ invitation, can }) =>
          invitation === null ? (
            <EmptyState small title="No link is open">
              Invite them, and they fill in details, account and tax number and hand in papers, from a phone or a desk.
            </EmptyState>
          ) : (
            <Open key={invitation.version} invitation={invitation} vendor={vendor} may={can.edit} />
          )
        }
      </Loaded>
      <InviteDialog open={inviting} vendor={vendor} onClose={() => setInviting(false)} />
    </Section>
  )
}

function Open({ invitation, vendor, may }: { invitation: Invitation; vendor: Vendor; may: boolean }) {
  const close = useChange(closeInvitation)
  const params = { vendorId: vendor.id }
  const state = states[invitation.state]
  return (
    <>
      <p>
        <Status is={state.is}>{state.word}</Status>{' '}
        <span className={css.quiet}>
          {invitation.to && <>to {invitation.to}, </>}
          <MomentText at={invitation.sentAt} /> by {invitation.sentBy}
          {invitation.filledAt && (
            <>
              ; last filled in <MomentText at={invitation.filledAt} />
            </>
          )}
        </span>
      </p>
      {invitation.note && <p className={css.note}>“{invitation.note}”</p>}
      {invitation.items.length > 0 && <Review invitation={invitation} vendor={vendor} may={may} />}
      {may && (
        <div className={css.columns}>
          {invitation.page && <CopyField label="Their page" value={invitation.page} />}
          <div className={css.acts}>
            <Button
              busy={close.isPending}
              onClick={() =>
                close.mutate(
                  { params, ifMatch: invitation.version },
                  { onError: toast.problem, onSuccess: () => toast.done('The link is closed') },
                )
              }
            >
              Close the link
            </Button>
          </div>
        </div>
      )}
    </>
  )
}

/** Theirs beside ours. Accept marks at once; what is wrong is written beside the field and returned together. */
function Review({ invitation, vendor, may }: { invitation: Invitation; vendor: Vendor; may: boolean }) {
  const review = useChange(reviewProposal)
  const [reasons, setReasons] = useState<Partial<Record<Proposed['field'], string>>>({})
  const open = invitation.items.filter(({ state }) => state === 'open')
  const send = (decisions: { field: Proposed['field']; accept: boolean; reason: string }[]) =>
    review.mutate(
      { params: { vendorId: vendor.id }, ifMatch: invitation.version, body: { decisions } },
      {
        onError: toast.problem,
        onSuccess: ({ invitation: now }) => {
          if (now?.state === 'returned') toast.done('They are told what to look at again')
        },
      },
    )
  const accept = (items: readonly Proposed[]) => send(items.map(({ field }) => ({ field, accept: true, reason: '' })))
  return (
    <>
      <Table
        label="What they filled in"
        rows={invitation.items}
        keyOf={(it) => it.field}
        columns={[
          { key: 'field', head: 'Field', of: (it) => <b>{proposalWords[it.field]}</b>, width: '14%' },
          { key: 'theirs', head: 'Theirs', of: (it) => it.theirs, width: '26%' },
          {
            key: 'ours',
            head: 'On file',
            of: (it) => (it.ours === it.theirs ? 'The same' : (it.ours ?? 'Nothing')),
            quiet: true,
            width: '22%',
            phone: 'hide',
          },
          {
            key: 'act',
            head: '',
            of: (it) =>
              it.state !== 'open' ? (
                <>
                  <Status is={it.state === 'accepted' ? 'go' : 'half'}>
                    {it.state === 'accepted' ? 'Accepted' : 'Returned'}
                  </Status>
                  {it.reason && <span className={css.small}>{it.reason}</span>}
                </>
              ) : (
                may && (
                  <span className={css.acts}>
                    <Button size="small" busy={review.isPending} onClick={() => accept([it])}>
                      Accept
                    </Button>
                    <TextField
                      label={`What is wrong with ${proposalWords[it.field].toLowerCase()}`}
                      hideLabel
                      placeholder="Or what is wrong"
                      value={reasons[it.field] ?? ''}
                      onChange={(reason) => setReasons({ ...reasons, [it.field]: reason })}
                    />
                    {reasons[it.field]?.trim() && (
                      <Button
                        size="small"
                        onClick={() => send([{ field: it.field, accept: false, reason: reasons[it.field] ?? '' }])}
                      >
                        Return
                      </Button>
                    )}
                  </span>
                )
              ),
          },
        ]}
      />
      {may && open.length > 1 && (
        <div className={classes(css.acts, css.after)}>
          <Button busy={review.isPending} onClick={() => accept(open)}>
            Accept all {open.length}
          </Button>
        </div>
      )}
    </>
  )
}
