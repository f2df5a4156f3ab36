/**
 * Candidates for the breakdown sheet, each with its reason. They are offered, never created: an over-eager
 * catalogue is worse than none.
 */
import { lexicon } from './lexicon.rules.ts'
import { nameKey, wholeNames } from './names.rules.ts'
import type { ElementId } from './scene.contract.ts'
import { isPrinted, speakerOf } from './screenplay.rules.ts'
import type { ScriptElement, SourceTag } from './screenplay.rules.ts'

interface KnownElement {
  readonly id: ElementId
  readonly name: string
  readonly aliases: readonly string[]
  readonly category: string
}

interface Proposal {
  /** Stable for a scene: what is dismissed stays dismissed when the script is read again. */
  readonly key: string
  readonly category: string
  readonly name: string
  readonly quantity: number
  readonly reason: string
  /** An element that exists already; accepting adds the scene to it. */
  readonly elementId: ElementId | null
  /** Where it stands: element of the scene, and offsets in its text, half-open. */
  readonly at: { readonly element: number; readonly from: number; readonly until: number }
}

export interface ProposalFacts {
  readonly elements: readonly ScriptElement[]
  readonly known: readonly KnownElement[]
  /** Elements already on this scene's sheet. */
  readonly present: ReadonlySet<ElementId>
  /** Scene numbers each element is on, for the reason. */
  readonly scenesOfElement: ReadonlyMap<ElementId, readonly string[]>
  readonly sourceTags: readonly SourceTag[]
  readonly dismissed: ReadonlySet<string>
}

/** All candidates of a scene in the order of its text; what is on the sheet or dismissed is left out. */
export function proposalsFor(facts: ProposalFacts): Proposal[] {
  const known = new Map(
    facts.known.flatMap((one) => [one.name, ...one.aliases].map((name) => [nameKey(name), one] as const)),
  )
  const found = [
    ...fromSource(facts),
    ...fromCues(facts),
    ...fromKnown(facts, known),
    ...fromCapitals(facts, known),
    ...fromWords(facts),
  ]
  return atFirstPlace(found.map((one) => named(one, known)))
    .filter(({ key, elementId }) => !facts.dismissed.has(key) && (elementId === null || !facts.present.has(elementId)))
    .filter((one, _, all) => !all.some((other) => other !== one && covers(other, one)))
    .sort((a, b) => a.at.element - b.at.element || a.at.from - b.at.from)
}

/** What is on the list already goes by its name there. */
function named(proposal: Proposal, known: ReadonlyMap<string, KnownElement>): Proposal {
  const one = known.get(nameKey(proposal.name))
  return one
    ? { ...proposal, elementId: one.id, category: one.category, name: one.name, key: nameKey(one.name) }
    : proposal
}

/** One proposal a name: the strongest reason, at the place where the name stands first. */
function atFirstPlace(found: readonly Proposal[]): Proposal[] {
  const firsts = new Map<string, Proposal>()
  for (const proposal of found) {
    const first = firsts.get(proposal.key)
    if (!first) firsts.set(proposal.key, proposal)
    else if (isBefore(proposal.at, first.at)) firsts.set(proposal.key, { ...first, at: proposal.at })
  }
  return [...firsts.values()]
}

const isBefore = (a: Proposal['at'], b: Proposal['at']) =>
  a.element < b.element || (a.element === b.element && a.from < b.from)

/** "work light" speaks for "light" at the same place. */
const covers = (wide: Proposal, narrow: Proposal) =>
  wide.at.element === narrow.at.element &&
  wide.at.from <= narrow.at.from &&
  wide.at.until >= narrow.at.until &&
  wide.at.until - wide.at.from > narrow.at.until - narrow.at.from

type Finding = Pick<Proposal, 'category' | 'name' | 'reason' | 'at'> & { quantity?: number; elementId?: ElementId }
const proposal = ({ quantity = 1, elementId, ...rest }: Finding): Proposal => ({
  ...rest,
  quantity,
  elementId: elementId ?? null,
  key: nameKey(rest.name),
})

/** Words somebody tagged in Final Draft. */
function fromSource({ elements, sourceTags }: ProposalFacts): Proposal[] {
  const tags = new Map(sourceTags.map((tag) => [tag.number, tag]))
  return elements.flatMap(({ marks = [], text }, element) =>
    marks.flatMap(({ kind, value, from, until }) => {
      const tag = kind === 'tag' && value ? tags.get(value) : undefined
      if (!tag) return []
      const name = tag.label || text.slice(from, until)
      const category = categoryNamed(tag.category)
      return [proposal({ category, name, reason: 'tagged in Final Draft', at: { element, from, until } })]
    }),
  )
}

/** Final Draft's own category names, as ours. */
const foreignCategories: Readonly<Record<string, string>> = {
  'background actors': 'background',
  extras: 'background',
  'makeup/hair': 'makeup',
  'mechanical effects': 'special_effects',
  'animal handler': 'animals',
  sound: 'sound',
  music: 'sound',
}
const categoryNamed = (name: string): string =>
  foreignCategories[name.toLowerCase()] ??
  (name
    .toLowerCase()
    .replace(/[^a-z]+/g, '_')
    .replace(/^_|_$/g, '') ||
    'miscellaneous')

function fromCues({ elements }: ProposalFacts): Proposal[] {
  return elements.flatMap(({ kind, text }, element) => {
    const name = kind === 'character' ? speakerOf(text) : ''
    return name === ''
      ? []
      : [
          proposal({
            category: 'cast',
            name: titled(name),
            reason: 'speaks here',
            at: { element, from: 0, until: name.length },
          }),
        ]
  })
}

