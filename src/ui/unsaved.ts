import { createContext, use, useEffect, useId } from 'react'

/** Notes that a form of this name holds something that is not saved, until the returned function is called. */
export type Unsaved = (form: string) => () => void

/** Given by a dialog to what stands in it. */
export const UnsavedIn = createContext<Unsaved | undefined>(undefined)

/** Tells the dialog around whether something typed in it is not saved; it then asks before Esc or a click closes it. */
export function useUnsaved(isUnsaved: boolean): void {
  const tell = use(UnsavedIn)
  const form = useId()
  useEffect(() => (isUnsaved ? tell?.(form) : undefined), [tell, form, isUnsaved])
}
