import { useQueryClient } from '@tanstack/react-query'
import { browser, refresh } from '../../../client/react.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Form } from '../../../ui/Form.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { changeDocument, getDocument, type ClassShown, type DocumentRecord } from '../document.contract.ts'
import { type Folder } from '../folder.contract.ts'
import { SubjectsField, type NamedSubject } from './SubjectsField.tsx'
import { folderChoices } from './tree.rules.ts'

interface EditDialogProps {
  productionId: string
  document: DocumentRecord
  classes: readonly ClassShown[]
  folders: readonly Folder[]
  onClose: () => void
}

const draftOf = (it: DocumentRecord) => ({
  name: it.name,
  folderId: (it.folderId ?? 'top') as string,
  classCode: it.classCode,
  subjects: it.subjects as NamedSubject[],
})

/** Name, folder, class, and what it is about. */
export function EditDialog({ productionId, document: it, classes, folders, onClose }: EditDialogProps) {
  const client = useQueryClient()
  const params = { productionId, documentId: it.id }
  const before = {
    name: it.name,
    folderId: it.folderId,
    classCode: it.classCode,
    subjects: it.subjects.map(({ kind, id }) => ({ kind, id })),
  }
  const form = useForm({
    schema: changeDocument.body!,
    initial: draftOf(it),
    shared: {
      subject: it.name,
      version: it.version,
      read: async () => {
        const theirs = await browser.call(getDocument, { params })
        return { draft: draftOf(theirs), version: theirs.version }
      },
      words: {
        name: 'Name',
        folderId: {
          word: 'Folder',
          say: (id) => folderChoices(folders).find(({ value }) => value === id)?.label ?? '',
        },
        classCode: { word: 'Class', say: (code) => classes.find((each) => each.code === code)?.name ?? code },
        subjects: { word: 'About', say: (all) => all.map(({ label }) => label).join(', ') },
      },
    },
    toSend: (draft) => ({
      name: draft.name,
      classCode: draft.classCode,
      folderId: draft.folderId === 'top' ? null : draft.folderId,
      subjects: draft.subjects.map(({ kind, id }) => ({ kind, id })),
    }),
    save: async (body, version = it.version) => {
      const saved = await browser.call(changeDocument, { params, body, ifMatch: version })
      const back = async () => {
        await browser.call(changeDocument, { params, body: before, ifMatch: saved.version })
        await refresh(client, productionId)
      }
      toast.done(`${saved.name} is saved`, { undo: () => back().catch(toast.problem) })
      onClose()
      await refresh(client, productionId)
    },
  })
  const chosen = classes.find(({ code }) => code === form.draft.classCode)
  return (
    <Dialog open onClose={onClose} title="Edit document">
      <Form of={form} action="Save" onCancel={onClose}>
        <TextField label="Name" autoFocus {...form.field('name')} />
        <SelectField
          label="Folder"
          choices={folderChoices(folders)}
          value={form.draft.folderId}
          onChange={(next) => form.change({ folderId: next ?? 'top' })}
        />
        <SelectField
          label="Class"
          hint={chosen?.about ?? ''}
          choices={classes.filter((each) => each.isReadable).map(({ code, name }) => ({ value: code, label: name }))}
          value={form.draft.classCode}
          onChange={(next) => form.change({ classCode: next ?? it.classCode })}
        />
        <SubjectsField
          productionId={productionId}
          value={form.draft.subjects}
          onChange={(subjects) => form.change({ subjects })}
        />
      </Form>
    </Dialog>
  )
}
