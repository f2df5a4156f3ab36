import { moneyText, type Money } from '../../kernel/money.ts'

export interface Coverage {
  readonly coverage: string
  readonly each: Money
  readonly aggregate: Money | null
  readonly additionalInsured: readonly string[]
  readonly insurer: string | null
  readonly policyNumber: string | null
}

interface Requirement {
  readonly coverage: string
  readonly each: Money
  /** Who has to stand on it beside the insured, in the wording asked for. */
  readonly additionalInsured: string | null
  readonly source: string
}

type Gap =
  | { readonly code: 'no_coverage'; readonly coverage: string; readonly words: string }
  | { readonly code: 'limit_too_low'; readonly coverage: string; readonly words: string }
  | { readonly code: 'other_currency'; readonly coverage: string; readonly words: string }
  | { readonly code: 'not_additional_insured'; readonly coverage: string; readonly words: string }
  | { readonly code: 'no_endorsement'; readonly coverage: string; readonly words: string }

const plain = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * What a certificate lacks of what this production demands. A certificate that names an additional insured proves little by
 * itself, so the endorsement has to lie beside it.
 */
export function gapsOf(
  requirements: readonly Requirement[],
  coverages: readonly Coverage[],
  endorsements: number,
): Gap[] {
  return requirements.flatMap(({ coverage, each, additionalInsured, source }): Gap[] => {
    const found = coverages.filter((it) => plain(it.coverage) === plain(coverage))
    if (found.length === 0)
      return [{ code: 'no_coverage', coverage, words: `No ${coverage}; ${source} asks for ${moneyText(each)}.` }]
    const same = found.filter((it) => it.each.currency === each.currency)
    if (same.length === 0)
      return [
        {
          code: 'other_currency',
          coverage,
          words: `${coverage} is in ${found[0]?.each.currency}, asked for in ${each.currency}.`,
        },
      ]
    const most = same.toSorted((a, b) => b.each.minor - a.each.minor)[0] as Coverage
    const gaps: Gap[] =
      most.each.minor < each.minor
        ? [
            {
              code: 'limit_too_low',
              coverage,
              words: `${coverage} covers ${moneyText(most.each)}; ${source} asks for ${moneyText(each)}.`,
            },
          ]
        : []
    if (additionalInsured === null) return gaps
    if (!same.some((it) => it.additionalInsured.some((name) => plain(name).includes(plain(additionalInsured)))))
      return [
        ...gaps,
        {
          code: 'not_additional_insured',
          coverage,
          words: `${additionalInsured} is not named as additional insured on ${coverage}.`,
        },
      ]
    return endorsements > 0
      ? gaps
      : [
          ...gaps,
          {
            code: 'no_endorsement',
            coverage,
            words: `The endorsement that names ${additionalInsured} is not beside the certificate.`,
          },
        ]
  })
}

/** The same for the broker: exactly what has to be on the certificate. */
export const requestWords = (requirements: readonly Requirement[]): string =>
  requirements
    .map(
      ({ coverage, each, additionalInsured }) =>
        `- ${coverage}: at least ${moneyText(each)} each occurrence${additionalInsured === null ? '' : `; additional insured, by endorsement: ${additionalInsured}`}`,
    )
    .join('\n')
