import { useKeys } from './useKeys.ts'

/** Rows a page walks with J and K: mark each with `rowStep` and let it, or a link in it, take focus. */
export const rowStep = { 'data-step': '' } as const

function go(by: 1 | -1) {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-step]')]
  const at = rows.findIndex((row) => row.contains(document.activeElement))
  const next = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.max(0, Math.min(rows.length - 1, at + by))]
  const target = next?.querySelector<HTMLElement>('a, button') ?? next
  target?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}

/** J and K (or the arrows) go to the next and previous row of the page; Enter presses what the row offers. */
export function useRowSteps(): void {
  useKeys({ j: () => go(1), k: () => go(-1), ArrowDown: () => go(1), ArrowUp: () => go(-1) })
}
