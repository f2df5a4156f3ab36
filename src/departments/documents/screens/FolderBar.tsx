import { IconArchive, IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { browser } from '../../../client/react.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Form } from '../../../ui/Form.tsx'
import { Menu } from '../../../ui/Menu.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { listDocuments } from '../document.contract.ts'
import { changeFolder, type Folder } from '../folder.contract.ts'
import { folderChoices, inTree } from './tree.rules.ts'
import { useFolders } from './useFolders.ts'

interface FolderBarProps {
  productionId: string
  folder: Folder
  folders: readonly Folder[]
  onGone: () => void
}

/** What can be done with the folder that is open; dragging it in the tree does the same as *Move to*. */
export function FolderBar({ productionId, folder, folders, onGone }: FolderBarProps) {
  const [editing, setEditing] = useState(false)
  const { change } = useFolders(productionId)
  const isEmpty = folder.documents === 0 && !folders.some(({ parentId }) => parentId === folder.id)
  return (
    <>
      <Menu
        target={<Button>Folder</Button>}
        items={[
          { label: 'Rename or move', icon: <IconPencil size={16} />, onPress: () => setEditing(true) },
          {
            label: isEmpty ? 'Put away' : 'Put away: not empty yet',
            icon: <IconArchive size={16} />,
            disabled: !isEmpty,
            onPress: () => void change(folder, { archived: true }).then(onGone, toast.problem),
          },
        ]}
      />
      <Dialog open={editing} onClose={() => setEditing(false)} title={folder.name} size="small">
        <EditFolder {...{ productionId, folder, folders }} onClose={() => setEditing(false)} />
      </Dialog>
    </>
  )
}

const draftOf = ({ name, parentId }: Folder) => ({ name, parentId: (parentId ?? 'top') as string })

function EditFolder({
  productionId,
  folder,
  folders,
  onClose,
}: Omit<FolderBarProps, 'onGone'> & { onClose: () => void }) {
  const { change } = useFolders(productionId)
  const inside = new Set(within(folders, folder.id))
  const form = useForm({
    schema: changeFolder.body!,
    initial: draftOf(folder),
    shared: {
      subject: folder.name,
      version: folder.version,
      read: async () => {
        const now = await browser.call(listDocuments, { params: { productionId }, query: { limit: 1 } })
        const theirs = now.folders.find(({ id }) => id === folder.id) ?? folder
        return { draft: draftOf(theirs), version: theirs.version }
      },
      words: {
        name: 'Name',
        parentId: {
          word: 'Lies in',
          say: (id) => folderChoices(folders).find(({ value }) => value === id)?.label ?? '',
        },
      },
    },
    toSend: ({ name, parentId }) => ({
      ...(name !== folder.name && { name }),
      ...(parentId !== (folder.parentId ?? 'top') && { parentId: parentId === 'top' ? null : parentId }),
    }),
    save: async (body, version = folder.version) => {
      if (Object.keys(body).length > 0) await change({ ...folder, version }, body)
      onClose()
    },
  })
  return (
    <Form of={form} action="Save" onCancel={onClose}>
      <TextField label="Name" autoFocus {...form.field('name')} />
      <SelectField
        label="Lies in"
        value={form.draft.parentId}
        choices={folderChoices(folders.filter(({ id }) => !inside.has(id)))}
        onChange={(next) => form.change({ parentId: next ?? 'top' })}
        error={form.errors['parentId']}
      />
    </Form>
  )
}

/** A folder and whatever lies in it: none of these can hold it. */
function within(folders: readonly Folder[], id: string): string[] {
  const rows = inTree(folders)
  const at = rows.findIndex(({ folder }) => folder.id === id)
  const depth = rows[at]?.depth ?? 0
  const end = rows.findIndex((row, index) => index > at && row.depth <= depth)
  return rows.slice(at, end < 0 ? undefined : end).map(({ folder }) => folder.id)
}
