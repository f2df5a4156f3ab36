import { z } from 'zod'
import { MAIN_UNIT } from '../../kernel/units.ts'
import { idOf, ProductionId } from '../../kernel/ids.ts'
import { problemType, Stale } from '../../kernel/problems.ts'
import { rawRoute, route } from '../../kernel/route.ts'
import { DayMinute, InstantText, PlainDay } from '../../kernel/time.ts'
import { CallSheetView, ChangeLine, CopyList } from './callsheet.view.ts'
import { Blocks, Overrides } from './sheet.blocks.ts'
import { SheetTrouble } from './sheetBlockers.rules.ts'

export const CallSheetId = idOf('CallSheetId')
export type CallSheetId = z.infer<typeof CallSheetId>
export const CallSheetIssueId = idOf('CallSheetIssueId')
export type CallSheetIssueId = z.infer<typeof CallSheetIssueId>

export const SheetStatus = z.enum(['draft', 'ready', 'published'])
export type SheetStatus = z.infer<typeof SheetStatus>

export const IssueLine = z.object({
  id: CallSheetIssueId,
  callSheetId: CallSheetId,
  number: z.int(),
  colour: z.string(),
  fill: z.string(),
  word: z.string(),
  preliminary: z.boolean(),
  sha256: z.string(),
  issuedAt: InstantText,
  issuedBy: z.string(),
})
export type IssueLine = z.infer<typeof IssueLine>

/** Whom the next issue would ask, tell, or release, against the issue that is out. */
export const Touched = z.object({
  ask: z.array(z.object({ engagementId: z.string(), name: z.string(), changes: z.array(ChangeLine) })),
  tell: z.array(z.object({ engagementId: z.string(), name: z.string(), changes: z.array(ChangeLine) })),
  release: z.array(z.object({ engagementId: z.string(), name: z.string() })),
})
export type Touched = z.infer<typeof Touched>

export const CallSheet = z.object({
  id: CallSheetId,
  onDate: PlainDay,
  unit: z.string(),
  variant: z.string(),
  status: SheetStatus,
  readyBy: z.string().nullable(),
  readyAt: InstantText.nullable(),
  version: z.int(),
  blocks: Blocks,
  overrides: Overrides,
  view: CallSheetView,
  troubles: z.array(SheetTrouble),
  /** The issue of this day and unit that is out, from this sheet or another variant. */
  current: IssueLine.nullable(),
  touched: Touched,
  /** Booked for the day and with another unit then. */
  otherUnits: z.array(z.object({ engagementId: z.string(), name: z.string(), position: z.string(), unit: z.string() })),
  variants: z.array(z.object({ id: CallSheetId, variant: z.string(), status: SheetStatus })),
  can: z.object({ edit: z.boolean(), approve: z.boolean(), publish: z.boolean() }),
})
export type CallSheet = z.infer<typeof CallSheet>

export const CallSheetLine = z.object({
  id: CallSheetId,
  onDate: PlainDay,
  unit: z.string(),
  variant: z.string(),
  status: SheetStatus,
  dayLabel: z.string(),
  call: DayMinute.nullable(),
  place: z.string(),
  people: z.int(),
  blockers: z.int(),
  warnings: z.int(),
  current: IssueLine.nullable(),
  /** People the sheet as it stands would ask again: above zero, the issue that is out is behind the plan. */
  toAsk: z.int(),
  version: z.int(),
})
export type CallSheetLine = z.infer<typeof CallSheetLine>

/** A day of the schedule without a sheet yet. */
export const OpenDay = z.object({ onDate: PlainDay, unit: z.string(), dayLabel: z.string(), scenes: z.int() })
export type OpenDay = z.infer<typeof OpenDay>

export const NotReady = problemType(
  'callsheet-not-ready',
  409,
  'The call sheet is not ready',
  z.object({ blockers: z.array(SheetTrouble) }),
)
/** The office wants another pair of eyes: whoever made the sheet does not approve it. */
export const NeedsAnother = problemType('callsheet-needs-another', 409, 'Somebody else approves this call sheet')

export const SheetExists = problemType(
  'callsheet-exists',
  409,
  'This day already has this sheet',
  z.object({ callSheetId: CallSheetId }),
)

/** What a copied sheet brings along from another day. Times are always computed anew, rest and availability looked at again. */
export const Carry = z.enum(['timing', 'notices', 'safety', 'channels', 'catering', 'vehicles', 'people'])
export type Carry = z.infer<typeof Carry>

const params = z.object({ productionId: ProductionId })
const sheetParams = params.extend({ callSheetId: CallSheetId })
const path = '/v1/productions/{productionId}/callsheets'
const one = `${path}/{callSheetId}`

export const listCallSheets = route({
  method: 'GET',
  path,
  summary: 'Call sheets of a production by day, and shooting days that have none',
  access: { ability: 'callsheets.read', on: 'production' },
  params,
  response: z.object({
    items: z.array(CallSheetLine),
    open: z.array(OpenDay),
    can: z.object({ edit: z.boolean() }),
  }),
})

