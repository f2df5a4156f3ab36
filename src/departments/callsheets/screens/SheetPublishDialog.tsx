import { useState } from 'react'
import { browser, useAsk } from '../../../client/react.ts'
import type { ProductionId } from '../../../kernel/ids.ts'
import { Button } from '../../../ui/Button.tsx'
import { CheckField } from '../../../ui/CheckField.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { ProblemNote } from '../../../ui/Form.tsx'
import { problemOf, type ShownProblem } from '../../../ui/problem.ts'
import { Status } from '../../../ui/Status.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { listed, plural } from '../../../ui/words.ts'
import { getMe } from '../../office/office.contract.ts'
import { publishCallSheet, type CallSheet } from '../sheet.contract.ts'

interface PublishProps {
  productionId: ProductionId
  sheet: CallSheet
  onClose: () => void
  onDone: (sheet: CallSheet) => void
}

const names = (people: { name: string }[]) =>
  listed(
    people.map((each) => each.name),
    6,
  )

/** The last look before it leaves: who is asked, who is told, and why it changed. */
export function SheetPublishDialog({ productionId, sheet, onClose, onDone }: PublishProps) {
  const [key] = useState(() => crypto.randomUUID())
  const [changeNote, setNote] = useState('')
  const [preliminary, setPreliminary] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ShownProblem>()
  const carries = useAsk(getMe).data?.carries
  const { ask, tell, release } = sheet.touched
  const heard = ask.length + tell.length + release.length
  const again = sheet.current !== null && !sheet.current.preliminary
  const publish = async () => {
    setBusy(true)
    try {
      const params = { productionId, callSheetId: sheet.id }
      const note = changeNote.trim() === '' ? {} : { changeNote }
      onDone(
        await browser.call(publishCallSheet, {
          params,
          body: { preliminary, ...note },
          ifMatch: sheet.version,
          idempotencyKey: key,
        }),
      )
    } catch (refusal) {
      setProblem(problemOf(refusal))
      setBusy(false)
    }
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Publish ${sheet.view.revision.word}`}
      about={`Call sheet of ${sheet.view.header.dateText}. It stays as it is now, for good; mail leaves after the undo time.`}
    >
      {ask.length > 0 && (
        <p>
          <b>{plural(ask.length, 'person', 'people')}</b> {ask.length === 1 ? 'is' : 'are'} asked to confirm:{' '}
          {names(ask)}.
        </p>
      )}
      {tell.length > 0 && (
        <p>
          <b>{plural(tell.length, 'person', 'people')}</b> {tell.length === 1 ? 'is' : 'are'} only told: {names(tell)}.
        </p>
      )}
      {release.length > 0 && (
        <p>
          <b>{plural(release.length, 'person', 'people')}</b> {release.length === 1 ? 'learns' : 'learn'} that they are
          not called: {names(release)}.
        </p>
      )}
      {heard === 0 && <p>Nobody is written to: nothing of theirs changed.</p>}
      {again && (
        <TextField
          label="Why it changed"
          hint="Stands above the changes on the sheet and in the message"
          value={changeNote}
          onChange={setNote}
        />
      )}
      {!again && (
        <CheckField
          label="Preliminary"
          hint="Marked PRELIM, asks nobody to confirm, and does not count as a version"
          value={preliminary}
          onChange={setPreliminary}
        />
      )}
      {heard > 0 && carries?.email === false && (
        <p>
          <Status is="attention">
            No mail server is set up: nobody is written to, and each person’s link is passed on by hand.
          </Status>
        </p>
      )}
      {problem && <ProblemNote problem={problem} />}
      <DialogActions>
        <Button kind="accent" busy={busy} onClick={() => void publish()} data-autofocus>
          {heard === 0 ? 'Publish' : `Publish to ${plural(heard, 'person', 'people')}`}
        </Button>
        <Button onClick={onClose}>Not yet</Button>
      </DialogActions>
    </Dialog>
  )
}
