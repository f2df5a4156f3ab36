/** What a number field reports of what stands in it: nothing until it is a number, so a minus on its own is nothing yet. */
export function numberIn(typed: number | string): number | null {
  if (typeof typed === 'number') return typed
  const number = typed.trim() === '' ? Number.NaN : Number(typed)
  return Number.isFinite(number) ? number : null
}

/**
 * What the field shows: what somebody is typing while it says what the form holds (`-` before `-30`, `1.` before `1.5`),
 * else what the form holds.
 */
export const shownNumber = (typed: string | undefined, value: number | null): number | string =>
  typed !== undefined && numberIn(typed) === value ? typed : (value ?? '')
