import { contrast, PAPER_INK_QUIET, READABLE } from '../../kernel/colour.ts'
import type { RevisionColour } from './production.contract.ts'

/** Everything wrong with a list, in sentences: two of one name, or a colour whose words could not be read. */
export function wrongColours(colours: readonly RevisionColour[]): string[] {
  const names = colours.map(({ name }) => name.trim().toLowerCase())
  const twice = colours.filter((_, at) => names.indexOf(names[at] ?? '') !== at)
  const dark = colours.filter(({ hex }) => contrast(hex, PAPER_INK_QUIET) < READABLE)
  return [
    ...twice.map(({ name }) => `${name} is there twice. A revision is named by its colour.`),
    ...dark.map(
      ({ name, hex }) => `${name} is too dark to read on (${contrast(hex, PAPER_INK_QUIET).toFixed(1)} to 1, not 4.5).`,
    ),
  ]
}
