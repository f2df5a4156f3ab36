/** Two ways of writing one item are one item: case, spaces and marks do not count. */
export const itemKey = (item: string): string =>
  item
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** In percent, one decimal; nothing where there is nothing to compare with. */
export const changePercent = (now: number, before: number | null): number | null =>
  before === null || before === 0
    ? null
    : (Math.sign(now - before) * Math.round((Math.abs(now - before) / before) * 1000)) / 10
