import { useEffect, useRef } from 'react'

/** Calls when the marked element comes within a screen of view: the next page of a list that is paged by key. */
export function useEndReached(onEnd: (() => void) | undefined) {
  const mark = useRef<HTMLDivElement>(null)
  const latest = useRef(onEnd)
  const wanted = onEnd !== undefined
  useEffect(() => {
    latest.current = onEnd
  })
  useEffect(() => {
    const element = mark.current
    if (!element) return undefined
    const watcher = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) latest.current?.()
      },
      { rootMargin: '600px' },
    )
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [wanted])
  return mark
}
