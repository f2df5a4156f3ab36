import { useEffect, useMemo, useState } from 'react'
import { browser, useAsk } from '../../../../client/react.ts'
import { addDays } from '../../../../kernel/time.ts'
import { readTimeline, type Bar, type Timeline } from '../../timeline.contract.ts'
import { coloursOf } from './colours.ts'
import { rowsOf, type Window } from './layout.rules.ts'

/** The window's timeline, whole: further pages follow the first while it is shown already. */
export function useTimeline(window: Window, hidden: ReadonlySet<string>) {
  const query = { from: window.from, to: addDays(window.from, window.days - 1) }
  const asked = useAsk(readTimeline, { query })
  const [more, setMore] = useState<Timeline>()
  const first = asked.data
  useEffect(() => {
    let stays = true
    setMore(undefined)
    const follow = async (page: Timeline) => {
      let whole = page
      while (whole.next !== null) {
        const next = await browser.call(readTimeline, { query: { ...query, after: whole.next } })
        whole = {
          ...next,
          people: [...whole.people, ...next.people],
          bars: [...whole.bars, ...next.bars],
          away: [...whole.away, ...next.away],
        }
        if (stays) setMore(whole)
      }
    }
    if (first !== undefined && first.next !== null) void follow(first).catch(() => undefined)
    return () => {
      stays = false
    }
    // The query is what `first` answers; it changes with it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [first])
  const timeline = more ?? first
  const present = useMemo(() => {
    const ids = new Set([...(timeline?.bars ?? []), ...(timeline?.gaps ?? [])].map(({ productionId }) => productionId))
    return (timeline?.productions ?? []).filter(({ id }) => ids.has(id))
  }, [timeline])
  const rows = useMemo(
    () => (timeline ? rowsOf(timeline, window, hidden) : []),
    [timeline, window.from, window.days, hidden],
  )
  const codes = useMemo(() => new Map(timeline?.productions.map(({ id, code }) => [id, code])), [timeline])
  return {
    ...{ asked, timeline, rows, present },
    colourOf: useMemo(() => coloursOf(present.map(({ id }) => id)), [present]),
    codeOf: ({ productionId, holder }: Pick<Bar, 'productionId' | 'holder'>) =>
      (productionId === null ? holder : codes.get(productionId)) ?? '',
  }
}
