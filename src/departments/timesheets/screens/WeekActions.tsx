import { IconMailForward } from '@tabler/icons-react'
import { useChange } from '../../../client/react.ts'
import type { PlainDay } from '../../../kernel/time.ts'
import { Button } from '../../../ui/Button.tsx'
import { toast } from '../../../ui/toast.tsx'
import { plural } from '../../../ui/words.ts'
import { approveHours, askForHours, type TimesheetDay } from '../timesheet.contract.ts'

interface AskThemProps {
  productionId: string
  span: { from: PlainDay; until: PlainDay }
  items: readonly TimesheetDay[]
  today: PlainDay
}

/** Asks everybody who has a day without hours; a day that is still to come has none to ask for. */
export function AskThem({ productionId, span, items, today }: AskThemProps) {
  const ask = useChange(askForHours)
  const missing = items.filter(({ startMinute, onDate }) => startMinute === null && onDate <= today)
  const people = new Set(missing.map(({ engagementId }) => engagementId)).size
  if (people === 0) return null
  return (
    <Button
      icon={<IconMailForward size={16} />}
      busy={ask.isPending}
      onClick={() =>
        ask.mutate(
          { params: { productionId }, body: span, idempotencyKey: crypto.randomUUID() },
          {
            onError: toast.problem,
            onSuccess: (told) =>
              toast.done(
                `${plural(told.people, 'person', 'people')} asked${told.unreachable.length > 0 ? `; no e-mail address: ${told.unreachable.join(', ')}` : ''}`,
              ),
          },
        )
      }
    >
      Ask {plural(people, 'person', 'people')} for their hours
    </Button>
  )
}

type Day = Pick<TimesheetDay, 'engagementId' | 'onDate' | 'version'>

interface ApproveProps {
  productionId: string
  days: readonly TimesheetDay[]
  onDone: () => void
}

/** Approves the chosen days, or all that can be paid; it can be taken back at once. */
export function Approve({ productionId, days, onDone }: ApproveProps) {
  const change = useChange(approveHours)
  const put = (approved: boolean, list: readonly Day[]) =>
    change.mutate(
      {
        params: { productionId },
        body: {
          approved,
          days: list.map(({ engagementId, onDate, version }) => ({ engagementId, onDate, version })),
        },
      },
      {
        onError: toast.problem,
        onSuccess: () => {
          onDone()
          if (!approved) return
          const later = list.map((it) => ({ ...it, version: it.version + 1 }))
          toast.done(`${plural(list.length, 'day')} approved`, { undo: () => put(false, later) })
        },
      },
    )
  if (days.length === 0) return null
  return (
    <Button kind="accent" busy={change.isPending} onClick={() => put(true, days)}>
      Approve {plural(days.length, 'day')}
    </Button>
  )
}
