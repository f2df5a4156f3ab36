import { useState } from 'react'
import { useAsk, useChange } from '../../../client/react.ts'
import { Button, TextButton } from '../../../ui/Button.tsx'
import { formatDay } from '../../../ui/dates.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { Status } from '../../../ui/Status.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { toast } from '../../../ui/toast.tsx'
import { Toolbar } from '../../../ui/Toolbar.tsx'
import { plural } from '../../../ui/words.ts'
import { type AgreementId } from '../agreement.contract.ts'
import { remindParties } from '../envelope.contract.ts'
import { kindWords } from '../kinds.rules.ts'
import { getCoverage, type Covered } from '../point.contract.ts'
import { listTemplates } from '../template.contract.ts'
import { NewAgreementDialog } from './NewAgreementDialog.tsx'
import { coverStanding, coverWords } from './words.ts'

/** Who on a day, in a scene or at a place still lacks which paper; and what to do about it, in the row. */
export function CoverageTab({ productionId, onOpen }: { productionId: string; onOpen: (id: string) => void }) {
  const params = { productionId }
  const [onDate, setOnDate] = useState<string | null>(null)
  const [scene, setScene] = useState<string | null>(null)
  const [locationId, setLocation] = useState<string | null>(null)
  const [preparing, setPreparing] = useState<Covered>()
  const query = {
    ...(onDate !== null && { onDate }),
    ...(scene !== null && { scene }),
    ...(locationId !== null && { locationId }),
  }
  const asked = useAsk(getCoverage, { params, query })
  const templates = useAsk(listTemplates)
  const remind = useChange(remindParties, {
    onDone: ({ reminded }) => toast.done(`${plural(reminded, 'reminder')} sent`),
  })
  const chase = (ids: readonly string[]) =>
    remind.mutate(
      { params, body: { agreementIds: ids as AgreementId[] }, idempotencyKey: crypto.randomUUID() },
      { onError: toast.problem },
    )
  const act = (it: Covered) => {
    if (it.state === 'missing') return <TextButton onClick={() => setPreparing(it)}>Draw up</TextButton>
    if (it.agreementId === null) return null
    if (it.state === 'sent') return <TextButton onClick={() => chase([it.agreementId ?? ''])}>Remind</TextButton>
    return <TextButton onClick={() => onOpen(it.agreementId ?? '')}>Open</TextButton>
  }
  const columns: Column<Covered>[] = [
    {
      key: 'who',
      head: 'Who or what',
      of: (it) => <b>{it.subject.label}</b>,
      sortBy: (it) => it.subject.label,
      width: '26%',
    },
    { key: 'as', head: 'As', of: (it) => it.detail, quiet: true, phone: 'hide', width: '20%' },
    { key: 'kind', head: 'Paper', of: (it) => kindWords[it.kind].one, sortBy: (it) => it.kind },
    {
      key: 'state',
      head: 'State',
      of: (it) => (
        <Status is={it.isLate ? 'attention' : coverStanding[it.state]}>
          {coverWords[it.state]}
          {it.onPaper ? ' on paper' : ''}
          {it.isLate ? ', after they began' : ''}
        </Status>
      ),
      sortBy: (it) => it.state,
      width: 190,
    },
    { key: 'number', head: 'No.', of: (it) => it.number, quiet: true, phone: 'hide', width: 120 },
    { key: 'act', head: '', of: act, width: 90 },
  ]
  return (
    <Loaded of={asked}>
      {({ items, counts, days, scenes, locations }) => {
        const sent = items.flatMap((it) => (it.state === 'sent' && it.agreementId !== null ? it.agreementId : []))
        return (
          <>
            <Toolbar
              end={
                sent.length > 0 && (
                  <Button busy={remind.isPending} onClick={() => chase([...new Set(sent)])}>
                    {new Set(sent).size === 1 ? 'Remind' : `Remind all ${new Set(sent).size}`}
                  </Button>
                )
              }
            >
              <SelectField
                label="Shoot day"
                hideLabel
                placeholder="Every day"
                clearable
                choices={days.map((it) => ({ value: it as string, label: formatDay(it) }))}
                value={onDate}
                onChange={setOnDate}
              />
              <SelectField
                label="Scene"
                hideLabel
                placeholder="Every scene"
                clearable
                choices={scenes.map((it) => ({ value: it, label: `Scene ${it}` }))}
                value={scene}
                onChange={setScene}
              />
              <SelectField
                label="Location"
                hideLabel
                placeholder="Every place"
                clearable
                choices={locations.map((it) => ({ value: it.id, label: it.name }))}
                value={locationId}
                onChange={setLocation}
              />
              <span>
                <b>{counts.missing}</b> missing, <b>{counts.sent}</b> sent, <b>{counts.signed}</b> signed
                {counts.refused > 0 && (
                  <>
                    , <b>{counts.refused}</b> refused
                  </>
                )}
              </span>
            </Toolbar>
            <Table
              label="Who lacks what"
              rows={items}
              columns={columns}
              keyOf={(it) => it.key}
              onOpen={(it) => (it.agreementId === null ? setPreparing(it) : onOpen(it.agreementId))}
              empty={
                <EmptyState title="Nobody here needs a paper">
                  Cast and background need releases, crew a deal memo, places a location release. Put people on the
                  production and they appear here.
                </EmptyState>
              }
            />
            {preparing && (
              <NewAgreementDialog
                open
                productionId={productionId}
                onClose={() => setPreparing(undefined)}
                onMade={onOpen}
                subject={`${preparing.subject.kind} ${preparing.subject.id}`}
                templateId={
                  templates.data?.items.find((it) => it.kind === preparing.kind && it.archivedAt === null)?.id ?? ''
                }
              />
            )}
          </>
        )
      }}
    </Loaded>
  )
}
