import { useEffect, useState, type RefObject } from 'react'

/**
 * Whether there is less room than this for something, whatever takes it: a phone, or a panel beside it. For a form of it that
 * would be costly to draw only to be hidden by a style sheet.
 */
export function useIsNarrow(box: RefObject<HTMLElement | null>, below: number): boolean {
  const [isNarrow, setIsNarrow] = useState(() => innerWidth < below)
  useEffect(() => {
    if (box.current === null) return undefined
    const watch = new ResizeObserver(([entry]) => {
      if (entry) setIsNarrow(entry.contentRect.width < below)
    })
    watch.observe(box.current)
    return () => watch.disconnect()
  }, [box, below])
  return isNarrow
}
