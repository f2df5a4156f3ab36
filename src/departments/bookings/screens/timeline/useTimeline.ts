import { useEffect, useMemo, useState } from 'react'
import { browser, useAsk } from '../../../../client/react.ts'
import { addDays, type PlainDay } from '../../../../kernel/time.ts'
import { toast } from '../../../../ui/toast.tsx'
import { readTimeline, type Bar, type Timeline } from '../../timeline.contract.ts'
import { coloursOf } from './colours.ts'
import { rowsOf, type Window } from './layout.rules.ts'

type Query = { from: PlainDay; to: PlainDay }

/** The pages after the first, one after another; `onPage` hears what there is so far. */
async function restOf(first: Timeline, query: Query, onPage: (sofar: Timeline, isWhole: boolean) => void) {
  let sofar = first
  while (sofar.next !== null) {
    const page = await browser.call(readTimeline, { query: { ...query, after: sofar.next } })
    sofar = {
      ...sofar,
      people: [...sofar.people, ...page.people],
      bars: [...sofar.bars, ...page.bars],
      away: [...sofar.away, ...page.away],
      rest: [...sofar.rest, ...page.rest],
      next: page.next,
    }
    onPage(sofar, sofar.next === null)
  }
}

/** The window's timeline: its first page at once, and further pages below it as they arrive. */
export function useTimeline(window: Window, hidden: ReadonlySet<string>) {
  const query = { from: window.from, to: addDays(window.from, window.days - 1) }
  const key = `${query.from} ${query.to}`
  const asked = useAsk(readTimeline, { query })
  const [shown, setShown] = useState<{ key: string; isWhole: boolean; timeline: Timeline }>()
  const first = asked.data
  useEffect(() => {
    if (first === undefined) return undefined
    let stays = true
    if (first.next === null) setShown({ key, isWhole: true, timeline: first })
    else
      void restOf(first, query, (timeline, isWhole) => {
        // What is read again because something changed must not make the page shorter while it arrives.
        if (stays) setShown((now) => (now?.key === key && now.isWhole && !isWhole ? now : { key, isWhole, timeline }))
      }).catch((fault: unknown) => {
        if (stays) toast.problem(fault)
      })
    return () => {
      stays = false
    }
    // The query is what `first` answers; it changes with it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [first])
  const timeline = shown?.key === key ? shown.timeline : first
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
    asked,
    timeline,
    rows,
    present,
    colourOf: useMemo(() => coloursOf(present.map(({ id }) => id)), [present]),
    codeOf: ({ productionId, holder }: Pick<Bar, 'productionId' | 'holder'>) =>
      (productionId === null ? holder : codes.get(productionId)) ?? '',
  }
}
