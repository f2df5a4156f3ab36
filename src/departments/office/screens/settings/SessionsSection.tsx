import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from '../../../../ui/Button.tsx'
import { MomentText } from '../../../../ui/DateText.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Status } from '../../../../ui/Status.tsx'
import { Table, type Column } from '../../../../ui/Table.tsx'
import { toast } from '../../../../ui/toast.tsx'
import { settled, signIn } from '../door/signIn.ts'
import { deviceOf } from './device.rules.ts'

interface SignedIn {
  id: string
  token: string
  device: string
  from: string
  at: string
  here: boolean
}

const key = ['sign-in', 'sessions']

async function askSessions(): Promise<SignedIn[]> {
  const [sessions, own] = await Promise.all([
    settled(signIn.listSessions(), 'The list did not come'),
    settled(signIn.getSession(), 'The list did not come'),
  ])
  return sessions
    .map(({ id, token, userAgent, ipAddress, updatedAt }) => ({
      id,
      token,
      device: deviceOf(userAgent ?? ''),
      from: ipAddress ?? '',
      at: new Date(updatedAt).toISOString(),
      here: token === own?.session.token,
    }))
    .toSorted((a, b) => Number(b.here) - Number(a.here) || b.at.localeCompare(a.at))
}

/** Where one is signed in; each can be ended from here. */
export function SessionsSection() {
  const client = useQueryClient()
  const asked = useQuery({ queryKey: key, queryFn: askSessions })
  const end = (doing: Promise<unknown>, said: string) =>
    doing.then(() => {
      toast.done(said)
      return client.invalidateQueries({ queryKey: key })
    }, toast.problem)
  const columns: Column<SignedIn>[] = [
    { key: 'device', head: 'Device', of: (it) => <b>{it.device}</b> },
    { key: 'from', head: 'Address', of: (it) => it.from, quiet: true, phone: 'hide' },
    {
      key: 'at',
      head: 'Last active',
      of: (it) => (it.here ? <Status is="daylight">this one</Status> : <MomentText at={it.at} />),
    },
    {
      key: 'end',
      head: '',
      align: 'end',
      of: (it) =>
        !it.here && (
          <Button
            size="small"
            onClick={() =>
              void end(
                settled<unknown>(signIn.revokeSession({ token: it.token }), 'It is still signed in'),
                `${it.device} is signed out`,
              )
            }
          >
            Sign out
          </Button>
        ),
    },
  ]
  const others = asked.data?.some((it) => !it.here) ?? false
  return (
    <Section
      title="Signed in on"
      count={asked.data?.length}
      right={
        others && (
          <Button
            size="small"
            onClick={() =>
              void end(
                settled<unknown>(signIn.revokeOtherSessions(), 'They are still signed in'),
                'All other devices are signed out',
              )
            }
          >
            Sign out all others
          </Button>
        )
      }
    >
      <Loaded of={asked}>
        {(sessions) => <Table label="Signed in on" rows={sessions} columns={columns} keyOf={(it) => it.id} />}
      </Loaded>
    </Section>
  )
}
