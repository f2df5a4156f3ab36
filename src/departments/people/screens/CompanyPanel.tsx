import { IconArchive, IconArchiveOff, IconPencil } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { useAsk, useChange } from '../../../client/react.ts'
import { Button } from '../../../ui/Button.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { Go } from '../../../ui/Go.tsx'
import { ErrorBoundary } from '../../../ui/ErrorBoundary.tsx'
import { Loaded, Loading } from '../../../ui/Loaded.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { Section } from '../../../ui/Section.tsx'
import { useRecordParts } from '../../../ui/recordParts.tsx'
import { toast } from '../../../ui/toast.tsx'
import { getMe } from '../../office/office.contract.ts'
import { archiveCompany, getCompany, type Company } from '../company.contract.ts'
import { CompanyDialog } from './CompanyForm.tsx'
import { MergedFrom } from './MergedFrom.tsx'
import css from './People.module.css'
import { History } from './PersonPanel.tsx'
import { ReachLines, SiteLines } from './ReachLines.tsx'
import { kindsText } from './words.ts'

interface CompanyPanelProps {
  companyId: string
  onClose: () => void
}

/** One company and the people who work there. */
export function CompanyPanel({ companyId, onClose }: CompanyPanelProps) {
  const asked = useAsk(getCompany, { params: { companyId } })
  const kinds = kindsText(asked.data?.kinds ?? [])
  return (
    <Panel title={asked.data?.name ?? 'Company'} about={kinds || undefined} onClose={onClose}>
      <Loaded of={asked}>{(it) => <Record company={it} />}</Loaded>
    </Panel>
  )
}

function Record({ company }: { company: Company }) {
  return (
    <>
      <Actions company={company} />
      {company.mergedInto && (
        <p>
          Merged into <Go to={`/people?tab=companies&company=${company.mergedInto.id}`}>{company.mergedInto.name}</Go>.
        </p>
      )}
      <div className={css.facts}>
        <Facts
          of={[
            ['E-mail', company.emails?.length ? <ReachLines kind="email" of={company.emails} /> : null],
            ['Phone', company.phones?.length ? <ReachLines kind="phone" of={company.phones} /> : null],
            ['Based in', company.homeBase],
            ['Address', company.address && <span className={css.prose}>{company.address}</span>],
            ['Websites', company.websites.length > 0 ? <SiteLines of={company.websites} /> : null],
            ...(company.otherNames.length > 0 ? [['Also known as', company.otherNames.join(', ')] as const] : []),
          ]}
        />
      </div>
      {company.notes && (
        <Section title="Notes">
          <p className={css.prose}>{company.notes}</p>
        </Section>
      )}
      <Section title="People" count={company.people.length}>
        <ul className={css.lines}>
          {company.people.length === 0 && <li>Nobody is said to work here.</li>}
          {company.people.map((it) => (
            <li key={it.id}>
              <Go to={`/people?person=${it.id}`}>{it.name}</Go>
              {it.position && <span className={css.label}>{it.position}</span>}
            </li>
          ))}
        </ul>
      </Section>
      <Parts companyId={company.id} />
      <MergedFrom recordId={company.id} may={company.can.merge} />
      <History recordId={company.id} />
    </>
  )
}

/** What other departments keep about a company: what it bills, and what colleagues noted. */
function Parts({ companyId }: { companyId: string }) {
  const abilities = new Set<string>(useAsk(getMe).data?.abilities)
  return useRecordParts('company', abilities).map(({ id, element: Part }) => (
    <ErrorBoundary key={id} resetKey={companyId}>
      <Suspense fallback={<Loading />}>
        <Part recordId={companyId} />
      </Suspense>
    </ErrorBoundary>
  ))
}

function Actions({ company }: { company: Company }) {
  const [editing, setEditing] = useState(false)
  const archive = useChange(archiveCompany)
  const isArchived = company.archivedAt !== null
  const put = (archived: boolean, version: number) =>
    archive.mutate(
      { params: { companyId: company.id }, body: { archived }, ifMatch: version },
      {
        onError: toast.problem,
        onSuccess: (saved) =>
          toast.done(archived ? `${saved.name} is archived` : `${saved.name} is back`, {
            undo: () => put(!archived, saved.version),
          }),
      },
    )
  if (!company.can.edit) return null
  return (
    <div className={css.actions}>
      <Button icon={<IconPencil size={16} />} onClick={() => setEditing(true)}>
        Edit
      </Button>
      {company.mergedInto === null && (
        <Button
          icon={isArchived ? <IconArchiveOff size={16} /> : <IconArchive size={16} />}
          busy={archive.isPending}
          onClick={() => put(!isArchived, company.version)}
        >
          {isArchived ? 'Put back' : 'Archive'}
        </Button>
      )}
      <CompanyDialog
        open={editing}
        company={company}
        onClose={() => setEditing(false)}
        onSaved={() => setEditing(false)}
      />
    </div>
  )
}
