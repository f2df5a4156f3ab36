import { IconCalendarPlus, IconClock, IconMail, IconPencil, IconWand } from '@tabler/icons-react'
import { useState } from 'react'
import { clockOf } from '../../../kernel/time.ts'
import { useAsk, useChange } from '../../../client/react.ts'
import { useSearchValue } from '../../../ui/address.ts'
import { Button } from '../../../ui/Button.tsx'
import { formatDay } from '../../../ui/dates.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { FileLink } from '../../../ui/FileLink.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Page } from '../../../ui/Page.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { Toolbar } from '../../../ui/Toolbar.tsx'
import { useKeys } from '../../../ui/useKeys.ts'
import { listed, plural } from '../../../ui/words.ts'
import type { Role } from '../role.contract.ts'
import { fillSession, listSessions, sendTimes, type Session } from '../session.contract.ts'
import css from './Casting.module.css'
import { CastingTabs } from './CastingTabs.tsx'
import type { CastingTab } from './CastingPage.tsx'
import { SessionDialog } from './SessionForm.tsx'
import { SessionGrid } from './SessionGrid.tsx'

interface SessionsTabProps {
  productionId: string
  title: string | undefined
  roles: readonly Role[]
  can: { edit: boolean; assess: boolean }
  onTab: (next: CastingTab) => void
}

/** Audition and callback days: lay out, fill, send, and keep the door. */
export function SessionsTab({ productionId, title, roles, can, onTab }: SessionsTabProps) {
  const [open, setOpen] = useSearchValue('session')
  const [adding, setAdding] = useState(false)
  const [changing, setChanging] = useState(false)
  const asked = useAsk(listSessions, { params: { productionId } })
  const items = asked.data?.items ?? []
  const current = items.find(({ id }) => id === open) ?? items[0]
  const named = (it: Session) =>
    `${formatDay(it.onDate)} ${clockOf(it.fromMinute)}, ${roles.find(({ id }) => id === it.roleId)?.name ?? ''}, ${it.kind}`
  useKeys({ n: () => can.edit && setAdding(true) })
  return (
    <Page
      of={title}
      title="Casting"
      width="flush"
      tools={<CastingTabs tab="sessions" onTab={onTab} />}
      actions={
        <>
          {current && can.edit && <Acts productionId={productionId} session={current} />}
          {can.edit && roles.length > 0 && (
            <Button icon={<IconCalendarPlus size={16} />} onClick={() => setAdding(true)}>
              New day
            </Button>
          )}
        </>
      }
      hints={[{ keys: ['N'], does: 'new day' }]}
      status={
        current &&
        `${plural(current.slots.length, 'slot')}, ${current.appointments.length} taken, ${current.waiting.length} waiting`
      }
    >
      {current && (
        <Toolbar end={[current.place, current.stream].filter((it) => it !== '').join(', ')}>
          <SelectField
            label="Day"
            hideLabel
            choices={items.map((it) => ({ value: it.id, label: named(it) }))}
            value={current.id}
            onChange={(next: string | null) => setOpen(next ?? undefined)}
          />
          {can.edit && (
            <Button icon={<IconPencil size={16} />} onClick={() => setChanging(true)}>
              Change
            </Button>
          )}
        </Toolbar>
      )}
      <Loaded of={asked}>
        {() =>
          current === undefined ? (
            <EmptyState title="No casting days yet" icon={<IconClock size={24} stroke={1.5} />}>
              Say from when to when and how long each is seen. The grid fills by mark, everybody gets their own link to
              change the time, and the door keeps who came and went.
            </EmptyState>
          ) : (
            <div className={css.stage}>
              <SessionGrid key={current.id} {...{ productionId, can }} session={current} />
            </div>
          )
        }
      </Loaded>
      <SessionDialog
        open={changing}
        {...{ productionId, roles }}
        session={current}
        onClose={() => setChanging(false)}
        onSaved={() => toast.done('The day is changed, every time stays')}
      />
      <SessionDialog
        open={adding}
        {...{ productionId, roles }}
        onClose={() => setAdding(false)}
        onSaved={(it) => setOpen(it.id)}
      />
    </Page>
  )
}

function Acts({ productionId, session }: { productionId: string; session: Session }) {
  const fill = useChange(fillSession)
  const send = useChange(sendTimes)
  const params = { productionId, sessionId: session.id }
  const base = `/v1/productions/${productionId}/casting/sessions/${session.id}/report`
  return (
    <>
      <Button
        icon={<IconWand size={16} />}
        busy={fill.isPending}
        onClick={() =>
          fill.mutate(
            { params },
            {
              onError: toast.problem,
              onSuccess: ({ placed, left }) =>
                toast.done(`${plural(placed, 'person', 'people')} placed${left > 0 ? `, ${left} without a time` : ''}`),
            },
          )
        }
      >
        Fill
      </Button>
      <Button
        icon={<IconMail size={16} />}
        busy={send.isPending}
        onClick={() =>
          send.mutate(
            { params, idempotencyKey: crypto.randomUUID() },
            {
              onError: toast.problem,
              onSuccess: ({ written, unreachable }) =>
                toast.done(`${plural(written, 'letter')} on the way`, {
                  ...(unreachable.length > 0 && { detail: `To be called: ${listed(unreachable)}` }),
                }),
            },
          )
        }
      >
        Send times
      </Button>
      <FileLink href={`${base}/pdf`} opens>
        Sheet
      </FileLink>
    </>
  )
}
