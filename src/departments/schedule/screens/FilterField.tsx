import { IconFilter } from '@tabler/icons-react'
import { TextField } from '../../../ui/TextField.tsx'
import css from './tools.module.css'
import type { StripId } from '../board.contract.ts'
import { rowsOf } from '../board.rules.ts'
import type { BoardSheet, SheetRow } from '../board.rules.ts'

/** Finds strips by number, set, words, place, character or player; the others step back. */
export const FilterField = ({ value, onChange }: { value: string; onChange: (next: string) => void }) => (
  <div className={css.filter}>
    <TextField
      label="Filter strips"
      hideLabel
      placeholder="Filter"
      icon={<IconFilter size={16} />}
      value={value}
      onChange={onChange}
    />
  </div>
)

/** Strips that do not match: they stay where they are and are drawn faintly. */
export function matchesFilter(sheet: BoardSheet, text: string): ReadonlySet<StripId> {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const names = new Map(
    sheet.castColumns.map((element) => [
      element.id,
      `${element.boardNumber ?? ''} ${element.name} ${element.playedBy ?? ''}`.toLowerCase(),
    ]),
  )
  const wordsOf = ({ scene, strip, place }: SheetRow): string =>
    [
      scene?.number,
      scene?.setName,
      scene?.synopsis,
      scene?.intExt,
      scene?.timeOfDay,
      place?.name,
      strip.title,
      ...(scene?.castIds ?? []).map((id) => names.get(id)),
    ]
      .join(' ')
      .toLowerCase()
  const rows = rowsOf(sheet)
  return new Set(rows.filter((row) => !words.every((word) => wordsOf(row).includes(word))).map((row) => row.strip.id))
}
