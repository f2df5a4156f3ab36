import { NotFound, Problem } from '../../kernel/problems.ts'
import { redact } from '../../kernel/fields.ts'
import { dayText, type PlainDay } from '../../kernel/time.ts'
import { plural } from '../../kernel/words.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db } from '../../platform/database/database.ts'
import * as people from '../people/index.ts'
import * as productions from '../productions/index.ts'
import * as schedule from '../schedule/index.ts'
import type { BoardSheet } from '../schedule/index.ts'
import type { BoardReportFacts } from './board.facts.ts'
import { boardFacts } from './board.load.actions.ts'
import { crewList } from './crew.rules.ts'
import { askedOf, datesOf, doodTable } from './dood.rules.ts'
import type { DateKind } from './dood.rules.ts'
import { castList, elementList } from './elements.rules.ts'
import { narrowed, reportTitles, takes } from './filters.rules.ts'
import { markOf } from './mark.rules.ts'
import type { Report, ReportFilters, ReportName, ReportTable } from './report.contract.ts'
import { oneLiner, shootingSchedule } from './schedule.rules.ts'

interface Asked {
  scope: ProductionScope
  report: ReportName
  filters: ReportFilters
}

type Content = Report['content']

/** A report with everything computed: the page shows it, the press prints it, a spreadsheet takes it. @throws NotFound */
export async function read(db: Db, { scope, report, filters }: Asked): Promise<Report> {
  const known = Object.fromEntries(
    Object.entries(filters).filter(([name]) => takes[report].includes(name as keyof ReportFilters)),
  ) as ReportFilters
  return report === 'crew-list' ? crewReport(db, scope, known) : boardReport(db, scope, report, known)
}

async function head(db: Db, scope: ProductionScope, name: ReportName) {
  const { code, title, paperSize } = await productions.get(db, scope)
  return { name, title: reportTitles[name], production: { code, title }, paperSize }
}

const noChoices: Report['choices'] = { board: [], category: [], department: [], unit: [] }

async function crewReport(db: Db, scope: ProductionScope, filters: ReportFilters): Promise<Report> {
  const all = (await people.engagementsOf(db, scope)).map((one) => redact(people.Engagement, one, scope.sees))
  const departments = [...new Set(all.map((one) => one.department.name))]
  const shown = all.filter((one) => filters.department === undefined || one.department.name === filters.department)
  const content = crewList(
    shown.map((one) => ({
      name: one.name,
      department: one.department.name,
      position: one.title,
      phone: one.phone,
      email: one.email,
      works: one.works === 'every_shoot_day' ? 'Every shoot day' : 'Listed days',
      note: one.notes ?? '',
    })),
  )
  return {
    ...(await head(db, scope, 'crew-list')),
    source: `${plural(shown.length, 'person', 'people')}${filters.department === undefined ? '' : `, ${filters.department}`}`,
    mark: { text: '', hex: null },
    content,
    choices: { ...noChoices, department: departments.map((name) => ({ value: name, label: name })) },
    empty: shown.length > 0 ? null : 'Nobody is on this production yet. Put people on it under Crew and bookings.',
  }
}

async function boardReport(db: Db, scope: ProductionScope, name: ReportName, filters: ReportFilters): Promise<Report> {
  const boards = await schedule.boards(db, scope)
  const board =
    filters.board === undefined ? await schedule.activeBoard(db, scope) : boards.find(({ id }) => id === filters.board)
  if (board === undefined && filters.board !== undefined)
    throw new Problem(NotFound, {}, 'There is no such board here. It may have been put away.')
  if (board === undefined) return { ...(await head(db, scope, name)), ...withoutBoard }
  const sheet = await schedule.boardSheet(db, scope, board.id)
  const facts = await boardFacts(db, scope, sheet)
  const content = contentOf(sheet, name, narrowed(facts, filters), filters)
  return {
    ...(await head(db, scope, name)),
    source: sourceOf(sheet, filters),
    mark: await mark(db, scope, sheet),
    content,
    choices: {
      board: boards.map(({ id, name: label, state }) => ({
        value: id,
        label: state === 'active' ? `${label} (active)` : label,
      })),
      category: facts.categories
        .filter(({ key }) => facts.elements.some((element) => element.category === key))
        .map(({ key, label }) => ({ value: key, label })),
      department: [],
      unit: [...new Set(facts.days.map(({ unit }) => unit))].map((unit) => ({ value: unit, label: unit })),
    },
    empty: emptiness(content),
  }
}

function contentOf(
  sheet: BoardSheet,
  name: ReportName,
  facts: BoardReportFacts,
  { category, sort = 'number', idle }: ReportFilters,
): Content {
  switch (name) {
    case 'one-liner':
      return oneLiner(facts)
    case 'shooting-schedule':
      return shootingSchedule(facts)
    case 'cast-list':
      return castList(facts)
    case 'element-list':
      return elementList(
        category === undefined
          ? facts
          : { ...facts, categories: facts.categories.filter(({ key }) => key === category) },
      )
    default: {
      const { calendar } = sheet.facts
      const dates = datesOf(facts, (date) => kindOf(calendar && productions.restOn(calendar, date)))
      const of = category ?? 'cast'
      const answered = schedule.dayOutOfDays(dates, askedOf(facts, of), { showsIdleDays: idle === 'yes' })
      return doodTable({ facts, answered, legend: schedule.doodLegend, category: of, order: sort })
    }
  }
}

function kindOf(rest: ReturnType<typeof productions.restOn>): DateKind {
  if (rest === null) return 'other'
  return rest === 'hiatus' ? 'holiday' : rest
}

const emptyTable: ReportTable = {
  kind: 'table',
  isLandscape: false,
  sectionColumns: [],
  columns: [],
  detailsTitle: '',
  sections: [],
}

const withoutBoard = {
  source: '',
  mark: { text: 'DRAFT', hex: null },
  content: emptyTable,
  choices: noChoices,
  empty: 'There is no schedule yet. Import a script or a shot list, then build the board.',
} satisfies Partial<Report>

function emptiness(content: Content): string | null {
  if (content.kind === 'dood')
    return content.lines.length > 0 ? null : `Nothing of this category is on a scheduled day yet: ${content.category}.`
  return content.sections.length > 0 ? null : 'There is nothing here for these filters.'
}

const spanText = (from: PlainDay | undefined, until: PlainDay | undefined): string => {
  if (from === undefined && until === undefined) return ''
  return `, ${from ? dayText(from) : 'start'} to ${until ? dayText(until) : 'end'}`
}

function sourceOf({ facts, days }: BoardSheet, { unit, from, until }: ReportFilters): string {
  const shooting = days.filter(({ header }) => header.number !== null).length
  return `${facts.board.name}, ${plural(shooting, 'shooting day')}${unit === undefined ? '' : `, ${unit}`}${spanText(from, until)}`
}

/** The latest published revision of this board, and whether the board still is what was published. */
async function mark(db: Db, scope: ProductionScope, { facts }: BoardSheet): Promise<Report['mark']> {
  const last = (await schedule.issues(db, scope)).find(({ boardId }) => boardId === facts.board.id)
  if (last === undefined) return markOf(undefined, facts, undefined)
  const { facts: published } = await schedule.issued(db, scope, last.id)
  return markOf(last, facts, published)
}
