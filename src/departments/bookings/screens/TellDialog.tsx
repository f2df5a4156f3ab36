import { useState } from 'react'
import { useChange } from '../../../client/react.ts'
import { dayText } from '../../../kernel/time.ts'
import { Button } from '../../../ui/Button.tsx'
import { CheckField } from '../../../ui/CheckField.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { Status } from '../../../ui/Status.tsx'
import { toast } from '../../../ui/toast.tsx'
import { plural } from '../../../ui/words.ts'
import { tellChanged, untellChanged, type Told, type Untold } from '../told.contract.ts'
import css from './Tell.module.css'

interface TellDialogProps {
  productionId: string
  people: readonly Untold[]
  onClose: () => void
}

const reasons: Record<Told['left'][number]['why'], string> = {
  changed_again: 'changed again; look once more',
  no_address: 'has no e-mail address',
}

/** Everybody whose days are not as they were told: what changed, what they would read, and one act that tells them. */
export function TellDialog({ productionId, people, onClose }: TellDialogProps) {
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set())
  const [read, setRead] = useState<string>()
  const tell = useChange(tellChanged)
  const untell = useChange(untellChanged)
  const chosen = people.filter(({ personId }) => !skipped.has(personId))
  const writable = chosen.filter(({ hasAddress }) => hasAddress)
  const skip = (personId: string, on: boolean) =>
    setSkipped((before) => new Set(on ? [...before].filter((id) => id !== personId) : [...before, personId]))
  const params = { productionId }
  const send = async (those: readonly Untold[], how: 'letter' | 'by_hand') => {
    const body = { people: those.map(({ personId, plan }) => ({ personId, plan })), how }
    const { told, left } = await tell.mutateAsync({ params, body, idempotencyKey: crypto.randomUUID() })
    const kept = left.map(({ name, why }) => `${name} ${reasons[why]}`).join('; ')
    const words = `${plural(told.length, 'person', 'people')} ${told.length === 1 ? 'is' : 'are'} told`
    if (told.length > 0)
      toast.done(kept === '' ? words : `${words}. Not told: ${kept}`, {
        undo: () => untell.mutateAsync({ params, body: { personIds: told } }),
      })
    else toast.problem({ type: 'about:blank', status: 409, title: 'Nobody was told', detail: kept })
    if (left.length === 0) onClose()
  }
  const press = (those: readonly Untold[], how: 'letter' | 'by_hand') => void send(those, how).catch(toast.problem)
  return (
    <Dialog
      open
      onClose={onClose}
      size="wide"
      title="Tell what changed"
      about="Each reads only their own days. Letters can be called back until they leave."
    >
      <ul className={css.people}>
        {people.map((it) => (
          <li key={it.personId}>
            <div className={css.head}>
              <CheckField label={it.name} value={!skipped.has(it.personId)} onChange={(on) => skip(it.personId, on)} />
              {it.toldAt === null && <Status is="neutral">told for the first time</Status>}
              {!it.hasAddress && <Status is="attention">no e-mail address</Status>}
              <Button
                size="small"
                kind="quiet"
                aria-expanded={read === it.personId}
                onClick={() => setRead(read === it.personId ? undefined : it.personId)}
              >
                Letter
              </Button>
            </div>
            <ul className={css.changes}>
              {it.changes.map(({ onDate, before, after }) => (
                <li key={onDate}>
                  <span>{dayText(onDate)}</span>
                  {before !== null && <del>{before}</del>}
                  {after === null ? <em>no longer</em> : <ins>{after}</ins>}
                </li>
              ))}
            </ul>
            {read === it.personId && (
              <pre className={css.letter}>
                <b>{it.letter.subject}</b>
                {`\n\n${it.letter.text}`}
              </pre>
            )}
          </li>
        ))}
      </ul>
      <DialogActions>
        <Button
          kind="accent"
          busy={tell.isPending}
          disabled={writable.length === 0}
          onClick={() => press(writable, 'letter')}
        >
          Write to {writable.length}
        </Button>
        <Button disabled={chosen.length === 0} onClick={() => press(chosen, 'by_hand')}>
          I told {chosen.length === people.length ? 'them' : 'these'} myself
        </Button>
        <Button kind="quiet" onClick={onClose}>
          Not now
        </Button>
      </DialogActions>
    </Dialog>
  )
}
