import { IconFingerprint } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from '../../../../ui/Button.tsx'
import { MomentText } from '../../../../ui/DateText.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Table, type Column } from '../../../../ui/Table.tsx'
import { toast } from '../../../../ui/toast.tsx'
import { settled, signIn } from '../door/signIn.ts'
import { deviceOf } from './device.rules.ts'

interface Passkey {
  id: string
  name?: string | undefined
  createdAt: Date
}

const key = ['sign-in', 'passkeys']

/** Fingerprint, face or a key in place of a password. */
export function PasskeysSection() {
  const client = useQueryClient()
  const asked = useQuery({
    queryKey: key,
    queryFn: () => settled<Passkey[]>(signIn.passkey.listUserPasskeys(), 'The list did not come'),
  })
  const change = (doing: Promise<unknown>, said: string) =>
    void doing.then(() => {
      toast.done(said)
      return client.invalidateQueries({ queryKey: key })
    }, toast.problem)
  const add = () =>
    change(
      settled<unknown>(signIn.passkey.addPasskey({ name: deviceOf(navigator.userAgent) }), 'No passkey was added'),
      'This device can sign in with a passkey',
    )
  const columns: Column<Passkey>[] = [
    { key: 'name', head: 'Passkey', of: (it) => <b>{it.name ?? 'Passkey'}</b> },
    { key: 'at', head: 'Added', of: (it) => <MomentText at={new Date(it.createdAt).toISOString()} />, quiet: true },
    {
      key: 'remove',
      head: '',
      align: 'end',
      of: (it) => (
        <Button
          size="small"
          onClick={() =>
            change(
              settled<unknown>(signIn.passkey.deletePasskey({ id: it.id }), 'It is still there'),
              'The passkey is removed',
            )
          }
        >
          Remove
        </Button>
      ),
    },
  ]
  return (
    <Section
      title="Passkeys"
      count={asked.data?.length}
      right={
        <Button size="small" icon={<IconFingerprint size={16} />} onClick={add}>
          Add this device
        </Button>
      }
    >
      <Loaded of={asked}>
        {(passkeys) => (
          <Table
            label="Passkeys"
            rows={passkeys}
            columns={columns}
            keyOf={(it) => it.id}
            empty={
              <EmptyState small title="No passkey yet">
                Sign in with fingerprint, face or a security key: quicker than a password, and nothing to forget.
              </EmptyState>
            }
          />
        )}
      </Loaded>
    </Section>
  )
}
