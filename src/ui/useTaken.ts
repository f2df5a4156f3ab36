import { useState } from 'react'

/**
 * A record as somebody took it up to change it. The page hears at once when another saves, but what is being typed stays
 * measured against what was seen: saving it then meets the other's change (412) instead of passing over it unseen.
 * A form with `shared` sides does so itself.
 */
export function useTaken<T>(record: T): T {
  const [taken] = useState(record)
  return taken
}
