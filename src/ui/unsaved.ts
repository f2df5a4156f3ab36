import { createContext, use, useEffect, useId } from 'react'

/** Notes whether a form of this name holds something that is not saved. */
export type Unsaved = (form: string, isUnsaved: boolean) => void

/** Given by a dialog to what stands in it. */
export const UnsavedIn = createContext<Unsaved | undefined>(undefined)

/** Tells the dialog around whether something typed in it is not saved; it then asks before Esc or a click closes it. */
export function useUnsaved(isUnsaved: boolean): void {
  const tell = use(UnsavedIn)
  const form = useId()
  useEffect(() => {
    tell?.(form, isUnsaved)
    return () => tell?.(form, false)
  }, [tell, form, isUnsaved])
}
