import type { FieldOf } from '../../../ui/field.ts'
import { SelectField } from '../../../ui/SelectField.tsx'

/** A character somebody can play, with its number on the board. */
export interface Character {
  id: string
  name: string
  boardNumber: string | null
}

/** Whom an actor plays. */
export const PlaysField = ({ characters, ...field }: FieldOf<string | null> & { characters: readonly Character[] }) => (
  <SelectField
    label="Plays"
    clearable
    choices={characters.map(({ id, name, boardNumber }) => ({
      value: id,
      label: [boardNumber, name].filter(Boolean).join(' '),
    }))}
    {...field}
  />
)
