import { z } from 'zod'
import type { PlainDay } from '../../kernel/time.ts'

export const Medium = z.enum(['internal', 'online', 'social', 'broadcast', 'cinema', 'print', 'event'])
export type Medium = z.infer<typeof Medium>

export const mediumWords: Record<Medium, string> = {
  internal: 'internal use',
  online: 'online',
  social: 'social media',
  broadcast: 'television',
  cinema: 'cinema',
  print: 'print and posters',
  event: 'events and trade fairs',
}

/** What a release lets be done, as data a delivery can be held against. */
export const Scope = z.object({
  media: z.array(Medium).max(7).default([]),
  /** Empty means everywhere. Country codes, or names such as `EU`. */
  territory: z.array(z.string().trim().min(1).max(60)).max(60).default([]),
  /** Months from the first showing; null is without end. */
  termMonths: z.number().int().min(1).max(1200).nullable().default(null),
  /** Nobody of this trade may use them meanwhile: `bicycles`. */
  exclusivity: z.string().trim().max(200).default(''),
  mayEdit: z.boolean().default(true),
})
export type Scope = z.infer<typeof Scope>

export const emptyScope: Scope = Scope.parse({})

const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

/** `television, cinema and online; UK and EU; 12 months from first showing`. */
export const scopeText = (scope: Scope): string =>
  [
    scope.media.length === 0 ? 'all media' : listed(scope.media.map((it) => mediumWords[it])),
    scope.territory.length === 0 ? 'worldwide' : listed(scope.territory),
    scope.termMonths === null ? 'without limit of time' : `${scope.termMonths} months from first showing`,
  ].join('; ')

export interface Use {
  readonly medium: Medium
  /** A country or region of the delivery; null where it is everywhere. */
  readonly territory: string | null
  readonly onDate: PlainDay
}

/**
 * Why a paper does not cover a use: `internal use only` on a public upload, a place or a time it does not reach.
 * Empty when it does.
 * @param from first showing, or the date of signature before there was one
 */
export function outsideScope(scope: Scope, use: Use, from: PlainDay): string[] {
  const ends =
    scope.termMonths === null ? null : Temporal.PlainDate.from(from).add({ months: scope.termMonths }).toString()
  return [
    ...(scope.media.length > 0 && !scope.media.includes(use.medium)
      ? [
          scope.media.every((it) => it === 'internal')
            ? `It was signed for internal use only, and this is ${mediumWords[use.medium]}.`
            : `It was signed for ${listed(scope.media.map((it) => mediumWords[it]))}, and this is ${mediumWords[use.medium]}.`,
        ]
      : []),
    ...(scope.territory.length > 0 && (use.territory === null || !scope.territory.includes(use.territory))
      ? [`It covers ${listed(scope.territory)}, and this goes to ${use.territory ?? 'the whole world'}.`]
      : []),
    ...(ends !== null && use.onDate >= ends ? [`It ran out on ${ends}.`] : []),
  ]
}
