import { useState } from 'react'

function read<T>(key: string, otherwise: T): T {
  try {
    const kept = localStorage.getItem(key)
    return kept === null ? otherwise : (JSON.parse(kept) as T)
  } catch {
    return otherwise
  }
}

/** A small preference of this browser: a folded rail, a column's width. What others should see goes into the address. */
export function useKept<T>(key: string, otherwise: T): [T, (next: T) => void] {
  const [value, setValue] = useState(() => read(key, otherwise))
  const keep = (next: T) => {
    setValue(next)
    try {
      localStorage.setItem(key, JSON.stringify(next))
    } catch {
      // A browser that keeps nothing still works; it only forgets.
    }
  }
  return [value, keep]
}
