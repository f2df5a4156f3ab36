import { browser } from '../../../../client/react.ts'
import { READABLE } from '../../../../kernel/colour.ts'
import { bodyOf } from '../../../../ui/bodyOf.ts'
import { CheckField } from '../../../../ui/CheckField.tsx'
import { ColourField } from '../../../../ui/ColourField.tsx'
import { DateField } from '../../../../ui/DateField.tsx'
import { FieldRow } from '../../../../ui/Form.tsx'
import { RowDialog } from '../../../../ui/RowDialog.tsx'
import { TextField } from '../../../../ui/TextField.tsx'
import { useRowForm, type RowEdit } from '../../../../ui/useRowForm.ts'
import {
  changePalette,
  createPalette,
  listPalettes,
  StripColours,
  type StripColour,
  type StripPalette,
} from '../../../schedule/palette.contract.ts'
import { colourWords, ratioOf } from '../../../schedule/palette.rules.ts'
import { StripSample } from './StripSample.tsx'

interface Draft {
  name: string
  source: string
  dated: string | null
  colours: StripColours
}

const Body = bodyOf(createPalette)

const coloursText = (colours: StripColours): string =>
  keys.map((key) => `${colourWords[key]} ${colours[key] ?? 'as the day'}`).join(', ')

const keys = Object.keys(colourWords) as StripColour[]

/** Changes a set, or makes one of the office's own from it, beside a board in its colours. */
export function PaletteDialog(edit: RowEdit<StripPalette>) {
  const { row: palette } = edit
  const form = useRowForm(edit, {
    schema: Body,
    draftOf: ({ name, source, dated, colours }): Draft => ({ name, source, dated, colours }),
    list: () => browser.call(listPalettes),
    create: (body, idempotencyKey) => browser.call(createPalette, { body, idempotencyKey }),
    change: (body, ifMatch) => browser.call(changePalette, { params: { paletteId: palette.id }, body, ifMatch }),
    said: 'Boards that wear it show it',
    words: { name: 'Name', colours: { word: 'Colours', say: coloursText }, source: 'Source', dated: 'As of' },
  })
  const { draft, field, change } = form
  const set = (colour: StripColour, hex: string | null) => change({ colours: { ...draft.colours, [colour]: hex } })
  const valid = StripColours.safeParse(draft.colours)
  return (
    <RowDialog of={edit} form={form} change="Change" own="Strip colours of your own" add="Add colours">
      <TextField label="Name" required autoFocus {...field('name')} />
      <FieldRow>
        {keys.map((colour) => (
          <ColourField
            key={colour}
            label={colourWords[colour]}
            hint={hintOf(valid.success ? ratioOf(valid.data, colour) : undefined)}
            disabled={draft.colours[colour] === null}
            value={draft.colours[colour] ?? ''}
            onChange={(hex) => set(colour, hex)}
            error={wrongIn(valid, colour)}
          />
        ))}
      </FieldRow>
      <CheckField
        label="Dawn and dusk are coloured as day"
        value={draft.colours.dawnDusk === null}
        onChange={(asDay) => set('dawnDusk', asDay ? null : (palette.colours.dawnDusk ?? '#f9cfd6'))}
      />
      {valid.success && <StripSample of={valid.data} />}
      <FieldRow>
        <TextField label="Source" hint="Where these are from" required {...field('source')} />
        <DateField label="As of" hint="When they were true" required {...field('dated')} />
      </FieldRow>
    </RowDialog>
  )
}

/** How well the words on it read, while it is chosen. */
function hintOf(ratio: number | null | undefined): string {
  if (ratio === undefined) return 'Six digits after #'
  if (ratio === null) return 'As the day'
  return ratio < READABLE ? `${ratio.toFixed(1)} to 1: too dark to read` : `${ratio.toFixed(1)} to 1`
}

type Checked = ReturnType<typeof StripColours.safeParse>

const wrongIn = (checked: Checked, colour: StripColour): string | undefined =>
  checked.error?.issues.find((issue) => issue.path[0] === colour)?.message
