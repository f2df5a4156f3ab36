import { IconBuildingStore, IconPlus, IconSearch } from '@tabler/icons-react'
import { useDeferredValue, useState } from 'react'
import { useAsk } from '../../../client/react.ts'
import { useGo, useSearchValue } from '../../../ui/address.ts'
import { Button } from '../../../ui/Button.tsx'
import { MomentText } from '../../../ui/DateText.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Page } from '../../../ui/Page.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { Status } from '../../../ui/Status.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { Toolbar } from '../../../ui/Toolbar.tsx'
import { useKeys } from '../../../ui/useKeys.ts'
import { plural } from '../../../ui/words.ts'
import { Stage, stageWords } from '../stage.rules.ts'
import { type VendorLine } from '../vendor.contract.ts'
import { listVendorCategories } from '../category.contract.ts'
import { NewVendorDialog } from './NewVendorDialog.tsx'
import { useVendors } from './useVendors.ts'
import { stageShapes, termsText } from './vendorWords.ts'
import css from './Vendors.module.css'

const columns: Column<VendorLine>[] = [
  { key: 'name', head: 'Vendor', of: (it) => <b>{it.name}</b>, width: '22%' },
  { key: 'categories', head: 'Delivers', spare: true, of: (it) => it.categories.join(', '), width: '26%' },
  {
    key: 'stage',
    head: 'Stage',
    width: 128,
    of: (it) => (
      <>
        <Status is={stageShapes[it.stage]}>{stageWords[it.stage]}</Status>
        {it.waits.bank && <span className={css.small}>New account waits for a call</span>}
      </>
    ),
  },
  { key: 'base', head: 'Based in', spare: true, of: (it) => it.homeBase ?? '', quiet: true, phone: 'hide' },
  {
    key: 'terms',
    head: 'Terms',
    of: (it) => [termsText(it.paymentDays, null), it.currency].filter(Boolean).join(', '),
    quiet: true,
    phone: 'hide',
  },
  { key: 'changed', head: 'Since', of: (it) => <MomentText at={it.stageAt} />, quiet: true, phone: 'hide' },
]

const sorts = [
  { value: 'name', label: 'By name' },
  { value: 'newest', label: 'Newest first' },
  { value: 'changed', label: 'Stage changed last' },
] as const

/** Everybody the office buys from: what they deliver, how far they are, on which terms. */
export function VendorsPage() {
  const go = useGo()
  const [q, setQ] = useSearchValue('q')
  const [typed, setTyped] = useState(q ?? '')
  const [stage, setStage] = useSearchValue('stage')
  const [categoryId, setCategory] = useSearchValue('category')
  const [sort, setSort] = useSearchValue('sort')
  const [show, setShow] = useSearchValue('show')
  const [adding, setAdding] = useState(false)
  const categories = useAsk(listVendorCategories).data?.items ?? []
  const chosen = Stage.safeParse(stage)
  const asked = useVendors({
    q: useDeferredValue(typed.trim()) || undefined,
    stage: chosen.data,
    categoryId,
    sort: sorts.find(({ value }) => value === sort)?.value,
    show: show === 'archived' ? 'archived' : undefined,
  })
  const may = asked.data?.can.edit ?? false
  const isNarrowed = typed !== '' || chosen.success || categoryId !== undefined || show !== undefined
  useKeys({ n: () => may && setAdding(true) })
  return (
    <Page
      title="Vendors"
      width="flush"
      actions={
        may && (
          <Button icon={<IconPlus size={16} />} onClick={() => setAdding(true)}>
            New vendor
          </Button>
        )
      }
      hints={[
        { keys: ['↑', '↓'], does: 'select' },
        { keys: ['Enter'], does: 'open' },
        { keys: ['N'], does: 'new' },
      ]}
      status={asked.data && plural(asked.data.total, 'vendor')}
    >
      <Toolbar>
        <TextField
          label="Find vendors"
          hideLabel
          type="search"
          placeholder="Name or town"
          icon={<IconSearch size={16} />}
          value={typed}
          onChange={(next) => {
            setTyped(next)
            setQ(next.trim() || undefined)
          }}
        />
        <SelectField
          label="Stage"
          hideLabel
          clearable
          placeholder="Every stage"
          choices={Stage.options.map((value) => ({
            value,
            label: `${stageWords[value]} (${asked.data?.stages[value] ?? 0})`,
          }))}
          value={chosen.data ?? null}
          onChange={(next) => setStage(next ?? undefined)}
        />
        <SelectField
          label="What they deliver"
          hideLabel
          clearable
          placeholder="Everything"
          choices={categories.map(({ id, name }) => ({ value: id as string, label: name }))}
          value={categoryId ?? null}
          onChange={(next) => setCategory(next ?? undefined)}
        />
        <SelectField
          label="Order"
          hideLabel
          choices={sorts}
          value={sort ?? 'name'}
          onChange={(next) => setSort(next === 'name' ? undefined : (next ?? undefined))}
        />
        <SelectField
          label="Current or archived"
          hideLabel
          choices={[
            { value: 'current', label: 'Current' },
            { value: 'archived', label: 'Archived' },
          ]}
          value={show === 'archived' ? 'archived' : 'current'}
          onChange={(next) => setShow(next === 'archived' ? next : undefined)}
        />
      </Toolbar>
      <Loaded of={asked}>
        {({ items }) => (
          <Table
            label="Vendors"
            rows={items}
            columns={columns}
            keyOf={(it) => it.id}
            onOpen={(it) => go(`/vendors/${it.id}`)}
            onEnd={asked.onEnd}
            empty={
              isNarrowed ? (
                <EmptyState title="No vendor fits">Try part of the name, or take a filter out.</EmptyState>
              ) : (
                <EmptyState
                  title="No vendors yet"
                  icon={<IconBuildingStore size={24} stroke={1.5} />}
                  actions={
                    may && (
                      <Button kind="accent" icon={<IconPlus size={16} />} onClick={() => setAdding(true)}>
                        New vendor
                      </Button>
                    )
                  }
                >
                  Rental houses, caterers, studios, post houses, one-off freelancers: who they are, on which terms, with
                  which papers, and what things cost there.
                </EmptyState>
              )
            }
          />
        )}
      </Loaded>
      <NewVendorDialog open={adding} onClose={() => setAdding(false)} onSaved={(id) => go(`/vendors/${id}`)} />
    </Page>
  )
}
