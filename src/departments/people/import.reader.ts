import { ContactDraft, type ReadFile, type ReadRecord, type Unreadable } from './draft.contract.ts'
import { readCsv, type CsvFile, type Reading } from './csv.reader.ts'
import { settled } from './draft.rules.ts'
import { fold } from './likeness.rules.ts'
import { refusalOf } from './text.reader.ts'
import { readVcards } from './vcard.reader.ts'

export type ReadContacts = { readonly refusal: string } | (ReadFile & { readonly columns: CsvFile['columns'] })

/** The most records one file may hold; a larger address book is split before it comes in. */
const MOST_RECORDS = 20_000

/**
 * Reads a contact file of either kind, told apart by its content and not its name. Never throws: what is no contact
 * file at all gives a refusal in words, what is partly readable gives both parts.
 */
export function readContacts(bytes: Uint8Array, how: Reading): ReadContacts {
  const refusal = refusalOf(bytes)
  if (refusal !== null) return { refusal }
  const isVcard = /BEGIN:VCARD/i.test(new TextDecoder('latin1').decode(bytes.subarray(0, 65_536)).replace(/\0/g, ''))
  const read = isVcard ? { ...readVcards(bytes), columns: [] } : readCsv(bytes, how)
  if (read.records.length > MOST_RECORDS)
    return { refusal: `The file holds ${read.records.length} records. Split it into files of at most ${MOST_RECORDS}.` }
  const known = new Set(how.departments.map(({ name }) => fold(name)))
  const records = read.records.map((record) => ({
    ...record,
    contact: settled(record.contact, (name) => known.has(fold(name))),
  }))
  return { ...read, ...within(records, read.unreadable) }
}

/** Values no record can hold (a name of ten thousand letters) make the row unreadable, by name, instead of being cut. */
function within(
  records: readonly ReadRecord[],
  unreadable: readonly Unreadable[],
): Pick<ReadFile, 'records' | 'unreadable'> {
  const good: ReadRecord[] = []
  const bad: Unreadable[] = [...unreadable]
  for (const record of records) {
    const parsed = ContactDraft.safeParse(record.contact)
    if (parsed.success) good.push(record)
    else {
      const where = String(parsed.error.issues[0]?.path[0] ?? 'name')
      bad.push({
        line: record.line,
        text: record.contact.name.slice(0, 120),
        reason: `The ${where === 'name' ? 'name' : `field ${where}`} is longer than a record can hold, or not what it should be.`,
      })
    }
  }
  return { records: good, unreadable: bad.sort((a, b) => a.line - b.line) }
}
