import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { browser, refresh, useAsk } from '../../../client/react.ts'
import { productionRoles } from '../../../kernel/abilities.ts'
import { CheckField } from '../../../ui/CheckField.tsx'
import { formatDay } from '../../../ui/dates.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Form } from '../../../ui/Form.tsx'
import type { Shared } from '../../../ui/formConflict.ts'
import { Loaded } from '../../../ui/Loaded.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { SettingsPage } from '../../../ui/SettingsPage.tsx'
import { MultiSelectField, SelectField } from '../../../ui/SelectField.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { listed, plural } from '../../../ui/words.ts'
import { changeClass, ClassChange, listClasses, type DocumentClass } from '../documentClass.contract.ts'
import { channelWords } from './words.ts'

const roleWord = (role: string) => role.replaceAll('_', ' ')
const wayOut = (it: DocumentClass) =>
  it.lowestChannel === 'nobody'
    ? 'Never'
    : `${channelWords[it.lowestChannel]}${it.lowestChannel === 'protected_link' ? '' : ' or safer'}`

/** Who is left out is the shorter thing to say of a class that nearly everybody opens. */
function readersOf({ readers }: DocumentClass): string {
  const out = productionRoles.filter((role) => !readers.includes(role))
  if (out.length === 0) return 'everybody'
  return out.length < 3 ? `everybody but ${listed(out.map(roleWord))}` : listed(readers.map(roleWord))
}

const sourceOf = ({ source, asOf }: DocumentClass) => (
  <span title={`${source}, ${formatDay(asOf, { year: true })}`}>{source}</span>
)

const columns: Column<DocumentClass>[] = [
  { key: 'name', head: 'Class', of: (it) => <b>{it.name}</b>, sortBy: (it) => it.name, width: '16%' },
  { key: 'readers', head: 'Opened by', of: readersOf, width: '26%' },
  { key: 'out', head: 'Leaves the office', of: wayOut, width: '20%', phone: 'hide' },
  { key: 'nda', head: 'Terms first', of: (it) => (it.needsNda ? 'Yes' : ''), width: 92, phone: 'hide' },
  { key: 'mark', head: 'Watermark', of: (it) => (it.isWatermarked ? 'Yes' : ''), width: 92, phone: 'hide' },
  { key: 'save', head: 'May be saved', of: (it) => (it.mayDownload ? 'Yes' : ''), width: 110, phone: 'hide' },
  {
    key: 'days',
    head: 'Links last',
    of: (it) => plural(it.linkDays, 'day'),
    align: 'end',
    quiet: true,
    width: 90,
    phone: 'hide',
  },
  { key: 'source', head: 'Source', of: sourceOf, quiet: true, phone: 'hide' },
]

/** Kinds of secret, and what follows from each. A change holds at once, for links that are out too. */
export function ClassesPage() {
  const asked = useAsk(listClasses)
  const [open, setOpen] = useState<DocumentClass>()
  return (
    <SettingsPage
      title="Document classes"
      shipped="document-classes"
      wide
      hints={[{ keys: ['Enter'], does: 'change' }]}
    >
      <Loaded of={asked}>
        {({ items, can }) => (
          <Table
            label="Document classes"
            rows={items}
            columns={columns}
            keyOf={(it) => it.code}
            {...(can.edit && { onOpen: setOpen })}
          />
        )}
      </Loaded>
      {open && <ClassDialog of={open} onClose={() => setOpen(undefined)} />}
    </SettingsPage>
  )
}

const roles = productionRoles.map((value) => ({ value, label: roleWord(value) }))

const rulesOf = ({ code: _code, version: _version, source: _source, asOf: _asOf, ...rules }: DocumentClass) => rules
type ClassDraft = Omit<ReturnType<typeof rulesOf>, 'linkDays'> & { linkDays: number | null }

const rolesText = (roles: readonly string[]) => listed(roles.map(roleWord), 20)

const classFields: Shared<ClassDraft>['words'] = {
  name: 'Name',
  about: 'What belongs here',
  readers: { word: 'Opened by', say: rolesText },
  isListed: 'Others see its name',
  needsNda: 'Terms first',
  ndaExempt: { word: 'Except for', say: rolesText },
  lowestChannel: { word: 'Leaves by', say: (it) => (it === 'nobody' ? 'Never leaves' : channelWords[it]) },
  mayDownload: 'May be saved',
  isWatermarked: 'Watermark',
  linkDays: 'Links last, in days',
  inBinder: 'In the binder',
}

function ClassDialog({ of: it, onClose }: { of: DocumentClass; onClose: () => void }) {
  const client = useQueryClient()
  const { code, version } = it
  const rules = rulesOf(it)
  const form = useForm({
    schema: ClassChange,
    initial: rules as ClassDraft,
    save: async (body, over = version) => {
      const saved = await browser.call(changeClass, { params: { code }, body, ifMatch: over })
      const back = async () => {
        await browser.call(changeClass, { params: { code }, body: rules, ifMatch: saved.version })
        await refresh(client, null)
      }
      toast.done(`${saved.name} is saved`, { undo: () => back().catch(toast.problem) })
      onClose()
      await refresh(client, null)
    },
    shared: {
      subject: it.name,
      version: it.version,
      read: async () => {
        const theirs = (await browser.call(listClasses)).items.find((other) => other.code === code) ?? it
        return { draft: rulesOf(theirs) as ClassDraft, version: theirs.version }
      },
      words: classFields,
    },
  })
  return (
    <Dialog open onClose={onClose} title={it.name} about="What you change holds at once, also for links that are out.">
      <Form of={form} action="Save" onCancel={onClose}>
        <TextField label="Name" {...form.field('name')} />
        <TextField label="What belongs here" {...form.field('about')} />
        <MultiSelectField
          label="Opened by"
          choices={roles}
          value={form.draft.readers}
          onChange={(readers) => form.change({ readers: readers as never })}
        />
        <CheckField label="Others see its name and may ask" {...form.field('isListed')} />
        <CheckField label="Confidentiality terms come first" {...form.field('needsNda')} />
        {form.draft.needsNda && (
          <MultiSelectField
            label="Except for"
            choices={roles}
            value={form.draft.ndaExempt}
            onChange={(ndaExempt) => form.change({ ndaExempt: ndaExempt as never })}
          />
        )}
        <SelectField
          label="Leaves the office at the least by"
          choices={[
            ...Object.entries(channelWords).map(([value, label]) => ({ value, label })),
            { value: 'nobody', label: 'Never leaves' },
          ]}
          value={form.draft.lowestChannel}
          onChange={(next) => next !== null && form.change({ lowestChannel: next })}
        />
        <CheckField label="The holder’s name across every page" {...form.field('isWatermarked')} />
        <CheckField label="The file itself may be saved" {...form.field('mayDownload')} />
        <NumberField label="A link lasts, in days" {...form.field('linkDays')} />
        <CheckField label="Belongs into the binder" {...form.field('inBinder')} />
      </Form>
    </Dialog>
  )
}
