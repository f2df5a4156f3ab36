import type { CSSProperties } from 'react'
import type { Bar } from '../../timeline.contract.ts'
import { LANE, MARGIN, type Row } from './layout.rules.ts'
import barCss from './BookingBar.module.css'
import lineCss from './line.module.css'
import type { RowProps } from './TimelineBoard.tsx'

/** Where a stretch stands on a lane of so many columns. */
export const across = ({ left, width }: { left: number; width: number }, columns: number): CSSProperties => ({
  left: `calc(${(left / columns) * 100}% + 2px)`,
  width: `calc(${(width / columns) * 100}% - 4px)`,
})

/** How firm a bar is, as a pattern. */
export const lookOf = ({ state, rank }: Pick<Bar, 'state' | 'rank'>): string | undefined => {
  if (state === 'confirmed') return barCss.confirmed
  if (state === 'planning') return barCss.pencil
  return rank === 1 ? barCss.first : barCss.later
}

export const laneTop = (lane: number): number => MARGIN + lane * LANE

export type LineProps<Kind extends Row['kind']> = Omit<RowProps, 'row'> & {
  row: Extract<Row, { kind: Kind }>
  box: CSSProperties
}

/** What a sweep or the keyboard has marked. */
export const Ghost = ({ of, columns }: { of: { from: number; until: number }; columns: number }) => (
  <span className={lineCss.ghost} style={across({ left: of.from, width: of.until - of.from }, columns)} aria-hidden />
)
