import { useLayoutEffect, useRef } from 'react'

type KeyHandlers = Record<string, (event: KeyboardEvent) => void>

/** A tick box takes Space and nothing else: whoever ticked one goes on with the keys of the page. */
const isTick = (target: EventTarget | null, key: string) =>
  target instanceof HTMLInputElement && target.type === 'checkbox' && key !== ' '

const isTyping = (target: EventTarget | null, key: string) =>
  !isTick(target, key) &&
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.closest('[role=combobox]'))

/** `Ctrl+Shift+z`, `Alt+ArrowUp`, `j`: modifiers in this order, letters small. Cmd counts as Ctrl. */
export function keyName(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  const named = event.key.length > 1 || /[a-z]/.test(key)
  return [
    ...(event.ctrlKey || event.metaKey ? ['Ctrl'] : []),
    ...(event.altKey ? ['Alt'] : []),
    ...(event.shiftKey && named ? ['Shift'] : []),
    key === ' ' ? 'Space' : key,
  ].join('+')
}

/**
 * Keys of a page. They rest while somebody types in a field or a dialog is open, so a letter never acts behind a form.
 *
 * @example useKeys({ j: next, k: previous, 'Ctrl+z': undo, 'Alt+ArrowUp': moveUp })
 */
export function useKeys(handlers: KeyHandlers, on = true): void {
  const latest = useRef(handlers)
  // Before the page is painted: a key acts on what is seen.
  useLayoutEffect(() => {
    latest.current = handlers
  })
  useLayoutEffect(() => {
    if (!on) return undefined
    // Asked before anybody acts on the key: the Esc that closes a dialog is over by the time it comes back up to here.
    let spent: KeyboardEvent | null = null
    const notice = (event: KeyboardEvent) => {
      if (document.querySelector('[role=dialog][aria-modal=true]')) spent = event
    }
    const listen = (event: KeyboardEvent) => {
      if (event === spent || event.defaultPrevented || isTyping(event.target, event.key)) return
      const handler = latest.current[keyName(event)]
      if (!handler) return
      event.preventDefault()
      handler(event)
    }
    window.addEventListener('keydown', notice, { capture: true })
    window.addEventListener('keydown', listen)
    return () => {
      window.removeEventListener('keydown', notice, { capture: true })
      window.removeEventListener('keydown', listen)
    }
  }, [on])
}
