import { IconLock } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { browser, refresh, useAsk } from '../../../client/react.ts'
import { bodyOf } from '../../../ui/bodyOf.ts'
import { Button, TextButton } from '../../../ui/Button.tsx'
import { MomentText } from '../../../ui/DateText.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Form } from '../../../ui/Form.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Section } from '../../../ui/Section.tsx'
import { MultiSelectField } from '../../../ui/SelectField.tsx'
import { TextAreaField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useForm } from '../../../ui/useForm.ts'
import {
  addPrivateNote,
  changePrivateNote,
  listPrivateNotes,
  removePrivateNote,
  type PrivateNote,
} from '../privateNote.contract.ts'
import css from './PrivateNotes.module.css'

type About = { personId: string } | { companyId: string }

export const PersonNotes = ({ recordId }: { recordId: string }) => <PrivateNotes about={{ personId: recordId }} />
export const CompanyNotes = ({ recordId }: { recordId: string }) => <PrivateNotes about={{ companyId: recordId }} />

/** Notes only their author and the named readers see, about whoever the page is of. */
function PrivateNotes({ about }: { about: About }) {
  const client = useQueryClient()
  const asked = useAsk(listPrivateNotes, { query: about })
  const [editing, setEditing] = useState<PrivateNote | 'new'>()
  const remove = async ({ id, words, readers }: PrivateNote) => {
    await browser.call(removePrivateNote, { params: { privateNoteId: id } })
    await refresh(client, null)
    const body = { ...about, words, readers: readers.map(({ userId }) => userId) }
    toast.done('The note is removed', {
      undo: async () => {
        await browser.call(addPrivateNote, { body, idempotencyKey: crypto.randomUUID() })
        await refresh(client, null)
      },
    })
  }
  return (
    <Section title="Private notes" right={<Button onClick={() => setEditing('new')}>Write a note</Button>}>
      <Loaded of={asked}>
        {({ items, colleagues }) => (
          <>
            {items.length === 0 && (
              <EmptyState small title="No notes you may read" icon={<IconLock size={20} stroke={1.5} />}>
                What you write here is read by you and by those you name, and by nobody else: no role opens it.
              </EmptyState>
            )}
            <ul className={css.notes}>
              {items.map((note) => (
                <li key={note.id}>
                  <p>{note.words}</p>
                  <small>
                    {note.isMine ? 'You' : note.by}, <MomentText at={note.at} />.{' '}
                    {note.readers.length === 0
                      ? 'Nobody else reads this.'
                      : `Also read by ${note.readers.map(({ name }) => name).join(', ')}.`}
                  </small>
                  {note.isMine && (
                    <span>
                      <TextButton onClick={() => setEditing(note)}>Change</TextButton>
                      <TextButton onClick={() => void remove(note).catch(toast.problem)}>Remove</TextButton>
                    </span>
                  )}
                </li>
              ))}
            </ul>
            {editing !== undefined && (
              <NoteDialog
                about={about}
                note={editing === 'new' ? null : editing}
                colleagues={colleagues}
                onClose={() => setEditing(undefined)}
              />
            )}
          </>
        )}
      </Loaded>
    </Section>
  )
}

interface NoteDialogProps {
  about: About
  note: PrivateNote | null
  colleagues: PrivateNote['readers']
  onClose: () => void
}

function NoteDialog({ about, note, colleagues, onClose }: NoteDialogProps) {
  const client = useQueryClient()
  const [key] = useState(() => crypto.randomUUID())
  const form = useForm({
    schema: bodyOf(addPrivateNote),
    initial: { words: note?.words ?? '', readers: (note?.readers ?? []).map(({ userId }) => userId as string) },
    toSend: (draft) => ({ ...about, ...draft }),
    save: async ({ words, readers }) => {
      await (note === null
        ? browser.call(addPrivateNote, { body: { ...about, words, readers }, idempotencyKey: key })
        : browser.call(changePrivateNote, {
            params: { privateNoteId: note.id },
            ifMatch: note.version,
            body: { words, readers },
          }))
      onClose()
      await refresh(client, null)
    },
  })
  const { field } = form
  return (
    <Dialog open onClose={onClose} title={note === null ? 'Private note' : 'Change the note'}>
      <Form of={form} action="Save" onCancel={onClose}>
        <TextAreaField label="Note" required {...field('words')} />
        <MultiSelectField
          label="Who reads it beside you"
          choices={colleagues.map(({ userId, name }) => ({ value: userId as string, label: name }))}
          {...field('readers')}
        />
      </Form>
    </Dialog>
  )
}
