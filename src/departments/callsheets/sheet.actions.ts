import { MAIN_UNIT } from '../../kernel/units.ts'
import { invalid, NotFound, Problem } from '../../kernel/problems.ts'
import type { Actor, ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import { engagementsOf } from '../people/index.ts'
import type { Override } from './callsheet.view.ts'
import type { Blocks, Overrides } from './sheet.blocks.ts'
import type { CallSheetId } from './sheet.contract.ts'
import * as store from './sheet.store.ts'
import { isFieldKey, isFieldValue } from './sheetFields.rules.ts'
import { recorded, refuseOwnApproval, refuseUnready, save, subjectOf, userOf } from './sheetKeeping.actions.ts'
import { get, notHere } from './sheetReads.actions.ts'
import * as units from './sheetUnits.store.ts'

interface Asked {
  scope: ProductionScope
  actor: Actor
  id: CallSheetId
  expected: number
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
    await recorded(app, tx, scope, { actor, verb, subject: subjectOf(sheet), before, after })
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

/** With which unit somebody works on the sheet's day, on every sheet of that date. @throws NotFound for a stranger */
export const setUnitOfDay = (app: App, asked: Asked & { engagementId: string; unit: string | null }) =>
  app.transaction(async (tx) => {
    const { scope, actor, id, expected, engagementId, unit } = asked
    const sheet = await store.lock(tx, scope, id)
    if (sheet === undefined) throw notHere()
    const who = (await engagementsOf(tx, scope)).find((each) => each.id === engagementId)
    if (who === undefined) throw new Problem(NotFound, {}, 'Nobody on this production answers to this.')
    const { onDate } = sheet
    const before = (await units.unitDays(tx, scope)).find(
      (each) => each.engagementId === engagementId && each.onDate === onDate,
    )
    if (unit === null) await units.clearUnitDay(tx, scope, engagementId, onDate)
    else await units.setUnitDay(tx, scope, { engagementId, onDate, unit })
    await save(tx, scope, sheet, expected, { status: 'draft', ready: null })
    const said = (it: string | null | undefined) => ({ [who.name]: it ?? who.unit ?? MAIN_UNIT })
    await recorded(app, tx, scope, {
      actor,
      verb: 'callsheet.unit_of_day',
      subject: subjectOf(sheet),
      before: said(before?.unit),
      after: said(unit),
    })
    return get(tx, scope, id)
  })

/** Approves. @throws NotReady with everything that is missing */
export const markReady = (app: App, asked: Asked) =>
  app.transaction(async (tx) => {
    const { scope, actor, id, expected } = asked
    const sheet = await store.lock(tx, scope, id)
    if (sheet === undefined) throw notHere()
    const { view } = await get(tx, scope, id)
    refuseUnready(view)
    await refuseOwnApproval(tx, sheet, actor)
    const { id: by, name: byName } = userOf(actor)
    await save(tx, scope, sheet, expected, { status: 'ready', ready: { at: app.clock.now(), by, byName } })
    await recorded(app, tx, scope, {
      actor,
      verb: 'callsheet.ready',
      subject: subjectOf(sheet),
      before: { status: sheet.status },
      after: { status: 'ready' },
    })
    return get(tx, scope, id)
  })

export const backToDraft = (app: App, asked: Asked) =>
  edit(app, asked, 'callsheet.draft', ({ status }) => ({ before: { status }, after: { status: 'draft' } }))

export const archive = (app: App, { scope, actor, id, expected }: Asked) =>
  app.transaction(async (tx) => {
    const sheet = await store.lock(tx, scope, id)
    if (sheet === undefined) throw notHere()
    await save(tx, scope, sheet, expected, { archivedAt: app.clock.now() })
    await recorded(app, tx, scope, { actor, verb: 'callsheet.archived', subject: subjectOf(sheet) })
    return { id }
  })
