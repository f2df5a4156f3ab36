import { useState } from 'react'
import { browser } from '../../../client/react.ts'
import type { ProductionId } from '../../../kernel/ids.ts'
import { Button, TextLink } from '../../../ui/Button.tsx'
import { DateText, MomentText } from '../../../ui/DateText.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { ProblemNote } from '../../../ui/Form.tsx'
import { problemOf, type ShownProblem } from '../../../ui/problem.ts'
import { TextField } from '../../../ui/TextField.tsx'
import { findCopy, type FoundCopy } from '../paper.contract.ts'

/** A sheet turned up where it should not be: the code over its pages says whose it was. */
export function SheetCopyDialog({ productionId, onClose }: { productionId: ProductionId; onClose: () => void }) {
  const [code, setCode] = useState('')
  const [found, setFound] = useState<FoundCopy>()
  const [problem, setProblem] = useState<ShownProblem>()
  const look = async () => {
    setFound(undefined)
    setProblem(undefined)
    try {
      setFound(await browser.call(findCopy, { params: { productionId, code } }))
    } catch (refusal) {
      setProblem(problemOf(refusal))
    }
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="Whose copy is this?"
      about="Every personal copy carries a code, printed lightly over its pages behind the name."
    >
      <TextField label="Code" value={code} onChange={setCode} onEnter={() => void look()} autoFocus />
      {problem && <ProblemNote problem={problem} />}
      {found && (
        <Facts
          of={[
            ['Made for', <b key="name">{found.name}</b>],
            [
              'Sheet',
              <TextLink key="sheet" to={`/productions/${productionId}/callsheets/${found.callSheetId}/distribution`}>
                <DateText on={found.onDate} />, {found.word}
              </TextLink>,
            ],
            ['Copy', found.copyText],
            ['Left', found.sentAt === null ? 'not by mail' : <MomentText key="left" at={found.sentAt} />],
          ]}
        />
      )}
      <DialogActions>
        <Button kind="accent" disabled={code.trim().length < 4} onClick={() => void look()}>
          Find
        </Button>
        <Button onClick={onClose}>Close</Button>
      </DialogActions>
    </Dialog>
  )
}
