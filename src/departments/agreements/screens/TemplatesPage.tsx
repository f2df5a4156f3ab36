import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useAsk } from '../../../client/react.ts'
import { useSearchValue } from '../../../ui/address.ts'
import { Button } from '../../../ui/Button.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Section } from '../../../ui/Section.tsx'
import { SettingsPage } from '../../../ui/SettingsPage.tsx'
import { Status } from '../../../ui/Status.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { Tabs } from '../../../ui/Tabs.tsx'
import { kindWords, languageNames, type Language } from '../kinds.rules.ts'
import { listClauses, listTemplates, type Clause, type Template } from '../template.contract.ts'
import { ClauseEditor } from './ClauseEditor.tsx'
import { TemplateEditor } from './TemplateEditor.tsx'
import { WrittenText } from './WrittenText.tsx'

const approval = (it: { approved: { by: string } | null }) =>
  it.approved === null ? (
    <Status is="attention">Have a lawyer read this</Status>
  ) : (
    <Status is="go">{it.approved.by}</Status>
  )

const tongues = (texts: object) => (Object.keys(texts) as Language[]).map((it) => languageNames[it]).join(', ')

const columns: Column<Template>[] = [
  { key: 'name', head: 'Template', of: (it) => <b>{it.name}</b>, sortBy: (it) => it.name, width: '24%' },
  { key: 'kind', head: 'Kind', of: (it) => kindWords[it.kind].one, sortBy: (it) => it.kind, quiet: true },
  {
    key: 'languages',
    head: 'Languages',
    of: (it) => (it.docxFileId === null ? tongues(it.texts) : 'Word document'),
    quiet: true,
    phone: 'hide',
  },
  { key: 'number', head: 'Version', of: (it) => it.number, align: 'end', width: 70 },
  { key: 'approved', head: 'Wording approved by', of: approval, width: 200 },
  { key: 'at', head: 'Changed', of: (it) => <WrittenText of={it} />, quiet: true, phone: 'hide', width: 140 },
]

const clauseColumns: Column<Clause>[] = [
  { key: 'title', head: 'Clause', of: (it) => <b>{it.title}</b>, sortBy: (it) => it.title, width: '26%' },
  { key: 'key', head: 'In a template', of: (it) => <code>{`{{clause ${it.key}}}`}</code>, quiet: true },
  { key: 'number', head: 'Version', of: (it) => it.number, align: 'end', width: 70 },
  { key: 'approved', head: 'Wording approved by', of: approval, width: 200 },
]

/** The wording of papers: templates, and clauses they share, each with its versions and who stands for it. */
export function TemplatesPage() {
  const [tab, setTab] = useSearchValue('tab')
  const [open, setOpen] = useState<Template | 'new'>()
  const [clause, setClause] = useState<Clause | 'new'>()
  const templates = useAsk(listTemplates)
  const clauses = useAsk(listClauses)
  const shown = tab === 'clauses' ? 'clauses' : 'templates'
  const mayEdit = templates.data?.can.edit ?? false
  return (
    <SettingsPage
      title="Paper templates"
      wide
      tools={
        <Tabs
          label="Paper templates"
          value={shown}
          options={[
            { value: 'templates', label: 'Templates' },
            { value: 'clauses', label: 'Clauses' },
          ]}
          onChange={(next: string) => setTab(next === 'templates' ? undefined : next)}
        />
      }
      actions={
        mayEdit && (
          <Button
            icon={<IconPlus size={16} />}
            onClick={() => (shown === 'clauses' ? setClause('new') : setOpen('new'))}
          >
            {shown === 'clauses' ? 'New clause' : 'New template'}
          </Button>
        )
      }
    >
      {shown === 'templates' ? (
        <Loaded of={templates}>
          {({ items }) => (
            <>
              <Table
                label="Templates"
                rows={items.filter((it) => it.archivedAt === null)}
                columns={columns}
                keyOf={(it) => it.id}
                onOpen={setOpen}
              />
              <PutAwayTemplates items={items.filter((it) => it.archivedAt !== null)} onOpen={setOpen} />
            </>
          )}
        </Loaded>
      ) : (
        <Loaded of={clauses}>
          {({ items }) => (
            <Table label="Clauses" rows={items} columns={clauseColumns} keyOf={(it) => it.id} onOpen={setClause} />
          )}
        </Loaded>
      )}
      {open && (
        <TemplateEditor
          key={open === 'new' ? 'new' : open.id}
          template={open === 'new' ? undefined : open}
          clauses={clauses.data?.items ?? []}
          mayEdit={mayEdit}
          onClose={() => setOpen(undefined)}
        />
      )}
      {clause && (
        <ClauseEditor
          key={clause === 'new' ? 'new' : clause.id}
          clause={clause === 'new' ? undefined : clause}
          mayEdit={mayEdit}
          onClose={() => setClause(undefined)}
        />
      )}
    </SettingsPage>
  )
}

function PutAwayTemplates({ items, onOpen }: { items: Template[]; onOpen: (it: Template) => void }) {
  if (items.length === 0) return null
  return (
    <Section title="Put away" count={items.length} about="Not offered for new papers; papers made from them keep them.">
      <Table label="Templates put away" rows={items} columns={columns} keyOf={(it) => it.id} onOpen={onOpen} />
    </Section>
  )
}
