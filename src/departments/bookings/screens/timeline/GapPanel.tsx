import { IconUserPlus } from '@tabler/icons-react'
import { useAsk } from '../../../../client/react.ts'
import { dayText } from '../../../../kernel/time.ts'
import { Avatar } from '../../../../ui/Avatar.tsx'
import { Button } from '../../../../ui/Button.tsx'
import { Go } from '../../../../ui/Go.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Status } from '../../../../ui/Status.tsx'
import { listPeople } from '../../../people/person.contract.ts'
import type { Gap, Timeline } from '../../timeline.contract.ts'
import type { Wanted } from './HoldDialog.tsx'
import { prospect } from './layout.rules.ts'
import css from './Timeline.module.css'

interface GapPanelProps {
  gap: Gap
  timeline: Timeline
  onHold: (wanted: Wanted) => void
  onClose: () => void
}

/** A position nobody has: who of the directory does that work, and who of them is free. */
export function GapPanel({ gap, timeline, onHold, onClose }: GapPanelProps) {
  const asked = useAsk(listPeople, { query: { q: gap.title, limit: 25 } as never })
  const production = timeline.productions.find(({ id }) => id === gap.productionId)
  const days = gap.dates.map((day) => dayText(day)).join(', ')
  return (
    <Panel
      title={gap.title}
      about={`${production?.code ?? ''} ${production?.title ?? ''}. Not filled on ${days}.`}
      onClose={onClose}
    >
      <Section title="Who does this">
        <Loaded of={asked}>
          {({ items }) =>
            items.length === 0 ? (
              <p>
                Nobody in the directory goes by this position. <Go to="/people">Look in the directory</Go>, or mark days
                of anybody on the timeline.
              </p>
            ) : (
              <ul className={css.dates}>
                {items.map(({ id, name, homeBase }) => {
                  const { booked, holds } = prospect(
                    timeline.bars.filter(({ personId }) => personId === id),
                    gap.dates,
                  )
                  return (
                    <li key={id}>
                      <Avatar name={name} />
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
                              personId: id,
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
