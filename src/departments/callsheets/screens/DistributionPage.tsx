import { IconDownload, IconMail, IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import { useAsk, useChange } from '../../../client/react.ts'
import { useGo, useParam, useSearchValue } from '../../../ui/address.ts'
import { Button } from '../../../ui/Button.tsx'
import { formatDay, formatInstant, formatInstantTime, zoneLetters } from '../../../ui/dates.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { FailedState } from '../../../ui/FailedState.tsx'
import { Loading } from '../../../ui/Loaded.tsx'
import { Menu } from '../../../ui/Menu.tsx'
import { Page } from '../../../ui/Page.tsx'
import { problemOf } from '../../../ui/problem.ts'
import { toast } from '../../../ui/toast.tsx'
import { getDesk, NotIssued, sendAgain, subscribe } from '../distribution.contract.ts'
import type { Desk } from '../distribution.contract.ts'
import css from './Distribution.module.css'
import { DistributionActs, type PersonAct } from './DistributionActs.tsx'
import { DistributionCounts } from './DistributionCounts.tsx'
import { DistributionLate } from './DistributionLate.tsx'
import { DistributionNeeds } from './DistributionNeeds.tsx'
import { DistributionPerson } from './DistributionPerson.tsx'
import { DistributionTable } from './DistributionTable.tsx'
import { DistributionUndo } from './DistributionUndo.tsx'
import { awaitsAnswer, needsYou } from '../notice.rules.ts'
import { RevisionChip } from './SheetMarks.tsx'
import { useOfficeNow } from './useOfficeNow.ts'

interface Ids {
  productionId: string
  callSheetId: string
}

/** Who has the call sheet, who has said yes, and whom to go after: kept in step while answers come in. */
export function DistributionPage() {
  const ids: Ids = { productionId: useParam('productionId'), callSheetId: useParam('callSheetId') }
  const { data, error, refetch } = useAsk(getDesk, { params: ids })
  const go = useGo()
  if (data !== undefined) return <Shown desk={data} ids={ids} />
  const sheet = `/productions/${ids.productionId}/callsheets/${ids.callSheetId}`
  return (
    <Page title="Who has it" crumbs={[{ label: 'Call sheets', to: `/productions/${ids.productionId}/callsheets` }]}>
      {!error && <Loading />}
      {Boolean(error) &&
        (problemOf(error).type === `/problems/${NotIssued.slug}` ? (
          <EmptyState
            title="Not sent to anybody yet"
            actions={<Button onClick={() => go(sheet)}>Open the sheet</Button>}
          >
            Publish the sheet, and everybody on it appears here with what became of their copy: sent, delivered, opened,
            confirmed.
          </EmptyState>
        ) : (
          <FailedState problem={error} onRetry={() => refetch()} />
        ))}
    </Page>
  )
}

function Shown({ desk, ids }: { desk: Desk; ids: Ids }) {
  const [open, setOpen] = useSearchValue('person')
  const [act, setAct] = useState<PersonAct>()
  const now = useOfficeNow(desk.now, desk.leaving.length > 0)
  const shown = desk.people.find((it) => it.id === open)
  const people = desk.people
  return (
    <Page
      title="Who has it"
      width="flush"
      crumbs={[
        { label: 'Call sheets', to: `/productions/${ids.productionId}/callsheets` },
        { label: dayTitle(desk), to: `/productions/${ids.productionId}/callsheets/${ids.callSheetId}` },
      ]}
      tools={<RevisionChip of={{ word: desk.version, fill: desk.fill, preliminary: desk.preliminary }} />}
      actions={<Actions desk={desk} ids={ids} />}
      aside={
        shown && (
          <DistributionPerson
            {...ids}
            noticeId={shown.id}
            zone={desk.timeZone}
            canSend={desk.can.send}
            onClose={() => setOpen(undefined)}
            onAct={setAct}
          />
        )
      }
      hints={[
        { keys: ['↑', '↓'], does: 'walk' },
        { keys: ['Enter'], does: 'open a person' },
      ]}
      status={`Times are ${lettersOf(desk)}`}
    >
      <DistributionCounts desk={desk} />
      <Waiting desk={desk} ids={ids} />
      <DistributionNeeds
        people={people.filter(needsYou)}
        zone={desk.timeZone}
        current={open}
        canSend={desk.can.send}
        onOpen={setOpen}
        onAct={setAct}
      />
      <DistributionTable desk={desk} current={open} onOpen={setOpen} />
      <DistributionLate desk={desk} ids={ids} />
      {desk.can.send && desk.leaving.map((it) => <DistributionUndo key={it.id} leaving={it} now={now} params={ids} />)}
      {act && <DistributionActs productionId={ids.productionId} act={act} onClose={() => setAct(undefined)} />}
    </Page>
  )
}

const lettersOf = (desk: Desk): string => zoneLetters(desk.timeZone, Temporal.Instant.from(desk.now))

const dayTitle = (desk: Desk): string =>
  [desk.dayNumber === null ? '' : `Day ${desk.dayNumber} of ${desk.dayCount}`, formatDay(desk.onDate)]
    .filter((it) => it !== '')
    .join(', ')

/** Mail that stays here is said so, and never called sent. */
function Waiting({ desk, ids }: { desk: Desk; ids: Ids }) {
  const send = useChange(sendAgain)
  if (desk.unsent === 0) return null
  const unsent = desk.people.filter((it) => it.state === 'unsent').map((it) => it.id)
  return (
    <div className={css.strip} role="status">
      <p>
        {desk.carries.email
          ? `${desk.unsent} of ${desk.counts.people} not sent: called back, or left in the outbox.`
          : 'No mail server is set up: messages stay in the outbox, and nobody has been written to. Copy a person’s link to pass it on by hand.'}
      </p>
      {desk.carries.email && desk.can.send && (
        <Button
          size="small"
          busy={send.isPending}
          onClick={() =>
            send.mutate(
              {
                params: ids,
                body: { channel: 'email', noticeIds: unsent },
                idempotencyKey: crypto.randomUUID(),
              },
              { onError: toast.problem },
            )
          }
        >
          Send now
        </Button>
      )}
    </div>
  )
}

function Actions({ desk, ids }: { desk: Desk; ids: Ids }) {
  const send = useChange(sendAgain)
  const change = useChange(subscribe)
  const silent = desk.people.filter((it) => awaitsAnswer(it) && !it.isLeaving && it.state !== 'unsent')
  const again = (channel: 'email' | 'sms') =>
    send.mutate(
      {
        params: ids,
        body: { channel, noticeIds: silent.map((it) => it.id) },
        idempotencyKey: crypto.randomUUID(),
      },
      { onError: toast.problem },
    )
  const tell = (mode: Desk['subscription']) =>
    change.mutate({ params: { productionId: ids.productionId }, body: { mode } }, { onError: toast.problem })
  const proof = `/v1/productions/${ids.productionId}/callsheets/${ids.callSheetId}/distribution/proof`
  const told = { off: 'Not told of answers', instant: 'Told of each answer by mail', digest: 'Told in a digest' }
  return (
    <>
      <span className={css.issued}>
        Issued {formatInstant(desk.issuedAt, desk.timeZone)} by {desk.issuedBy}
        <br />
        Now {formatInstantTime(desk.now, desk.timeZone)} {lettersOf(desk)}
      </span>
      <Menu
        target={<Button icon={<IconMail size={16} />}>{told[desk.subscription]}</Button>}
        items={(['instant', 'digest', 'off'] as const).map((mode) => ({
          label: told[mode],
          onPress: () => tell(mode),
        }))}
      />
      {desk.can.send && (
        <Menu
          target={<Button icon={<IconDownload size={16} />}>Proof of notice</Button>}
          items={[
            { label: 'As PDF', onPress: () => window.location.assign(`${proof}.pdf`) },
            { label: 'As CSV', onPress: () => window.location.assign(`${proof}.csv`) },
          ]}
        />
      )}
      {desk.can.send && silent.length > 0 && desk.carries.sms && (
        <Button icon={<IconSend size={16} />} onClick={() => again('sms')}>
          Text message to {silent.length}
        </Button>
      )}
      {desk.can.send && silent.length > 0 && (
        <Button kind="accent" icon={<IconSend size={16} />} busy={send.isPending} onClick={() => again('email')}>
          Re-send to {silent.length} not confirmed
        </Button>
      )}
    </>
  )
}
