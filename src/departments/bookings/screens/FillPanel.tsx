import { useState } from 'react'
import { daysBetween, mondayOf, type PlainDay } from '../../../kernel/time.ts'
import { useGo } from '../../../ui/address.ts'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { plural } from '../../../ui/words.ts'
import type { Need } from '../needs.contract.ts'
import { AskDialog, type Asking } from './ask/AskDialog.tsx'
import type { GridDay } from './crewGrid.rules.ts'
import { daysToFill } from './needs.draft.rules.ts'
import { GapPanel } from './timeline/GapPanel.tsx'
import { HoldDialog, type Wanted } from './timeline/HoldDialog.tsx'
import { useTimeline } from './timeline/useTimeline.ts'

interface FillPanelProps {
  productionId: string
  need: Need
  days: readonly GridDay[]
  onClose: () => void
}

const none: ReadonlySet<string> = new Set()
/** As many days as a timeline shows at once. */
const WEEKS = 8

/** Finds somebody for a position where it is named: the same panel as on the timeline, for the days that are open. */
export function FillPanel({ need, days, ...props }: FillPanelProps) {
  const open = daysToFill(need, days)
  if (open[0] !== undefined) return <Filling {...props} need={need} open={open} first={open[0]} />
  return (
    <Panel title={need.title} about="No days yet" onClose={props.onClose}>
      <p>
        Nobody can be asked before there are days. Give the production a first and a last day, build its board, or name
        the days of this position.
      </p>
    </Panel>
  )
}

interface FillingProps extends Omit<FillPanelProps, 'days'> {
  open: readonly PlainDay[]
  first: PlainDay
}

function Filling({ productionId, need, open, first, onClose }: FillingProps) {
  const go = useGo()
  const from = mondayOf(first)
  const { asked, timeline, codeOf } = useTimeline({ from, days: WEEKS * 7 }, none)
  const [asking, setAsking] = useState<Asking>()
  const [wanted, setWanted] = useState<Wanted>()
  const dates = open.filter((day) => daysBetween(from, day) < WEEKS * 7)
  const production = timeline?.productions.find(({ id }) => id === productionId)
  if (timeline === undefined || production === undefined)
    return (
      <Panel title={need.title} about={plural(dates.length, 'day')} onClose={onClose}>
        <Loaded of={asked}>{() => null}</Loaded>
      </Panel>
    )
  const at = (query: string) => go(`/bookings?from=${from}&${query}`)
  return (
    <>
      <GapPanel
        gap={{
          needId: need.id,
          productionId: production.id,
          departmentId: need.departmentId,
          title: need.title,
          dates,
        }}
        timeline={timeline}
        onHold={setWanted}
        onAsk={setAsking}
        onOpenAsk={({ id }) => at(`ask=${productionId}.${id}`)}
        onClose={onClose}
      />
      {asking && (
        <AskDialog
          asking={asking}
          onClose={() => setAsking(undefined)}
          onDone={({ id }) => at(`ask=${productionId}.${id}`)}
        />
      )}
      {wanted && (
        <HoldDialog
          wanted={wanted}
          bars={timeline.bars.filter(({ resourceId }) => resourceId === wanted.resource.id)}
          away={timeline.away.filter(({ resourceId }) => resourceId === wanted.resource.id)}
          productions={[production]}
          codeOf={codeOf}
          onClose={() => setWanted(undefined)}
          onDone={(id) => at(`booking=${id}`)}
        />
      )}
    </>
  )
}
