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

/** Ticking one takes it in or out; ticking a range only takes in. */
function ticked(before: ReadonlySet<string>, chosen: string[], range: boolean): ReadonlySet<string> {
  const after = new Set(before)
  for (const key of chosen) {
    if (!range && after.has(key)) after.delete(key)
    else after.add(key)
  }
  return after
}

const focusRow = (table: EventTarget & Element, key: string) =>
  table.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`)?.focus()

const rowOf = (event: KeyboardEvent) =>
  event.target instanceof HTMLElement && event.target.tagName === 'TR' ? event.target.dataset['row'] : undefined

/** Walking and ticking the rows of a table from the keyboard. */
export function useRowKeys({ keys, selected = none, onSelect, onOpen }: RowKeysOptions) {
  const [at, setAt] = useState<string>()
  const anchor = useRef<string>(undefined)
  const allTicked = keys.length > 0 && keys.every((key) => selected.has(key))

  const tick = (key: string, range: boolean) => {
    if (!onSelect) return
    onSelect(ticked(selected, range ? between(keys, anchor.current, key) : [key], range))
    if (!range) anchor.current = key
  }
  const tickAll = () => onSelect?.(allTicked ? none : new Set(keys))

  const press = ({ key, range, tick: wanted }: RowPress) => {
    setAt(key)
    if (wanted && onSelect) tick(key, range)
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
      if (event.shiftKey) tick(to, true)
    } else if (event.key === 'Enter') onOpen(from)
    else if (event.key === ' ') tick(from, event.shiftKey)
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey) && onSelect) tickAll()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const stop = at !== undefined && keys.includes(at) ? at : keys[0]
  return { stop, allTicked, tickAll, onKeyDown, onPress: useCallback((it: RowPress) => latest.current(it), []) }
}
