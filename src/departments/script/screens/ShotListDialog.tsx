import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { browser, refresh } from '../../../client/react.ts'
import type { ResponseOf } from '../../../kernel/route.ts'
import type { ProductionId } from '../../../kernel/ids.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { FileDrop } from '../../../ui/FileDrop.tsx'
import { ProblemNote } from '../../../ui/Form.tsx'
import { problemOf } from '../../../ui/problem.ts'
import type { ShownProblem } from '../../../ui/problem.ts'
import { Status } from '../../../ui/Status.tsx'
import { Table } from '../../../ui/Table.tsx'
import type { Column } from '../../../ui/Table.tsx'
import { TextAreaField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { plural } from '../../../ui/words.ts'
import { addScenes, readShotList } from '../scene.contract.ts'
import type { ShotRow } from '../scene.contract.ts'

type ReadList = ResponseOf<typeof readShotList>

const columns: Column<ShotRow>[] = [
  { key: 'line', head: 'Line', of: ({ line }) => line, quiet: true, width: 50 },
  { key: 'number', head: 'No.', of: ({ scene }) => scene?.number ?? '', width: 60 },
  { key: 'heading', head: 'Heading', of: ({ scene }) => scene?.heading ?? '' },
  { key: 'synopsis', head: 'What', of: ({ scene }) => scene?.synopsis ?? '', quiet: true },
  { key: 'minutes', head: 'Min', of: ({ scene }) => scene?.minutes ?? '', align: 'end', width: 60 },
  {
    key: 'problems',
    head: 'Read',
    of: ({ problems, scene }) =>
      problems.length === 0 ? (
        <Status is="go">understood</Status>
      ) : (
        <Status is={scene ? 'attention' : 'stop'}>{problems.join(' ')}</Status>
      ),
  },
]

/** Frames, interviews or segments from a spreadsheet, as good a start as a script. */
export function ShotListDialog({ productionId, onClose }: { productionId: ProductionId; onClose: () => void }) {
  const client = useQueryClient()
  const [text, setText] = useState('')
  const [read, setRead] = useState<ReadList>()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ShownProblem>()
  const scenes = read?.rows.flatMap(({ scene }) => (scene ? [scene] : [])) ?? []
  const doing = async (work: () => Promise<unknown>) => {
    setBusy(true)
    setProblem(undefined)
    try {
      await work()
    } catch (thrown) {
      setProblem(problemOf(thrown))
    } finally {
      setBusy(false)
    }
  }
  const look = (list: string) =>
    doing(async () => setRead(await browser.call(readShotList, { params: { productionId }, body: { text: list } })))
  const add = () =>
    doing(async () => {
      await browser.call(addScenes, { params: { productionId }, body: { scenes } })
      toast.done(`${plural(scenes.length, 'entry', 'entries')} added`)
      onClose()
      await refresh(client, productionId)
    })
  return (
    <Dialog
      open
      onClose={onClose}
      size="wide"
      title="Shot list or run of show"
      about="Paste rows from a spreadsheet with their headers (number, set, int/ext, time of day, description, minutes), or one entry a line."
    >
      {read === undefined ? (
        <>
          <TextAreaField
            label="Rows"
            hideLabel
            rows={8}
            placeholder={'Frame\tSet\tDescription\tMinutes\n1\tHarbour\tThe crane wakes\t45'}
            value={text}
            onChange={setText}
          />
          <div style={{ padding: '10px 0' }}>
            <FileDrop
              label="Or a CSV file"
              accept=".csv,.tsv,.txt"
              onFiles={([file]) => void file?.text().then(look)}
            />
          </div>
        </>
      ) : (
        <div style={{ maxHeight: '50vh', overflow: 'auto' }}>
          <Table
            label="Rows as they were read"
            rows={read.rows}
            columns={columns}
            keyOf={({ line }) => String(line)}
            empty="There is nothing in it."
          />
        </div>
      )}
      {problem && <ProblemNote problem={problem} />}
      <DialogActions>
        {read === undefined ? (
          <Button kind="accent" busy={busy} disabled={text.trim() === ''} onClick={() => void look(text)}>
            Read it
          </Button>
        ) : (
          <>
            <Button kind="accent" busy={busy} disabled={scenes.length === 0} onClick={() => void add()}>
              Add {plural(scenes.length, 'entry', 'entries')}
            </Button>
            <Button onClick={() => setRead(undefined)}>Change the rows</Button>
          </>
        )}
        <Button onClick={onClose}>Cancel</Button>
      </DialogActions>
    </Dialog>
  )
}
