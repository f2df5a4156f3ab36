import { useState } from 'react'
import { useChange } from '../../../../client/react.ts'
import { Button } from '../../../../ui/Button.tsx'
import { DateText } from '../../../../ui/DateText.tsx'
import { Facts } from '../../../../ui/Facts.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { toast } from '../../../../ui/toast.tsx'
import { archivePalette, type StripColour, type StripPalette } from '../../../schedule/palette.contract.ts'
import { colourWords, ratioOf } from '../../../schedule/palette.rules.ts'
import { PaletteDialog } from './PaletteDialog.tsx'
import { StripSample } from './StripSample.tsx'

interface PalettePanelProps {
  of: StripPalette
  mayChange: boolean
  onClose: () => void
}

/** One set: how a board looks in it, how well its words read, and what can be done with it. */
export function PalettePanel({ of: it, mayChange, onClose }: PalettePanelProps) {
  const [mode, setMode] = useState<'change' | 'copy'>()
  return (
    <Panel title={it.name} onClose={onClose} foot={mayChange ? <Actions of={it} onEdit={setMode} /> : undefined}>
      <StripSample of={it.colours} />
      <Facts
        of={[
          ...(Object.keys(colourWords) as StripColour[]).map((key) => [colourWords[key], legibility(it, key)] as const),
          ['Source', it.source],
          ['As of', <DateText key="dated" on={it.dated} year />],
        ]}
      />
      {mode && <PaletteDialog palette={it} mode={mode} onClose={() => setMode(undefined)} />}
    </Panel>
  )
}

const legibility = ({ colours }: StripPalette, key: StripColour): string => {
  const ratio = ratioOf(colours, key)
  return ratio === null ? 'as the day' : `${colours[key]}, words read ${ratio.toFixed(1)} to 1`
}

function Actions({ of: it, onEdit }: { of: StripPalette; onEdit: (mode: 'change' | 'copy') => void }) {
  const archive = useChange(archivePalette)
  const on = { params: { paletteId: it.id }, ifMatch: it.version }
  const put = (archived: boolean, version: number) =>
    archive.mutate(
      { ...on, ifMatch: version, body: { archived } },
      {
        onSuccess: (now) =>
          toast.done(archived ? `${it.name} is put away` : `${it.name} can be chosen again`, {
            ...(archived && it.boards > 0 && { detail: 'Boards that wear it keep it.' }),
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
