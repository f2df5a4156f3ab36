import { useAsk } from '../../../../client/react.ts'
import { datedColumn, RowsPage, sourceColumn } from '../../../../ui/RowsPage.tsx'
import type { Column } from '../../../../ui/Table.tsx'
import { plural } from '../../../../ui/words.ts'
import { listPalettes, type StripPalette } from '../../../schedule/palette.contract.ts'
import { PalettePanel } from './PalettePanel.tsx'
import css from './StripSample.module.css'
import { useMayChange } from './useMayChange.ts'

const shownColours = ['intDay', 'extDay', 'intNight', 'extNight', 'dawnDusk'] as const

const Swatches = ({ of: { colours } }: { of: StripPalette }) => (
  <span className={css.swatches} aria-hidden>
    {shownColours.map((key) => (
      <i key={key} style={{ background: colours[key] ?? colours.extDay }} />
    ))}
  </span>
)

const columns: Column<StripPalette>[] = [
  { key: 'name', head: 'Colours', of: (it) => <b>{it.name}</b>, sortBy: (it) => it.name },
  { key: 'swatches', head: 'INT/EXT, day/night, dawn', of: (it) => <Swatches of={it} /> },
  {
    key: 'boards',
    head: 'Worn by',
    of: (it) => (it.boards === 0 ? 'no board' : plural(it.boards, 'board')),
    sortBy: (it) => it.boards,
    quiet: true,
  },
  sourceColumn,
  datedColumn,
]

/** The sets of strip colours a board can wear. */
export function StripsPage() {
  const mayChange = useMayChange()
  return (
    <RowsPage
      title="Strip colours"
      shipped="strip-colours"
      rows="Sets"
      about="Each board chooses one under Name, pace and look. Colour never stands alone: INT and EXT differ by the edge’s pattern too."
      of={useAsk(listPalettes)}
      columns={columns}
      panel={(it, close) => <PalettePanel of={it} mayChange={mayChange} onClose={close} />}
    />
  )
}
