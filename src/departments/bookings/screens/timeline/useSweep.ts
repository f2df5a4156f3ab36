import { useRef, useState, type PointerEvent } from 'react'

/** A stretch drawn with the pointer on an empty lane of so many columns. */
export function useSweep(columns: number, onDone: (from: number, until: number) => void, on: boolean) {
  const [range, setRange] = useState<{ from: number; until: number }>()
  const anchor = useRef<number>(undefined)
  const columnAt = (event: PointerEvent<HTMLElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    return Math.min(columns - 1, Math.max(0, Math.floor(((event.clientX - left) / width) * columns)))
  }
  const spanTo = (at: number) => ({
    from: Math.min(anchor.current ?? at, at),
    until: Math.max(anchor.current ?? at, at) + 1,
  })
  const handlers = !on
    ? {}
    : {
        onPointerDown: (event: PointerEvent<HTMLElement>) => {
          if (event.button !== 0 || event.pointerType === 'touch') return
          event.currentTarget.setPointerCapture(event.pointerId)
          anchor.current = columnAt(event)
          setRange(spanTo(anchor.current))
        },
        onPointerMove: (event: PointerEvent<HTMLElement>) => {
          if (anchor.current !== undefined) setRange(spanTo(columnAt(event)))
        },
        onPointerUp: (event: PointerEvent<HTMLElement>) => {
          if (anchor.current === undefined) return
          const { from, until } = spanTo(columnAt(event))
          anchor.current = undefined
          setRange(undefined)
          onDone(from, until)
        },
        onPointerCancel: () => {
          anchor.current = undefined
          setRange(undefined)
        },
      }
  return { range, handlers }
}
