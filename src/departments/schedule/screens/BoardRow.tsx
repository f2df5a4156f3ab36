import { memo, type MouseEvent, type PointerEvent } from 'react'
import { clockOf } from '../../../kernel/time.ts'
import { classes } from '../../../ui/classes.ts'
import type { BoardLook, StripElement, StripId } from '../board.contract.ts'
import type { SheetRow } from '../board.rules.ts'
import type { StripShape } from '../layout.contract.ts'
import { stripNumber } from '../split.rules.ts'
import { bannerOf } from '../banners.rules.ts'
import { BannerBody } from './BannerBody.tsx'
import css from './row.module.css'
import { StripBody } from './StripBody.tsx'

/** How a row stands right now: told in one word, so that a row is drawn again only when its own word changes. */
export type RowState = 'plain' | 'selected' | 'pending' | 'held'

interface BoardRowProps {
  row: SheetRow
  look: BoardLook
  shape: StripShape
  cast: readonly StripElement[]
  state: RowState
  isCursor: boolean
  /** The strips in the hand would land before this one. */
  isLanding: boolean
  /** The start before the pending move; null when it stays. */
  oldStart: string | null
  mini?: boolean
  onPress: (event: MouseEvent, id: StripId) => void
  onOpen: (id: StripId) => void
  onGrab: (event: PointerEvent, id: StripId) => void
}

export const rowDomId = (id: StripId) => `strip-${id}`

/** What a screen reader says of a strip. */
function spoken({ scene, strip, clock }: SheetRow): string {
  const name = scene
    ? `Scene ${stripNumber(scene.number, strip)}, ${scene.setName}${scene.isOmitted ? ', omitted' : ''}`
    : `${bannerOf(strip.kind)?.label ?? 'Strip'} ${strip.title}`
  return clock ? `${clockOf(clock.from)}, ${name}` : name
}

const marksOf = (state: RowState) =>
  state === 'selected' ? css.selected : state === 'pending' ? css.pendingStrip : state === 'held' ? css.held : undefined

function Row(props: BoardRowProps) {
  const { row, look, shape, cast, state, isCursor, isLanding, oldStart, mini = false, onPress, onOpen, onGrab } = props
  const { strip, scene, clock } = row
  const marks = marksOf(state)
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the list is one stop, hears the keys and names this row (aria-activedescendant)
    <div
      id={rowDomId(strip.id)}
      role="option"
      aria-selected={state === 'selected' || state === 'pending'}
      aria-label={spoken(row)}
      data-strip={strip.id}
      className={classes(
        css.row,
        !scene && css.banner,
        mini && css.miniRow,
        isCursor && css.cursor,
        isLanding && css.landing,
      )}
      onClick={(event) => onPress(event, strip.id)}
      onDoubleClick={() => onOpen(strip.id)}
      onPointerDown={(event) => onGrab(event, strip.id)}
    >
      {!mini && (
        <time
          className={classes(oldStart !== null && css.changed, (clock?.lateBy ?? 0) > 0 && css.late)}
          title={oldStart === null ? undefined : `Was ${oldStart}`}
        >
          {clock ? clockOf(clock.from) : ''}
        </time>
      )}
      {scene ? (
        <StripBody row={row} look={look} shape={shape} cast={cast} mini={mini} marks={marks} />
      ) : (
        <BannerBody row={row} marks={marks} />
      )}
    </div>
  )
}

const sameClock = (a: SheetRow['clock'], b: SheetRow['clock']) =>
  a === b ||
  (a?.from === b?.from && a?.minutes === b?.minutes && a?.until === b?.until && a?.isOverridden === b?.isOverridden)

/** A board of hundreds of strips stays smooth because a row is drawn again only for its own changes. */
export const BoardRow = memo(
  Row,
  (a, b) =>
    a.row.strip === b.row.strip &&
    a.row.scene === b.row.scene &&
    a.row.place === b.row.place &&
    sameClock(a.row.clock, b.row.clock) &&
    a.look === b.look &&
    a.shape === b.shape &&
    a.cast === b.cast &&
    a.state === b.state &&
    a.isCursor === b.isCursor &&
    a.isLanding === b.isLanding &&
    a.oldStart === b.oldStart &&
    a.onPress === b.onPress &&
    a.onOpen === b.onOpen &&
    a.onGrab === b.onGrab,
)
