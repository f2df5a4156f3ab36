import { useState, type KeyboardEvent, type RefObject } from 'react'
import { daysOf, type Row } from './layout.rules.ts'
import type { TimelineBoardProps } from './TimelineBoard.tsx'

interface Cursor {
  readonly key: string
  readonly from: number
  readonly until: number
}

const walkable = (row: Row) => row.kind !== 'group'

/** Arrows walk people and days, Shift draws a stretch, Enter opens what is there or holds what is free. */
export function useCursor(
  { rows, window, mayEdit, onBar, onGap, onSweep }: TimelineBoardProps,
  board: RefObject<HTMLDivElement | null>,
) {
  const [cursor, setCursor] = useState<Cursor & { anchor: number; day: number }>()
  const at = rows.findIndex(({ key }) => key === cursor?.key)

  const goTo = (index: number, day: number, anchor: number) => {
    const row = rows[index]
    if (row === undefined) return
    const inside = Math.min(window.days - 1, Math.max(0, day))
    setCursor({
      key: row.key,
      day: inside,
      anchor,
      from: Math.min(inside, anchor),
      until: Math.max(inside, anchor) + 1,
    })
    const box = board.current
    if (!box) return
    const head = 46
    if (row.top < box.scrollTop) box.scrollTop = row.top
    if (row.top + row.height + head > box.scrollTop + box.clientHeight)
      box.scrollTop = row.top + row.height + head - box.clientHeight
  }
  const step = (by: 1 | -1) => {
    let next = at + by
    while (rows[next] !== undefined && !walkable(rows[next] as Row)) next += by
    return next
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== event.currentTarget) return
    const day = cursor?.day ?? 0
    const sideways = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      goTo(at < 0 ? rows.findIndex(walkable) : step(event.key === 'ArrowDown' ? 1 : -1), day, day)
    } else if (sideways !== undefined && at >= 0) {
      event.preventDefault()
      const next = Math.min(window.days - 1, Math.max(0, day + sideways))
      goTo(at, next, event.shiftKey ? (cursor?.anchor ?? day) : next)
    } else if (event.key === 'Enter' && cursor !== undefined) {
      event.preventDefault()
      open(rows[at], cursor)
    }
  }
  const open = (row: Row | undefined, { from, until, day }: Cursor & { day: number }) => {
    if (row?.kind === 'gap') return onGap(row.gap)
    if (row?.kind !== 'person') return
    const there = row.bars.find(({ left, width }) => left <= day && day < left + width)
    if (there !== undefined && until - from === 1) return onBar(there.of)
    if (mayEdit) onSweep(row, daysOf(window).slice(from, until))
  }
  return { cursor, onKeyDown }
}
