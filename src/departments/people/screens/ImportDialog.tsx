import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { browser, refresh } from '../../../client/react.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { ProblemNote } from '../../../ui/Form.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useDoing } from '../../../ui/useDoing.ts'
import { plural } from '../../../ui/words.ts'
import type { ColumnMeaning } from '../headers.rules.ts'
import { importContacts, planImport, type SentFile } from '../import.contract.ts'
import type { ImportPlan } from '../plan.contract.ts'
import type { RowChoices } from './import.choices.rules.ts'
import { ImportPreview } from './ImportPreview.tsx'
import { ListIntake } from './ListIntake.tsx'

/** Paste or choose a list, see what would happen to every line, correct it, and only then write. */
export function ImportDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [step, setStep] = useState<Step>()
  const close = () => {
    setStep(undefined)
    onClose()
  }
  return (
    <Dialog open={open} onClose={close} title="Import people and companies" size={step ? 'full' : 'normal'}>
      {open && <Import step={step} onStep={setStep} onClose={close} />}
    </Dialog>
  )
}

interface Step {
  file: SentFile
  plan: ImportPlan
}

interface ImportProps {
  step: Step | undefined
  onStep: (step: Step | undefined) => void
  onClose: () => void
}

function Import({ step, onStep, onClose }: ImportProps) {
  const client = useQueryClient()
  const { doing, busy, problem } = useDoing()
  const look = (file: SentFile) =>
    doing(async () => onStep({ file, plan: await browser.call(planImport, { body: file }) }))
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
  if (step === undefined)
    return (
      <ListIntake
        columns="Name, e-mail, phone, company, department, position"
        busy={busy}
        problem={problem}
        onList={(file) => void look(file)}
      />
    )
  return (
    <>
      {problem && <ProblemNote problem={problem} />}
      <ImportPreview
        key={JSON.stringify(step.file.columns)}
        fileName={step.file.fileName}
        plan={step.plan}
        busy={busy}
        onColumns={(index: number, meaning: ColumnMeaning) =>
          void look({ ...step.file, columns: { ...step.file.columns, [index]: meaning } })
        }
        onImport={(choices) => void write(choices)}
        onBack={() => onStep(undefined)}
      />
    </>
  )
}
