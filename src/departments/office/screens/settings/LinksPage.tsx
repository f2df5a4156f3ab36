import { useState } from 'react'
import type { LinkPurpose } from '../../../../kernel/route.ts'
import { usePages } from '../../../../client/pages.ts'
import { useChange } from '../../../../client/react.ts'
import { useSearchValue } from '../../../../ui/address.ts'
import { Button } from '../../../../ui/Button.tsx'
import { MomentText } from '../../../../ui/DateText.tsx'
import { ConfirmDialog } from '../../../../ui/Dialog.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { SelectField } from '../../../../ui/SelectField.tsx'
import { Status, type Standing } from '../../../../ui/Status.tsx'
import { Table, type Column } from '../../../../ui/Table.tsx'
import { toast } from '../../../../ui/toast.tsx'
import { plural } from '../../../../ui/words.ts'
import { listLinks, revokeLinks, type RegisteredLink } from '../../link.contract.ts'
import { SettingsPage } from '../../../../ui/SettingsPage.tsx'

const purposes: Record<LinkPurpose, string> = {
  agreement: 'Paper to sign',
  ask: 'Asking for dates',
  callsheet: 'Call sheet',
  casting_call: 'Open casting call',
  casting_door: 'Door of a casting day',
  casting_request: 'Request to talent',
  casting_view: 'Casting presentation',
  document: 'Document',
  feed: 'Calendar feed',
  hold: 'Challenge of a hold',
  invitation: 'Invitation',
  owner: 'First owner',
  papers: 'Papers to hand in',
  quote: 'Request for a quote',
  release: 'Release on set',
  timesheet: 'Timesheet',
  vendor: 'Details of a vendor',
}
const purposeWord = (purpose: string) => purposes[purpose as LinkPurpose] ?? purpose

const states: Record<RegisteredLink['state'], { is: Standing; word: string }> = {
  open: { is: 'go', word: 'works' },
  not_yet: { is: 'waiting', word: 'not yet' },
  expired: { is: 'off', word: 'expired' },
  revoked: { is: 'off', word: 'revoked' },
  used_up: { is: 'off', word: 'used up' },
}

const columns: Column<RegisteredLink>[] = [
  { key: 'label', head: 'Link', of: (it) => <b>{it.label}</b>, sortBy: (it) => it.label },
  {
    key: 'purpose',
    head: 'For',
    of: (it) => purposeWord(it.purpose),
    quiet: true,
    sortBy: (it) => purposeWord(it.purpose),
    phone: 'hide',
  },
  {
    key: 'production',
    head: 'Production',
    of: (it) => it.productionTitle ?? '',
    quiet: true,
    sortBy: (it) => it.productionTitle,
    phone: 'hide',
  },
  {
    key: 'state',
    head: 'State',
    of: (it) => <Status is={states[it.state].is}>{states[it.state].word}</Status>,
    sortBy: (it) => it.state,
  },
  {
    key: 'used',
    head: 'Last opened',
    of: (it) => (it.lastUsedAt === null ? 'never' : <MomentText at={it.lastUsedAt} />),
    quiet: true,
    sortBy: (it) => it.lastUsedAt,
  },
  {
    key: 'made',
    head: 'Made',
    of: (it) => <MomentText at={it.createdAt} />,
    quiet: true,
    sortBy: (it) => it.createdAt,
    phone: 'hide',
  },
]

const filters = Object.entries(purposes).map(([value, label]) => ({ value, label }))

/** Every outside link there is, and the one place where all of them can be ended. */
export function LinksPage() {
  const [purpose, setPurpose] = useSearchValue('purpose')
  const asked = usePages(listLinks, { query: { ...(purpose !== undefined && { purpose }) } })
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [asking, setAsking] = useState(false)
  const revoke = useChange(revokeLinks, {
    onDone: ({ revoked }) => {
      toast.done(`${plural(revoked, 'link')} no longer ${revoked === 1 ? 'works' : 'work'}`)
      setTicked(new Set())
      setAsking(false)
    },
  })
  return (
    <SettingsPage
      title="Links"
      actions={
        <Button disabled={ticked.size === 0} onClick={() => setAsking(true)}>
          Revoke{ticked.size > 0 ? ` ${plural(ticked.size, 'link')}` : ''}
        </Button>
      }
    >
      <Section
        title="Outside links"
        about="Call sheets, feeds and invitations open by links. A link that is revoked stops at once, whoever holds it."
        right={
          <SelectField
            label="For"
            hideLabel
            clearable
            placeholder="For anything"
            value={purpose ?? null}
            choices={filters}
            onChange={(it) => setPurpose(it ?? undefined)}
          />
        }
      >
        <Loaded of={asked}>
          {({ items }) => (
            <Table
              label="Links"
              rows={items}
              columns={columns}
              keyOf={(it) => it.id}
              selected={ticked}
              onSelect={setTicked}
              onEnd={asked.onEnd}
              empty={
                <EmptyState small title="No links yet">
                  They are made when call sheets go out, feeds are shared or people are invited.
                </EmptyState>
              }
            />
          )}
        </Loaded>
      </Section>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={`Revoke ${plural(ticked.size, 'link')}?`}
        action="Revoke"
        busy={revoke.isPending}
        onConfirm={() =>
          revoke.mutate({ body: { ids: [...ticked] as RegisteredLink['id'][] } }, { onError: toast.problem })
        }
      >
        Whoever opens them reads that the link no longer works. What they answered before is kept. This cannot be
        undone; a new link can be sent.
      </ConfirmDialog>
    </SettingsPage>
  )
}
