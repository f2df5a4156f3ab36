import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useAsk } from '../../../../client/react.ts'
import { listWebhooks, type Webhook } from '../../../../platform/webhooks/webhook.contract.ts'
import { useSearchValue } from '../../../../ui/address.ts'
import { Button } from '../../../../ui/Button.tsx'
import { MomentText } from '../../../../ui/DateText.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { SettingsPage } from '../../../../ui/SettingsPage.tsx'
import { Status } from '../../../../ui/Status.tsx'
import { Table, type Column } from '../../../../ui/Table.tsx'
import { plural } from '../../../../ui/words.ts'
import { WebhookDialog } from './WebhookDialog.tsx'
import { WebhookPanel } from './WebhookPanel.tsx'
import { deliveryStanding, deliveryWords } from './webhook.words.ts'

const columns: Column<Webhook>[] = [
  { key: 'name', head: 'Name', of: (it) => <b>{it.name}</b>, sortBy: (it) => it.name, width: '24%' },
  { key: 'url', head: 'Address', of: (it) => URL.parse(it.url)?.host ?? it.url, quiet: true, phone: 'hide' },
  {
    key: 'events',
    head: 'Told of',
    of: (it) => plural(it.events.length, 'event'),
    quiet: true,
    phone: 'hide',
    width: 100,
  },
  {
    key: 'last',
    head: 'Last answer',
    of: (it) =>
      !it.active ? (
        <Status is="off">Switched off</Status>
      ) : it.last === null ? (
        <Status is="off">Nothing told yet</Status>
      ) : (
        <Status is={deliveryStanding[it.last.state]}>{deliveryWords(it.last)}</Status>
      ),
    width: 190,
  },
  {
    key: 'at',
    head: 'At',
    of: (it) => it.last?.triedAt && <MomentText at={it.last.triedAt} />,
    quiet: true,
    phone: 'hide',
    width: 140,
  },
]

/** Addresses outside that hear what happens here: payroll, a chat, a script of one's own. */
export function WebhooksPage() {
  const asked = useAsk(listWebhooks)
  const [open, setOpen] = useSearchValue('webhook')
  const [adding, setAdding] = useState(false)
  const found = asked.data?.items.find((it) => it.id === open)
  const events = asked.data?.events ?? []
  return (
    <SettingsPage
      title="Webhooks"
      actions={
        <Button icon={<IconPlus size={16} />} onClick={() => setAdding(true)}>
          New webhook
        </Button>
      }
      aside={
        found && <WebhookPanel key={found.id} webhook={found} events={events} onClose={() => setOpen(undefined)} />
      }
    >
      <Section
        title="Who is told"
        count={asked.data?.items.length}
        about="Each message is signed with the secret of its webhook and is tried again for two days until it is taken."
      >
        <Loaded of={asked}>
          {({ items }) => (
            <Table
              label="Webhooks"
              rows={items}
              columns={columns}
              keyOf={(it) => it.id}
              current={open}
              onOpen={(it) => setOpen(it.id)}
              empty={
                <EmptyState
                  small
                  title="Nobody is told yet"
                  actions={
                    <Button icon={<IconPlus size={16} />} onClick={() => setAdding(true)}>
                      New webhook
                    </Button>
                  }
                >
                  Payroll, a chat or a script of your own can hear at once when a paper is signed by everybody, declined
                  or made void.
                </EmptyState>
              }
            />
          )}
        </Loaded>
      </Section>
      {adding && <WebhookDialog events={events} onClose={() => setAdding(false)} onMade={(it) => setOpen(it.id)} />}
    </SettingsPage>
  )
}
