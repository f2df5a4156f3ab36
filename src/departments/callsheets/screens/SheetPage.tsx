import { IconCheck, IconPrinter, IconSend, IconUsers } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { browser, useAsk } from '../../../client/react.ts'
import type { ProductionId } from '../../../kernel/ids.ts'
import { useGo, useParam } from '../../../ui/address.ts'
import { Button, ButtonLink } from '../../../ui/Button.tsx'
import { ConflictDialog } from '../../../ui/ConflictDialog.tsx'
import { formatDay } from '../../../ui/dates.ts'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Menu } from '../../../ui/Menu.tsx'
import { Page } from '../../../ui/Page.tsx'
import { toast } from '../../../ui/toast.tsx'
import { copies } from '../sheetCopies.rules.ts'
import { backToDraft, getCallSheet, markReady, type CallSheet, type CallSheetId } from '../sheet.contract.ts'
import css from './Sheet.module.css'
import { SheetAside } from './SheetAside.tsx'
import { SheetBack, SheetRequirements } from './SheetBack.tsx'
import { SheetBlockDialog } from './SheetBlockDialog.tsx'
import { SheetChanges, SheetHead, SheetPlaces, SheetTimes } from './SheetFront.tsx'
import { SheetAdvance, SheetSchedule } from './SheetSchedule.tsx'
import { RevisionChip, SheetStanding } from './SheetMarks.tsx'
import { SheetBackground, SheetCast, SheetCrew } from './SheetPeople.tsx'
import { SheetPublishDialog } from './SheetPublishDialog.tsx'
import { Editing, useSheetVerbs } from './useSheetEditing.ts'

/** One call sheet: the sheet as it will print, every computed time open to a question, and what is missing beside it. */
export function SheetPage() {
  const productionId = useParam('productionId') as ProductionId
  const callSheetId = useParam('callSheetId') as CallSheetId
  const asked = useAsk(getCallSheet, { params: { productionId, callSheetId } })
  return <Loaded of={asked}>{(sheet) => <Desk key={sheet.id} productionId={productionId} sheet={sheet} />}</Loaded>
}

function Desk({ productionId, sheet }: { productionId: ProductionId; sheet: CallSheet }) {
  const [block, setBlock] = useState<string>()
  const [publishing, setPublishing] = useState(false)
  const { editing, clash, dropClash, show } = useSheetVerbs(productionId, sheet, setBlock)
  const go = useGo()
  const { view } = sheet
  return (
    <Editing.Provider value={editing}>
      <Page
        title={[formatDay(sheet.onDate), view.header.dayLabel, sheet.variant].filter((part) => part !== '').join(', ')}
        crumbs={[{ label: 'Call sheets', to: `/productions/${productionId}/callsheets` }]}
        width="flush"
        tools={
          <>
            {sheet.current !== null && <RevisionChip of={sheet.current} />}
            <SheetStanding of={sheet.status} />
          </>
        }
        actions={
          <Actions productionId={productionId} sheet={sheet} onPublish={() => setPublishing(true)} onSaved={show} />
        }
        aside={
          <div className={css.beside}>
            <SheetAside sheet={sheet} />
          </div>
        }
      >
        <div className={css.desk}>
          <article className={css.paper} aria-label="The sheet as it will print">
            <SheetHead view={view} />
            <SheetTimes view={view} />
            <SheetChanges view={view} />
            <SheetPlaces view={view} />
            <SheetSchedule view={view} />
            <SheetCast view={view} />
            <SheetBackground view={view} />
            <SheetRequirements view={view} />
            <SheetAdvance days={view.advance} view={view} />
            <SheetCrew view={view} />
            <SheetBack view={view} />
          </article>
        </div>
      </Page>
      {block !== undefined && <SheetBlockDialog key={block} id={block} onClose={() => setBlock(undefined)} />}
      {publishing && (
        <SheetPublishDialog
          productionId={productionId}
          sheet={sheet}
          onClose={() => setPublishing(false)}
          onDone={(next) => {
            setPublishing(false)
            show(next)
            toast.done(`${next.current?.word ?? 'The sheet'} is out`)
            go(`/productions/${productionId}/callsheets/${sheet.id}/distribution`)
          }}
        />
      )}
      {clash && (
        <ConflictDialog
          open
          subject={clash.subject.toLowerCase()}
          fields={clash.fields}
          onKeepMine={clash.keepMine}
          onTakeTheirs={clash.takeTheirs}
          onClose={dropClash}
        />
      )}
    </Editing.Provider>
  )
}

interface ActionsProps {
  productionId: ProductionId
  sheet: CallSheet
  onPublish: () => void
  onSaved: (sheet: CallSheet) => void
}

function Actions({ productionId, sheet, onPublish, onSaved }: ActionsProps) {
  const params = { productionId, callSheetId: sheet.id }
  const blocked = useMemo(() => sheet.troubles.some((trouble) => trouble.severity === 'blocks'), [sheet])
  const step = async (what: typeof markReady | typeof backToDraft) => {
    try {
      onSaved(await browser.call(what, { params, ifMatch: sheet.version }))
    } catch (refusal) {
      toast.problem(refusal)
    }
  }
  const print = (copy: string) =>
    window.open(`/v1/productions/${productionId}/callsheets/${sheet.id}/pdf?copy=${copy}`, '_blank', 'noopener')
  return (
    <>
      {sheet.current !== null && (
        <ButtonLink
          to={`/productions/${productionId}/callsheets/${sheet.id}/distribution`}
          icon={<IconUsers size={16} />}
        >
          Who has it
        </ButtonLink>
      )}
      <Menu
        target={<Button icon={<IconPrinter size={16} />}>PDF</Button>}
        items={[
          { heading: 'Copy for' },
          ...Object.entries(copies).map(([list, { label }]) => ({ label, onPress: () => print(list) })),
        ]}
      />
      {sheet.status === 'draft' && sheet.can.approve && (
        <Button icon={<IconCheck size={16} />} disabled={blocked} onClick={() => void step(markReady)}>
          Mark ready
        </Button>
      )}
      {sheet.status === 'ready' && sheet.can.edit && (
        <Button onClick={() => void step(backToDraft)}>Back to draft</Button>
      )}
      {sheet.can.publish && (
        <Button kind="accent" icon={<IconSend size={16} />} disabled={blocked} onClick={onPublish}>
          Publish
        </Button>
      )}
    </>
  )
}
