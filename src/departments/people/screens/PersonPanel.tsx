import { IconArchive, IconArchiveOff, IconPencil, IconTools } from '@tabler/icons-react'
import { useState } from 'react'
import { useAsk, useChange } from '../../../client/react.ts'
import { Activity } from '../../../ui/Activity.tsx'
import { Button, ButtonLink } from '../../../ui/Button.tsx'
import { DateText } from '../../../ui/DateText.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { Go } from '../../../ui/Go.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { Section } from '../../../ui/Section.tsx'
import { toast } from '../../../ui/toast.tsx'
import { told } from '../../office/activity.rules.ts'
import { listProductions } from '../../productions/production.contract.ts'
import { listPersonEngagements } from '../engagement.contract.ts'
import { archivePerson, getPerson, listRecordActivity, type Person } from '../person.contract.ts'
import type { Profile } from '../profile.contract.ts'
import { DoNotHire } from './DoNotHire.tsx'
import { MergedFrom } from './MergedFrom.tsx'
import css from './People.module.css'
import { ProfileDialog } from './ProfileForm.tsx'
import { PersonDialog } from './PersonForm.tsx'
import { ReachLines, SiteLines } from './ReachLines.tsx'

interface PersonPanelProps {
  personId: string
  onClose: () => void
}

/** Everything known about one person, as far as the reader may see it. */
export function PersonPanel({ personId, onClose }: PersonPanelProps) {
  const asked = useAsk(getPerson, { params: { personId } })
  const person = asked.data
  const about = [person?.position, person?.company?.name].filter(Boolean).join(', ')
  return (
    <Panel title={person?.name ?? 'Person'} about={about || undefined} onClose={onClose}>
      <Loaded of={asked}>{(it) => <Record person={it} />}</Loaded>
    </Panel>
  )
}

function Record({ person }: { person: Person }) {
  return (
    <>
      <PersonActions person={person} />
      {person.mergedInto && (
        <p>
          Merged into <Go to={`/people?person=${person.mergedInto.id}`}>{person.mergedInto.name}</Go>.
        </p>
      )}
      <PersonFacts person={person} />
      <Productions personId={person.id} />
      <MergedFrom recordId={person.id} may={person.can.merge} />
      <History recordId={person.id} />
    </>
  )
}

/** Contact and personal facts, and the notes. */
export const PersonFacts = ({ person }: { person: Person }) => (
  <div>
    <div className={css.facts}>
      <Facts
        of={[
          ['E-mail', person.emails?.length ? <ReachLines kind="email" of={person.emails} /> : null],
          ['Phone', person.phones?.length ? <ReachLines kind="phone" of={person.phones} /> : null],
          ['Department', person.department?.name],
          ['Based in', person.homeBase],
          ['Pronouns', person.pronouns],
          ['Languages', person.languages.join(', ')],
          ['Websites', person.websites.length > 0 ? <SiteLines of={person.websites} /> : null],
          ...more(person),
        ]}
      />
    </div>
    {person.notes && (
      <Section title="Notes">
        <p className={css.prose}>{person.notes}</p>
      </Section>
    )}
  </div>
)

/** What is not known is left out here: a person without an allergy on file is not a person without allergies. */
const more = (it: Person): (readonly [string, React.ReactNode])[] =>
  (
    [
      ['Credit', it.creditName],
      ['Also known as', it.otherNames.join(', ')],
      ['Agent', it.agent?.name],
      ['Time zone', it.timeZone],
      ['Legal name', it.legalName],
      ['Born', it.birthDate && <DateText on={it.birthDate} year />],
      ['Address', it.address && <span className={css.prose}>{it.address}</span>],
      ['Union', it.union],
      ['Sizes', it.sizes],
      ['Emergency contact', it.emergencyContact],
      ['Diet', it.dietary],
      ['Allergies', it.allergies],
      ['Rate', it.rateNote],
      ['Bank', it.bankDetails],
    ] as const
  ).filter(([, value]) => value)

/** What can be done with the record; on its own page also what belongs to the profile. */
export function PersonActions({ person, profile }: { person: Person; profile?: Profile }) {
  const [editing, setEditing] = useState<'person' | 'profile'>()
  const archive = useChange(archivePerson)
  const isArchived = person.archivedAt !== null
  const put = (archived: boolean, version: number) =>
    archive.mutate(
      { params: { personId: person.id }, body: { archived }, ifMatch: version },
      {
        onError: toast.problem,
        onSuccess: (saved) =>
          toast.done(archived ? `${saved.name} is archived` : `${saved.name} is back`, {
            undo: () => put(!archived, saved.version),
          }),
      },
    )
  if (!person.can.edit) return profile ? null : <ButtonLink to={`/people/${person.id}`}>Open record</ButtonLink>
  return (
    <div className={css.actions}>
      <Button icon={<IconPencil size={16} />} onClick={() => setEditing('person')}>
        Edit
      </Button>
      {profile ? (
        <>
          <Button icon={<IconTools size={16} />} onClick={() => setEditing('profile')}>
            Skills and sizes
          </Button>
          <DoNotHire profile={profile} />
          <ProfileDialog open={editing === 'profile'} profile={profile} onClose={() => setEditing(undefined)} />
        </>
      ) : (
        <ButtonLink to={`/people/${person.id}`}>Open record</ButtonLink>
      )}
      {person.mergedInto === null && (
        <Button
          icon={isArchived ? <IconArchiveOff size={16} /> : <IconArchive size={16} />}
          busy={archive.isPending}
          onClick={() => put(!isArchived, person.version)}
        >
          {isArchived ? 'Put back' : 'Archive'}
        </Button>
      )}
      <PersonDialog
        open={editing === 'person'}
        person={person}
        onClose={() => setEditing(undefined)}
        onSaved={() => setEditing(undefined)}
      />
    </div>
  )
}

/** Every production of ours they have been on. */
export function Productions({ personId }: { personId: string }) {
  const asked = useAsk(listPersonEngagements, { params: { personId } })
  const current = useAsk(listProductions, { query: { limit: 200 } })
  const archived = useAsk(listProductions, { query: { limit: 200, show: 'archived' } })
  const titles = new Map(
    [...(current.data?.items ?? []), ...(archived.data?.items ?? [])].map((it) => [it.id, it.title]),
  )
  return (
    <Section title="Productions" count={asked.data?.items.length}>
      <Loaded of={asked}>
        {({ items }) => (
          <ul className={css.lines}>
            {items.length === 0 && <li>Not on any production yet.</li>}
            {items.map((it) => (
              <li key={it.id}>
                <Go to={`/productions/${it.productionId}/crew`}>{titles.get(it.productionId) ?? 'A production'}</Go>
                <span className={css.label}>
                  {it.title}
                  {it.archivedAt === null ? '' : ', released'}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Section>
  )
}

export function History({ recordId }: { recordId: string }) {
  const asked = useAsk(listRecordActivity, { params: { recordId } })
  return (
    <Section title="Activity">
      <Loaded of={asked}>
        {({ items }) => (
          <Activity
            entries={items.map(({ kind, label, ...entry }) =>
              told({ ...entry, actorKind: 'user', subject: { kind, id: recordId, label } }),
            )}
          />
        )}
      </Loaded>
    </Section>
  )
}
