import { useKeys } from '../../../ui/useKeys.ts'
import type { ProposedElement } from '../breakdown.contract.ts'
import type { ElementCategory } from '../element.contract.ts'

interface SheetKeys {
  readonly categories: readonly ElementCategory[]
  readonly focused: ProposedElement | undefined
  /** Words selected on the page. */
  readonly selection: string | undefined
  readonly onStep: (by: 1 | -1) => void
  readonly onScene: (by: 1 | -1) => void
  readonly onAccept: (proposal: ProposedElement, category?: string) => void
  readonly onDismiss: (proposal: ProposedElement) => void
  readonly onTag: (words: string, category: string) => void
  readonly onUndo: () => void
}

/** A sheet without the mouse: J K walk the proposals, Enter and X answer, a letter says the category. */
export function useSheetKeys(keys: SheetKeys, on: boolean): void {
  const { categories, focused, selection, onStep, onScene, onAccept, onDismiss, onTag, onUndo } = keys
  const letters = Object.fromEntries(
    categories.flatMap(({ key, code }) => (key === null ? [] : [[key.toLowerCase(), () => say(code)] as const])),
  )
  const say = (category: string) => {
    if (selection !== undefined) onTag(selection, category)
    else if (focused) onAccept(focused, category)
  }
  useKeys(
    {
      ...letters,
      j: () => onStep(1),
      k: () => onStep(-1),
      Enter: () => focused && onAccept(focused),
      x: () => focused && onDismiss(focused),
      '[': () => onScene(-1),
      ']': () => onScene(1),
      'Ctrl+z': onUndo,
    },
    on,
  )
}
