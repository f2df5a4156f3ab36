import { createHash } from 'node:crypto'
import { NotFound, Problem, Stale, invalid } from '../../kernel/problems.ts'
import type { Actor, ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { UserId } from '../../kernel/ids.ts'
import type { PlainDay } from '../../kernel/time.ts'
import type { CallSheetView, Override } from './callsheet.view.ts'
import { planNotices } from './distribution.rules.ts'
import type { Blocks, Overrides } from './sheet.blocks.ts'
import { NotReady, SheetExists } from './sheet.contract.ts'
import type { CallSheet, CallSheetId, Carry, IssueLine, Touched } from './sheet.contract.ts'
import type { RevisionFacts } from './sheet.facts.ts'
import * as store from './sheet.store.ts'
import { blockersOf, troublesOf, weekdayRefusal } from './sheetBlockers.rules.ts'
import { withWas } from './sheetChanges.rules.ts'
import { withoutPhones } from './sheetCopies.rules.ts'
import { blocksFor } from './sheetDefaults.rules.ts'
import { loadSources, factsFor } from './sheetFacts.actions.ts'
import type { Sources } from './sheetFacts.actions.ts'
import { personalViews } from './sheetPersonal.rules.ts'
import { isFieldKey, isFieldValue } from './sheetFields.rules.ts'
import { sheetView } from './sheetView.rules.ts'

interface Asked {
  scope: ProductionScope
  actor: Actor
  id: CallSheetId
  expected: number
}

const notHere = () => new Problem(NotFound, {}, 'There is no such call sheet here. It may have been put away.')

/** The number the next issue of this day would carry, before it is issued. */
export const nextRevision = (current: IssueLine | store.CurrentIssue | null, preliminary: boolean): RevisionFacts => ({
  number: current === null ? 1 : current.preliminary ? current.number : current.number + 1,
  issuedAt: null,
  issuedText: 'not issued yet',
  preliminary,
})

export const sameDay = (a: { onDate: string; unit: string }, b: { onDate: string; unit: string }): boolean =>
  a.onDate === b.onDate && a.unit.toLowerCase() === b.unit.toLowerCase()

/** The sheet as it would print now, against the issue that is out. */
export function viewOf(sources: Sources, sheet: store.SheetRow, current: store.CurrentIssue | null): CallSheetView {
  const facts = factsFor(sources, sheet, nextRevision(current, false))
  const compared = current === null || current.preliminary ? null : current.view
  return withWas(compared, sheetView(facts, sheet.blocks, sheet.overrides))
}

/** Whom issuing this would ask, tell or release. */
export function touchedBy(view: CallSheetView, current: store.CurrentIssue | null): Touched {
  const earlier =
    current === null || current.preliminary
      ? []
      : personalViews(current.view).map((personal) => ({
          engagementId: personal.engagementId,
          personal,
          released: false,
        }))
  const plan = planNotices(earlier, personalViews(view))
  const told = (task: 'ask' | 'tell') =>
    plan
      .filter((notice) => notice.task === task)
      .map(({ engagementId, personal, changes }) => ({
        engagementId,
        name: personal.name,
        changes: [...changes.changes, ...changes.told].map(({ key, label, was, now }) => ({
          key,
          label,
          before: was ?? '',
          after: now ?? '',
        })),
      }))
  const released = plan.filter((notice) => notice.task === 'release')
  return {
    ask: told('ask'),
    tell: told('tell'),
    release: released.map(({ engagementId, personal }) => ({ engagementId, name: personal.name })),
  }
}

export const issueLine = ({
  id,
  callSheetId,
  number,
  colour,
  fill,
  word,
  preliminary,
  sha256,
  issuedAt,
  issuedBy,
}: store.IssueRow): IssueLine => ({
  id,
  callSheetId,
  number,
  colour,
  fill,
  word,
  preliminary,
  sha256,
  issuedAt: issuedAt.toString(),
  issuedBy,
})

/** One sheet in full. @throws NotFound */
export async function get(db: Db, scope: ProductionScope, id: CallSheetId): Promise<CallSheet> {
  const sheet = await store.find(db, scope, id)
  if (sheet === undefined) throw notHere()
  const [sources, currents, all] = await Promise.all([
    loadSources(db, scope, [sheet.onDate]),
    store.currentIssues(db, scope),
    store.list(db, scope),
  ])
  const current = currents.find((issue) => sameDay(issue, sheet)) ?? null
  const view = viewOf(sources, sheet, current)
  return {
    id: sheet.id,
    onDate: sheet.onDate,
    unit: sheet.unit,
    variant: sheet.variant,
    status: sheet.status,
    readyBy: sheet.readyByName,
    readyAt: sheet.readyAt?.toString() ?? null,
    version: sheet.version,
    blocks: sheet.blocks,
    overrides: sheet.overrides,
    view: scope.sees('callsheets', 'contact') ? view : withoutPhones(view),
    troubles: troublesOf(view),
    current: current === null ? null : issueLine(current),
    touched: touchedBy(view, current),
    variants: all
      .filter((other) => sameDay(other, sheet) && other.id !== sheet.id)
      .map(({ id, variant, status }) => ({ id, variant, status })),
    can: {
      edit: scope.can('callsheets.edit'),
      approve: scope.can('callsheets.approve'),
      publish: scope.can('callsheets.publish'),
    },
  }
}

export interface Create {
  scope: ProductionScope
  actor: Actor
  onDate: PlainDay
  unit: string
  variant: string
  weekday?: string | undefined
  copyFrom?: { callSheetId: CallSheetId; carry: Carry[] } | undefined
}

/** Makes the sheet of a day. It is full at once; only typed blocks start from custom, or from another day's sheet. */
export const create = (app: App, { scope, actor, onDate, unit, variant, weekday, copyFrom }: Create) =>
  app.transaction(async (tx) => {
    const refusal = weekday === undefined ? undefined : weekdayRefusal(onDate, weekday)
    if (refusal !== undefined) throw invalid('/weekday', refusal)
    const there = await store.ofDay(tx, scope, { onDate, unit, variant })
    if (there !== undefined)
      throw new Problem(
        SheetExists,
        { callSheetId: there.id },
        'Open the sheet that is there, or name this one as a variant.',
      )
    const sources = await loadSources(tx, scope)
    const fresh = blocksFor(sources.kind, sources.production.timeZone)
    const from = copyFrom && (await store.find(tx, scope, copyFrom.callSheetId))
    if (copyFrom && from === undefined) throw notHere()
    const id = app.ids.next<CallSheetId>()
    const carried = from === undefined ? { blocks: fresh, overrides: {} } : carry(fresh, from, copyFrom?.carry ?? [])
    const createdBy = userOf(actor).id
    await store.insert(tx, scope, { id, onDate, unit, variant, ...carried, createdAt: app.clock.now(), createdBy })
    await recorded(app, tx, scope, actor, 'callsheet.created', { id, label: label(onDate, unit, variant) }, null, {
      onDate,
      unit,
      variant,
    })
    return get(tx, scope, id)
  })

/** What a copy takes along. Times stay computed; only offsets and words of people are carried, never fixed calls. */
function carry(fresh: Blocks, from: store.SheetRow, what: Carry[]): { blocks: Blocks; overrides: Overrides } {
  const has = (name: Carry) => what.includes(name)
  const { blocks } = from
  return {
    blocks: {
      ...fresh,
      ...(has('timing') && { timing: blocks.timing }),
      ...(has('notices') && { notices: blocks.notices, extras: blocks.extras }),
      ...(has('safety') && { safety: blocks.safety }),
      ...(has('channels') && { channels: blocks.channels }),
      ...(has('catering') && { caterer: blocks.caterer, diets: blocks.diets, lunchPlace: blocks.lunchPlace }),
      ...(has('vehicles') && { vehicles: blocks.vehicles }),
      officePhone: blocks.officePhone,
    },
    overrides: Object.fromEntries(
      Object.entries(from.overrides).filter(
        ([key, { value }]) =>
          (has('timing') && key.startsWith('department.')) ||
          (has('people') && key.startsWith('person.') && typeof value === 'string'),
      ),
    ),
  }
}

/** Edits under the version the editor saw. A sheet that was ready or out is a draft again; what was issued stays. */
async function edit(
  app: App,
  { scope, actor, id, expected }: Asked,
  verb: string,
  change: (sheet: store.SheetRow) => { blocks?: Blocks; overrides?: Overrides; before: object; after: object },
) {
  return app.transaction(async (tx) => {
    const sheet = await store.lock(tx, scope, id)
    if (sheet === undefined) throw notHere()
    const { before, after, ...written } = change(sheet)
    await save(tx, scope, sheet, expected, { ...written, status: 'draft', ready: null })
    await recorded(app, tx, scope, actor, verb, subjectOf(sheet), before, after)
    return get(tx, scope, id)
  })
}

export const setOverride = (
  app: App,
  asked: Asked & { key: string; value: Override['value']; reason: string | null },
) =>
  edit(app, asked, 'callsheet.overridden', ({ overrides }) => {
    const { key, value, reason, actor } = asked
    if (!isFieldKey(key)) throw invalid('{key}', 'The sheet has no field of that name.')
    if (!isFieldValue(key, value))
      throw invalid('/value', 'This field takes a time, O/C, W/N or per HOD; words go where words stand.')
    const override = { value, reason, by: userOf(actor).name, at: app.clock.now().toString() }
    return {
      overrides: { ...overrides, [key]: override },
      before: { [key]: overrides[key]?.value ?? null },
      after: { [key]: value },
    }
  })

export const revertOverride = (app: App, asked: Asked & { key: string }) =>
  edit(app, asked, 'callsheet.reverted', ({ overrides }) => {
    const { [asked.key]: gone, ...rest } = overrides
    return { overrides: rest, before: { [asked.key]: gone?.value ?? null }, after: { [asked.key]: null } }
  })

export const changeBlocks = (app: App, asked: Asked & { change: Partial<Blocks> }) =>
  edit(app, asked, 'callsheet.changed', ({ blocks }) => {
    const names = Object.keys(asked.change) as (keyof Blocks)[]
    const only = (from: Partial<Blocks>) => Object.fromEntries(names.map((name) => [name, from[name]]))
    return { blocks: { ...blocks, ...asked.change }, before: only(blocks), after: only(asked.change) }
  })

/** Approves. @throws NotReady with everything that is missing */
export const markReady = (app: App, asked: Asked) =>
  app.transaction(async (tx) => {
    const { scope, actor, id, expected } = asked
    const sheet = await store.lock(tx, scope, id)
    if (sheet === undefined) throw notHere()
    const { view } = await get(tx, scope, id)
    refuseUnready(view)
    const { id: by, name: byName } = userOf(actor)
    await save(tx, scope, sheet, expected, { status: 'ready', ready: { at: app.clock.now(), by, byName } })
    await recorded(
      app,
      tx,
      scope,
      actor,
      'callsheet.ready',
      subjectOf(sheet),
      { status: sheet.status },
      { status: 'ready' },
    )
    return get(tx, scope, id)
  })

export const backToDraft = (app: App, asked: Asked) =>
  edit(app, asked, 'callsheet.draft', ({ status }) => ({ before: { status }, after: { status: 'draft' } }))

export const archive = (app: App, { scope, actor, id, expected }: Asked) =>
  app.transaction(async (tx) => {
    const sheet = await store.lock(tx, scope, id)
    if (sheet === undefined) throw notHere()
    await save(tx, scope, sheet, expected, { archivedAt: app.clock.now() })
    await recorded(app, tx, scope, actor, 'callsheet.archived', subjectOf(sheet), null, null)
    return { id }
  })

export function refuseUnready(view: CallSheetView): void {
  const blockers = blockersOf(view)
  if (blockers.length === 0) return
  throw new Problem(NotReady, { blockers }, blockers.map((blocker) => `${blocker.message} ${blocker.remedy}`).join(' '))
}

export async function save(
  tx: Tx,
  scope: ProductionScope,
  sheet: store.SheetRow,
  expected: number,
  change: store.SheetChange,
) {
  const saved = await store.update(tx, scope, sheet.id, expected, change)
  if (saved !== undefined) return saved
  throw new Problem(
    Stale,
    { expected, current: sheet.version },
    'Somebody changed this sheet while you had it open. Look at what is there now, then decide.',
  )
}

export const userOf = (actor: Actor): { id: UserId | null; name: string } =>
  actor.kind === 'user'
    ? { id: actor.userId, name: actor.name }
    : { id: null, name: actor.kind === 'system' ? actor.name : 'A guest' }

export const label = (onDate: string, unit: string, variant: string): string =>
  [`Call sheet ${onDate}`, /^main\b/i.test(unit) ? '' : unit, variant].filter((part) => part !== '').join(', ')

export const subjectOf = (sheet: store.SheetRow) => ({
  id: sheet.id,
  label: label(sheet.onDate, sheet.unit, sheet.variant),
})

/** The trail and the news of a change, in the transaction that made it. */
export async function recorded(
  app: App,
  tx: Tx,
  scope: ProductionScope,
  actor: Actor,
  verb: string,
  subject: { id: string; label: string },
  before: object | null,
  after: object | null,
) {
  const { productionId } = scope
  await app.audit.record(tx, actor, verb, { subject: { kind: 'callsheet', ...subject }, productionId, before, after })
  await app.announce(tx, { department: 'callsheets', productionId, ids: [subject.id] })
}

/** The fingerprint of a sheet's content, kept with its issue. */
export const fingerprint = (view: CallSheetView): string =>
  createHash('sha256').update(JSON.stringify(view)).digest('hex')
