import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { browser, refresh } from '../../../client/react.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FileDrop } from '../../../ui/FileDrop.tsx'
import { ProblemNote } from '../../../ui/Form.tsx'
import { problemOf, type ShownProblem } from '../../../ui/problem.ts'
import { toast } from '../../../ui/toast.tsx'
import { plural } from '../../../ui/words.ts'
import type { ColumnMeaning } from '../headers.rules.ts'
import { importContacts, planImport, type ContactFile } from '../import.contract.ts'
import type { ImportPlan } from '../plan.contract.ts'
import type { RowChoices } from './import.choices.rules.ts'
import { ImportPreview } from './ImportPreview.tsx'

const MOST_MEGABYTES = 12

/** Choose a file, see what would happen to every line, correct it, and only then write. */
export const ImportDialog = ({ open, onClose }: { open: boolean; onClose: () => void }) => (
  <Dialog open={open} onClose={onClose} title="Import people and companies" size="full">
    {open && <Import onClose={onClose} />}
  </Dialog>
)

interface Step {
  file: ContactFile
  plan: ImportPlan
}

function Import({ onClose }: { onClose: () => void }) {
  const client = useQueryClient()
  const [step, setStep] = useState<Step>()
  const [problem, setProblem] = useState<ShownProblem>()
  const [busy, setBusy] = useState(false)
  const doing = async (work: () => Promise<void>) => {
    setBusy(true)
    setProblem(undefined)
    await work().catch((thrown: unknown) => setProblem(problemOf(thrown)))
    setBusy(false)
  }
  const look = (file: ContactFile) =>
    doing(async () => setStep({ file, plan: await browser.call(planImport, { body: file }) }))
  const choose = async ([file]: File[]) => {
    if (file === undefined) return
    if (file.size > MOST_MEGABYTES * 1024 * 1024) return setProblem(tooLarge(file.name))
    await look({ fileName: file.name, content: await base64(file), columns: {} })
  }
  const write = (choices: RowChoices) =>
    doing(async () => {
      if (step === undefined) return
      const done = await browser.call(importContacts, {
        body: { ...step.file, choices },
        idempotencyKey: crypto.randomUUID(),
      })
      toast.done(`${plural(done.added, 'record')} added, ${done.completed} completed`, {
        ...(done.left.length > 0 && { detail: `${plural(done.left.length, 'line')} left out.` }),
      })
      onClose()
      await refresh(client, null)
    })
  return (
    <>
      {problem && <ProblemNote problem={problem} />}
      {step === undefined ? (
        <FileDrop
          label="A contact list (.csv) or an address book (.vcf)"
          accept=".csv,.tsv,.txt,.vcf,.vcard"
          onFiles={(files) => void choose(files)}
        />
      ) : (
        <ImportPreview
          key={JSON.stringify(step.file.columns)}
          fileName={step.file.fileName}
          plan={step.plan}
          busy={busy}
          onColumns={(index: number, meaning: ColumnMeaning) =>
            void look({ ...step.file, columns: { ...step.file.columns, [index]: meaning } })
          }
          onImport={(choices) => void write(choices)}
          onBack={() => setStep(undefined)}
        />
      )}
    </>
  )
}

const tooLarge = (name: string): ShownProblem => ({
  type: 'about:blank',
  status: 413,
  title: `${name} is larger than can be taken`,
  detail: `Split it into files of at most ${MOST_MEGABYTES} MB.`,
  errors: [],
  extensions: {},
})

/** By the browser itself, which does not mind large files. */
const base64 = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,?/, ''))
    reader.onerror = () => reject(new TypeError('The file could not be read.'))
    reader.readAsDataURL(file)
  })
