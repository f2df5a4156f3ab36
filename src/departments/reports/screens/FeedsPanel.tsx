import { useState } from 'react'
import { useAsk, useChange } from '../../../client/react.ts'
import { Button, TextButton } from '../../../ui/Button.tsx'
import { CopyField } from '../../../ui/CopyField.tsx'
import { formatInstant } from '../../../ui/dates.ts'
import { ConfirmDialog } from '../../../ui/Dialog.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { capitalised } from '../../../ui/words.ts'
import { audienceReads, audienceWords } from '../../schedule/feedAudience.rules.ts'
import { createFeed, FeedAudience, listFeeds, revokeFeed, type Feed } from '../../schedule/feeds.contract.ts'
import css from './Calendar.module.css'

const roles = FeedAudience.options.flatMap((it) => (it === 'person' ? [] : [it]))

/** How much an address says, as the server will. */
function saysOf(audience: FeedAudience): string {
  if (audience === 'person') return 'Their own days only'
  const { scenes, notes } = audienceReads(audience)
  if (!scenes) return 'Dates, hours and places; no scenes, no notes'
  return notes ? 'Every day with its scenes, places and times' : 'Scenes, places and times; no notes'
}

interface FeedsPanelProps {
  productionId: string
  onClose: () => void
}

/** Addresses that phones and desktop calendars subscribe to. Each can be withdrawn on its own. */
export function FeedsPanel({ productionId, onClose }: FeedsPanelProps) {
  const params = { productionId }
  const asked = useAsk(listFeeds, { params })
  return (
    <Panel
      title="Calendar addresses"
      about="They show the schedule as it was last published. Calendars ask again every hour or so, some only once a day."
      onClose={onClose}
    >
      <Loaded of={asked}>
        {({ items, people }) => (
          <>
            <NewFeed productionId={productionId} people={people} />
            <ul className={css.feeds}>
              {items.map((feed) => (
                <FeedLine key={feed.id} feed={feed} productionId={productionId} />
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </Panel>
  )
}

function NewFeed({
  productionId,
  people,
}: {
  productionId: string
  people: { id: string; name: string; title: string }[]
}) {
  const [whom, setWhom] = useState<string>('team')
  const make = useChange(createFeed, { onDone: ({ label }) => toast.done(`${label} has an address`) })
  const role = roles.find((it) => it === whom)
  const body = role === undefined ? { audience: 'person' as const, personId: whom } : { audience: role }
  const choices = [
    {
      group: 'Whole schedule',
      items: roles.map((value) => ({ value, label: capitalised(audienceWords[value]) })),
    },
    ...(people.length > 0
      ? [
          {
            group: 'One person',
            items: people.map(({ id, name, title }) => ({ value: id, label: `${name}, ${title}` })),
          },
        ]
      : []),
  ]
  return (
    <div className={css.newFeed}>
      <SelectField
        label="For whom"
        hint={saysOf(body.audience)}
        choices={choices}
        searchable
        value={whom}
        onChange={(next) => setWhom(next ?? 'team')}
      />
      <Button
        kind="accent"
        busy={make.isPending}
        onClick={() => make.mutate({ params: { productionId }, body }, { onError: toast.problem })}
      >
        Make an address
      </Button>
    </div>
  )
}

function FeedLine({ feed, productionId }: { feed: Feed; productionId: string }) {
  const [asking, setAsking] = useState(false)
  const revoke = useChange(revokeFeed, { onDone: () => toast.done(`${feed.label} is withdrawn`) })
  const withdraw = () =>
    revoke.mutate(
      { params: { productionId, feedId: feed.id } },
      { onError: toast.problem, onSettled: () => setAsking(false) },
    )
  return (
    <li>
      <CopyField label={feed.label} value={feed.address} />
      <p>
        {saysOf(feed.audience)}. Made {formatInstant(feed.createdAt)}
        {feed.createdBy !== null && ` by ${feed.createdBy}`}.{' '}
        <a href={feed.address.replace(/^https?:/, 'webcal:')}>Open in a calendar</a>{' '}
        <TextButton onClick={() => setAsking(true)}>Withdraw</TextButton>
      </p>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={`Withdraw “${feed.label}”?`}
        action="Withdraw address"
        onConfirm={withdraw}
        busy={revoke.isPending}
      >
        Calendars that subscribed keep what they have and hear nothing more. A new address can be made at any time.
      </ConfirmDialog>
    </li>
  )
}
