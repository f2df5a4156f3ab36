import { useState, type PointerEvent } from 'react'
import { ordinal } from '../../../../kernel/revisions.ts'
import { classes } from '../../../../ui/classes.ts'
import type { Bar } from '../../timeline.contract.ts'
import { across, laneTop, lookOf } from './lane.tsx'
import { barWords, type Placed } from './layout.rules.ts'
import css from './BookingBar.module.css'
import lineCss from './line.module.css'
import type { TimelineBoardProps } from './TimelineBoard.tsx'

interface BarProps extends Pick<
  TimelineBoardProps,
  'codeOf' | 'colourOf' | 'chosen' | 'mayEdit' | 'onBar' | 'onExtend'
> {
  placed: Placed<Bar>
  days: number
}

/** A booking on its days; its end can be pulled. */
export function BookingBar({ placed, days, codeOf, colourOf, chosen, mayEdit, onBar, onExtend }: BarProps) {
  const { of: bar, lane } = placed
  const [width, setWidth] = useState<number>()
  const code = codeOf(bar)
  const pull = (event: PointerEvent<HTMLElement>) => {
    event.stopPropagation()
    event.preventDefault()
    const lane = event.currentTarget.closest(`.${lineCss.lane}`)!.getBoundingClientRect()
    const widthAt = (x: number) =>
      Math.min(days - placed.left, Math.max(1, Math.ceil(((x - lane.left) / lane.width) * days) - placed.left))
    const move = (it: globalThis.PointerEvent) => setWidth(widthAt(it.clientX))
    const drop = (it: globalThis.PointerEvent) => {
      removeEventListener('pointermove', move)
      setWidth(undefined)
      const next = widthAt(it.clientX)
      if (next !== placed.width) onExtend(bar, placed.left + next)
    }
    addEventListener('pointermove', move)
    addEventListener('pointerup', drop, { once: true })
  }
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={barWords(bar, code)}
      title={barWords(bar, code)}
      className={classes(
        css.bar,
        lookOf(bar),
        placed.width === 1 && css.slim,
        bar.waits && css.waits,
        bar.outside !== null && css.outside,
        chosen === bar.bookingId && css.chosen,
      )}
      style={{
        ...across({ left: placed.left, width: width ?? placed.width }, days),
        ...colourOf(bar.productionId),
        top: laneTop(lane),
      }}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={() => onBar(bar)}
    >
      {bar.state === 'hold' && <u>{ordinal(bar.rank ?? 1)}</u>}
      <b>{code}</b> {placed.width > 1 && <span className={css.does}>{bar.purpose || bar.title}</span>}
      {mayEdit && bar.productionId !== null && <span className={css.edge} onPointerDown={pull} aria-hidden />}
    </button>
  )
}
