import { useState } from 'react'
import { useAsk, useChange } from '../../../../client/react.ts'
import { Button } from '../../../../ui/Button.tsx'
import { CheckField } from '../../../../ui/CheckField.tsx'
import { readerZone } from '../../../../ui/dates.ts'
import { Dialog, DialogActions } from '../../../../ui/Dialog.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { TextField } from '../../../../ui/TextField.tsx'
import { toast } from '../../../../ui/toast.tsx'
import { plural } from '../../../../ui/words.ts'
import { listPeople } from '../../../people/person.contract.ts'
import { askMore, type Ask } from '../../ask.contract.ts'
import { momentOf, usualAnswer } from './ask.draft.rules.ts'
import css from './Ask.module.css'

/** Asks more people for the same, found by name or by what they do. */
export function PickDialog({ ask, onClose }: { ask: Ask; onClose: () => void }) {
  const [text, setText] = useState(ask.title)
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map())
  const found = useAsk(listPeople, { query: { q: text, limit: 25 } })
  const [key] = useState(() => crypto.randomUUID())
  const more = useChange(askMore)
  const already = new Set<string>(ask.people.map(({ personId }) => personId))
  const usual = usualAnswer(Temporal.Now.zonedDateTimeISO())
  const choose = (id: string, name: string, on: boolean) =>
    setChosen((before) => {
      const next = new Map(before)
      if (on) next.set(id, name)
      else next.delete(id)
      return next
    })
  const press = () =>
    more.mutate(
      {
        params: { productionId: ask.productionId, askId: ask.id },
        body: {
          personIds: [...chosen.keys()],
          answerBy: momentOf(usual.date, usual.time, readerZone()) ?? '',
        },
        idempotencyKey: key,
      },
      {
        onError: toast.problem,
        onSuccess: () => {
          onClose()
          toast.done(`${[...chosen.values()].join(', ')} asked`)
        },
      },
    )
  return (
    <Dialog
      open
      onClose={onClose}
      title="Ask someone else"
      about="They are asked the same, and answer until tomorrow, 18:00."
    >
      <TextField label="Name or position" value={text} onChange={setText} />
      <Loaded of={found}>
        {({ items }) => {
          const open = items.filter(({ id }) => !already.has(id))
          return open.length === 0 ? (
            <p className={css.none}>Nobody else is found by these words.</p>
          ) : (
            <ul className={css.pick}>
              {open.map(({ id, name, homeBase }) => (
                <li key={id}>
                  <CheckField label={name} value={chosen.has(id)} onChange={(on) => choose(id, name, on)} />
                  <small>{homeBase}</small>
                </li>
              ))}
            </ul>
          )
        }}
      </Loaded>
      <DialogActions>
        <Button kind="accent" busy={more.isPending} disabled={chosen.size === 0} onClick={press}>
          {chosen.size === 0 ? 'Ask' : `Ask ${plural(chosen.size, 'person', 'people')}`}
        </Button>
        <Button onClick={onClose}>Not now</Button>
      </DialogActions>
    </Dialog>
  )
}
