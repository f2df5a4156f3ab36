import { writeFile } from 'node:fs/promises'
import { addressOf } from '../../client/call.ts'
import {
  callSheetPdf,
  createCallSheet,
  getCallSheet,
  listCallSheets,
  publishCallSheet,
  type CallSheetLine,
} from '../../departments/callsheets/sheet.contract.ts'
import { getDesk, type NoticeLine } from '../../departments/callsheets/distribution.contract.ts'
import type { ProductionLine } from '../../departments/productions/production.contract.ts'
import { clockOf } from '../../kernel/time.ts'
import { plural } from '../../kernel/words.ts'
import { CommandFault, need, textOf, type Call, type Command, type Said } from './command.ts'
import { bytesOf, productionOf, withOfficeOverHttp, type Office } from './overHttp.ts'

const ACTIONS = { list, make, pdf, publish, who }

export const callSheetCommand: Command = {
  name: 'callsheet',
  usage:
    'callsheet list | make | pdf --to FILE | publish | who, with --production CODE [--date YYYY-MM-DD] [--unit NAME]',
  summary: 'Call sheets of a production: which there are, making one, its PDF, issuing it, who has confirmed',
  options: {
    production: { type: 'string' },
    date: { type: 'string' },
    unit: { type: 'string' },
    to: { type: 'string' },
    preliminary: { type: 'boolean' },
  },
  async run(call) {
    const action = ACTIONS[(call.words[0] ?? 'list') as keyof typeof ACTIONS]
    if (!action) throw new CommandFault(`unitbase callsheet knows ${Object.keys(ACTIONS).join(', ')}.`, 2)
    return withOfficeOverHttp(call, async (office) => action(call, office, await productionOf(call, office)))
  },
}

async function list(_: Call, office: Office, { id, code }: ProductionLine): Promise<Said> {
  const { items, open } = await office.caller.call(listCallSheets, { params: { productionId: id } })
  const lines = [
    ...items.map(lineOf),
    ...open.map(({ onDate, unit, scenes }) => `${onDate}  ${unit}: no sheet yet, ${plural(scenes, 'scene')}`),
  ]
  return { text: lines.length === 0 ? `${code} has no shooting days yet.` : lines.join('\n'), json: { items, open } }
}

function lineOf({
  onDate,
  unit,
  variant,
  status,
  call,
  place,
  people,
  blockers,
  current,
  toAsk,
}: CallSheetLine): string {
  const issued = current ? `, issue ${current.number} (${current.colour})` : ''
  const open = blockers > 0 ? `, ${blockers} to mend before it can be issued` : ''
  const behind = current && toAsk > 0 ? `, behind the plan: ${toAsk} to ask again` : ''
  const name = [unit, variant].filter(Boolean).join(', ')
  const time = call === null ? 'no call yet' : `call ${clockOf(call)}`
  return `${onDate}  ${name}: ${status}${issued}, ${time}, ${place || 'no place yet'}, ${people} people${open}${behind}`
}

async function sheetOf(call: Call, office: Office, { id, code }: ProductionLine): Promise<CallSheetLine> {
  const date = need(textOf(call, 'date'), '--date')
  const unit = textOf(call, 'unit')
  const { items } = await office.caller.call(listCallSheets, { params: { productionId: id } })
  const found = items.filter((sheet) => sheet.onDate === date && (unit === undefined || sheet.unit === unit))
  const [sheet, other] = found
  if (!sheet) throw new CommandFault(`${code} has no call sheet on ${date}. Make it: unitbase callsheet make`)
  if (other) throw new CommandFault(`${code} has several call sheets on ${date}: say which with --unit.`)
  return sheet
}

async function make(call: Call, office: Office, { id }: ProductionLine): Promise<Said> {
  const onDate = need(textOf(call, 'date'), '--date')
  const unit = textOf(call, 'unit')
  const params = { productionId: id }
  const sheet = await office.caller.call(createCallSheet, { params, body: { onDate, ...(unit && { unit }) } })
  const troubles = sheet.troubles.map((trouble) => `  ${trouble.message}`)
  return { text: [`The call sheet of ${sheet.onDate}, ${sheet.unit}, is there.`, ...troubles].join('\n'), json: sheet }
}

async function pdf(call: Call, office: Office, production: ProductionLine): Promise<Said> {
  const to = need(textOf(call, 'to'), '--to FILE')
  const sheet = await sheetOf(call, office, production)
  const params = { productionId: production.id, callSheetId: sheet.id }
  const query = sheet.current ? { issueId: sheet.current.id } : {}
  const bytes = await bytesOf(await office.fetch(addressOf(callSheetPdf, { params, query })))
  await writeFile(to, bytes)
  const what = sheet.current ? `issue ${sheet.current.number}` : 'the draft as it stands'
  return {
    text: `${sheet.onDate}, ${what}, is in ${to}.`,
    json: { file: to, sizeBytes: bytes.length, issue: sheet.current },
  }
}

async function publish(call: Call, office: Office, production: ProductionLine): Promise<Said> {
  const { id } = await sheetOf(call, office, production)
  const params = { productionId: production.id, callSheetId: id }
  const { version } = await office.caller.call(getCallSheet, { params })
  const sheet = await office.caller.call(publishCallSheet, {
    params,
    body: { preliminary: !!call.options['preliminary'] },
    ifMatch: version,
    idempotencyKey: `publish ${id} ${version}`,
  })
  const issue = sheet.current
  return {
    text: `Issued: ${sheet.onDate}, ${issue ? `issue ${issue.number} (${issue.colour})` : sheet.unit}.`,
    json: sheet,
  }
}

async function who(call: Call, office: Office, production: ProductionLine): Promise<Said> {
  const { id } = await sheetOf(call, office, production)
  const params = { productionId: production.id, callSheetId: id }
  const desk = await office.caller.call(getDesk, { params })
  const { confirmed, people, problem, bounced } = desk.counts
  const apart = [
    ...(problem > 0 ? [`${problem} with a problem`] : []),
    ...(bounced > 0 ? [`${bounced} not reached`] : []),
  ]
  const head = [`${desk.title}, ${desk.version}: ${confirmed} of ${people} confirmed`, ...apart].join(', ')
  return { text: [head, ...desk.people.map(noticeLine)].join('\n'), json: desk }
}

function noticeLine({ name, position, callText, state, problem, remedy }: NoticeLine): string {
  const more = problem ? `: ${problem.text || problem.reason}` : remedy ? `: ${remedy}` : ''
  return `  ${callText}  ${name}, ${position}: ${state}${more}`
}
