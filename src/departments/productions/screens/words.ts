import type { Phase, ProductionKind } from '../production.contract.ts'

export const kindWords: Record<ProductionKind, string> = {
  commercial: 'Commercial',
  corporate: 'Corporate film',
  documentary: 'Documentary',
  narrative: 'Narrative',
  social: 'Social',
}

export const phaseWords: Record<Phase, string> = {
  development: 'Development',
  prep: 'Prep',
  shoot: 'Shoot',
  wrap: 'Wrap',
  post: 'Post',
  delivery: 'Delivery',
  archive: 'Archive',
}

/** A choice list from a table of words, in the order the table has. */
export const choicesOf = <T extends string>(words: Record<T, string>) =>
  Object.entries<string>(words).map(([value, label]) => ({ value, label }))
