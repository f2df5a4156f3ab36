import { memo } from 'react'
import { formatLength } from '../../../ui/dates.ts'
import { classes } from '../../../ui/classes.ts'
import type { BoardLook, StripElement } from '../board.contract.ts'
import type { SheetRow } from '../board.rules.ts'
import { inkOf, sideOf } from '../palette.rules.ts'
import css from './strip.module.css'
import { Pages } from './Pages.tsx'
import { bucketText, intExtWords } from './words.ts'

interface StripBodyProps {
  row: SheetRow
  look: BoardLook
  cast: readonly StripElement[]
  mini?: boolean
  marks?: string | undefined
}

const castLabel = (element: StripElement): string => element.boardNumber ?? element.name.slice(0, 2)

/** One strip as it is printed: number, place, light, who, how long. */
export const StripBody = memo(function StripBody({ row, look, cast, mini = false, marks }: StripBodyProps) {
  const { scene, strip, place } = row
  if (!scene) return null
  const has = new Set(scene.castIds)
  const ids = cast.filter((element) => has.has(element.id)).map(castLabel)
  const shown = (column: BoardLook['columns'][number]) => look.columns.includes(column)
  const look_ = classes(
    css.strip,
    css[inkOf(scene, look)],
    sideOf(scene.intExt, look) === 'ext' && css.ext,
    scene.isOmitted && css.omitted,
    mini && css.mini,
    marks,
  )
  return (
    <div className={look_}>
      <span className={css.number}>
        {scene.number}
        {strip.part !== null && (
          <small>
            {strip.part}/{strip.parts}
          </small>
        )}
      </span>
      <span className={css.intExt}>{scene.intExt ? intExtWords[scene.intExt] : ''}</span>
      <span className={css.set} title={mini ? `${scene.setName}. ${scene.synopsis}` : undefined}>
        {scene.setName}
      </span>
      {!mini && <span className={css.bucket}>{bucketText(scene.bucket, scene.timeOfDay)}</span>}
      {!mini && <span className={css.synopsis}>{shown('synopsis') ? scene.synopsis : ''}</span>}
      {!mini && <span className={classes(css.small, css.location)}>{shown('scriptDay') ? scene.scriptDay : ''}</span>}
      {!mini && (
        <span className={css.cast} aria-hidden>
          {cast.map((element) => (
            <i key={element.id}>{has.has(element.id) ? castLabel(element) : ''}</i>
          ))}
        </span>
      )}
      <span className={css.castText}>{scene.isOmitted ? 'Omitted' : ids.join(' ')}</span>
      <Pages eighths={row.eighths} />
      {!mini && (
        <span className={classes(css.small, css.location)} title={place?.name}>
          {shown('location') ? (place?.number ?? '') : ''}
        </span>
      )}
      {!mini && (
        <span
          className={classes(css.small, css.estimate, row.clock?.isOverridden && css.typed)}
          title={row.clock?.isOverridden ? 'Typed by a person; the pace does not change it' : undefined}
        >
          {shown('estimate') && row.clock ? formatLength(row.clock.minutes) : ''}
        </span>
      )}
    </div>
  )
})
