import { useCallback, useEffect, useRef, useState, type PointerEvent as ReactPointerEvent } from 'react'
import type { Move } from '../arrange.rules.ts'
import type { ShootDayId, StripId } from '../board.contract.ts'

/** Where the strips in the hand would land. */
interface DropSpot {
  readonly dayId: ShootDayId | null
  readonly before: StripId | null
}

export interface StripDrag {
  readonly stripIds: readonly StripId[]
  readonly spot: DropSpot | undefined
  /** Follows the pointer without a render for each of its steps. */
  readonly ghost: (element: HTMLElement | null) => void
}

interface Options {
  /** What is taken along when this strip is grabbed: the selection, or it alone. */
  readonly takes: (id: StripId) => readonly StripId[]
  readonly onDrop: (move: Move) => void
  readonly enabled: boolean
}

/** Pixels the pointer moves before a press becomes a drag, and how near the edge the board begins to scroll. */
const THRESHOLD_PIXELS = 4
const EDGE_PIXELS = 48

/** The lane and strip under the pointer; above the middle of a strip means before it. */
function spotAt(x: number, y: number): DropSpot | undefined {
  const under = document.elementFromPoint(x, y)
  const lane = under?.closest<HTMLElement>('[data-lane]')
  if (!lane) return undefined
  const dayId = lane.dataset['lane'] === 'boneyard' ? null : (lane.dataset['lane'] as ShootDayId)
  const rows = [...lane.querySelectorAll<HTMLElement>('[data-strip]')]
  const next = rows.find((row) => {
    const box = row.getBoundingClientRect()
    return y < box.top + box.height / 2
  })
  return { dayId, before: (next?.dataset['strip'] as StripId | undefined) ?? null }
}

/** Dragging strips with a pointer. The keyboard has the same moves (Space, arrows); a finger scrolls instead. */
export function useStripDrag({ takes, onDrop, enabled }: Options) {
  const [drag, setDrag] = useState<Omit<StripDrag, 'ghost'>>()
  const ghost = useRef<HTMLElement | null>(null)
  const latest = useRef({ takes, onDrop })
  useEffect(() => {
    latest.current = { takes, onDrop }
  })

  const grab = useCallback(
    (event: ReactPointerEvent, id: StripId) => {
      if (!enabled || event.button !== 0 || event.pointerType === 'touch') return
      const [startX, startY] = [event.clientX, event.clientY]
      const scroller = (event.currentTarget as HTMLElement).closest<HTMLElement>('[data-board]')
      let stripIds: readonly StripId[] | undefined
      let spot: DropSpot | undefined

      const move = (next: PointerEvent) => {
        if (!stripIds && Math.hypot(next.clientX - startX, next.clientY - startY) < THRESHOLD_PIXELS) return
        if (!stripIds) {
          stripIds = latest.current.takes(id)
          document.body.style.cursor = 'grabbing'
        }
        if (ghost.current) ghost.current.style.transform = `translate(${next.clientX + 12}px, ${next.clientY + 10}px)`
        scrollNear(scroller, next.clientY)
        const now = spotAt(next.clientX, next.clientY)
        if (now?.dayId !== spot?.dayId || now?.before !== spot?.before || !spot) {
          spot = now
          setDrag({ stripIds, spot })
        }
      }
      const end = () => {
        window.removeEventListener('pointermove', move)
        window.removeEventListener('pointerup', drop)
        window.removeEventListener('pointercancel', end)
        window.removeEventListener('keydown', escape, true)
        document.body.style.cursor = ''
        setDrag(undefined)
      }
      const drop = () => {
        if (stripIds && spot) latest.current.onDrop({ stripIds, dayId: spot.dayId, before: spot.before })
        if (stripIds) swallowClick()
        end()
      }
      const escape = (key: KeyboardEvent) => {
        if (key.key !== 'Escape') return
        key.stopPropagation()
        end()
      }
      window.addEventListener('pointermove', move)
      window.addEventListener('pointerup', drop)
      // The system may take the pointer away, for a gesture of its own: that is no drop.
      window.addEventListener('pointercancel', end)
      window.addEventListener('keydown', escape, true)
    },
    [enabled],
  )
  const setGhost = useCallback((element: HTMLElement | null) => {
    ghost.current = element
  }, [])
  return { grab, drag: drag && { ...drag, ghost: setGhost } }
}

function scrollNear(scroller: HTMLElement | null, y: number): void {
  if (!scroller) return
  const box = scroller.getBoundingClientRect()
  if (y < box.top + EDGE_PIXELS) scroller.scrollTop -= 12
  else if (y > box.bottom - EDGE_PIXELS) scroller.scrollTop += 12
}

/** The click that ends a drag is no click. */
function swallowClick(): void {
  const swallow = (event: MouseEvent) => event.stopPropagation()
  window.addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => window.removeEventListener('click', swallow, true), 0)
}
