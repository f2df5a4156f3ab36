import type { CrewPosition } from '../crewDepartment.contract.ts'

/** A position a line, what else it is called after a colon: `1st AC: Focus puller, First AC`. */
export const positionLines = (positions: readonly CrewPosition[]): string =>
  positions.map(({ name, also }) => (also.length > 0 ? `${name}: ${also.join(', ')}` : name)).join('\n')

/** The lines as positions; empty ones are skipped. */
export const positionsIn = (lines: string): CrewPosition[] =>
  lines.split('\n').flatMap((line) => {
    const [name = '', also = ''] = line.split(/:(.*)/s)
    return line.trim() === '' ? [] : [{ name: name.trim(), also: parts(also) }]
  })

const parts = (text: string) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
