import { IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useAsk, useChange } from '../../../../client/react.ts'
import { dayText } from '../../../../kernel/time.ts'
import { Button } from '../../../../ui/Button.tsx'
import { formatInstant } from '../../../../ui/dates.ts'
import { Dialog, DialogActions } from '../../../../ui/Dialog.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { TextField } from '../../../../ui/TextField.tsx'
import { toast } from '../../../../ui/toast.tsx'
import { plural } from '../../../../ui/words.ts'
import { readAsk, releaseAsk, sendAsk, type Ask } from '../../ask.contract.ts'
import { offerText } from '../../ask.rules.ts'
import type { Timeline } from '../../timeline.contract.ts'
import type { ColourOf } from '../timeline/colours.ts'
import panelCss from '../timeline/panel.module.css'
import css from './Ask.module.css'
import { AskedPerson } from './AskedPerson.tsx'
import { CounterDialog } from './CounterDialog.tsx'
import { PickDialog } from './PickDialog.tsx'

interface AskPanelProps {
  askId: string
  productionId: string
  productions: Timeline['productions']
  colourOf: ColourOf
  onClose: () => void
}

/** `2 counter-offers, 1 yes`: what came back and waits for the office. */
function answersOf(people: Ask['people']): string {
  const count = (state: Ask['people'][number]['state']) => people.filter((it) => it.state === state).length
  const [counter, yes, yesIf] = [count('counter'), count('yes'), count('yes_if')]
  return [counter > 0 && plural(counter, 'counter-offer'), yes > 0 && `${yes} yes`, yesIf > 0 && `${yesIf} yes, if`]
    .filter(Boolean)
    .join('; ')
}

const stands: Record<Ask['state'], string> = {
  open: 'Open',
  filled: 'Taken',
  closed: 'Nobody is asked any more',
  expired: 'The time to answer is over',
}

/** Everybody who was asked for a position: what each says, what they want and we offer, and what can be done about it. */
export function AskPanel({ askId, productionId, productions, colourOf, onClose }: AskPanelProps) {
  const params = { productionId, askId }
  const asked = useAsk(readAsk, { params })
  const production = productions.find(({ id }) => id === productionId)
  const send = useChange(sendAsk)
  const [doing, setDoing] = useState<'more' | 'release' | { counter: Ask['people'][number] }>()
  const ask = asked.data
  const isOpen = ask?.state === 'open' && (production?.mayEdit ?? false)
  const waits = ask?.people.some(({ leavesAt }) => leavesAt !== null) ?? false
  const sendNow = () =>
    send.mutate({ params, body: {} }, { onError: toast.problem, onSuccess: () => toast.done('The letters leave now') })
  return (
    <Panel
      title={ask?.title ?? 'Asked'}
      about={
        <>
          <span className={panelCss.chip} style={colourOf(productionId)}>
            {production?.code}
          </span>{' '}
          {production?.title}
          {ask && (
            <>
              <br />
              {ask.dates.map((day) => dayText(day)).join(', ')}
              {ask.terms && `. Ours: ${offerText(ask.terms)}`}
            </>
          )}
        </>
      }
      onClose={onClose}
      foot={
        isOpen && (
          <div className={css.foot}>
            <Button kind="accent" icon={<IconUserPlus size={16} />} onClick={() => setDoing('more')}>
              Ask someone else
            </Button>
            <Button onClick={() => setDoing('release')}>Release all</Button>
          </div>
        )
      }
    >
      <Loaded of={asked}>
        {(it) => (
          <>
            <Section
              title={it.state === 'open' ? `Asked ${it.people.length}` : stands[it.state]}
              about={answersOf(it.people)}
            >
              {isOpen && waits && (
                <p className={css.waits}>
                  Letters wait a few minutes for other questions to the same people.
                  <Button size="small" busy={send.isPending} onClick={sendNow}>
                    Send now
                  </Button>
                </p>
              )}
              {it.people.map((person) => (
                <AskedPerson
                  key={person.personId}
                  ask={it}
                  person={person}
                  mayDecide={isOpen}
                  onCounter={() => setDoing({ counter: person })}
                />
              ))}
            </Section>
            <Section title="So far">
              <ol className={panelCss.sofar}>
                {it.soFar.map(({ at, by, words, figures }) => (
                  <li key={`${at}${words}`}>
                    <time dateTime={at}>{formatInstant(at)}</time>
                    <span>
                      {words.startsWith(by) || by === 'Unitbase' ? (
                        words
                      ) : (
                        <>
                          <b>{by}</b> {words.charAt(0).toLowerCase() + words.slice(1)}
                        </>
                      )}
                      {figures !== '' && figures !== undefined && `, ${figures}`}
                    </span>
                  </li>
                ))}
              </ol>
            </Section>
            {doing === 'more' && <PickDialog ask={it} onClose={() => setDoing(undefined)} />}
            {doing === 'release' && <ReleaseDialog ask={it} onClose={() => setDoing(undefined)} />}
            {typeof doing === 'object' && (
              <CounterDialog ask={it} person={doing.counter} onClose={() => setDoing(undefined)} />
            )}
          </>
        )}
      </Loaded>
    </Panel>
  )
}

function ReleaseDialog({ ask, onClose }: { ask: Ask; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const release = useChange(releaseAsk)
  const press = () =>
    release.mutate(
      { params: { productionId: ask.productionId, askId: ask.id }, ifMatch: ask.version, body: { reason } },
      {
        onError: toast.problem,
        onSuccess: () => {
          onClose()
          toast.done('Everybody is released')
        },
      },
    )
  return (
    <Dialog
      open
      onClose={onClose}
      size="small"
      title="Release all"
      about="Whoever was told of the ask is told that it is over; letters that have not left never do. Their days are free again."
    >
      <TextField label="Why" value={reason} onChange={setReason} onEnter={press} />
      <DialogActions>
        <Button kind="accent" busy={release.isPending} disabled={reason.trim() === ''} onClick={press}>
          Release all
        </Button>
        <Button onClick={onClose}>Not now</Button>
      </DialogActions>
    </Dialog>
  )
}
