import { useCallback, useRef, useState, type KeyboardEvent } from 'react'
import type { RowPress } from './TableRow.tsx'
import { between, step } from './table.rules.ts'

interface RowKeysOptions {
  keys: string[]
  selected: ReadonlySet<string> | undefined
  onSelect: ((selected: ReadonlySet<string>) => void) | undefined
  onOpen: (key: string) => void
}

const none: ReadonlySet<string> = new Set()

const taken = (before: ReadonlySet<string>, key: string): ReadonlySet<string> =>
  before.has(key) ? before.difference(new Set([key])) : new Set([...before, key])

const focusRow = (table: EventTarget & Element, key: string) =>
  table.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`)?.focus()

const rowOf = (event: KeyboardEvent) =>
  event.target instanceof HTMLElement && event.target.tagName === 'TR' ? event.target.dataset['row'] : undefined

/** Walking and ticking the rows of a table from the keyboard. */
export function useRowKeys({ keys, selected = none, onSelect, onOpen }: RowKeysOptions) {
  const [at, setAt] = useState<string>()
  const anchor = useRef<string>(undefined)
  const allTicked = keys.length > 0 && keys.every((key) => selected.has(key))

  /** One is taken in or out, and a range begins at it. */
  const tick = (key: string) => {
    onSelect?.(taken(selected, key))
    anchor.current = key
  }
  /** A range is only ever taken in. */
  const tickUpTo = (key: string) => onSelect?.(new Set([...selected, ...between(keys, anchor.current, key)]))
  const ticking = (range: boolean) => (range ? tickUpTo : tick)
  const tickAll = () => onSelect?.(allTicked ? none : new Set(keys))

  const press = ({ key, range, tick: wanted }: RowPress) => {
    setAt(key)
    if (wanted && onSelect) ticking(range)(key)
    else onOpen(key)
  }
  const latest = useRef(press)
  latest.current = press

  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const from = rowOf(event)
    if (from === undefined) return
    const to = event.ctrlKey || event.metaKey || event.altKey ? undefined : step(keys, from, event.key)
    if (to !== undefined) {
      setAt(to)
      focusRow(event.currentTarget, to)
      if (event.shiftKey) tickUpTo(to)
    } else if (event.key === 'Enter') onOpen(from)
    else if (event.key === ' ') ticking(event.shiftKey)(from)
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey) && onSelect) tickAll()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const stop = at !== undefined && keys.includes(at) ? at : keys[0]
  return { stop, allTicked, tickAll, onKeyDown, onPress: useCallback((it: RowPress) => latest.current(it), []) }
}
