import { useEffect, useState } from 'react'

/**
 * The office's clock, ticking: what the server said plus what has passed here since, so that a computer whose clock is
 * wrong still counts down rightly. @returns milliseconds since the epoch
 */
export function useOfficeNow(serverNow: string, isCounting: boolean): number {
  const [start, setStart] = useState({ said: serverNow, here: performance.now() })
  const [here, setHere] = useState(() => performance.now())
  if (start.said !== serverNow) setStart({ said: serverNow, here: performance.now() })
  useEffect(() => {
    const timer = setInterval(() => setHere(performance.now()), isCounting ? 250 : 20_000)
    return () => clearInterval(timer)
  }, [isCounting])
  return Temporal.Instant.from(start.said).epochMilliseconds + Math.max(0, here - start.here)
}
