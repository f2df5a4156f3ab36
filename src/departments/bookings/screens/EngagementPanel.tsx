import { IconUserMinus } from '@tabler/icons-react'
import { useChange } from '../../../client/react.ts'
import { Button } from '../../../ui/Button.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { Go } from '../../../ui/Go.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { Section } from '../../../ui/Section.tsx'
import { toast } from '../../../ui/toast.tsx'
import { archiveEngagement, type Engagement } from '../../people/engagement.contract.ts'
import type { Absence } from '../booking.contract.ts'
import { AbsenceSection } from './AbsenceSection.tsx'
import css from './Crew.module.css'
import { dealMemoFor } from './dealMemo.ts'
import { EngagementForm } from './EngagementForm.tsx'
import type { Character } from './PlaysField.tsx'

interface EngagementPanelProps {
  engagement: Engagement
  absences: readonly Absence[]
  characters: readonly Character[]
  mayEdit: boolean
  mayBook: boolean
  onClose: () => void
}

/** One person on this production: what they do, when they are called, and when they cannot come. */
export function EngagementPanel({ engagement, absences, characters, mayEdit, mayBook, onClose }: EngagementPanelProps) {
  return (
    <Panel title={engagement.name} about={`${engagement.title}, ${engagement.department.name}`} onClose={onClose}>
      <div className={css.facts}>
        <Facts
          of={[
            ['E-mail', engagement.email && <a href={`mailto:${engagement.email}`}>{engagement.email}</a>],
            [
              'Phone',
              engagement.phone && <a href={`tel:${engagement.phone.replace(/[^\d+]/g, '')}`}>{engagement.phone}</a>,
            ],
            ['Diet', engagement.dietary],
            [
              'Record',
              engagement.personId && <Go to={`/people?person=${engagement.personId}`}>Open in the directory</Go>,
            ],
            [
              'Paper',
              engagement.personId && (
                <Go to={dealMemoFor(engagement.productionId, engagement.personId)}>Draw up the deal memo</Go>
              ),
            ],
          ]}
        />
      </div>
      {mayEdit && (
        <Section title="On this production">
          <EngagementForm engagement={engagement} characters={characters} />
        </Section>
      )}
      {engagement.personId !== null && (
        <AbsenceSection
          productionId={engagement.productionId}
          resource={{ kind: 'person', id: engagement.personId }}
          absences={absences}
          mayEdit={mayBook}
        />
      )}
      {mayEdit && <TakeOff engagement={engagement} onDone={onClose} />}
    </Panel>
  )
}

function TakeOff({ engagement, onDone }: { engagement: Engagement; onDone: () => void }) {
  const archive = useChange(archiveEngagement)
  const put = ({ archived, version }: { archived: boolean; version: number }) =>
    archive.mutate(
      {
        params: { productionId: engagement.productionId, engagementId: engagement.id },
        body: { archived },
        ifMatch: version,
      },
      {
        onError: toast.problem,
        onSuccess: (saved) => {
          if (!archived) return toast.done(`${engagement.name} is back on the production`)
          onDone()
          return toast.done(`${engagement.name} is off the production`, {
            undo: () => put({ archived: false, version: saved.version }),
          })
        },
      },
    )
  return (
    <div className={css.actions}>
      <Button
        icon={<IconUserMinus size={16} />}
        busy={archive.isPending}
        onClick={() => put({ archived: true, version: engagement.version })}
      >
        Take off the production
      </Button>
    </div>
  )
}
