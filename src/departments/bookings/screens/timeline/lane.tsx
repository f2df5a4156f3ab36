import type { CSSProperties } from 'react'
import type { Row } from './layout.rules.ts'
import css from './Timeline.module.css'
import type { RowProps } from './TimelineBoard.tsx'

/** Where a stretch stands on a lane of so many columns. */
export const across = ({ left, width }: { left: number; width: number }, columns: number): CSSProperties => ({
  left: `calc(${(left / columns) * 100}% + 2px)`,
  width: `calc(${(width / columns) * 100}% - 4px)`,
})

export type LineProps<Kind extends Row['kind']> = Omit<RowProps, 'row'> & {
  row: Extract<Row, { kind: Kind }>
  box: CSSProperties
}

/** What a sweep or the keyboard has marked. */
export const Ghost = ({ of, columns }: { of: { from: number; until: number }; columns: number }) => (
  <span className={css.ghost} style={across({ left: of.from, width: of.until - of.from }, columns)} aria-hidden />
)
