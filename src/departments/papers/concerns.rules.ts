import type { Concern } from '../../kernel/concern.ts'
import { dayText, type PlainDay } from '../../kernel/time.ts'
import { isSettled, type Row } from './matrix.rules.ts'

interface Facts {
  readonly productionId: string
  readonly kinds: readonly { readonly id: string; readonly name: string }[]
  readonly rows: readonly (Row & { readonly gaps: readonly string[] })[]
}

/** Two papers by their names, more by their number: the names stand among the causes. */
const some = (names: readonly string[]) => (names.length > 2 ? `${names.length} papers` : names.join(' and '))

/** One concern per person, whatever the number of their papers: a crew of forty must not make a hundred lines. */
export function concernsOf({ productionId, kinds, rows }: Facts): Concern[] {
  const nameOf = (id: string) => kinds.find((kind) => kind.id === id)?.name ?? 'a paper'
  return rows.flatMap((row): Concern[] => {
    const open = row.cells.filter((cell) => cell.effect !== null && !isSettled(cell))
    const ending = row.cells.filter((cell) => cell.effect !== null && cell.standing === 'expiring')
    const subject = {
      kind: 'engagement',
      id: row.engagementId,
      label: row.name,
      href: `/productions/${productionId}/papers`,
    }
    const missing: Concern[] =
      open.length === 0
        ? []
        : [
            {
              code: 'papers_open',
              key: `papers_open:${row.engagementId}`,
              severity: open.some(({ effect }) => effect === 'block') ? 'blocks' : 'warns',
              subject,
              message: `${row.name} (${row.position}): ${some(open.map(({ kindId }) => nameOf(kindId).toLowerCase()))} not in order`,
              causes:
                row.gaps.length > 0
                  ? [...row.gaps]
                  : open.map(({ kindId, standing }) => `${nameOf(kindId)}: ${standing.replaceAll('_', ' ')}`),
              remedy: 'Ask for it under Papers; they hand it in by a link.',
            },
          ]
    return [
      ...missing,
      ...ending.map((cell): Concern => ({
        code: 'paper_ending',
        key: `paper_ending:${row.engagementId}:${cell.kindId}`,
        severity: 'warns',
        subject,
        message: `${row.name}: ${nameOf(cell.kindId).toLowerCase()} ends on ${cell.expiresOn === null ? 'a day that is not known' : dayText(cell.expiresOn as PlainDay, { year: true })}`,
        causes: [],
        remedy: 'Ask for the next one now.',
      })),
    ]
  })
}
