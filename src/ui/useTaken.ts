import { useEffect, useState } from 'react'
import type { FormHandle } from './useForm.ts'

/**
 * A record as somebody took it up to change it. The page hears at once when another saves, but what is being typed stays
 * measured against what was seen: saving it then meets the other's change (412) instead of passing over it unseen.
 *
 * For forms that open and close. One that stays on the page follows the record while nothing is typed: `useFollowing`.
 */
export function useTaken<T>(record: T): T {
  const [taken] = useState(record)
  return taken
}

/** A record that a standing form follows until somebody types, and again once it is saved. */
export function useFollowing<T extends { version: number }>(record: T) {
  const [taken, setTaken] = useState(record)
  return {
    taken,
    take: setTaken,
    /** Called by the form, which alone knows whether anything is typed. */
    useFollow<Draft extends object>(form: FormHandle<Draft>, draftOf: (it: T) => Draft) {
      const isBehind = !form.changed && record.version > taken.version
      useEffect(() => {
        if (!isBehind) return
        setTaken(record)
        form.reset(draftOf(record))
      })
    },
  }
}
