import { momentIn } from '../../../kernel/locale.ts'
import { IconMail, IconMailQuestion, IconX } from '@tabler/icons-react'
import { useChange } from '../../../client/react.ts'
import { useSearchValue } from '../../../ui/address.ts'
import { Button } from '../../../ui/Button.tsx'
import { formatInstant } from '../../../ui/dates.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Go } from '../../../ui/Go.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Status, type Standing } from '../../../ui/Status.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { Segmented } from '../../../ui/Tabs.tsx'
import { toast } from '../../../ui/toast.tsx'
import { plural } from '../../../ui/words.ts'
import { remindRequests, withdrawRequests, type Request, type RequestId } from '../request.contract.ts'
import type { Role } from '../role.contract.ts'
import type { CastingTab } from './CastingPage.tsx'
import { CastingTabs } from './CastingTabs.tsx'
import css from './Casting.module.css'
import { useRequests } from './usePages.ts'

interface RequestsTabProps {
  productionId: string
  title: string | undefined
  roles: readonly Role[]
  can: { edit: boolean }
  onTab: (next: CastingTab) => void
}

const shows = [
  { value: 'waiting', label: 'Waiting' },
  { value: 'answered', label: 'Answered' },
  { value: 'all', label: 'All' },
] as const
type Show = (typeof shows)[number]['value']

/** What talent was asked for, whose turn it is, and what came back. */
export function RequestsTab({ productionId, title, roles, can, onTab }: RequestsTabProps) {
  const [shown, setShown] = useSearchValue('show')
  const show: Show = shows.find(({ value }) => value === shown)?.value ?? 'waiting'
  const asked = useRequests(productionId, { show, limit: 100 })
  const remind = useChange(remindRequests)
  const withdraw = useChange(withdrawRequests)
  const again = (ids: RequestId[]) =>
    remind.mutate(
      { params: { productionId }, body: { ids }, idempotencyKey: crypto.randomUUID() },
      {
        onError: toast.problem,
        onSuccess: ({ written }) => toast.done(`${plural(written, 'person', 'people')} reminded`),
      },
    )
  const takeBack = (it: Request) =>
    withdraw.mutate(
      { params: { productionId }, body: { ids: [it.id] } },
      { onError: toast.problem, onSuccess: () => toast.done(`${it.name} is not asked any more`) },
    )
  const items = asked.data?.items ?? []
  const waiting = items.filter(({ state }) => state === 'asked').map(({ id }) => id)
  return (
    <Page
      of={title}
      title="Casting"
      width="flush"
      tools={
        <>
          <CastingTabs tab="requests" onTab={onTab} />
          <Segmented
            label="Show"
            options={shows}
            value={show}
            onChange={(next) => setShown(next === 'waiting' ? undefined : next)}
          />
        </>
      }
      actions={
        can.edit &&
        waiting.length > 0 && (
          <Button icon={<IconMail size={16} />} busy={remind.isPending} onClick={() => again(waiting)}>
            Remind {plural(waiting.length, 'person', 'people')}
          </Button>
        )
      }
      status={asked.data && plural(items.length, 'request')}
    >
      <Loaded of={asked}>
        {() => (
          <Table
            label="Requests"
            rows={items}
            columns={columnsOf({ productionId, roles, can, show, again, takeBack })}
            keyOf={(it) => it.id}
            onEnd={asked.onEnd}
            empty={
              <EmptyState title="Nobody is waited for" icon={<IconMailQuestion size={24} stroke={1.5} />}>
                Pick people under Talent with X and ask them for a self-tape, or a question. Each gets a link of their
                own, and the representative is asked first where there is one.
              </EmptyState>
            }
          />
        )}
      </Loaded>
    </Page>
  )
}

interface Acts {
  productionId: string
  roles: readonly Role[]
  can: { edit: boolean }
  show: Show
  again: (ids: RequestId[]) => void
  takeBack: (it: Request) => void
}

function standing(it: Request): readonly [Standing, string] {
  if (it.state === 'withdrawn') return ['off', 'Taken back']
  if (it.state === 'declined') return ['stop', 'Said no']
  if (it.state === 'answered') return ['go', it.kind === 'self_tape' ? 'Tape is here' : 'Answered']
  if (it.isLate) return ['attention', 'Late']
  return it.turn === 'agent' ? ['waiting', `With ${it.agentName ?? 'the representative'}`] : ['waiting', 'With talent']
}

/** What the column of moments holds. */
const HEADS: Record<Show, string> = { waiting: 'Reminded', answered: 'Answered', all: 'Reminded or answered' }

const columnsOf = ({ productionId, roles, can, show, again, takeBack }: Acts): Column<Request>[] => [
  {
    key: 'name',
    head: 'Name',
    of: (it) => (
      <Go to={`/productions/${productionId}/casting?tab=talent&show=all&candidate=${it.candidateId}`}>
        <b>{it.name}</b>
      </Go>
    ),
    sortBy: (it) => it.name,
    width: 170,
  },
  {
    key: 'role',
    head: 'Role',
    of: (it) => roles.find(({ id }) => id === it.roleId)?.name,
    quiet: true,
    width: 120,
    phone: 'hide',
  },
  {
    key: 'asked',
    head: 'Asked for',
    of: (it) => (
      <span title={it.body}>
        {it.kind === 'self_tape' ? 'Self-tape' : 'Question'}
        <small className={css.comment}>{it.body}</small>
      </span>
    ),
  },
  {
    key: 'state',
    head: 'Status',
    of: (it) => {
      const [is, words] = standing(it)
      return (
        <span>
          <Status is={is}>{words}</Status>
          {it.answer !== '' && (
            <small className={css.comment} title={it.answer}>
              {it.answer}
            </small>
          )}
        </span>
      )
    },
    sortBy: (it) => standing(it)[1],
    width: 190,
  },
  {
    key: 'due',
    head: 'Until',
    of: (it) => (it.dueAt === null ? '' : momentIn('en', Temporal.Instant.from(it.dueAt), it.dueZone, { year: true })),
    sortBy: (it) => it.dueAt ?? '',
    width: 250,
    phone: 'hide',
  },
  {
    key: 'reminded',
    head: HEADS[show],
    of: (it) =>
      it.state !== 'asked'
        ? it.answeredAt && formatInstant(it.answeredAt)
        : it.reminders > 0
          ? plural(it.reminders, 'time')
          : '',
    quiet: true,
    width: 120,
    phone: 'hide',
  },
  {
    key: 'acts',
    head: '',
    of: (it) =>
      can.edit &&
      it.state === 'asked' && (
        <span className={css.cell}>
          <Button size="small" onClick={() => again([it.id])}>
            Remind
          </Button>
          <Button size="small" icon={<IconX size={14} />} onClick={() => takeBack(it)}>
            Take back
          </Button>
        </span>
      ),
    width: 210,
    phone: 'hide',
  },
]
