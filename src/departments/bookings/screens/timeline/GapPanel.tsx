import { IconMailQuestion, IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useAsk } from '../../../../client/react.ts'
import { dayText } from '../../../../kernel/time.ts'
import { Button } from '../../../../ui/Button.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { TextField } from '../../../../ui/TextField.tsx'
import { plural } from '../../../../ui/words.ts'
import { listPeople } from '../../../people/person.contract.ts'
import { listAsks, type Ask } from '../../ask.contract.ts'
import type { Gap, Timeline } from '../../timeline.contract.ts'
import type { Asking } from '../ask/AskDialog.tsx'
import type { Wanted } from './HoldDialog.tsx'
import own from './Gap.module.css'
import { prospect } from './layout.rules.ts'
import { NewProspectDialog } from './NewProspectDialog.tsx'
import css from './panel.module.css'
import { ProspectLine } from './ProspectLine.tsx'

interface GapPanelProps {
  gap: Gap
  timeline: Pick<Timeline, 'bars' | 'productions'>
  onHold: (wanted: Wanted) => void
  onAsk: (asking: Asking) => void
  onOpenAsk: (ask: Pick<Ask, 'id' | 'productionId'>) => void
  onClose: () => void
}

/** A position nobody has: who of the directory does that work, and who of them is free. */
export function GapPanel({ gap, timeline, onHold, onAsk, onOpenAsk, onClose }: GapPanelProps) {
  const [text, setText] = useState(gap.title)
  const asked = useAsk(listPeople, { query: { q: text, limit: 25 } })
  const production = timeline.productions.find(({ id }) => id === gap.productionId)
  const asks = useAsk(listAsks, { params: { productionId: gap.productionId }, query: { state: 'open' } })
  const same = (asks.data?.items ?? []).filter(
    ({ title, dates }) =>
      title.toLowerCase() === gap.title.toLowerCase() && dates.some((day) => gap.dates.includes(day)),
  )
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map())
  const choose = (id: string, name: string, on: boolean) =>
    setChosen((before) => new Map(on ? [...before, [id, name]] : [...before].filter(([it]) => it !== id)))
  const days = gap.dates.map((day) => dayText(day)).join(', ')
  const mayEdit = production?.mayEdit ?? false
  const [adding, setAdding] = useState(false)
  return (
    <Panel
      title={gap.title}
      about={`${production?.code ?? ''} ${production?.title ?? ''}. Not filled on ${days}.`}
      onClose={onClose}
      foot={
        mayEdit && (
          <Button
            kind="accent"
            disabled={chosen.size === 0}
            icon={<IconMailQuestion size={16} />}
            onClick={() =>
              onAsk({
                productionId: gap.productionId,
                departmentId: gap.departmentId,
                title: gap.title,
                days: gap.dates,
                people: [...chosen].map(([id, name]) => ({ id, name })),
              })
            }
          >
            {chosen.size === 0 ? 'Choose whom to ask' : `Ask ${plural(chosen.size, 'person', 'people')}`}
          </Button>
        )
      }
    >
      {same.length > 0 && (
        <Section title="Asked already">
          <ul className={css.dates}>
            {same.map((ask) => (
              <li key={ask.id}>
                <span>{ask.people.map(({ name }) => name).join(', ')}</span>
                <Button size="small" onClick={() => onOpenAsk(ask)}>
                  Open
                </Button>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title="Who does this">
        <div className={own.find}>
          <TextField label="Position or name" hideLabel value={text} onChange={setText} />
        </div>
        <Loaded of={asked}>
          {({ items }) =>
            items.length === 0 ? (
              <p>Nobody in the directory goes by these words.</p>
            ) : (
              <ul className={own.people}>
                {items.map((person) => (
                  <ProspectLine
                    key={person.id}
                    person={person}
                    stands={prospect(
                      timeline.bars.filter(({ resourceId }) => resourceId === person.id),
                      gap.dates,
                    )}
                    mayEdit={mayEdit}
                    chosen={chosen.has(person.id)}
                    onChoose={(on) => choose(person.id, person.name, on)}
                    onHold={() =>
                      onHold({
                        resource: { kind: 'person', id: person.id },
                        name: person.name,
                        title: gap.title,
                        days: gap.dates,
                        productionId: gap.productionId,
                      })
                    }
                  />
                ))}
              </ul>
            )
          }
        </Loaded>
        {mayEdit && (
          <div className={own.new}>
            <Button icon={<IconUserPlus size={16} />} onClick={() => setAdding(true)}>
              Somebody new
            </Button>
          </div>
        )}
      </Section>
      {adding && (
        <NewProspectDialog
          gap={gap}
          name={text.trim() === gap.title ? '' : text.trim()}
          onClose={() => setAdding(false)}
          onAdded={({ id, name }) => {
            choose(id, name, true)
            setText(gap.title)
          }}
        />
      )}
    </Panel>
  )
}
