import { useState } from 'react'
import { useAsk } from '../../../../client/react.ts'
import { DateText } from '../../../../ui/DateText.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Table, type Column } from '../../../../ui/Table.tsx'
import { plural } from '../../../../ui/words.ts'
import { listPalettes, type StripPalette } from '../../../schedule/palette.contract.ts'
import { PalettePanel } from './PalettePanel.tsx'
import { SettingsPage } from '../../../../ui/SettingsPage.tsx'
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
  { key: 'source', head: 'Source', of: (it) => it.source, quiet: true, phone: 'hide' },
  {
    key: 'dated',
    head: 'As of',
    of: (it) => <DateText on={it.dated} year />,
    quiet: true,
    align: 'end',
    phone: 'hide',
  },
]

/** The sets of strip colours a board can wear. */
export function StripsPage() {
  const asked = useAsk(listPalettes)
  const [open, setOpen] = useState<string>()
  const shown = asked.data?.items.find((it) => it.id === open)
  const mayChange = useMayChange()
  return (
    <SettingsPage
      title="Strip colours"
      shipped="strip-colours"
      aside={
        shown && <PalettePanel key={shown.id} of={shown} mayChange={mayChange} onClose={() => setOpen(undefined)} />
      }
    >
      <Section
        title="Sets"
        count={asked.data?.items.filter((it) => !it.isArchived).length}
        about="Each board chooses one under Name, pace and look. Colour never stands alone: INT and EXT differ by the edge’s pattern too."
      >
        <Loaded of={asked}>
          {({ items }) => (
            <Table
              label="Strip colours"
              rows={items}
              columns={columns}
              keyOf={(it) => it.id}
              current={open}
              onOpen={(it) => setOpen(it.id)}
              {...(items.some((it) => it.isArchived) && {
                groupBy: (it: StripPalette) => (it.isArchived ? 'Put away' : 'To choose from'),
              })}
            />
          )}
        </Loaded>
      </Section>
    </SettingsPage>
  )
}