/** Names and other names of elements that stand in other scenes already. */
function fromKnown(facts: ProposalFacts, known: ReadonlyMap<string, KnownElement>): Proposal[] {
  const names = [...known.keys()].filter((name) => name.length > 1)
  if (names.length === 0) return []
  const pattern = wholeNames(names)
  return facts.elements.flatMap(({ kind, text }, element) => {
    if (kind !== 'action' && kind !== 'shot') return []
    return [...text.matchAll(pattern)].flatMap((match) => {
      const one = known.get(nameKey(match[0]))
      if (!one) return []
      const scenes = facts.scenesOfElement.get(one.id) ?? []
      const reason = scenes.length > 0 ? `tagged so in sc. ${scenes[0]}` : 'is on the element list'
      const at = { element, from: match.index, until: match.index + match[0].length }
      return [proposal({ category: one.category, name: one.name, reason, at, elementId: one.id })]
    })
  })
}

const capitals = /(?<![\p{L}\p{N}])\p{Lu}[\p{Lu}\p{N}'’-]+(?:\s+(?:&\s+)?\p{Lu}[\p{Lu}\p{N}'’-]+)*(?![\p{L}\p{N}])/gu
/** Capitals that direct the reader, not the crew. */
const directions = new Set(
  [
    'CLOSE ON',
    'ANGLE ON',
    'POV',
    'CUT TO',
    'FADE IN',
    'FADE OUT',
    'SUPER',
    'TITLE',
    'INSERT',
    'BACK TO SCENE',
    'CONTINUED',
    'THE END',
  ].concat(['INT', 'EXT', 'VO', 'OS', 'AND', 'THE', 'TV', 'OK', 'WIDE', 'CLOSE UP', 'MONTAGE', 'LATER', 'END']),
)

/** Before a thing, never before a name: the STEEL DOOR, but STEEL BAKER. */
const article = /(?:^|\s)(?:the|an?|his|her|their|its|our|your|my|this|that|every|each)\s+$/i

/**
 * A name in capitals followed by an age is somebody new; one that begins or ends with a known name is that character,
 * written in full; other capitals are offered by what the word says.
 */
function fromCapitals({ elements }: ProposalFacts, known: ReadonlyMap<string, KnownElement>): Proposal[] {
  return elements.flatMap(({ kind, text, centred }, element) => {
    if (kind !== 'action' || centred) return []
    return [...text.matchAll(capitals)].flatMap((match) => {
      const [found] = match
      if (directions.has(found) || found.length < 3) return []
      const at = { element, from: match.index, until: match.index + found.length }
      const aged = /^\s*\(\s*(?:\d{1,2}|\d0s|early|mid|late|teens?)/i.test(text.slice(at.until))
      if (aged) return [proposal({ category: 'cast', name: titled(found), reason: 'introduced with an age', at })]
      const words = nameKey(found).split(' ')
      const word = lexicon.get(words.at(-1)!)
      const called = words.length > 1 && !word && !article.test(text.slice(0, at.from))
      const character = called ? [words[0]!, words.at(-1)!].map((one) => known.get(one)).find(isCast) : undefined
      if (character) return [proposal({ ...character, elementId: character.id, reason: 'in capitals', at })]
      const category = word?.category ?? 'props'
      return [proposal({ category, name: titled(found), reason: 'in capitals', at })]
    })
  })
}

const isCast = (one: KnownElement | undefined) => one?.category === 'cast'

/** Plain words that departments know, with the word before them where it belongs: `storm lantern`. */
function fromWords({ elements }: ProposalFacts): Proposal[] {
  const proposals: Proposal[] = []
  for (const [element, one] of elements.entries()) {
    if (one.kind !== 'action' || !isPrinted(one)) continue
    for (const match of one.text.matchAll(/[\p{L}][\p{L}'’-]*/gu)) {
      const word = lexicon.get(match[0].toLowerCase())
      if (!word) continue
      const before = word.joins ? /(?<![\p{L}])([\p{Ll}'’]{3,})[ -]$/u.exec(one.text.slice(0, match.index)) : null
      const qualifier = before && !plainWords.has(before[1]!) ? `${before[1]} ` : ''
      const from = match.index - qualifier.length
      const name = `${qualifier}${match[0]}`
      const at = { element, from, until: match.index + match[0].length }
      proposals.push(proposal({ category: word.category, name: sentenceCase(name), reason: word.reason, at }))
    }
  }
  return proposals
}

const plainWords = new Set(
  (
    'the and with his her their its our your this that these those from into onto over under near past old new big small out off for has had was ' +
    'are one two three four five six some any each every other another holds takes carries drops lifts opens closes puts sets their whose last first next'
  ).split(' '),
)

const sentenceCase = (name: string) => name.charAt(0).toLocaleUpperCase('en') + name.slice(1).toLocaleLowerCase('en')

/** Names in capitals become names as people write them: `MRS O'HARA` is Mrs O'Hara. */
export const titled = (name: string): string =>
  name === name.toUpperCase()
    ? name
        .toLocaleLowerCase('en')
        .replace(
          /(^|[\s.\-'’&(])(\p{L})/gu,
          (_, before: string, letter: string) => before + letter.toLocaleUpperCase('en'),
        )
        .replace(/(['’])S(?=\s|$)/g, '$1s')
    : name
