import { useAsk, useChange } from '../../../client/react.ts'
import { Loaded } from '../../../ui/Loaded.tsx'
import { toast } from '../../../ui/toast.tsx'
import { addToPerson, exclusivitiesOfPerson, withdrawExclusivity } from '../exclusivity.contract.ts'
import { ExclusivityList } from './ExclusivityList.tsx'

/** On the record of a person: for whom they may not work, from every production and from what agents said. */
export function ExclusivityPart({ recordId }: { recordId: string }) {
  const params = { personId: recordId }
  const asked = useAsk(exclusivitiesOfPerson, { params })
  const add = useChange(addToPerson)
  const takeOut = useChange(withdrawExclusivity)
  return (
    <Loaded of={asked}>
      {({ items, can }) => (
        <ExclusivityList
          name="This person"
          items={items}
          {...(can.edit && {
            onAdd: (body) => add.mutateAsync({ params, body, idempotencyKey: crypto.randomUUID() }),
            onTakeOut: ({ id, isOurs: _, ...body }) =>
              takeOut.mutate(
                { params: { ...params, exclusivityId: id } },
                {
                  onError: toast.problem,
                  onSuccess: () =>
                    toast.done('It does not stand any more', {
                      undo: () => add.mutate({ params, body }, { onError: toast.problem }),
                    }),
                },
              ),
          })}
        />
      )}
    </Loaded>
  )
}
