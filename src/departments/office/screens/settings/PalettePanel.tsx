import { useState } from 'react'
import { useChange } from '../../../../client/react.ts'
import { DateText } from '../../../../ui/DateText.tsx'
import { Facts } from '../../../../ui/Facts.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { archivePalette, type StripColour, type StripPalette } from '../../../schedule/palette.contract.ts'
import { colourWords, ratioOf } from '../../../schedule/palette.rules.ts'
import { PaletteDialog } from './PaletteDialog.tsx'
import { RowActions } from './RowActions.tsx'
import { StripSample } from './StripSample.tsx'

interface PalettePanelProps {
  of: StripPalette
  mayChange: boolean
  onClose: () => void
}

/** One set: how a board looks in it, how well its words read, and what can be done with it. */
export function PalettePanel({ of: it, mayChange, onClose }: PalettePanelProps) {
  const [mode, setMode] = useState<'change' | 'copy'>()
  const { mutateAsync: archive } = useChange(archivePalette)
  const actions = (
    <RowActions
      of={it}
      change="Change"
      onEdit={setMode}
      archive={(archived, version) => archive({ params: { paletteId: it.id }, ifMatch: version, body: { archived } })}
      inUse={it.boards > 0 ? 'Boards that wear it keep it.' : undefined}
    />
  )
  return (
    <Panel title={it.name} onClose={onClose} foot={mayChange ? actions : undefined}>
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
