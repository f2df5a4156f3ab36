import { memo } from 'react'
import { classes } from '../../../ui/classes.ts'
import type { BoardLook, StripElement } from '../board.contract.ts'
import type { SheetRow } from '../board.rules.ts'
import type { StripShape } from '../layout.contract.ts'
import { inkOf, sideOf } from '../palette.rules.ts'
import css from './strip.module.css'
import { StripCell } from './StripCell.tsx'

interface StripBodyProps {
  row: SheetRow
  look: Pick<BoardLook, 'intExtCountsAs'>
  shape: StripShape
  cast: readonly StripElement[]
  mini?: boolean
  marks?: string | undefined
}

/** Beside the board a strip is narrow, whatever the board shows. */
const MINI = { upper: ['number', 'intExt', 'set', 'cast', 'pages'], lower: [] } as const satisfies Partial<StripShape>

/** One strip as it is printed: number, place, light, who, how long, in the order its board shows them. */
export const StripBody = memo(function StripBody({ row, look, shape, cast, mini = false, marks }: StripBodyProps) {
  const { scene } = row
  if (!scene) return null
  const { upper, lower } = mini ? MINI : shape
  const dressed = classes(
    css.strip,
    css[inkOf(scene, look)],
    sideOf(scene.intExt, look) === 'ext' && css.ext,
    scene.isOmitted && css.omitted,
    mini && css.mini,
    lower.length > 0 && css.two,
    marks,
  )
  const cell = { row, scene, cast, mini }
  return (
    <div className={dressed}>
      {upper.map((field) => (
        <StripCell key={field} field={field} {...cell} />
      ))}
      {lower.length > 0 && (
        <div className={css.lower}>
          {lower.map((field) => (
            <StripCell key={field} field={field} {...cell} inText />
          ))}
        </div>
      )}
    </div>
  )
})
