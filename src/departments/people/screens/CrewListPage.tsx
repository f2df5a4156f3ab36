import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { browser, refresh, useAsk } from '../../../client/react.ts'
import { useGo, useParam } from '../../../ui/address.ts'
import { ProblemNote } from '../../../ui/Form.tsx'
import { Page } from '../../../ui/Page.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useDoing } from '../../../ui/useDoing.ts'
import { plural } from '../../../ui/words.ts'
import { getProduction } from '../../productions/production.contract.ts'
import { listElements } from '../../script/element.contract.ts'
import { addEngagements, listEngagements } from '../engagement.contract.ts'
import { importContacts, planImport, type SentFile } from '../import.contract.ts'
import { listDepartments } from '../person.contract.ts'
import type { ImportPlan } from '../plan.contract.ts'
import { CrewListTable } from './CrewListTable.tsx'
import type { RowChoices } from './import.choices.rules.ts'
import { ListIntake } from './ListIntake.tsx'
import { engagementsFrom, type Placement } from './placement.rules.ts'

interface Step {
  file: SentFile
  plan: ImportPlan
}

/** A whole crew list at once: pasted or a file, every line looked at, then all of them on the production. */
export function CrewListPage() {
  const productionId = useParam('productionId')
  const params = { productionId }
  const go = useGo()
  const client = useQueryClient()
  const production = useAsk(getProduction, { params })
  const departments = useAsk(listDepartments).data?.items ?? []
  const elements = useAsk(listElements, { params }).data?.items ?? []
  const there = useAsk(listEngagements, { params }).data?.items ?? []
  const [step, setStep] = useState<Step>()
  const { doing, busy, problem } = useDoing()
  const back = `/productions/${productionId}/crew`
  const look = (file: SentFile) =>
    doing(async () => setStep({ file, plan: await browser.call(planImport, { body: file }) }))
  const write = (choices: RowChoices, placementAt: (line: number) => Placement | undefined) =>
    doing(async () => {
      if (step === undefined) return
      // Doing it again changes nothing: whoever came into the directory is found there, whoever is on the list stays.
      const { people, left } = await browser.call(importContacts, { body: { ...step.file, choices } })
      const items = engagementsFrom(people, placementAt, departments)
      const { added } = await browser.call(addEngagements, { params, body: { items } })
      toast.done(`${plural(added.length, 'person', 'people')} put on the production`, {
        ...(left.length > 0 && { detail: `${plural(left.length, 'line')} left out.` }),
      })
      go(back, { replace: true })
      await refresh(client, null)
    })
  return (
    <Page
      title="Add a crew list"
      of={production.data?.title}
      crumbs={[{ label: 'Crew and bookings', to: back }]}
      width={step ? 'flush' : 'reading'}
    >
      {step === undefined ? (
        <ListIntake
          columns="Name, e-mail, phone, department, position, character"
          busy={busy}
          problem={problem}
          onList={(file) => void look({ ...file, list: 'crew' })}
        />
      ) : (
        <>
          {problem && <ProblemNote problem={problem} />}
          <CrewListTable
            key={JSON.stringify(step.file.columns)}
            fileName={step.file.fileName}
            plan={step.plan}
            departments={departments}
            parts={elements.filter(({ category }) => category === 'cast')}
            there={there}
            busy={busy}
            onColumns={(index, meaning) =>
              void look({ ...step.file, columns: { ...step.file.columns, [index]: meaning } })
            }
            onWrite={(choices, placementAt) => void write(choices, placementAt)}
            onBack={() => setStep(undefined)}
          />
        </>
      )}
    </Page>
  )
}
