import { IconFileText, IconMail, IconWand } from '@tabler/icons-react'
import { useChange } from '../../../client/react.ts'
import { Button } from '../../../ui/Button.tsx'
import { Menu } from '../../../ui/Menu.tsx'
import { toast } from '../../../ui/toast.tsx'
import { listed, plural } from '../../../ui/words.ts'
import { fillSession, sendTimes, type Session } from '../session.contract.ts'

interface SessionActsProps {
  productionId: string
  session: Session
  can: { edit: boolean }
}

/** What is done with a day as a whole. */
export function SessionActs({ productionId, session, can }: SessionActsProps) {
  const fill = useChange(fillSession)
  const send = useChange(sendTimes)
  const params = { productionId, sessionId: session.id }
  const base = `/v1/productions/${productionId}/casting`
  const opens = (path: string) => () => window.open(`${base}/${path}`, '_blank', 'noopener')
  return (
    <>
      {can.edit && (
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
                    toast.done(
                      `${plural(placed, 'person', 'people')} placed${left > 0 ? `, ${left} without a time` : ''}`,
                    ),
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
        </>
      )}
      <Menu
        target={<Button icon={<IconFileText size={16} />}>Papers</Button>}
        width={240}
        items={[
          { label: 'Size cards, four on a page', onPress: opens(`size-cards?session=${session.id}`) },
          'line',
          { label: 'Session report', onPress: opens(`sessions/${session.id}/report/pdf`) },
          {
            label: 'Session report as CSV',
            onPress: () => window.location.assign(`${base}/sessions/${session.id}/report/csv`),
          },
        ]}
      />
    </>
  )
}
