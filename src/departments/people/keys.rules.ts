import type { ContactDraft } from './draft.contract.ts'
import { emailKey, fold, nameKey, phoneKey } from './likeness.rules.ts'
import { sortName } from './names.rules.ts'

/** What the database looks records up by; computed whenever a name changes, so that SQL never has to fold letters. */
interface RecordKeys {
  readonly name_key: string
  readonly sort_name: string
  readonly search_text: string
}

type Keyed = Pick<
  ContactDraft,
  'kind' | 'name' | 'givenName' | 'familyName' | 'creditName' | 'otherNames' | 'position' | 'companyName' | 'homeBase'
>

export const keysOf = (record: Keyed): RecordKeys => ({
  name_key: nameKey(record.name, record.kind),
  sort_name: sortName(record.name, record.familyName, record.givenName),
  search_text: [
    record.name,
    record.creditName,
    ...record.otherNames,
    record.position,
    record.companyName,
    record.homeBase,
  ]
    .filter((text) => text !== null)
    .map(fold)
    .join(' ')
    .slice(0, 2000),
})

/** A short internal number keeps its digits; a mailbox its letters in lower case. */
export const reachKey = (kind: 'email' | 'phone', value: string): string =>
  kind === 'email' ? emailKey(value) : phoneKey(value)

/** What somebody typed into the search box, told apart: part of an address, part of a number, or words. */
export type Wanted =
  | { readonly by: 'email'; readonly text: string }
  | { readonly by: 'phone'; readonly digits: string }
  | { readonly by: 'words'; readonly text: string; readonly words: readonly string[] }

export function wanted(query: string): Wanted {
  const text = query.trim()
  if (text.includes('@')) return { by: 'email', text: emailKey(text) }
  if (/^[+\d][\d\s()./-]{3,}$/.test(text)) return { by: 'phone', digits: phoneKey(text) }
  const words = fold(text).split(' ').filter(Boolean)
  return { by: 'words', text: words.join(' '), words }
}
