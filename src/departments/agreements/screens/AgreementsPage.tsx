import { IconPlus, IconUpload, IconWritingSign } from '@tabler/icons-react'
import { useState } from 'react'
import { usePages } from '../../../client/pages.ts'
import { useAsk, useChange } from '../../../client/react.ts'
import { useParam, useSearchValue } from '../../../ui/address.ts'
import { Button } from '../../../ui/Button.tsx'
import { MomentText } from '../../../ui/DateText.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Page } from '../../../ui/Page.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { Status } from '../../../ui/Status.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { Tabs } from '../../../ui/Tabs.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { Toolbar } from '../../../ui/Toolbar.tsx'
import { useKeys } from '../../../ui/useKeys.ts'
import { plural } from '../../../ui/words.ts'
import { getProduction } from '../../productions/production.contract.ts'
import { listAgreements, type AgreementId, type AgreementLine } from '../agreement.contract.ts'
import { remindParties } from '../envelope.contract.ts'
import { AgreementKind, AgreementState, kindWords } from '../kinds.rules.ts'
import { AgreementPanel } from './AgreementPanel.tsx'
import { CoverageTab } from './CoverageTab.tsx'
import { NewAgreementDialog } from './NewAgreementDialog.tsx'
import { OnPaperDialog } from './OnPaperDialog.tsx'
import { OnSetTab } from './OnSetTab.tsx'
import { stateOf, stateStanding, stateWords } from './words.ts'

const owedWords = { tax: 'tax form', bank: 'bank details' }

/** Whose signature is still to come, or what those who signed still owe to be paid. */
const waits = ({ waitingFor, owed }: AgreementLine) =>
  [
    ...waitingFor.map((each) => `${each.name} (${each.label})`),
    ...(owed.length === 0 ? [] : [owed.map((it) => owedWords[it]).join(' and ')]),
  ].join(', ')

const columns: Column<AgreementLine>[] = [
  { key: 'number', head: 'No.', of: (it) => <b>{it.number}</b>, sortBy: (it) => it.number, whole: true, width: 130 },
  { key: 'title', head: 'Paper', of: (it) => it.title, sortBy: (it) => it.title, phone: 'hide' },
  { key: 'with', head: 'With', of: (it) => it.subject.label, sortBy: (it) => it.subject.label, width: '20%' },
  {
    key: 'state',
    head: 'State',
    of: (it) => <Status is={stateStanding[it.state]}>{stateOf(it)}</Status>,
    sortBy: (it) => it.state,
    width: 120,
  },
  { key: 'waits', head: 'Waits on', of: waits, quiet: true, phone: 'hide', width: '18%' },
  {
    key: 'signed',
    head: 'Signed',
    of: (it) => `${it.signed} of ${it.of}`,
    align: 'end',
    quiet: true,
    phone: 'hide',
    width: 80,
  },
  {
    key: 'next',
    head: 'Next reminder',
    of: (it) => it.nextReminderAt && <MomentText at={it.nextReminderAt} />,
    quiet: true,
    phone: 'hide',
    width: 130,
  },
]

type Tab = 'papers' | 'coverage' | 'onset'
const covering: { value: Tab; label: string }[] = [
  { value: 'coverage', label: 'Who lacks what' },
  { value: 'onset', label: 'On set' },
]

