import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { browser, refresh } from '../../../../client/react.ts'
import { READABLE } from '../../../../kernel/colour.ts'
import { bodyOf } from '../../../../ui/bodyOf.ts'
import { CheckField } from '../../../../ui/CheckField.tsx'
import { ColourField } from '../../../../ui/ColourField.tsx'
import { DateField } from '../../../../ui/DateField.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { FieldRow, Form } from '../../../../ui/Form.tsx'
import { TextField } from '../../../../ui/TextField.tsx'
import { toast } from '../../../../ui/toast.tsx'
import { useForm } from '../../../../ui/useForm.ts'
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

interface PaletteDialogProps {
  palette: StripPalette
  mode: 'change' | 'copy'
  onClose: () => void
}

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

function PaletteForm({ palette, mode, onClose }: PaletteDialogProps) {
  const client = useQueryClient()
  const [key] = useState(() => crypto.randomUUID())
  const { name, source, dated, colours } = palette
  const form = useForm({
    schema: Body,
    initial: { source, dated, colours, name: mode === 'copy' ? `${name}, ours` : name } as Draft,
    save: async (body, version = palette.version) => {
      if (mode === 'copy') await browser.call(createPalette, { body, idempotencyKey: key })
      else await browser.call(changePalette, { params: { paletteId: palette.id }, body, ifMatch: version })
      toast.done(mode === 'copy' ? `${body.name} can be chosen now` : 'Boards that wear it show it')
      void refresh(client, null)
      onClose()
    },
    shared:
      mode === 'copy'
        ? undefined
        : {
            subject: palette.name,
            version: palette.version,
            read: async () => {
              const it = (await browser.call(listPalettes)).items.find(({ id }) => id === palette.id) ?? palette
              return {
                draft: { name: it.name, source: it.source, dated: it.dated, colours: it.colours },
                version: it.version,
              }
            },
            words: { name: 'Name', colours: { word: 'Colours', say: coloursText }, source: 'Source', dated: 'As of' },
          },
  })
  const { draft, field, change } = form
  const set = (colour: StripColour, hex: string | null) => change({ colours: { ...draft.colours, [colour]: hex } })
  const valid = StripColours.safeParse(draft.colours)
  return (
    <Form of={form} action={mode === 'copy' ? 'Add colours' : 'Save'} onCancel={onClose}>
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
    </Form>
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

/** Changes a set, or makes one of the office's own from it, beside a board in its colours. */
export const PaletteDialog = (props: PaletteDialogProps) => (
  <Dialog
    open
    onClose={props.onClose}
    title={props.mode === 'copy' ? 'Strip colours of your own' : `Change ${props.palette.name}`}
  >
    <PaletteForm {...props} />
  </Dialog>
)
