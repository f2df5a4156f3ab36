import { useState } from 'react'
import { usePages } from '../../../../client/pages.ts'
import { useSearchValue } from '../../../../ui/address.ts'
import { MomentText } from '../../../../ui/DateText.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Status } from '../../../../ui/Status.tsx'
import { Table, type Column } from '../../../../ui/Table.tsx'
import { Tabs } from '../../../../ui/Tabs.tsx'
import { listOutbox, type MailSummary } from '../../../../platform/mail/mail.contract.ts'
import { mailStandings } from './mail.words.ts'
import { MessagePanel } from './MessagePanel.tsx'
import { SettingsPage } from '../../../../ui/SettingsPage.tsx'

const columns: Column<MailSummary>[] = [
  {
    key: 'to',
    head: 'To',
    of: (it) => <b>{it.to.name ?? it.to.address}</b>,
    sortBy: (it) => it.to.name ?? it.to.address,
  },
  { key: 'subject', head: 'Subject', of: (it) => it.subject, phone: 'hide' },
  {
    key: 'state',
    head: 'State',
    of: (it) => <Status is={mailStandings[it.state]}>{it.withdrawn ? 'taken back' : it.state}</Status>,
    sortBy: (it) => it.state,
  },
  {
    key: 'at',
    head: 'At',
    of: (it) => <MomentText at={it.stateAt} />,
    quiet: true,
    sortBy: (it) => it.stateAt,
    phone: 'hide',
  },
]

const views = [
  { value: 'all', label: 'All' },
  { value: 'unsent', label: 'Unsent' },
  { value: 'queued', label: 'Queued' },
  { value: 'delivered', label: 'Delivered' },
  { value: 'bounced', label: 'Bounced' },
] as const

const NoCarrier = () => (
  <p role="status">
    <Status is="attention">
      No mail server is set up, so e-mail stays here and nothing pretends to have been sent.
    </Status>{' '}
    Whoever runs the office sets <code>UNITBASE_SMTP_URL</code>.
  </p>
)

/** Everything that leaves the office, and everything that could not. */
export function OutboxPage() {
  const [view = 'all', setView] = useSearchValue('state')
  const [open, setOpen] = useState<string>()
  const state = view === 'all' ? undefined : (view as MailSummary['state'])
  const asked = usePages(listOutbox, { query: { ...(state !== undefined && { state }) } }, { key: 'before' })
  return (
    <SettingsPage
      title="Outbox"
      aside={open === undefined ? undefined : <MessagePanel id={open} onClose={() => setOpen(undefined)} />}
    >
      <Section
        title="Messages"
        about={asked.data && !asked.data.carries.email ? <NoCarrier /> : undefined}
        right={
          <Tabs
            label="State"
            options={views}
            value={view as (typeof views)[number]['value']}
            onChange={(it) => setView(it === 'all' ? undefined : it)}
          />
        }
      >
        <Loaded of={asked}>
          {({ items }) => (
            <Table
              label="Messages"
              rows={items}
              columns={columns}
              keyOf={(it) => it.id}
              current={open}
              onOpen={(it) => setOpen(it.id)}
              onEnd={asked.onEnd}
              empty={
                <EmptyState small title="Nothing here">
                  Call sheets, invitations and sign-in letters pass through here.
                </EmptyState>
              }
            />
          )}
        </Loaded>
      </Section>
    </SettingsPage>
  )
}
