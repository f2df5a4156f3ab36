import { useState } from 'react'
import { browser } from '../../../client/react.ts'
import type { ProductionId } from '../../../kernel/ids.ts'
import { useGo } from '../../../ui/address.ts'
import { base64Of } from '../../../ui/base64.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { FileDrop } from '../../../ui/FileDrop.tsx'
import { ProblemNote } from '../../../ui/Form.tsx'
import { problemOf } from '../../../ui/problem.ts'
import type { ShownProblem } from '../../../ui/problem.ts'
import { Tabs } from '../../../ui/Tabs.tsx'
import { TextAreaField } from '../../../ui/TextField.tsx'
import { beginImport, MAX_SCRIPT_MB } from '../import.contract.ts'

interface ImportDialogProps {
  productionId: ProductionId
  isFirst: boolean
  onClose: () => void
}

const tooLarge: ShownProblem = {
  type: 'about:blank',
  status: 413,
  title: 'This file is too large for a script',
  detail: `A script has at most ${MAX_SCRIPT_MB} MB. Check that this is the script.`,
  errors: [],
  extensions: {},
}

/** A file or pasted text goes in; what was understood is shown before anything is committed. */
export function ImportDialog({ productionId, isFirst, onClose }: ImportDialogProps) {
  const go = useGo()
  const [way, setWay] = useState<'file' | 'paste'>('file')
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ShownProblem>()
  const read = async (body: { fileName?: string; text?: string; contentBase64?: string }) => {
    setBusy(true)
    setProblem(undefined)
    try {
      const { id } = await browser.call(beginImport, { params: { productionId }, body })
      go(`/productions/${productionId}/script/imports/${id}`)
    } catch (thrown) {
      setProblem(problemOf(thrown))
      setBusy(false)
    }
  }
  const take = async ([file]: File[]) => {
    if (!file) return
    if (file.size > MAX_SCRIPT_MB * 1024 * 1024) setProblem(tooLarge)
    else await read({ fileName: file.name, contentBase64: await base64Of(file) })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={isFirst ? 'Import a script' : 'Import a new draft'}
      about={
        isFirst
          ? 'You see what was understood before anything is committed.'
          : 'Scenes keep their breakdown, their comments and their places on the boards. You see what changes first.'
      }
    >
      <Tabs
        label="Where the script comes from"
        options={[
          { value: 'file', label: 'File' },
          { value: 'paste', label: 'Paste' },
        ]}
        value={way}
        onChange={setWay}
      />
      <div style={{ padding: '12px 0' }}>
        {way === 'file' ? (
          <FileDrop
            label="Fountain (.fountain, .txt) or Final Draft (.fdx). Scripts in PDF cannot be read yet: export them as one of these."
            accept=".fountain,.txt,.spmd,.fdx,.xml"
            onFiles={(files) => void take(files)}
          />
        ) : (
          <TextAreaField
            label="Script text"
            hint="Fountain, or the XML of a Final Draft file."
            rows={10}
            value={text}
            onChange={setText}
          />
        )}
      </div>
      {problem && <ProblemNote problem={problem} />}
      <DialogActions>
        {way === 'paste' && (
          <Button kind="accent" busy={busy} disabled={text.trim() === ''} onClick={() => void read({ text })}>
            Read it
          </Button>
        )}
        {way === 'file' && busy && <span role="status">Reading …</span>}
        <Button onClick={onClose}>Cancel</Button>
      </DialogActions>
    </Dialog>
  )
}
