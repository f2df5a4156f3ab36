import { useEffect, useState, type RefObject, type UIEvent } from 'react'

const OVERSCAN = 300
/** Rows are chosen anew each time so many pixels have passed, not at every one. */
const STEP = 120
const stepAt = (top: number) => Math.floor(top / STEP) * STEP

/** The stretch of a scrolled board that is drawn: what is in sight and some more, however high the board is. */
export function useInSight(board: RefObject<HTMLElement | null>) {
  const [top, setTop] = useState(0)
  const [height, setHeight] = useState(900)
  useEffect(() => {
    const box = board.current
    if (!box) return undefined
    const look = () => {
      setTop(stepAt(box.scrollTop))
      setHeight(box.clientHeight)
    }
    look()
    const watch = new ResizeObserver(look)
    watch.observe(box)
    return () => watch.disconnect()
  }, [board])
  return {
    from: top - OVERSCAN,
    until: top + STEP + height + OVERSCAN,
    onScroll: ({ currentTarget }: UIEvent<HTMLElement>) => setTop(stepAt(currentTarget.scrollTop)),
  }
}
