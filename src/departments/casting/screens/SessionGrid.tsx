import { clockOf } from '../../../kernel/time.ts'
import { useEffect } from 'react'
import { useChange } from '../../../client/react.ts'
import { Button } from '../../../ui/Button.tsx'
import { formatInstantTime } from '../../../ui/dates.ts'
import { FailedState } from '../../../ui/FailedState.tsx'
import { Section } from '../../../ui/Section.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { Status } from '../../../ui/Status.tsx'
import { toast } from '../../../ui/toast.tsx'
import { placeCandidate, type Appointment, type Session } from '../session.contract.ts'
import { AtDoor } from './AtDoor.tsx'
import css from './Casting.module.css'
import own from './Sessions.module.css'
import { RecordButton } from './RecordButton.tsx'
import { useCandidates } from './usePages.ts'

interface SessionGridProps {
  productionId: string
  session: Session
  can: { edit: boolean; assess: boolean }
}

/** The day from top to bottom: each slot with who is in it; a name is dragged to another time, or given one by choosing. */
export function SessionGrid({ productionId, session, can }: SessionGridProps) {
  const { onEnd, isFetchingNextPage, ...asked } = useCandidates(productionId, { roleId: session.roleId, limit: 200 })
  // Everybody of the role can be given a time, so the list is read to its end.
  useEffect(() => {
    if (!isFetchingNextPage && asked.error === null) onEnd?.()
  })
  const put = useChange(placeCandidate)
  const placed = new Map(session.appointments.map((it) => [it.candidateId as string, it]))
  const open = (asked.data?.items ?? []).filter(({ id }) => !placed.has(id))
  const place = (candidateId: string, minute: number | null) => {
    const before = placed.get(candidateId)?.minute ?? null
    const send = (to: number | null, onSuccess?: () => void) =>
      put.mutate(
        { params: { productionId, sessionId: session.id, candidateId }, body: { minute: to } },
        { onError: toast.problem, ...(onSuccess && { onSuccess }) },
      )
    send(minute, () =>
      toast.done(minute === null ? 'The time is free again' : `Seen at ${clockOf(minute)}`, {
        undo: () => send(before),
      }),
    )
  }
  return (
    <div className={css.side}>
      <div>
        {session.slots.map((minute, at) => {
          const isAfterBreak = at > 0 && minute > (session.slots[at - 1] ?? 0) + session.slotMinutes
          const here = session.appointments.filter((it) => it.minute === minute)
          return (
            // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- a place to drop; choosing from the list is the keyboard's way
            <div
              key={minute}
              className={isAfterBreak ? `${own.slot} ${own.afterBreak}` : own.slot}
              onDragOver={(event) => can.edit && event.preventDefault()}
              onDrop={(event) => place(event.dataTransfer.getData('text/plain'), minute)}
            >
              <span className={own.time}>{clockOf(minute)}</span>
              <div className={own.seats}>
                {here.map((it) => (
                  <Seated
                    key={it.candidateId}
                    {...{ productionId, session, can }}
                    of={it}
                    onFree={() => place(it.candidateId, null)}
                  />
                ))}
                {can.assess && here.some(({ signedInAt }) => signedInAt !== null) && (
                  <RecordButton
                    {...{ productionId, session, minute }}
                    here={here.filter(({ signedInAt }) => signedInAt !== null)}
                  />
                )}
                {can.edit && here.length < session.perSlot && open.length > 0 && (
                  <SelectField
                    label={`Who is seen at ${clockOf(minute)}`}
                    hideLabel
                    searchable
                    placeholder="Free"
                    choices={open.map((it) => ({ value: it.id, label: `${it.number} ${it.name}` }))}
                    value={null}
                    onChange={(next: string | null) => next && place(next, minute)}
                  />
                )}
              </div>
            </div>
          )
        })}
      </div>
      <div>
        <Section title="Without a time" count={open.length}>
          <div className={css.lines}>
            {asked.error !== null && <FailedState problem={asked.error} onRetry={() => void asked.refetch()} />}
            {open.length === 0 && asked.data && !onEnd && (
              <p className={css.under}>Everybody of the role has a time.</p>
            )}
            {open.map((it) => (
              // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/no-noninteractive-element-interactions -- dragged by the mouse; choosing a name at a time is the keyboard's way
              <p
                key={it.id}
                className={css.said}
                draggable={can.edit}
                onDragStart={(event) => event.dataTransfer.setData('text/plain', it.id)}
              >
                {it.number} {it.name} {it.isMinor && <Status is="attention">minor</Status>}
              </p>
            ))}
          </div>
        </Section>
        <Section title="Waiting list" count={session.waiting.length}>
          <div className={css.lines}>
            {session.waiting.length === 0 && <p className={css.under}>Nobody waits.</p>}
            {session.waiting.map(({ candidateId, name }) => (
              <p key={candidateId} className={css.said}>
                {name}
              </p>
            ))}
          </div>
        </Section>
      </div>
    </div>
  )
}

function Seated({ of: it, onFree, ...rest }: SessionGridProps & { of: Appointment; onFree: () => void }) {
  return (
    <div
      className={own.seated}
      draggable={rest.can.edit}
      onDragStart={(event) => event.dataTransfer.setData('text/plain', it.candidateId)}
    >
      <b>{it.name}</b>
      {it.inSchool && <Status is="attention">Minor, school hours</Status>}
      <Standing of={it} zone={rest.session.timeZone} />
      {rest.can.assess && it.signedOutAt === null && <AtDoor of={it} {...rest} />}
      {rest.can.edit && it.signedInAt === null && (
        <Button size="small" kind="quiet" onClick={onFree}>
          Free
        </Button>
      )}
    </div>
  )
}

function Standing({ of: it, zone }: { of: Appointment; zone: string }) {
  if (it.signedOutAt !== null && it.signedInAt !== null)
    return (
      <Status is="go">{`${formatInstantTime(it.signedInAt, zone)} to ${formatInstantTime(it.signedOutAt, zone)}`}</Status>
    )
  if (it.signedInAt !== null) return <Status is="daylight">{`In ${formatInstantTime(it.signedInAt, zone)}`}</Status>
  return <Status is={it.toldAt === null ? 'waiting' : 'seen'}>{it.toldAt === null ? 'Not told' : 'Told'}</Status>
}
