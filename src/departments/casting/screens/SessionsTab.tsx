import { IconCalendarPlus, IconClock, IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { useAsk } from '../../../client/react.ts'
import { useSearchValue } from '../../../ui/address.ts'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Page } from '../../../ui/Page.tsx'
import { toast } from '../../../ui/toast.tsx'
import { Toolbar } from '../../../ui/Toolbar.tsx'
import { useKeys } from '../../../ui/useKeys.ts'
import { plural } from '../../../ui/words.ts'
import type { Role } from '../role.contract.ts'
import { getSession, type Session } from '../session.contract.ts'
import css from './Casting.module.css'
import { CastingTabs } from './CastingTabs.tsx'
import type { CastingTab } from './CastingPage.tsx'
import { DoorButton } from './DoorButton.tsx'
import { SessionActs } from './SessionActs.tsx'
import { SessionDays } from './SessionDays.tsx'
import { SessionDialog } from './SessionForm.tsx'
import { SessionGrid } from './SessionGrid.tsx'
import { useSessions } from './usePages.ts'

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
  const [shown, setShown] = useSearchValue('days')
  const [adding, setAdding] = useState(false)
  const [changing, setChanging] = useState(false)
  const show = shown === 'past' ? 'past' : 'coming'
  const days = useSessions(productionId, show)
  const items = days.data?.items ?? []
  const id = open ?? items[0]?.id
  const asked = useAsk(getSession, { params: { productionId, sessionId: id as string } }, { enabled: id !== undefined })
  const current = id === undefined ? undefined : asked.data
  useKeys({ n: () => can.edit && setAdding(true) })
  return (
    <Page
      of={title}
      title="Casting"
      width="flush"
      tools={<CastingTabs tab="sessions" onTab={onTab} />}
      actions={
        <>
          {current && <SessionActs {...{ productionId, can }} session={current} />}
          {can.edit && roles.length > 0 && (
            <Button icon={<IconCalendarPlus size={16} />} onClick={() => setAdding(true)}>
              New day
            </Button>
          )}
        </>
      }
      hints={[{ keys: ['N'], does: 'new day' }]}
      status={current && statusOf(current)}
    >
      <Loaded of={days}>
        {() =>
          id === undefined && show === 'coming' ? (
            <EmptyState
              title="No casting days ahead"
              icon={<IconClock size={24} stroke={1.5} />}
              actions={<Button onClick={() => setShown('past')}>See past days</Button>}
            >
              Say from when to when and how long each is seen. The grid fills by mark, everybody gets their own link to
              change the time, and the door keeps who came and went.
            </EmptyState>
          ) : (
            <div className={css.desk}>
              <SessionDays
                {...{ items, roles, show }}
                current={id}
                onShow={(next) => {
                  setOpen(undefined)
                  setShown(next === 'past' ? next : undefined)
                }}
                onOpen={setOpen}
                onEnd={days.onEnd}
              />
              {id !== undefined && (
                <div className={css.stage}>
                  <Loaded of={asked}>
                    {(session) => (
                      <>
                        <Toolbar inset end={[session.place, session.stream].filter((it) => it !== '').join(', ')}>
                          {can.edit && (
                            <Button icon={<IconPencil size={16} />} onClick={() => setChanging(true)}>
                              Change
                            </Button>
                          )}
                          {can.edit && <DoorButton {...{ productionId, session }} />}
                        </Toolbar>
                        <SessionGrid key={session.id} {...{ productionId, can, session }} />
                      </>
                    )}
                  </Loaded>
                </div>
              )}
            </div>
          )
        }
      </Loaded>
      {current && (
        <SessionDialog
          open={changing}
          {...{ productionId, roles }}
          session={current}
          onClose={() => setChanging(false)}
          onSaved={() => toast.done('The day is changed, every time stays')}
        />
      )}
      <SessionDialog
        open={adding}
        {...{ productionId, roles }}
        onClose={() => setAdding(false)}
        onSaved={(it) => setOpen(it.id)}
      />
    </Page>
  )
}

function statusOf({ slots, appointments, waiting }: Session): string {
  const came = appointments.filter(({ signedInAt }) => signedInAt !== null).length
  return [
    plural(slots.length, 'slot'),
    `${appointments.length} taken`,
    came === 0 ? '' : `${came} came`,
    `${waiting.length} waiting`,
  ]
    .filter((text) => text !== '')
    .join(', ')
}
