import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { browser, refresh } from '../../../client/react.ts'
import { Button, TextButton } from '../../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { FileDrop } from '../../../ui/FileDrop.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useUploads } from '../../../ui/useUploads.ts'
import { plural } from '../../../ui/words.ts'
import { addDocuments, type ClassShown, type Subject } from '../document.contract.ts'
import { type Folder } from '../folder.contract.ts'
import css from './Documents.module.css'
import { SubjectsField, type NamedSubject } from './SubjectsField.tsx'
import { folderChoices } from './tree.rules.ts'

/** As the office takes them in one go. */
const MOST_AT_ONCE = 100

interface AddDialogProps {
  productionId: string
  /** Dropped on the page already. */
  files: readonly File[]
  folderId: string | null
  classes: readonly ClassShown[]
  folders: readonly Folder[]
  onClose: () => void
}

/** Files on their way in, and what they are: folder, class, what they are about. Sending starts at once. */
export function AddDialog({ productionId, files, folderId, classes, folders, onClose }: AddDialogProps) {
  const client = useQueryClient()
  const [arrived, setArrived] = useState<{ fileId: string; name: string }[]>([])
  const [folder, setFolder] = useState<string>(folderId ?? 'top')
  const [classCode, setClass] = useState<string>('unit')
  const [subjects, setSubjects] = useState<NamedSubject[]>([])
  const [saving, setSaving] = useState(false)
  const [key] = useState(() => crypto.randomUUID())
  const { uploads, start, cancel } = useUploads((it) => setArrived((before) => [...before, it]))
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    for (const file of files) start(file)
  }, [files, start])
  const underway = uploads.filter(({ share, problem }) => share < 1 && problem === undefined).length
  const chosen = classes.find(({ code }) => code === classCode)
  const save = async () => {
    setSaving(true)
    try {
      for (let from = 0; from < arrived.length; from += MOST_AT_ONCE)
        await browser.call(addDocuments, {
          params: { productionId },
          body: {
            files: arrived.slice(from, from + MOST_AT_ONCE).map(({ fileId }) => ({ fileId })),
            folderId: folder === 'top' ? null : folder,
            classCode,
            subjects: subjects.map(({ kind, id }): Subject => ({ kind, id })),
          },
          idempotencyKey: `${key} ${from}`,
        })
      await refresh(client, productionId)
      toast.done(`${plural(arrived.length, 'document')} added`)
      onClose()
    } catch (thrown) {
      toast.problem(thrown)
      setSaving(false)
    }
  }
  return (
    <Dialog open onClose={onClose} title="Add files" about="They go on where they stopped when the line comes back.">
      <div className={css.fields}>
        <FileDrop
          label="Any file, up to what the office’s disk holds"
          multiple
          onFiles={(more) => more.forEach(start)}
        />
        {uploads.length > 0 && (
          <ul className={css.queue} aria-label="Files on their way">
            {uploads.map(({ key, name, share, problem }) => (
              <li key={key}>
                <span>{name}</span>
                {problem === undefined ? (
                  <progress value={share} max={1} aria-label={`${name}, sent so far`} />
                ) : (
                  <span>{problem}</span>
                )}
                {share < 1 ? <TextButton onClick={() => cancel(key)}>Cancel</TextButton> : <span>Here</span>}
              </li>
            ))}
          </ul>
        )}
        <SelectField
          label="Folder"
          value={folder}
          choices={folderChoices(folders)}
          onChange={(it) => setFolder(it ?? 'top')}
        />
        <SelectField
          label="Class"
          hint={chosen?.about ?? ''}
          value={classCode}
          choices={classes.filter((it) => it.isReadable).map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(it) => setClass(it ?? 'unit')}
        />
        <SubjectsField productionId={productionId} value={subjects} onChange={setSubjects} />
      </div>
      <DialogActions>
        <Button kind="accent" busy={saving} disabled={arrived.length === 0 || underway > 0} onClick={() => void save()}>
          {underway > 0
            ? `${plural(underway, 'file')} on the way`
            : `Add ${arrived.length === 0 ? 'files' : plural(arrived.length, 'document')}`}
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </DialogActions>
    </Dialog>
  )
}
