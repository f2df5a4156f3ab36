import { useState, type ReactNode } from 'react'
import { ConflictDialog, type ConflictField } from './ConflictDialog.tsx'
import { overTheirs } from './overTheirs.ts'
import { toast } from './toast.tsx'

interface OverTheirs<Mine, Seen, Theirs, Sent> {
  read: () => Promise<Theirs>
  /** Whether the other left alone what this person changes. */
  isUntouched: (theirs: Theirs, seen: Seen, mine: Mine) => boolean
  send: (mine: Mine, version: number) => Promise<Sent>
  /** Saved, at once or over theirs: says so, and offers the way back. */
  done: (mine: Mine, seen: Seen, sent: Sent) => void
  subject: (mine: Mine) => string
  fields: (mine: Mine, theirs: Theirs) => readonly ConflictField[]
  /** Where a form stands open: typed on in after `Keep editing`, closed after `Take theirs`. */
  form?: { onClose: () => void }
}

interface Decided<Mine, Seen> {
  put: (mine: Mine, seen: Seen) => Promise<void>
  /** Stands in the page, and shows both sides while nobody has chosen. */
  bothSides: ReactNode
}

/** `overTheirs` with the question it may end in: one decision on a part of a record that others change too. */
export function useOverTheirs<Mine, Seen extends { version: number }, Theirs extends Seen, Sent>(
  of: OverTheirs<Mine, Seen, Theirs, Sent>,
): Decided<Mine, Seen> {
  const [met, setMet] = useState<{ mine: Mine; theirs: Theirs }>()
  const close = () => setMet(undefined)
  const put = async (mine: Mine, seen: Seen) => {
    const sent: Sent[] = []
    const theirs = await overTheirs({
      seen,
      read: of.read,
      isUntouched: (it) => of.isUntouched(it, seen, mine),
      send: async (version) => sent.push(await of.send(mine, version)),
    })
    setMet(theirs && { mine, theirs })
    for (const it of sent) of.done(mine, seen, it)
  }
  const bothSides = met && (
    <ConflictDialog
      open
      isOnePress={of.form === undefined}
      subject={of.subject(met.mine)}
      fields={of.fields(met.mine, met.theirs)}
      onKeepMine={() => {
        close()
        put(met.mine, met.theirs).catch(toast.problem)
      }}
      onTakeTheirs={of.form?.onClose ?? close}
      onClose={close}
    />
  )
  return { put, bothSides }
}
