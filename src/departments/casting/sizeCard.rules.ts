import type { Candidate } from './candidate.contract.ts'

/** Sizes as wardrobe reads them off a card, in the order of a body from top to toe. */
const measures: [string, string][] = [
  ['height', 'Height'],
  ['hat', 'Hat'],
  ['collar', 'Collar'],
  ['chest', 'Chest'],
  ['waist', 'Waist'],
  ['hips', 'Hips'],
  ['inseam', 'Inseam'],
  ['dress', 'Dress'],
  ['glove', 'Glove'],
  ['shoe', 'Shoe'],
  ['hair', 'Hair'],
  ['eyes', 'Eyes'],
]

type Shown = Pick<Candidate, 'age' | 'isMinor' | 'city' | 'availability' | 'agentName' | 'sizes'>

/**
 * What a card says beside name and photograph. Sizes are private: a reader who may not see them gets a card without.
 * Never a rate, an address or a number.
 */
export function cardLines(
  it: Shown,
  measured: Readonly<Record<string, string | undefined>>,
  may: { personal: boolean },
): [string, string][] {
  const lines: [string, string | null | undefined][] = [
    ['Age', it.age === null ? '' : `${it.age}${it.isMinor ? ', minor' : ''}`],
    ['Lives in', it.city],
    ...(may.personal
      ? [
          ...measures.map(([key, label]): [string, string | undefined] => [label, measured[key]]),
          // What they wrote themselves says more than the record only where the record says nothing.
          ['Sizes', Object.keys(measured).length === 0 ? it.sizes : null] as [string, string | null],
        ]
      : []),
    ['Not free', it.availability],
    ['Agent', it.agentName],
  ]
  return lines.flatMap(([label, value]) => (value ? [[label, value]] : []))
}

/** How many cards a paper has; where there are more, up to which number it goes, so that the rest is asked for after that. */
export function cardsText(cards: readonly { readonly number: number }[], there: number): string {
  if (cards.length < there) return `${cards.length} of ${there} cards, up to number ${cards.at(-1)?.number ?? 0}`
  return cards.length === 1 ? 'One card' : `${cards.length} cards`
}
