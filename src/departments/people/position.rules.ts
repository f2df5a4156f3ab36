import { fold } from './likeness.rules.ts'

/** A position, and what else it is called on crew lists. */
export interface NamedPosition {
  readonly name: string
  readonly also: readonly string[]
}

/** However it is spaced, hyphened or accented: `Make-up`, `make up` and `Makeup` are one. */
export const positionKey = (text: string): string => fold(text.replaceAll('&', ' and ')).replaceAll(' ', '')

/** Whether the words on a crew list mean this position. */
export const isCalled = ({ name, also }: NamedPosition, text: string): boolean =>
  [name, ...also].some((one) => positionKey(one) === positionKey(text))

/** Every name of every position, as keys. */
export const positionKeys = (positions: readonly NamedPosition[]): ReadonlySet<string> =>
  new Set(positions.flatMap(({ name, also }) => [name, ...also]).map(positionKey))
