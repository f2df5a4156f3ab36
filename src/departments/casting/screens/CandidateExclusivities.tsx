import { useAsk, useChange } from '../../../client/react.ts'
import { Loaded } from '../../../ui/Loaded.tsx'
import type { Candidate } from '../candidate.contract.ts'
import { addExclusivity, listExclusivities } from '../exclusivity.contract.ts'
import { ExclusivityList } from './ExclusivityList.tsx'

interface CandidateExclusivitiesProps {
  productionId: string
  candidate: Candidate
  can: { edit: boolean }
}

/** What binds somebody who is put forward; it is kept on the person, so the next production knows it too. */
export function CandidateExclusivities({ productionId, candidate: it, can }: CandidateExclusivitiesProps) {
  const params = { productionId, candidateId: it.id }
  const asked = useAsk(listExclusivities, { params })
  const add = useChange(addExclusivity)
  return (
    <Loaded of={asked}>
      {({ items }) => (
        <ExclusivityList
          name={it.name}
          items={items}
          {...(can.edit && {
            onAdd: (body) => add.mutateAsync({ params, body, idempotencyKey: crypto.randomUUID() }),
          })}
        />
      )}
    </Loaded>
  )
}
