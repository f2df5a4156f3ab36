import { useState } from 'react'
import { useAsk } from '../../../client/react.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import type { BoardLook } from '../board.contract.ts'
import { changeBoard } from '../boards.contract.ts'
import { rowsOf } from '../board.rules.ts'
import type { BoardSheet } from '../board.rules.ts'
import { listLayouts } from '../layout.contract.ts'
import { listPalettes } from '../palette.contract.ts'
import { dressedIn } from './colours.ts'
import css from './tools.module.css'
import { gridOf } from './layout.ts'
import { StripBody } from './StripBody.tsx'
import type { BoardChange, BoardParams } from './useBoardChange.ts'

interface LookDialogProps {
  sheet: BoardSheet
  params: BoardParams
  change: BoardChange
  onClose: () => void
}

/** Name, pace, aim, colours and layout of a board, with a live strip to look at. */
export function LookDialog({ sheet, params, change, onClose }: LookDialogProps) {
  const { board } = sheet.facts
  const [name, setName] = useState(board.name)
  const [look, setLook] = useState<BoardLook>(board.look)
  const [pace, setPace] = useState(board.pace)
  const [target, setTarget] = useState(board.defaultTargetEighths)
  const [busy, setBusy] = useState(false)
  const palettes = useAsk(listPalettes).data?.items ?? []
  const choosable = palettes.filter((it) => !it.isArchived || it.id === board.look.palette)
  const layouts = useAsk(listLayouts).data?.items ?? []
  const shape = layouts.find((it) => it.id === look.layout)?.shape ?? sheet.facts.layout
  const colours = palettes.find((it) => it.id === look.palette)?.colours ?? sheet.facts.colours
  const sample = rowsOf(sheet)
    .filter((row) => row.scene)
    .slice(0, 4)
  const labels = sheet.castColumns.map((element) => element.boardNumber ?? element.name.slice(0, 2))
  const save = async () => {
    setBusy(true)
    const done = await change(changeBoard, { params, body: { name, look, pace, defaultTargetEighths: target } })
    setBusy(false)
    if (done) onClose()
  }
  return (
    <Dialog open onClose={onClose} title="Name, pace and look" size="wide">
      <div className={css.stack}>
        <div className={css.pair}>
          <TextField label="Name" value={name} onChange={setName} />
          <NumberField label="Aim per day, in eighths" value={target} onChange={setTarget} min={1} max={400} />
          <NumberField
            label="Minutes per eighth of a page"
            hint="Strips somebody timed by hand stay as they are"
            value={pace.minutesPerEighth}
            min={1}
            max={240}
            onChange={(value) => setPace({ ...pace, minutesPerEighth: value ?? 10 })}
          />
          <NumberField
            label="Call to first set-up, in minutes"
            value={pace.prepMinutes}
            min={0}
            max={600}
            onChange={(value) => setPace({ ...pace, prepMinutes: value ?? 0 })}
          />
          <NumberField
            label="Camera wrap to crew wrap, in minutes"
            value={pace.wrapMinutes}
            min={0}
            max={600}
            onChange={(value) => setPace({ ...pace, wrapMinutes: value ?? 0 })}
          />
          <SelectField
            label="Strip colours"
            value={look.palette}
            choices={choosable.map(({ id, name: label }) => ({ value: id, label }))}
            onChange={(palette) => palette !== null && setLook({ ...look, palette })}
          />
          <SelectField
            label="Strip layout"
            value={look.layout}
            choices={layouts
              .filter((it) => !it.isArchived || it.id === board.look.layout)
              .map(({ id, name: label }) => ({ value: id, label }))}
            onChange={(layout) => layout !== null && setLook({ ...look, layout })}
          />
          <SelectField
            label="INT/EXT scenes are coloured as"
            value={look.intExtCountsAs}
            choices={[
              { value: 'ext', label: 'Exterior' },
              { value: 'int', label: 'Interior' },
            ]}
            onChange={(side) => setLook({ ...look, intExtCountsAs: side ?? 'ext' })}
          />
        </div>
        <div style={{ ...gridOf(shape, labels), ...dressedIn(colours) }} className={css.stack}>
          {sample.map((row) => (
            <StripBody key={row.strip.id} row={row} look={look} shape={shape} cast={sheet.castColumns} />
          ))}
        </div>
      </div>
      <DialogActions>
        <Button kind="accent" busy={busy} onClick={() => void save()}>
          Save
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </DialogActions>
    </Dialog>
  )
}
