import { useState } from 'react'
import { useAsk, useChange } from '../../../client/react.ts'
import type { ProductionId } from '../../../kernel/ids.ts'
import { dayText } from '../../../kernel/time.ts'
import type { PlainDay } from '../../../kernel/time.ts'
import { Button, TextButton } from '../../../ui/Button.tsx'
import { CheckField } from '../../../ui/CheckField.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import type { BoardSheet } from '../board.rules.ts'
import { addEvent, addFlag, EventRecord, listMarks, removeEvent, removeFlag } from '../marks.contract.ts'
import css from './tools.module.css'
import { eventWords } from './words.ts'

interface MarksDialogProps {
  productionId: ProductionId
  sheet: BoardSheet
  onClose: () => void
}

/** Red flags of dates and elements, and what people do beside the strips: travel, rehearsals, fittings. */
export function MarksDialog({ productionId, sheet, onClose }: MarksDialogProps) {
  const params = { productionId }
  const marks = useAsk(listMarks, { params })
  const takeDown = useChange(removeFlag)
  const takeOff = useChange(removeEvent)
  const names = new Map(sheet.facts.elements.map((element) => [element.id, element.playedBy ?? element.name]))
  return (
    <Dialog open onClose={onClose} title="Flags and events" size="wide">
      <Loaded of={marks}>
        {({ flags, events }) => (
          <table className={css.diff}>
            <tbody>
              {flags.map((flag) => (
                <tr key={flag.id}>
                  <td>{dayText(flag.onDate)}</td>
                  <td>
                    {flag.elementId === null ? '' : `${names.get(flag.elementId) ?? 'An element'}: `}
                    {flag.reason}
                    {flag.source === '' ? '' : ` (${flag.source})`}
                  </td>
                  <td>{flag.isHard ? 'Blocks' : 'Warns'}</td>
                  <td>
                    <TextButton
                      onClick={() =>
                        takeDown.mutate({ params: { ...params, flagId: flag.id } }, { onError: toast.problem })
                      }
                    >
                      Take down
                    </TextButton>
                  </td>
                </tr>
              ))}
              {events.map((event) => (
                <tr key={event.id}>
                  <td>{dayText(event.onDate)}</td>
                  <td>
                    {names.get(event.elementId ?? '') ?? 'Somebody'}: {eventWords[event.kind].toLowerCase()}
                    {event.note === '' ? '' : `, ${event.note}`}
                  </td>
                  <td />
                  <td>
                    <TextButton
                      onClick={() =>
                        takeOff.mutate({ params: { ...params, eventId: event.id } }, { onError: toast.problem })
                      }
                    >
                      Take off
                    </TextButton>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Loaded>
      <NewMark productionId={productionId} sheet={sheet} onClose={onClose} />
    </Dialog>
  )
}

const kinds = [
  { value: 'flag', label: 'Red flag' },
  ...EventRecord.shape.kind.options.map((kind) => ({ value: kind as string, label: eventWords[kind] })),
]

function NewMark({ productionId, sheet, onClose }: MarksDialogProps) {
  const params = { productionId }
  const flagging = useChange(addFlag)
  const noting = useChange(addEvent)
  const [kind, setKind] = useState<string | null>('flag')
  const [onDate, setOnDate] = useState<string | null>(sheet.days[0]?.day.onDate ?? null)
  const [elementId, setElementId] = useState<string | null>(null)
  const [words, setWords] = useState('')
  const [source, setSource] = useState('')
  const [isHard, setHard] = useState(false)
  /** One for each mark that is added, kept while it is tried again. */
  const [key, setKey] = useState(() => crypto.randomUUID())
  const isFlag = kind === 'flag'
  const isReady = onDate !== null && (isFlag ? words.trim() !== '' : elementId !== null)
  const done = () => {
    setKey(crypto.randomUUID())
    setWords('')
    setSource('')
    toast.done(isFlag ? 'The flag is up' : 'Noted on the schedule')
  }
  const add = () => {
    if (!isReady) return
    const common = { onDate: onDate as PlainDay, elementId }
    if (isFlag)
      flagging.mutate(
        { params, body: { ...common, reason: words, source, isHard }, idempotencyKey: key },
        { onSuccess: done, onError: toast.problem },
      )
    else
      noting.mutate(
        { params, body: { ...common, kind: EventRecord.shape.kind.parse(kind), note: words }, idempotencyKey: key },
        { onSuccess: done, onError: toast.problem },
      )
  }
  return (
    <>
      <h3 className={css.diffHead}>Add</h3>
      <div className={css.pair}>
        <SelectField label="What" value={kind} choices={kinds} onChange={setKind} />
        <DateField label="Date" required value={onDate} onChange={setOnDate} />
        <SelectField
          label={isFlag ? 'Only when this works' : 'Whose'}
          value={elementId}
          clearable={isFlag}
          searchable
          choices={sheet.facts.elements.map((element) => ({
            value: element.id,
            label: [element.boardNumber, element.name, element.playedBy && `(${element.playedBy})`]
              .filter(Boolean)
              .join(' '),
          }))}
          onChange={setElementId}
        />
        <TextField label={isFlag ? 'Reason' : 'Note'} value={words} onChange={setWords} required={isFlag} />
        {isFlag && <TextField label="From" placeholder="e-mail, agent, permit" value={source} onChange={setSource} />}
        {isFlag && <CheckField label="Hard: it blocks the day" value={isHard} onChange={setHard} />}
      </div>
      <DialogActions>
        <Button kind="accent" disabled={!isReady} busy={flagging.isPending || noting.isPending} onClick={add}>
          {isFlag ? 'Raise the flag' : 'Add'}
        </Button>
        <Button onClick={onClose}>Close</Button>
      </DialogActions>
    </>
  )
}
