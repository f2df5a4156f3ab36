import { Suspense } from 'react'
import { useAsk } from '../../../client/react.ts'
import { useParam, useSearchValue } from '../../../ui/address.ts'
import { ErrorBoundary } from '../../../ui/ErrorBoundary.tsx'
import { Loaded, Loading } from '../../../ui/Loaded.tsx'
import { Page } from '../../../ui/Page.tsx'
import { useRecordParts } from '../../../ui/recordParts.tsx'
import { Section } from '../../../ui/Section.tsx'
import { Tabs } from '../../../ui/Tabs.tsx'
import { getMe } from '../../office/office.contract.ts'
import { getPerson, type Person } from '../person.contract.ts'
import { getProfile, type Profile } from '../profile.contract.ts'
import { MediaSection } from './MediaSection.tsx'
import { MergedFrom } from './MergedFrom.tsx'
import { History, PersonActions, PersonFacts, Productions } from './PersonPanel.tsx'
import { PersonHead } from './PersonHead.tsx'
import { ProfileFacts } from './ProfileFacts.tsx'
import css from './Record.module.css'

/** A person's whole record: who they are, what they look and sound like, and what every department knows of them. */
export function PersonPage() {
  const personId = useParam('personId')
  const params = { personId }
  const [person, profile] = [useAsk(getPerson, { params }), useAsk(getProfile, { params })]
  return (
    <Page
      title={person.data?.name ?? 'Person'}
      crumbs={[{ label: 'People and vendors', to: '/people' }]}
      actions={person.data && profile.data && <PersonActions person={person.data} profile={profile.data} />}
    >
      <Loaded of={person}>
        {(it) => <Loaded of={profile}>{(known) => <Record person={it} profile={known} />}</Loaded>}
      </Loaded>
    </Page>
  )
}

function Record({ person, profile }: { person: Person; profile: Profile }) {
  const [shown, setShown] = useSearchValue('part')
  const abilities = new Set<string>(useAsk(getMe).data?.abilities)
  const parts = useRecordParts('person', abilities)
  const tab = shown ?? 'overview'
  const part = parts.find(({ id }) => id === tab)
  return (
    <>
      <PersonHead person={person} profile={profile} />
      <div className={css.tabs}>
        <Tabs
          label="Record"
          value={tab}
          options={[
            { value: 'overview', label: 'Overview' },
            { value: 'media', label: 'Photographs and voices', count: profile.media.length || undefined },
            ...parts.map(({ id, label }) => ({ value: id, label })),
            { value: 'activity', label: 'Activity' },
          ]}
          onChange={(next: string) => setShown(next === 'overview' ? undefined : next)}
        />
      </div>
      {tab === 'overview' && <Overview person={person} profile={profile} />}
      {tab === 'media' && <MediaSection profile={profile} />}
      {tab === 'activity' && <History recordId={person.id} />}
      {part && (
        <ErrorBoundary resetKey={part.id}>
          <Suspense fallback={<Loading />}>
            <part.element recordId={person.id} />
          </Suspense>
        </ErrorBoundary>
      )}
    </>
  )
}

const Overview = ({ person, profile }: { person: Person; profile: Profile }) => (
  <>
    <div className={css.columns}>
      <Section title="Reaching them">
        <PersonFacts person={person} />
      </Section>
      <Section title="What they do">
        <ProfileFacts profile={profile} agent={person.agent} />
      </Section>
    </div>
    <Productions personId={person.id} />
    <MergedFrom recordId={person.id} may={person.can.merge} />
  </>
)
