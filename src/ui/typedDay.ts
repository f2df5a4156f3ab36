const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** First and last day that may be meant. */
interface Bounds {
  readonly earliest?: string | undefined
  readonly latest?: string | undefined
}

/**
 * What somebody typed, as a day: `12 May`, `12.5.2026`, `12/5/26`, `2026-05-12`. Without a year it is the nearest such
 * day within the bounds: in November `12 Jan` is next January's.
 * @returns null where it is no day
 */
export function typedDay(text: string, today: Temporal.PlainDate, bounds: Bounds = {}): string | null {
  const iso = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(text)
  const dotted = /^\s*(\d{1,2})[./ ](\d{1,2})[./ ]?(\d{4}|\d{2})?\s*$/.exec(text)
  const named = /^\s*(?:[a-z]{2,9},?\s+)?(\d{1,2})\.?\s+([a-z]{3,9})\.?\s*(\d{4}|\d{2})?\s*$/i.exec(text)
  if (iso) return dayOf(iso[1], iso[2], iso[3])
  const [day, month, year] = dotted
    ? [dotted[1], dotted[2], dotted[3]]
    : named
      ? [named[1], months.indexOf((named[2] ?? '').slice(0, 3).toLowerCase()) + 1, named[3]]
      : []
  if (day === undefined) return null
  if (year !== undefined) return dayOf(year.length === 2 ? `20${year}` : year, month, day)
  const { earliest = '', latest = '9999' } = bounds
  const far = (it: string) => Math.abs(today.until(it, { largestUnit: 'days' }).days)
  const known = [-1, 0, 1].map((step) => dayOf(today.year + step, month, day)).filter((it) => it !== null)
  const meant = known.filter((it) => it >= earliest && it <= latest)
  return (meant.length > 0 ? meant : known).sort((a, b) => far(a) - far(b))[0] ?? null
}

type Part = string | number | undefined

function dayOf(year: Part, month: Part, day: Part): string | null {
  const parts = { year: Number(year), month: Number(month), day: Number(day) }
  try {
    return Temporal.PlainDate.from(parts, { overflow: 'reject' }).toString()
  } catch {
    return null
  }
}