/** Papers of the production: who each waits on, who still lacks what, and what is signed on set. */
export function AgreementsPage() {
  const productionId = useParam('productionId')
  const params = { productionId }
  const [open, setOpen] = useSearchValue('agreement')
  const [shown, setShown] = useSearchValue('tab')
  const [state, setState] = useSearchValue('state')
  const [kind, setKind] = useSearchValue('kind')
  const [text, setText] = useState('')
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [adding, setAdding] = useState(false)
  const [drawn, setDrawn] = useSearchValue('draw')
  const [whose, setWhose] = useSearchValue('for')
  const [scanning, setScanning] = useState(false)
  const production = useAsk(getProduction, { params })
  const tab: Tab = shown === 'coverage' || shown === 'onset' ? shown : 'papers'
  const query = {
    ...(AgreementState.safeParse(state).success && { state: state as AgreementState }),
    ...(AgreementKind.safeParse(kind).success && { kind: kind as AgreementKind }),
    ...(text !== '' && { q: text }),
  }
  const { onEnd, ...asked } = usePages(listAgreements, { params, query })
  const { edit: mayEdit = false, cover: maySeeCover = false } = asked.data?.can ?? {}
  const remind = useChange(remindParties, {
    onDone: ({ reminded, skipped }) => {
      setTicked(new Set())
      toast.done(`${plural(reminded, 'reminder')} sent`, {
        ...(skipped.length > 0 && { detail: skipped.map((it) => `${it.number}: ${it.why}`).join('; ') }),
      })
    },
  })
  useKeys({ n: () => mayEdit && setAdding(true), Escape: () => setOpen(undefined) })
  const counts = asked.data?.counts ?? {}
  const states = [
    { value: '', label: 'Every state' },
    ...AgreementState.options.map((it) => ({ value: it as string, label: stateWords[it], count: counts[it] })),
  ]
  return (
    <Page
      of={production.data?.title}
      title="Agreements and releases"
      width="flush"
      tools={
        <Tabs<Tab>
          label="Agreements and releases"
          value={tab}
          options={[{ value: 'papers', label: 'Papers' }, ...(maySeeCover ? covering : [])]}
          onChange={(next) => setShown(next === 'papers' ? undefined : next)}
        />
      }
      actions={
        mayEdit && (
          <>
            <Button icon={<IconUpload size={16} />} onClick={() => setScanning(true)}>
              Signed on paper
            </Button>
            <Button kind="accent" icon={<IconPlus size={16} />} onClick={() => setAdding(true)}>
              New paper
            </Button>
          </>
        )
      }
      aside={
        open && (
          <AgreementPanel
            key={open}
            productionId={productionId}
            id={open as AgreementId}
            onClose={() => setOpen(undefined)}
            onOpen={setOpen}
          />
        )
      }
      {...(tab === 'papers' && {
        hints: [
          { keys: ['↑', '↓'], does: 'select' },
          { keys: ['Enter'], does: 'open' },
          { keys: ['Space'], does: 'tick' },
          { keys: ['N'], does: 'new' },
        ],
        status: asked.data && `${plural(asked.data.items.length, 'paper')}${onEnd ? ' so far' : ''}`,
      })}
    >
      {tab === 'coverage' && <CoverageTab productionId={productionId} onOpen={setOpen} />}
      {tab === 'onset' && <OnSetTab productionId={productionId} mayEdit={mayEdit} />}
      {tab === 'papers' && (
        <>
          <Toolbar
            end={
              ticked.size > 0 && (
                <Button
                  busy={remind.isPending}
                  onClick={() =>
                    remind.mutate(
                      {
                        params,
                        body: { agreementIds: [...ticked] as AgreementId[] },
                        idempotencyKey: crypto.randomUUID(),
                      },
                      { onError: toast.problem },
                    )
                  }
                >
                  Remind {plural(ticked.size, 'paper')}
                </Button>
              )
            }
          >
            <TextField
              label="Find a paper"
              hideLabel
              type="search"
              placeholder="Number, title or name"
              value={text}
              onChange={setText}
            />
            <SelectField
              label="State"
              hideLabel
              value={state ?? ''}
              choices={states.map(({ value, label, ...it }) => ({
                value,
                label: 'count' in it && it.count ? `${label} (${it.count})` : label,
              }))}
              onChange={(next) => setState(next === null || next === '' ? undefined : next)}
            />
            <SelectField
              label="Kind"
              hideLabel
              placeholder="Every kind"
              clearable
              value={kind ?? null}
              choices={AgreementKind.options.map((it) => ({ value: it as string, label: kindWords[it].one }))}
              onChange={(next) => setKind(next ?? undefined)}
            />
          </Toolbar>
          <Loaded of={asked}>
            {({ items }) => (
              <Table
                label="Agreements and releases"
                rows={items}
                columns={columns}
                keyOf={(it) => it.id}
                current={open}
                onOpen={(it) => setOpen(it.id)}
                onEnd={onEnd}
                {...(mayEdit && { selected: ticked, onSelect: setTicked })}
                empty={
                  <Nothing mayEdit={mayEdit} filtered={Object.keys(query).length > 0} onNew={() => setAdding(true)} />
                }
              />
            )}
          </Loaded>
        </>
      )}
      <NewAgreementDialog
        open={adding || (drawn !== undefined && mayEdit)}
        productionId={productionId}
        wanted={{ kind: drawn, personId: whose }}
        onClose={() => {
          setAdding(false)
          setDrawn(undefined)
          setWhose(undefined)
        }}
        onMade={setOpen}
      />
      <OnPaperDialog open={scanning} productionId={productionId} onClose={() => setScanning(false)} onMade={setOpen} />
    </Page>
  )
}

function Nothing({ mayEdit, filtered, onNew }: { mayEdit: boolean; filtered: boolean; onNew: () => void }) {
  if (filtered) return <EmptyState title="No paper fits">Take a filter away to see more.</EmptyState>
  return (
    <EmptyState
      title="No papers yet"
      icon={<IconWritingSign size={24} stroke={1.5} />}
      actions={
        mayEdit && (
          <Button kind="accent" icon={<IconPlus size={16} />} onClick={onNew}>
            New paper
          </Button>
        )
      }
    >
      Deal memos, agreements and releases, drawn up from the crew list and signed on a phone. Each shows who it waits
      on, reminds them by itself, and ends as a sealed PDF.
    </EmptyState>
  )
}
