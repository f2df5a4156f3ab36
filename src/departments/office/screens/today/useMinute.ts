import { useEffect, useState } from 'react'

/** Now, by the minute: a page left open does not show an old clock. */
export function useMinute(): Temporal.Instant {
  const [now, setNow] = useState(() => Temporal.Now.instant())
  useEffect(() => {
    const timer = setInterval(() => setNow(Temporal.Now.instant()), 20_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
