import type { ContactDraft, Reach } from './draft.contract.ts'
import { FIELD_WORDS, SINGLE_FIELDS, withNote, withReach, type SingleField } from './draft.rules.ts'
import { emailKey, fold, nameKey, phoneKey } from './likeness.rules.ts'

/** For each field on which both disagree: whose value stands. The kept record's, unless a person chose otherwise. */
export type MergeChoices = Partial<Record<SingleField | 'name', 'kept' | 'other'>>

interface Disagreement {
  readonly field: SingleField | 'name'
  readonly word: string
  readonly kept: string
  readonly other: string
}

/** What a person has to look at before two records become one; fields that agree or where one side is empty need nobody. */
export function disagreements(kept: ContactDraft, other: ContactDraft): Disagreement[] {
  return (['name', ...SINGLE_FIELDS] as const).flatMap((field) => {
    const [mine, theirs] = [kept[field], other[field]]
    if (mine === null || theirs === null || fold(mine) === fold(theirs)) return []
    return [{ field, word: FIELD_WORDS[field], kept: mine, other: theirs }]
  })
}

/**
 * One record out of two. Lists are joined; of two single values one stands and the other goes to the notes (a name, to
 * "also known as"), so that everything either record knew can still be read.
 */
export function merge(kept: ContactDraft, other: ContactDraft, choices: MergeChoices = {}): ContactDraft {
  const stands = (field: SingleField | 'name') => (choices[field] === 'other' ? other[field] : kept[field])
  const single = Object.fromEntries(SINGLE_FIELDS.map((field) => [field, stands(field) ?? kept[field] ?? other[field]]))
  const beaten = disagreements(kept, other)
    .filter(({ field }) => field !== 'name' && field !== 'givenName' && field !== 'familyName')
    .map(
      ({ field, word, kept: mine, other: theirs }) =>
        `${word}, before merging: ${choices[field] === 'other' ? mine : theirs}`,
    )
  const name = stands('name') ?? kept.name
  const keyOfName = (each: string) => nameKey(each, kept.kind)
  const aliases = [kept.name, other.name, joined(kept), joined(other), ...kept.otherNames, ...other.otherNames].filter(
    (each) => each !== '',
  )
  return {
    ...kept,
    ...single,
    name,
    otherNames: distinct(aliases, keyOfName).filter((each) => keyOfName(each) !== keyOfName(name)),
    emails: joinReaches(kept.emails, other.emails, emailKey),
    phones: joinReaches(kept.phones, other.phones, (number) => phoneKey(number) || number),
    websites: distinct([...kept.websites, ...other.websites], (site) => site),
    languages: distinct([...kept.languages, ...other.languages], fold),
    notes: [other.notes, ...beaten].reduce(withNote, kept.notes),
  }
}

/** Completing on import is merging in which the record that is there always stands. */
export const complete = (record: ContactDraft, from: ContactDraft): ContactDraft => merge(record, from)

const joined = ({ givenName, familyName }: ContactDraft): string => [givenName, familyName].filter(Boolean).join(' ')

const joinReaches = (kept: readonly Reach[], more: readonly Reach[], keyOf: (value: string) => string): Reach[] =>
  more.reduce((list, reach) => withReach(list, reach, keyOf), [...kept])

function distinct(values: readonly string[], keyOf: (value: string) => string): string[] {
  return [...new Map([...values].reverse().map((value) => [keyOf(value), value])).values()].reverse()
}
