import { useState } from 'react'
import { useChange } from '../../../client/react.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { toast } from '../../../ui/toast.tsx'
import { FIELD_WORDS, SINGLE_FIELDS, type SingleField } from '../draft.rules.ts'
import { merge } from '../merge.rules.ts'
import { mergeRecords, undoAnswer, type DuplicatePair } from '../merge.contract.ts'
import css from './People.module.css'

type Choices = Partial<Record<SingleField | 'name', 'kept' | 'other'>>

/** Two records side by side and what becomes of them. Where both know something, a person chooses; nothing is lost. */
export function MergeDialog({ pair, onClose }: { pair: DuplicatePair; onClose: () => void }) {
  const [choices, setChoices] = useState<Choices>({})
  const [isTurned, setTurned] = useState(false)
  const undo = useChange(undoAnswer, { onDone: () => toast.done('Both records are back as they were') })
  const save = useChange(mergeRecords, {
    onDone: ({ mergeId }) => {
      toast.done(`${one.name} is one record now`, {
        undo: () => undo.mutate({ params: { mergeId } }, { onError: toast.problem }),
      })
      onClose()
    },
  })
  const { a, b, kind } = turned(pair, isTurned)
  const one = merge(a.contact, b.contact, choices)
  const send = () =>
    save.mutate(
      { body: { kind, keptId: a.id, otherId: b.id, keptVersion: a.version, otherVersion: b.version, choices } },
      { onError: toast.problem },
    )
  return (
    <Dialog
      open
      onClose={onClose}
      size="wide"
      title="Make one of two"
      about="Addresses and numbers of both are kept. Of two different values the other goes to the notes. You can take it apart again."
    >
      <table className={css.side}>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">This record stays</th>
            <th scope="col">This one goes into it</th>
          </tr>
        </thead>
        <tbody>
          <Choice field="name" {...{ pair: { ...pair, a, b }, choices, setChoices }} />
          {SINGLE_FIELDS.map((field) => (
            <Choice key={field} field={field} {...{ pair: { ...pair, a, b }, choices, setChoices }} />
          ))}
          <Joined label={FIELD_WORDS.emails} values={one.emails.map(({ value }) => value)} />
          <Joined label={FIELD_WORDS.phones} values={one.phones.map(({ value }) => value)} />
          <Joined label={FIELD_WORDS.otherNames} values={one.otherNames} />
          {one.notes !== null && <Joined label={FIELD_WORDS.notes} values={one.notes.split('\n')} />}
        </tbody>
      </table>
      <DialogActions>
        <Button kind="accent" busy={save.isPending} onClick={send}>
          Make one record
        </Button>
        <Button
          onClick={() => {
            setTurned(!isTurned)
            setChoices({})
          }}
        >
          Keep the other one
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </DialogActions>
    </Dialog>
  )
}

/** Which of the two stays is a person's choice: links and papers go on naming that one. */
const turned = ({ a, b, ...pair }: DuplicatePair, isTurned: boolean): DuplicatePair =>
  isTurned ? { ...pair, a: b, b: a } : { ...pair, a, b }

interface ChoiceProps {
  field: SingleField | 'name'
  pair: DuplicatePair
  choices: Choices
  setChoices: (next: Choices) => void
}

function Choice({ field, pair, choices, setChoices }: ChoiceProps) {
  const [kept, other] = [pair.a.contact[field], pair.b.contact[field]]
  if (kept === null && other === null) return null
  const asked = pair.disagreements.some((it) => it.field === field)
  const cell = (side: 'kept' | 'other', value: string | null) =>
    !asked || value === null ? (
      (value ?? '–')
    ) : (
      <label>
        <input
          type="radio"
          name={field}
          checked={(choices[field] ?? 'kept') === side}
          onChange={() => setChoices({ ...choices, [field]: side })}
        />
        {value}
      </label>
    )
  return (
    <tr>
      <th scope="row">{FIELD_WORDS[field]}</th>
      <td>{cell('kept', kept)}</td>
      <td>{cell('other', other)}</td>
    </tr>
  )
}

const Joined = ({ label, values }: { label: string; values: readonly string[] }) =>
  values.length === 0 ? null : (
    <tr>
      <th scope="row">{label}</th>
      <td colSpan={2}>
        <ul className={css.lines}>
          {values.map((value) => (
            <li key={value}>{value}</li>
          ))}
        </ul>
      </td>
    </tr>
  )
