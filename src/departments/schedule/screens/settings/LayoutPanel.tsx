import { useState } from 'react'
import { useChange } from '../../../../client/react.ts'
import { Button } from '../../../../ui/Button.tsx'
import { DateText } from '../../../../ui/DateText.tsx'
import { Facts } from '../../../../ui/Facts.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { toast } from '../../../../ui/toast.tsx'
import { archiveLayout, type StripLayout } from '../../layout.contract.ts'
import { shapeText } from '../../layout.rules.ts'
import { LayoutDialog } from './LayoutDialog.tsx'
import { LayoutSample } from './LayoutSample.tsx'

interface LayoutPanelProps {
  of: StripLayout
  mayChange: boolean
  onClose: () => void
}

/** One layout: how strips look in it, and what can be done with it. */
export function LayoutPanel({ of: it, mayChange, onClose }: LayoutPanelProps) {
  const [mode, setMode] = useState<'change' | 'copy'>()
  const { upperLine, lowerLine, height } = shapeText(it.shape)
  return (
    <Panel title={it.name} onClose={onClose} foot={mayChange ? <Actions of={it} onEdit={setMode} /> : undefined}>
      <LayoutSample of={it.shape} />
      <Facts
        of={[
          ['Upper line', upperLine],
          ['Lower line', lowerLine || 'none'],
          ['Height', String(height)],
          ['Source', it.source],
          ['As of', <DateText key="dated" on={it.dated} year />],
        ]}
      />
      {mode && <LayoutDialog layout={it} mode={mode} onClose={() => setMode(undefined)} />}
    </Panel>
  )
}

function Actions({ of: it, onEdit }: { of: StripLayout; onEdit: (mode: 'change' | 'copy') => void }) {
  const archive = useChange(archiveLayout)
  const put = (archived: boolean, version: number) =>
    archive.mutate(
      { params: { layoutId: it.id }, ifMatch: version, body: { archived } },
      {
        onSuccess: (now) =>
          toast.done(archived ? `${it.name} is put away` : `${it.name} can be chosen again`, {
            ...(archived && it.boards > 0 && { detail: 'Boards that show it keep it.' }),
            undo: () => put(!archived, now.version),
          }),
        onError: toast.problem,
      },
    )
  return (
    <>
      <Button onClick={() => onEdit('change')}>Change</Button>
      <Button onClick={() => onEdit('copy')}>Make one like it</Button>
      <Button kind="quiet" busy={archive.isPending} onClick={() => put(!it.isArchived, it.version)}>
        {it.isArchived ? 'Take out again' : 'Put away'}
      </Button>
    </>
  )
}
