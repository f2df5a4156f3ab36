import { IconPlus, IconTemplate, IconUserQuestion } from '@tabler/icons-react'
import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { browser, refresh, useAsk } from '../../../client/react.ts'
import { dayText } from '../../../kernel/time.ts'
import { Button, TextButton } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Menu } from '../../../ui/Menu.tsx'
import { Status } from '../../../ui/Status.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { toast } from '../../../ui/toast.tsx'
import { Toolbar } from '../../../ui/Toolbar.tsx'
import { plural } from '../../../ui/words.ts'
import { listDepartments } from '../../people/person.contract.ts'
import { listNeeds, putNeeds, type Need, type Needs } from '../needs.contract.ts'
import css from './Crew.module.css'
import type { GridDay } from './crewGrid.rules.ts'
import { KeepTemplateDialog } from './KeepTemplateDialog.tsx'
import { NeedDialog } from './NeedDialog.tsx'
import { sent, standingOf, withNeed, type NeedDraft } from './needs.draft.rules.ts'

interface NeedsTabProps {
  productionId: string
  days: readonly GridDay[]
  /** Somebody is sought for a position. */
  onFill: (need: Need) => void
}

/** Which positions the production needs, who has them, and what is still open. */
export function NeedsTab({ productionId, days, onFill }: NeedsTabProps) {
  const client = useQueryClient()
  const params = { productionId }
  const asked = useAsk(listNeeds, { params })
  const departments = useAsk(listDepartments).data?.items ?? []
  const [open, setOpen] = useState<Need | 'new'>()
  const [keeping, setKeeping] = useState(false)
  const nameOf = (id: string) => departments.find((it) => it.id === id)?.name ?? ''
  const put = async (body: { items: NeedDraft[] } | { fromTemplate: string }, before: Needs, words: string) => {
    const now = await browser.call(putNeeds, { params, ifMatch: before.version, body })
    await refresh(client, productionId)
    const back = () =>
      browser
        .call(putNeeds, { params, ifMatch: now.version, body: { items: sent(before.items) } })
        .then(() => refresh(client, productionId))
        .catch(toast.problem)
    toast.done(words, { undo: back })
  }
  const columns = (needs: Needs): Column<Need>[] => [
    { key: 'title', head: 'Position', of: (it) => <b>{it.title}</b>, sortBy: (it) => it.title, width: '24%' },
    { key: 'count', head: 'Needed', of: (it) => it.count, align: 'end', width: 80, sortBy: (it) => it.count },
    {
      key: 'state',
      head: 'Filled',
      of: (it) => <Filled need={it} />,
      width: 150,
      sortBy: (it) => it.filled - it.count,
    },
    { key: 'names', head: 'By', of: (it) => it.names.join(', '), phone: 'hide' },
    {
      key: 'days',
      head: 'Days',
      of: (it) => daysOf(it),
      quiet: true,
      phone: 'hide',
    },
    {
      key: 'out',
      head: '',
      align: 'end',
      width: 170,
      of: (it) =>
        needs.can.edit && (
          <span className={css.verbs}>
            {it.filled < it.count && (
              <TextButton aria-label={`Find somebody: ${it.title}`} onClick={() => onFill(it)}>
                Find
              </TextButton>
            )}
            <TextButton
              aria-label={`Not needed: ${it.title}`}
              onClick={() =>
                void put(
                  { items: sent(needs.items.filter(({ id }) => id !== it.id)) },
                  needs,
                  `${it.title} is not needed`,
                ).catch(toast.problem)
              }
            >
              Take out
            </TextButton>
          </span>
        ),
    },
  ]
  return (
    <Loaded of={asked}>
      {(needs) => {
        const { wanted, filled } = standingOf(needs)
        const entry = ({ kind, name, positions }: Needs['templates'][number]) => ({
          label: name,
          aside: String(positions),
          onPress: () =>
            void put({ fromTemplate: kind }, needs, `Positions of ${name} are on the list`).catch(toast.problem),
        })
        const own = needs.templates.filter(({ isOwn }) => isOwn)
        const begin = needs.can.edit && (
          <>
            <Button icon={<IconPlus size={16} />} onClick={() => setOpen('new')}>
              Add a position
            </Button>
            <Menu
              width={280}
              target={<Button icon={<IconTemplate size={16} />}>From a template</Button>}
              items={[
                ...(own.length > 0 ? [{ heading: 'Our own' }, ...own.map(entry)] : []),
                { heading: 'By kind of production' },
                ...needs.templates.filter(({ isOwn }) => !isOwn).map(entry),
                ...(needs.items.length > 0
                  ? (['line', { label: 'Keep this list as a template', onPress: () => setKeeping(true) }] as const)
                  : []),
              ]}
            />
          </>
        )
        return (
          <>
            {needs.items.length > 0 && (
              <Toolbar end={`${filled} of ${plural(wanted, 'position')} filled`}>{begin}</Toolbar>
            )}
            <Table
              label="Positions needed"
              rows={needs.items}
              columns={columns(needs)}
              keyOf={({ id }) => id}
              groupBy={({ departmentId }) => nameOf(departmentId)}
              {...(needs.can.edit && { onOpen: setOpen })}
              empty={
                <EmptyState
                  title="Nobody has said yet who is needed"
                  icon={<IconUserQuestion size={24} stroke={1.5} />}
                  actions={begin}
                >
                  Name the positions of this production, or begin from a template. Each one that is open leads to the
                  people who do that work: look who is free, ask several, hold one.
                </EmptyState>
              }
            />
            {open !== undefined && (
              <NeedDialog
                need={open === 'new' ? null : open}
                days={days}
                save={(draft) => put({ items: withNeed(needs.items, draft) }, needs, `${draft.title} is on the list`)}
                onClose={() => setOpen(undefined)}
              />
            )}
            {keeping && <KeepTemplateDialog productionId={productionId} onClose={() => setKeeping(false)} />}
          </>
        )
      }}
    </Loaded>
  )
}

/** The days of a need, and those of them that are open where only some are. */
function daysOf({ dates, open, count, filled }: Need): string {
  const all = dates.length === 0 ? 'Every shoot day' : dates.map((day) => dayText(day)).join(', ')
  const missing = [...new Set(open.flat())].sort()
  const isPartly = missing.length > 0 && (filled > 0 || count > open.length || missing.length < dates.length)
  return isPartly ? `${all}; open ${missing.map((day) => dayText(day)).join(', ')}` : all
}

const Filled = ({ need: { filled, count } }: { need: Need }) =>
  filled >= count ? (
    <Status is="go">Filled</Status>
  ) : (
    <Status is={filled > 0 ? 'half' : 'attention'}>{filled > 0 ? `${filled} of ${count}` : 'Open'}</Status>
  )