export const createCallSheet = route({
  method: 'POST',
  path,
  summary: 'Make the call sheet of a day; it fills itself from schedule, bookings and locations',
  access: { ability: 'callsheets.edit', on: 'production' },
  params,
  body: z.object({
    onDate: PlainDay,
    unit: z.string().trim().min(1).max(60).default(MAIN_UNIT),
    variant: z.string().trim().max(60).default(''),
    /** Where the date was written with its weekday, both must agree. */
    weekday: z.string().max(20).optional(),
    copyFrom: z.object({ callSheetId: CallSheetId, carry: z.array(Carry) }).optional(),
  }),
  idempotencyKey: 'accepted',
  status: 201,
  response: CallSheet,
  problems: [SheetExists],
})

export const getCallSheet = route({
  method: 'GET',
  path: one,
  summary: 'A call sheet as it stands, with what is wrong and whom it would touch',
  access: { ability: 'callsheets.read', on: 'production' },
  params: sheetParams,
  response: CallSheet,
})

export const setOverride = route({
  method: 'PUT',
  path: `${one}/overrides/{key}`,
  summary: 'Put a value in place of a computed one; what the rule gives stays beside it',
  access: { ability: 'callsheets.edit', on: 'production' },
  params: sheetParams.extend({ key: z.string().max(120) }),
  body: z.object({
    value: z.union([DayMinute, z.string().max(500)]),
    reason: z.string().max(300).nullable().default(null),
  }),
  ifMatch: 'required',
  preview: true,
  response: CallSheet,
  problems: [Stale],
})

export const revertOverride = route({
  method: 'DELETE',
  path: `${one}/overrides/{key}`,
  summary: 'Go back to the computed value',
  access: { ability: 'callsheets.edit', on: 'production' },
  params: sheetParams.extend({ key: z.string().max(120) }),
  ifMatch: 'required',
  preview: true,
  response: CallSheet,
  problems: [Stale],
})

export const setUnitOfDay = route({
  method: 'PUT',
  path: `${one}/units/{engagementId}`,
  summary: 'Say with which unit somebody works on the day of this sheet; null: with their usual one again',
  access: { ability: 'callsheets.edit', on: 'production' },
  params: sheetParams.extend({ engagementId: z.uuid() }),
  body: z.object({ unit: z.string().trim().min(1).max(60).nullable() }),
  ifMatch: 'required',
  preview: true,
  response: CallSheet,
  problems: [Stale],
})

export const changeBlocks = route({
  method: 'PATCH',
  path: `${one}/blocks`,
  summary: 'Change what is typed on the sheet: weather, safety, notices, channels, timing and so on',
  access: { ability: 'callsheets.edit', on: 'production' },
  params: sheetParams,
  body: Blocks.partial(),
  ifMatch: 'required',
  preview: true,
  response: CallSheet,
  problems: [Stale],
})

export const markReady = route({
  method: 'POST',
  path: `${one}/ready`,
  summary: 'Approve the sheet for publishing',
  access: { ability: 'callsheets.approve', on: 'production' },
  params: sheetParams,
  ifMatch: 'required',
  response: CallSheet,
  problems: [NotReady, NeedsAnother, Stale],
})

export const backToDraft = route({
  method: 'POST',
  path: `${one}/draft`,
  summary: 'Take the approval back',
  access: { ability: 'callsheets.edit', on: 'production' },
  params: sheetParams,
  ifMatch: 'required',
  response: CallSheet,
  problems: [Stale],
})

export const publishCallSheet = route({
  method: 'POST',
  path: `${one}/publish`,
  summary: 'Issue the sheet: freeze it, and write to exactly those it touches',
  access: { ability: 'callsheets.publish', on: 'production' },
  params: sheetParams,
  body: z.object({ preliminary: z.boolean().default(false), changeNote: z.string().max(500).optional() }),
  ifMatch: 'required',
  idempotencyKey: 'required',
  preview: true,
  response: CallSheet,
  problems: [NotReady, NeedsAnother, Stale],
})

export const archiveCallSheet = route({
  method: 'POST',
  path: `${one}/archive`,
  summary: 'Put a sheet away; what was issued of it stays',
  access: { ability: 'callsheets.edit', on: 'production' },
  params: sheetParams,
  ifMatch: 'required',
  response: z.object({ id: CallSheetId }),
  problems: [Stale],
})

export const listIssues = route({
  method: 'GET',
  path: `${one}/issues`,
  summary: 'Everything issued for the day of this sheet, newest first',
  access: { ability: 'callsheets.read', on: 'production' },
  params: sheetParams,
  response: z.object({ items: z.array(IssueLine) }),
})

export const callSheetPdf = rawRoute({
  method: 'GET',
  path: `${one}/pdf`,
  summary: 'The sheet as PDF: one of its copies, or the copy of one person; as it stands, or as issued',
  access: { ability: 'callsheets.read', on: 'production' },
  params: sheetParams,
  query: z.object({
    copy: CopyList.optional(),
    engagementId: z.string().optional(),
    issueId: CallSheetIssueId.optional(),
  }),
  produces: 'application/pdf',
})
