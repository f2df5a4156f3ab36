import type { NamedColour } from '../../../../ui/ColourListField.tsx'
import { Table, type Column } from '../../../../ui/Table.tsx'
import css from './StripSample.module.css'

const columns: Column<NamedColour>[] = [
  { key: 'name', head: 'Colour', of: (it) => <b>{it.name}</b> },
  {
    key: 'paper',
    head: 'Paper',
    of: (it) => (
      <span className={css.swatches} aria-hidden>
        <i style={{ background: it.hex }} />
      </span>
    ),
  },
  { key: 'hex', head: 'On screen', of: (it) => it.hex, quiet: true },
]

/** The order for those who may not change it. */
export const RevisionList = ({ of: colours }: { of: readonly NamedColour[] }) => (
  <Table label="Revision colours" rows={colours} columns={columns} keyOf={(it) => it.name} />
)
