import { useChange } from '../../../client/react.ts'
import { Button } from '../../../ui/Button.tsx'
import { MomentText } from '../../../ui/DateText.tsx'
import { Status } from '../../../ui/Status.tsx'
import { toast } from '../../../ui/toast.tsx'
import { testSeal } from '../seal.contract.ts'
import css from './Agreements.module.css'
import { nameIn } from './words.ts'

/** Seals a specimen as papers are sealed now, and shows what a reader of it will find. */
export function SealTest() {
  const test = useChange(testSeal)
  const it = test.data
  return (
    <div className={css.testing}>
      <Button busy={test.isPending} onClick={() => test.mutate({ body: {} }, { onError: toast.problem })}>
        Make a test seal
      </Button>
      {it && (
        <div role="status">
          <p>
            <Status is={it.isWhole ? 'go' : 'stop'}>
              {it.isWhole ? `Sealed by ${nameIn(it.subject)} and whole` : 'The seal does not hold'}
            </Status>
          </p>
          {it.timeStamp && (
            <p>
              <Status is="go">Time stamp of {it.timeStamp.by}</Status>, <MomentText at={it.timeStamp.at} />
            </p>
          )}
          {it.fault !== null && (
            <p>
              <Status is="attention">No time stamp: {it.fault}</Status>
            </p>
          )}
          <a href={`data:application/pdf;base64,${it.pdf}`} download="seal-test.pdf">
            Save the specimen
          </a>
        </div>
      )}
    </div>
  )
}
