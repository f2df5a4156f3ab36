import type { PersonId } from '../../kernel/ids.ts'
import { Problem } from '../../kernel/problems.ts'
import type { Actor, OfficeScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { ContactDraft } from './draft.contract.ts'
import * as duplicates from './duplicates.store.ts'
import { addEntries, entriesOf, writeEntry, type Entry } from './entry.actions.ts'
import { ContactsUnreadable, type ContactFile, type ImportResult } from './import.contract.ts'
import { readContacts, type ReadContacts } from './import.reader.ts'
import { reachKey } from './keys.rules.ts'
import { nameKey } from './likeness.rules.ts'
import { complete } from './merge.rules.ts'
import { departmentsOf } from './lookup.actions.ts'
import type { ImportPlan, PlanRow, RowChoice } from './plan.contract.ts'
import { addsOf, defaultChoice, planImport } from './plan.rules.ts'

type Read = Exclude<ReadContacts, { refusal: string }>

/** What the file would do to the directory. @throws ContactsUnreadable */
export async function plan(db: Db, scope: OfficeScope, file: ContactFile): Promise<ImportPlan> {
  const contents = await read(db, file)
  return planImport(contents, await knownTo(db, scope, contents))
}

async function read(db: Db, { content, columns, list }: ContactFile): Promise<Read> {
  const departments = await departmentsOf(db)
  const contents = readContacts(Buffer.from(content, 'base64'), {
    departments,
    choices: columns as Record<number, never>,
    list,
  })
  if ('refusal' in contents) throw new Problem(ContactsUnreadable, { reason: contents.refusal }, contents.refusal)
  return contents
}

/** Records that may be somebody in the file; the plan compares them in full. */
async function knownTo(db: Db, scope: OfficeScope, { records }: Read): Promise<Entry[]> {
  const entries: Entry[] = []
  for (const kind of ['person', 'company'] as const) {
    const drafts = records.flatMap(({ contact }) => (contact.kind === kind ? [contact] : []))
    if (drafts.length === 0) continue
    const ids = await duplicates.candidates(db, scope, kind, tracesOf(drafts))
    for (let at = 0; at < ids.length; at += 2000)
      entries.push(...(await entriesOf(db, scope, kind, ids.slice(at, at + 2000))))
  }
  return entries
}

const tracesOf = (drafts: readonly ContactDraft[]): duplicates.Traces => ({
  nameKeys: drafts.flatMap(({ name, otherNames, kind }) => [name, ...otherNames].map((each) => nameKey(each, kind))),
  reachKeys: drafts.flatMap(({ emails, phones }) => [
    ...emails.map(({ value }) => reachKey('email', value)),
    ...phones.map(({ value }) => reachKey('phone', value)),
  ]),
})

interface Import {
  readonly scope: OfficeScope
  readonly actor: Actor
  readonly file: ContactFile
  readonly choices: Readonly<Record<string, RowChoice>>
}

/**
 * Imports as decided. The plan is made again inside the transaction, one import at a time, so that two people importing
 * the same list, or one pressing twice, add everybody once.
 */
export const run = (app: App, { scope, actor, file, choices }: Import): Promise<ImportResult> =>
  app.transaction(async (tx) => {
    await duplicates.holdImports(tx)
    const contents = await read(tx, file)
    const known = await knownTo(tx, scope, contents)
    const drafts = new Map(contents.records.map(({ line, contact }) => [line, contact]))
    const outcome = decide(app, planImport(contents, known).rows, drafts, known, choices)
    await addEntries(app, tx, scope, [...outcome.added.values()], `imported from ${file.fileName}`)
    for (const entry of outcome.completed.values()) await writeEntry(app, tx, scope, entry)
    await note(app, tx, actor, file.fileName, outcome)
    const { same, left } = outcome
    return {
      added: outcome.added.size,
      completed: outcome.completed.size,
      same,
      people: peopleOf(outcome, drafts),
      left,
    }
  })

interface Outcome {
  /** By line of the file. */
  readonly added: Map<number, { id: string; contact: ContactDraft }>
  /** By id of the record. */
  readonly completed: Map<string, Entry>
  same: number
  /** Whose record each line is now, by line. */
  readonly records: Map<number, string>
  readonly left: ImportResult['left']
}

/** Works through the lines from the top, because a line may complete the record an earlier one made. */
function decide(
  app: App,
  rows: readonly PlanRow[],
  drafts: ReadonlyMap<number, ContactDraft>,
  known: readonly Entry[],
  choices: Import['choices'],
): Outcome {
  const outcome: Outcome = { added: new Map(), completed: new Map(), same: 0, records: new Map(), left: [] }
  const records = new Map(known.map((entry) => [entry.id, entry]))
  for (const row of rows) {
    const draft = drafts.get(row.line)
    const choice = row.status === 'unreadable' ? null : (choices[String(row.line)] ?? defaultChoice(row))
    const leave = (reason: string) => outcome.left.push({ line: row.line, name: row.name, reason })
    if (row.status === 'unreadable' || draft === undefined) leave(row.reason ?? 'It could not be read.')
    else if (choice === null) leave('Nobody decided whether this is a new record.')
    else if (choice.do === 'skip' && row.status === 'same') {
      outcome.same++
      outcome.records.set(
        row.line,
        row.matches.find(({ recordId, adds }) => recordId && adds.length === 0)?.recordId ?? '',
      )
    } else if (choice.do === 'skip') leave('Left out as chosen.')
    else if (choice.do === 'add') {
      const id = app.ids.next()
      outcome.added.set(row.line, { id, contact: draft })
      outcome.records.set(row.line, id)
    } else if (choice.do === 'complete_line') {
      const earlier = outcome.added.get(choice.line)
      if (earlier === undefined) leave(`Line ${choice.line} was not added, so there is nothing to complete.`)
      else {
        outcome.added.set(choice.line, { id: earlier.id, contact: complete(earlier.contact, draft) })
        outcome.records.set(row.line, earlier.id)
      }
    } else if (completeRecord(outcome, records, choice.recordId, draft)) outcome.records.set(row.line, choice.recordId)
    else leave('The record it should complete is not there any more.')
  }
  return outcome
}

/** @returns false when the record is not there any more, or is of the other kind */
function completeRecord(outcome: Outcome, records: Map<string, Entry>, id: string, draft: ContactDraft): boolean {
  const record = outcome.completed.get(id) ?? records.get(id)
  if (record === undefined || record.contact.kind !== draft.kind) return false
  if (addsOf(record.contact, draft).length === 0) outcome.same++
  else outcome.completed.set(id, { ...record, contact: complete(record.contact, draft) })
  return true
}

const peopleOf = ({ records }: Outcome, drafts: ReadonlyMap<number, ContactDraft>): ImportResult['people'] =>
  [...records].flatMap(([line, id]) =>
    drafts.get(line)?.kind === 'person' ? [{ line, personId: id as PersonId }] : [],
  )

async function note(
  app: App,
  tx: Tx,
  actor: Actor,
  fileName: string,
  { added, completed, left }: Outcome,
): Promise<void> {
  for (const { id, contact } of added.values())
    await app.audit.record(tx, actor, `${contact.kind}.imported`, {
      subject: { kind: contact.kind, id, label: contact.name },
      after: { file: fileName },
    })
  for (const { id, contact } of completed.values())
    await app.audit.record(tx, actor, `${contact.kind}.completed`, {
      subject: { kind: contact.kind, id, label: contact.name },
      after: { file: fileName },
    })
  if (added.size + completed.size + left.length > 0)
    await app.announce(tx, { department: 'people', productionId: null, ids: [] })
}
