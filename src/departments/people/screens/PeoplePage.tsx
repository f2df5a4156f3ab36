import { IconDownload, IconPlus, IconUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { useAsk } from '../../../client/react.ts'
import { useSearchValue } from '../../../ui/address.ts'
import { Button } from '../../../ui/Button.tsx'
import { Menu } from '../../../ui/Menu.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Tabs } from '../../../ui/Tabs.tsx'
import { useKeys } from '../../../ui/useKeys.ts'
import { getMe } from '../../office/office.contract.ts'
import { listDuplicates } from '../merge.contract.ts'
import { CompaniesTable } from './CompaniesTable.tsx'
import { CompanyDialog } from './CompanyForm.tsx'
import { CompanyPanel } from './CompanyPanel.tsx'
import { DuplicatesList } from './DuplicatesList.tsx'
import { ImportDialog } from './ImportDialog.tsx'
import { PeopleTable } from './PeopleTable.tsx'
import { PersonDialog } from './PersonForm.tsx'
import { PersonPanel } from './PersonPanel.tsx'

type Tab = 'people' | 'companies' | 'duplicates'

const exportItems = [
  { heading: 'Everybody, as far as you may see them' },
  { label: 'People as CSV', onPress: () => window.location.assign('/v1/people/export/csv') },
  { label: 'People as vCard', onPress: () => window.location.assign('/v1/people/export/vcf') },
  { label: 'Companies as CSV', onPress: () => window.location.assign('/v1/people/export/csv?kind=company') },
]

/** The office's address book: people, companies, and the pairs that may be one. */
export function PeoplePage() {
  const [shown, setShown] = useSearchValue('tab')
  const [person, setPerson] = useSearchValue('person')
  const [company, setCompany] = useSearchValue('company')
  const [adding, setAdding] = useState(false)
  const [importing, setImporting] = useState(false)
  const may = new Set(useAsk(getMe).data?.abilities)
  const duplicates = useAsk(listDuplicates, { query: { kind: 'person' } }, { enabled: may.has('people.merge') })
  const tab: Tab = shown === 'companies' || shown === 'duplicates' ? shown : 'people'
  const close = () => {
    setPerson(undefined)
    setCompany(undefined)
  }
  useKeys({ n: () => may.has('people.edit') && setAdding(true), Escape: close })
  return (
    <Page
      title="People and vendors"
      width="flush"
      tools={
        <Tabs
          label="Directory"
          value={tab}
          options={[
            { value: 'people', label: 'People' },
            { value: 'companies', label: 'Companies' },
            ...(may.has('people.merge')
              ? [
                  {
                    value: 'duplicates' as const,
                    label: 'Duplicates',
                    count: duplicates.data?.items.length || undefined,
                  },
                ]
              : []),
          ]}
          onChange={(next: Tab) => setShown(next === 'people' ? undefined : next)}
        />
      }
      actions={
        <>
          <Menu target={<Button icon={<IconDownload size={16} />}>Export</Button>} items={exportItems} width={260} />
          {may.has('people.import') && (
            <Button icon={<IconUpload size={16} />} onClick={() => setImporting(true)}>
              Import
            </Button>
          )}
          {may.has('people.edit') && (
            <Button icon={<IconPlus size={16} />} onClick={() => setAdding(true)}>
              {tab === 'companies' ? 'New company' : 'New person'}
            </Button>
          )}
        </>
      }
      aside={
        person !== undefined ? (
          <PersonPanel key={person} personId={person} onClose={close} />
        ) : company !== undefined ? (
          <CompanyPanel key={company} companyId={company} onClose={close} />
        ) : undefined
      }
      hints={[
        { keys: ['↑', '↓'], does: 'select' },
        { keys: ['Enter'], does: 'open' },
        { keys: ['N'], does: 'new' },
      ]}
    >
      {tab === 'people' && (
        <PeopleTable
          current={person}
          onOpen={setPerson}
          onAdd={() => setAdding(true)}
          onImport={() => setImporting(true)}
        />
      )}
      {tab === 'companies' && <CompaniesTable current={company} onOpen={setCompany} onAdd={() => setAdding(true)} />}
      {tab === 'duplicates' && <DuplicatesList />}
      {tab === 'companies' ? (
        <CompanyDialog open={adding} onClose={() => setAdding(false)} onSaved={(it) => setCompany(it.id)} />
      ) : (
        <PersonDialog open={adding} onClose={() => setAdding(false)} onSaved={(it) => setPerson(it.id)} />
      )}
      <ImportDialog open={importing} onClose={() => setImporting(false)} />
    </Page>
  )
}
