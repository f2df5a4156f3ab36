import { useChange } from '../../../client/react.ts'
import { TextButton } from '../../../ui/Button.tsx'
import { toast } from '../../../ui/toast.tsx'
import { removeAbsences, type Absence } from '../booking.contract.ts'

interface TakeBackProps {
  productionId: string
  absence: Absence
  /** Whose and which day, for those who do not see the line. */
  label: string
}

/** One day of an absence, or from it on all days that come back every week. */
export function TakeBack({ productionId, absence: { id, seriesId }, label }: TakeBackProps) {
  const remove = useChange(removeAbsences, { onDone: () => toast.done('Taken back') })
  const params = { productionId, availabilityId: id }
  const put = (query: { and?: 'later' }) => remove.mutate({ params, query }, { onError: toast.problem })
  return (
    <>
      <TextButton aria-label={`Take back: ${label}`} onClick={() => put({})}>
        Take back
      </TextButton>
      {seriesId !== null && (
        <>
          {' '}
          <TextButton aria-label={`Take back all from: ${label}`} onClick={() => put({ and: 'later' })}>
            and all later
          </TextButton>
        </>
      )}
    </>
  )
}
