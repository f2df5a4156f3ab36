import { IconMailQuestion, IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useAsk } from '../../../../client/react.ts'
import { dayText } from '../../../../kernel/time.ts'
import { Avatar } from '../../../../ui/Avatar.tsx'
import { Button } from '../../../../ui/Button.tsx'
import { CheckField } from '../../../../ui/CheckField.tsx'
import { Go } from '../../../../ui/Go.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Status } from '../../../../ui/Status.tsx'
import { TextField } from '../../../../ui/TextField.tsx'
import { plural } from '../../../../ui/words.ts'
import { listPeople } from '../../../people/person.contract.ts'
import { listAsks, type Ask } from '../../ask.contract.ts'
import type { Gap, Timeline } from '../../timeline.contract.ts'
import type { Asking } from '../ask/AskDialog.tsx'
import type { Wanted } from './HoldDialog.tsx'
import { prospect } from './layout.rules.ts'
import css from './Timeline.module.css'

interface GapPanelProps {
  gap: Gap
  timeline: Timeline
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
  return (
    <Panel
      title={gap.title}
      about={`${production?.code ?? ''} ${production?.title ?? ''}. Not filled on ${days}.`}
      onClose={onClose}
      foot={
        production?.mayEdit && (
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
        <TextField label="Position or name" hideLabel value={text} onChange={setText} />
        <Loaded of={asked}>
          {({ items }) =>
            items.length === 0 ? (
              <p>
                Nobody in the directory goes by these words. <Go to="/people">Look in the directory</Go>, or mark days
                of anybody on the timeline.
              </p>
            ) : (
              <ul className={css.dates}>
                {items.map(({ id, name, homeBase }) => {
                  const { booked, holds } = prospect(
                    timeline.bars.filter(({ resourceId }) => resourceId === id),
                    gap.dates,
                  )
                  return (
                    <li key={id}>
                      {production?.mayEdit ? (
                        <CheckField
                          label={`Ask ${name}`}
                          hideLabel
                          value={chosen.has(id)}
                          onChange={(on) => choose(id, name, on)}
                        />
                      ) : (
                        <Avatar name={name} />
                      )}
                      <span style={{ flex: 1 }}>
                        {name}
                        <small>{homeBase}</small>
                        {booked.length > 0 ? (
                          <Status is="stop">Booked</Status>
                        ) : holds.length > 0 ? (
                          <Status is="attention">Held</Status>
                        ) : (
                          <Status is="go">Free</Status>
                        )}
                      </span>
                      {production?.mayEdit && (
                        <Button
                          icon={<IconUserPlus size={16} />}
                          onClick={() =>
                            onHold({
                              resource: { kind: 'person', id },
                              name,
                              title: gap.title,
                              days: gap.dates,
                              productionId: gap.productionId,
                            })
                          }
                        >
                          Hold
                        </Button>
                      )}
                    </li>
                  )
                })}
              </ul>
            )
          }
        </Loaded>
      </Section>
    </Panel>
  )
}
