import { useChange } from '../../../client/react.ts'
import { Button } from '../../../ui/Button.tsx'
import { toast } from '../../../ui/toast.tsx'
import { addLate } from '../distribution.contract.ts'
import type { Desk } from '../distribution.contract.ts'
import css from './Distribution.module.css'

/** People who joined after the issue: each can be given this version alone. */
export function DistributionLate({ desk, ids }: { desk: Desk; ids: { productionId: string; callSheetId: string } }) {
  const add = useChange(addLate)
  if (desk.missing.length === 0 || !desk.can.send) return null
  return (
    <section className={css.late} aria-label="Joined since">
      <p>On the sheet as it stands, but without a copy of {desk.version}:</p>
      <div className={css.acts}>
        {desk.missing.map((it) => (
          <Button
            key={it.engagementId}
            size="small"
            busy={add.isPending}
            onClick={() =>
              add.mutate(
                { params: ids, body: { engagementId: it.engagementId }, idempotencyKey: crypto.randomUUID() },
                { onSuccess: () => toast.done(`${it.name} is written to, nobody else`), onError: toast.problem },
              )
            }
          >
            Send to {it.name}, {it.position}
          </Button>
        ))}
      </div>
    </section>
  )
}
