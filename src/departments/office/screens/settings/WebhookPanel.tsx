import { useState } from 'react'
import { usePages } from '../../../../client/pages.ts'
import { useChange } from '../../../../client/react.ts'
import {
  listDeliveries,
  redeliver,
  removeWebhook,
  renewSecret,
  testWebhook,
  type Delivery,
  type Webhook,
} from '../../../../platform/webhooks/webhook.contract.ts'
import { Button, TextButton } from '../../../../ui/Button.tsx'
import { MomentText } from '../../../../ui/DateText.tsx'
import { Dialog, DialogActions } from '../../../../ui/Dialog.tsx'
import { Facts } from '../../../../ui/Facts.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Status } from '../../../../ui/Status.tsx'
import { toast } from '../../../../ui/toast.tsx'
import { useEndReached } from '../../../../ui/useEndReached.ts'
import { SecretShown } from './SecretShown.tsx'
import { WebhookDialog } from './WebhookDialog.tsx'
import css from './Webhooks.module.css'
import { deliveryStanding, deliveryWords } from './webhook.words.ts'

interface Props {
  webhook: Webhook
  events: readonly { name: string; about: string }[]
  onClose: () => void
}

/** One address: what it is told of, how it answered, and a test. */
export function WebhookPanel({ webhook, events, onClose }: Props) {
  const params = { webhookId: webhook.id }
  const [doing, setDoing] = useState<'change' | 'remove' | 'secret'>()
  const [secret, setSecret] = useState<string>()
  const asked = usePages(listDeliveries, { params }, { key: 'before' })
  const end = useEndReached(asked.onEnd)
  const test = useChange(testWebhook, {
    onDone: (it) =>
      it.state === 'delivered'
        ? toast.done(`${webhook.name} took the test`)
        : toast.done(`${webhook.name} did not take the test`, { detail: it.answer }),
  })
  const renew = useChange(renewSecret, {
    onDone: (it) => {
      setDoing(undefined)
      setSecret(it.secret)
    },
  })
  const remove = useChange(removeWebhook, { onDone: onClose })
  const say = { onError: toast.problem }
  const about = (name: string) => events.find((it) => it.name === name)?.about ?? name
  return (
    <Panel title={webhook.name} about={URL.parse(webhook.url)?.host ?? webhook.url} onClose={onClose}>
      <div className={css.acts}>
        <Button kind="accent" busy={test.isPending} onClick={() => test.mutate({ params, body: {} }, say)}>
          Send a test
        </Button>
        <Button onClick={() => setDoing('change')}>Change</Button>
        <Button onClick={() => setDoing('secret')}>New secret</Button>
        <Button kind="quiet" onClick={() => setDoing('remove')}>
          Remove
        </Button>
      </div>
      <Facts
        of={[
          ['Address', webhook.url],
          ['Told when', webhook.events.map(about).join('; ')],
          ['Is told', webhook.active ? 'Yes' : 'No, it is switched off'],
          ['Set up by', webhook.createdBy],
        ]}
      />
      <Section title="What it was told" about="The last thirty days.">
        <Loaded of={asked}>
          {({ items }) =>
            items.length === 0 ? (
              <p className={css.quiet}>Nothing yet. Send a test to see whether it answers.</p>
            ) : (
              <ul className={css.log}>
                {items.map((it) => (
                  <Told key={it.id} of={it} what={it.event === 'test' ? 'A test' : about(it.event)} params={params} />
                ))}
              </ul>
            )
          }
        </Loaded>
        {asked.onEnd && <div ref={end} />}
      </Section>
      {doing === 'change' && <WebhookDialog webhook={webhook} events={events} onClose={() => setDoing(undefined)} />}
      <Dialog
        open={doing === 'secret'}
        onClose={() => setDoing(undefined)}
        size="small"
        title="A new secret"
        about="From now on messages are signed with it, and whoever checks with the old one refuses them."
      >
        <DialogActions>
          <Button
            kind="accent"
            busy={renew.isPending}
            onClick={() => renew.mutate({ params, body: {}, ifMatch: webhook.version }, say)}
          >
            Make a new secret
          </Button>
          <Button onClick={() => setDoing(undefined)}>Cancel</Button>
        </DialogActions>
      </Dialog>
      <Dialog
        open={doing === 'remove'}
        onClose={() => setDoing(undefined)}
        size="small"
        title={`Remove ${webhook.name}`}
        about="It is told nothing any more, and what it was told is forgotten. To pause it, change it instead."
      >
        <DialogActions>
          <Button
            kind="danger"
            busy={remove.isPending}
            onClick={() => remove.mutate({ params, ifMatch: webhook.version }, say)}
          >
            Remove
          </Button>
          <Button onClick={() => setDoing(undefined)}>Cancel</Button>
        </DialogActions>
      </Dialog>
      {secret !== undefined && <SecretShown secret={secret} onClose={() => setSecret(undefined)} />}
    </Panel>
  )
}

function Told({ of: it, what, params }: { of: Delivery; what: string; params: { webhookId: Webhook['id'] } }) {
  const again = useChange(redeliver, { onDone: () => toast.done('It is tried again now') })
  return (
    <li>
      <div className={css.line}>
        <b>{what}</b>
        <Status is={deliveryStanding[it.state]}>{deliveryWords(it)}</Status>
      </div>
      <small className={css.quiet}>
        <MomentText at={it.triedAt ?? it.createdAt} />
        {it.tookMs !== null && ` · ${it.tookMs} ms`}
        {it.nextTryAt && (
          <>
            {' · next try '}
            <MomentText at={it.nextTryAt} />
          </>
        )}
        {it.state !== 'delivered' && (
          <>
            {' · '}
            <TextButton
              onClick={() =>
                again.mutate(
                  { params: { ...params, deliveryId: it.id }, body: {}, idempotencyKey: crypto.randomUUID() },
                  { onError: toast.problem },
                )
              }
            >
              Try again
            </TextButton>
          </>
        )}
      </small>
      {it.answer !== '' && <small className={css.answer}>{it.answer}</small>}
    </li>
  )
}
