/** Which paper is owed by whom, and how it stands. Days are `2026-05-12` and compare as text. */
export type Effect = 'block' | 'warn'

interface Kind {
  readonly id: string
  readonly name: string
  readonly perProduction: boolean
  readonly expires: boolean
  readonly isInsurance: boolean
}

interface Rule {
  readonly kindId: string
  readonly engagementKind: string
  readonly effect: Effect
}

interface Engaged {
  readonly engagementId: string
  readonly personId: string | null
  readonly companyId: string | null
  readonly name: string
  readonly position: string
  readonly kind: string
}

export interface Held {
  readonly id: string
  readonly kindId: string
  readonly personId: string | null
  readonly companyId: string | null
  readonly productionId: string | null
  readonly state: 'asked' | 'in_review' | 'accepted' | 'rejected'
  readonly expiresOn: string | null
  readonly version: number
}

export type Standing =
  'in_order' | 'expiring' | 'expired' | 'missing' | 'asked' | 'in_review' | 'rejected' | 'too_little'

export interface Cell {
  readonly kindId: string
  /** Null: not required of them; what is on file is shown all the same. */
  readonly effect: Effect | null
  readonly standing: Standing
  readonly paperId: string | null
  readonly expiresOn: string | null
  readonly version: number | null
}

export interface Facts {
  readonly engaged: readonly Engaged[]
  readonly kinds: readonly Kind[]
  readonly rules: readonly Rule[]
  readonly papers: readonly Held[]
  readonly productionId: string
  readonly today: string
  /** The last day they are needed; a paper that ends before it does not cover the job. */
  readonly lastDay: string | null
  /** So many days before its end a paper counts as about to end. */
  readonly noticeDays: number
}

export const daysLater = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

const isTheirs = (paper: Held, { personId, companyId }: Engaged) =>
  personId === null ? paper.companyId === companyId : paper.personId === personId

/** The best paper of a kind: accepted before in review before asked; of two, the one that lasts longer. */
export function bestOf(papers: readonly Held[], today: string): Held | undefined {
  const rank = (paper: Held) =>
    paper.state === 'accepted'
      ? paper.expiresOn !== null && paper.expiresOn < today
        ? 2
        : 0
      : paper.state === 'in_review'
        ? 1
        : paper.state === 'asked'
          ? 3
          : 4
  return papers.toSorted((a, b) => rank(a) - rank(b) || (b.expiresOn ?? '9999').localeCompare(a.expiresOn ?? '9999'))[0]
}

interface When {
  readonly today: string
  readonly noticeDays: number
  readonly lastDay?: string | null
}

export function standingOf(paper: Held | undefined, { today, noticeDays, lastDay = null }: When): Standing {
  if (paper === undefined) return 'missing'
  if (paper.state !== 'accepted') return paper.state
  if (paper.expiresOn === null) return 'in_order'
  if (paper.expiresOn < today) return 'expired'
  const needed = lastDay !== null && paper.expiresOn < lastDay
  return needed || paper.expiresOn < daysLater(today, noticeDays) ? 'expiring' : 'in_order'
}

export interface Row extends Engaged {
  readonly cells: readonly Cell[]
}

/** A row per engagement, a cell per kind of paper that anybody here owes or has. */
export function matrix({ engaged, kinds, rules, papers, productionId, ...when }: Facts): Row[] {
  return engaged.map((member) => {
    const theirs = papers.filter((paper) => isTheirs(paper, member))
    const cells = kinds.flatMap((kind): Cell[] => {
      const effect =
        rules.find((rule) => rule.kindId === kind.id && rule.engagementKind === member.kind)?.effect ?? null
      const of = theirs.filter(
        (paper) => paper.kindId === kind.id && (!kind.perProduction || paper.productionId === productionId),
      )
      const paper = bestOf(of, when.today)
      if (effect === null && paper === undefined) return []
      return [
        {
          kindId: kind.id,
          effect,
          standing: standingOf(paper, when),
          paperId: paper?.id ?? null,
          expiresOn: paper?.expiresOn ?? null,
          version: paper?.version ?? null,
        },
      ]
    })
    return { ...member, cells }
  })
}

export const isSettled = ({ standing }: Cell): boolean => standing === 'in_order' || standing === 'expiring'

/** What stops a booking of this row: required papers with the effect `block` that are not in order. */
export const blocksOf = (row: Row): Cell[] => row.cells.filter((cell) => cell.effect === 'block' && !isSettled(cell))

/** What is only warned of: required papers without the effect `block` that are not in order. */
export const warnsOf = (row: Row): Cell[] => row.cells.filter((cell) => cell.effect === 'warn' && !isSettled(cell))
