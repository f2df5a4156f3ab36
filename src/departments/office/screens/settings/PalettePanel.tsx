import { browser } from '../../../../client/react.ts'
import { RowPanel } from '../../../../ui/RowPanel.tsx'
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
export const PalettePanel = ({ of: it, ...panel }: PalettePanelProps) => (
  <RowPanel
    of={it}
    {...panel}
    change="Change"
    facts={(Object.keys(colourWords) as StripColour[]).map((key) => [colourWords[key], legibility(it, key)] as const)}
    asOf={it.dated}
    dialog={(edit) => <PaletteDialog {...edit} />}
    archive={{
      isArchived: it.isArchived,
      put: (archived, ifMatch) =>
        browser.call(archivePalette, { params: { paletteId: it.id }, ifMatch, body: { archived } }),
      inUse: it.boards > 0 && 'Boards that wear it keep it.',
    }}
  >
    <StripSample of={it.colours} />
  </RowPanel>
)

const legibility = ({ colours }: StripPalette, key: StripColour): string => {
  const ratio = ratioOf(colours, key)
  return ratio === null ? 'as the day' : `${colours[key]}, words read ${ratio.toFixed(1)} to 1`
}
