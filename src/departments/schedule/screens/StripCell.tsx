import { durationText } from '../../../kernel/time.ts'
import { classes } from '../../../ui/classes.ts'
import type { StripElement, StripScene } from '../board.contract.ts'
import type { SheetRow } from '../board.rules.ts'
import type { StripField } from '../layout.contract.ts'
import { Pages } from './Pages.tsx'
import css from './strip.module.css'
import { bucketText, intExtWords } from './words.ts'

interface StripCellProps {
  field: StripField
  row: SheetRow
  scene: StripScene
  cast: readonly StripElement[]
  mini: boolean
  /** On the second line, where nothing stands in columns. */
  inText?: boolean
}

const castLabel = (element: StripElement): string => element.boardNumber ?? element.name.slice(0, 2)

/** One field of a strip. */
export function StripCell({ field, row, scene, cast, mini, inText = false }: StripCellProps) {
  const { strip, place, clock } = row
  switch (field) {
    case 'number':
      return (
        <span className={css.number}>
          {scene.number}
          {strip.part !== null && (
            <small>
              {strip.part}/{strip.parts}
            </small>
          )}
        </span>
      )
    case 'intExt':
      return <span className={css.intExt}>{scene.intExt ? intExtWords[scene.intExt] : ''}</span>
    case 'set':
      return (
        <span className={css.set} title={mini ? `${scene.setName}. ${scene.synopsis}` : undefined}>
          {scene.setName}
        </span>
      )
    case 'light':
      return <span className={css.bucket}>{bucketText(scene.bucket, scene.timeOfDay)}</span>
    case 'synopsis':
      return <span className={css.synopsis}>{scene.synopsis}</span>
    case 'scriptDay':
      return <span className={classes(css.small, css.location)}>{scene.scriptDay}</span>
    case 'cast':
      return <Cast scene={scene} cast={cast} inText={inText || mini} />
    case 'pages':
      return <Pages eighths={row.eighths} />
    case 'location':
      return (
        <span className={classes(css.small, css.location)} title={place?.name}>
          {place?.number ?? ''}
        </span>
      )
    case 'estimate':
      return (
        <span
          className={classes(css.small, css.estimate, clock?.isOverridden && css.typed)}
          title={clock?.isOverridden ? 'Typed by a person; the pace does not change it' : undefined}
        >
          {clock ? durationText(clock.minutes) : ''}
        </span>
      )
  }
}

/** In columns, so that a person's day reads straight down; in one run of numbers where there is no room for them. */
function Cast({ scene, cast, inText }: Pick<StripCellProps, 'scene' | 'cast'> & { inText: boolean }) {
  const has = new Set(scene.castIds)
  const ids = cast.filter((element) => has.has(element.id)).map(castLabel)
  return (
    <>
      {!inText && (
        <span className={css.cast} aria-hidden>
          {cast.map((element) => (
            <i key={element.id}>{has.has(element.id) ? castLabel(element) : ''}</i>
          ))}
        </span>
      )}
      <span className={classes(css.castText, inText && css.inText)}>{scene.isOmitted ? 'Omitted' : ids.join(' ')}</span>
    </>
  )
}
