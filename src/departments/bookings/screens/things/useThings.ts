import { useMemo } from 'react'
import { useAsk } from '../../../../client/react.ts'
import { addDays } from '../../../../kernel/time.ts'
import { readBookableTimeline, type BookableKind } from '../../bookable.contract.ts'
import type { Bar } from '../../timeline.contract.ts'
import { coloursOf } from '../timeline/colours.ts'
import type { Window } from '../timeline/layout.rules.ts'
import { thingRows } from './things.rules.ts'

interface Wanted {
  readonly q: string | undefined
  readonly kind: BookableKind | undefined
}

/** As many as one page has: an office has some dozens. */
const MOST = 200

/** Rooms and vehicles with what is booked of them in the window. */
export function useThings(window: Window, { q, kind }: Wanted) {
  const asked = useAsk(readBookableTimeline, {
    query: {
      from: window.from,
      to: addDays(window.from, window.days - 1),
      limit: MOST,
      ...(q && { q }),
      ...(kind && { kind }),
    },
  })
  const things = asked.data
  const codes = useMemo(() => new Map(things?.productions.map(({ id, code }) => [id, code])), [things])
  const booked = useMemo(() => {
    const ids = new Set(things?.bars.map(({ productionId }) => productionId))
    return (things?.productions ?? []).filter(({ id }) => ids.has(id))
  }, [things])
  return {
    asked,
    things,
    rows: useMemo(() => (things ? thingRows(things, window) : []), [things, window.from, window.days]),
    colourOf: useMemo(() => coloursOf(booked.map(({ id }) => id)), [booked]),
    codeOf: ({ productionId, holder }: Pick<Bar, 'productionId' | 'holder'>) =>
      (productionId === null ? holder : codes.get(productionId)) ?? '',
  }
}
