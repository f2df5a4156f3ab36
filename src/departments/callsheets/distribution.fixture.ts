import { nextCode } from '../../../tests/support/codes.ts'
import type { TestActor, TestOffice } from '../../../tests/support/office.ts'
import type { PersonId, ProductionId } from '../../kernel/ids.ts'
import type { DayMinute, PlainDay } from '../../kernel/time.ts'
import { systemScope } from '../../platform/access/scope.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import { createPerson } from '../people/person.contract.ts'
import { createProduction } from '../productions/production.contract.ts'
import type { CallSheetView, Frame, Override } from './callsheet.view.ts'
import { distribute } from './distribution.actions.ts'
import type { Distributed } from './distribution.actions.ts'
import * as notices from './notice.store.ts'
import type { Notice } from './notice.table.ts'
import type { Blocks } from './sheet.blocks.ts'
import type { CallSheetId, CallSheetIssueId } from './sheet.contract.ts'
import type { PersonFacts } from './sheet.facts.ts'
import { sampleBlocks, sampleFacts, samplePeople } from './sheet.samples.ts'
import * as sheets from './sheet.store.ts'
import { withWas } from './sheetChanges.rules.ts'
import { sheetView } from './sheetView.rules.ts'

export interface Member {
  name: string
  email: string
  phone: string
  personId: PersonId
  engagementId: string
}

export interface Version {
  /** Minutes of the day, by name of the person whose call it replaces. */
  calls?: Record<string, number>
  blocks?: Partial<Blocks>
  without?: string[]
  preliminary?: boolean
  /** The storyboard frame of the day's first scene. */
  frame?: Frame
}

export interface TestUnit {
  ana: TestActor
  productionId: ProductionId
  callSheetId: CallSheetId
  scope: ProductionScope
  members: Member[]
  named(name: string): Member
  /** Issues the sheet as it would stand with these differences. */
  issue(version?: Version): Promise<Distributed>
  notices(): Promise<Notice[]>
  notice(name: string): Promise<Notice>
  /** The personal link, as it stands in their mail. */
  tokenOf(name: string): Promise<string>
}

export const onDate = '2026-05-13' as PlainDay

/** A unit of so many people in the directory, with mail addresses, and a call sheet that can be issued to them. */
export async function aUnit(office: TestOffice, size = 12, languages: Record<string, string> = {}): Promise<TestUnit> {
  const { app } = office
  const ana = await office.as('coordinator')
  const code = nextCode('HLT')
  const production = await ana.call(createProduction, {
    body: { code, title: 'Harbour Light', kind: 'commercial', timeZone: 'Europe/London' },
  })
  const scope = systemScope(production.id, 'Priya Nandakumar')
  const cast: PersonFacts[] = []
  const members: Member[] = []
  for (const [i, person] of samplePeople.slice(0, size).entries()) {
    const email = `recipient${i + 1}@unit.example`
    const phone = `+4477009001${String(i).padStart(2, '0')}`
    const { id: personId } = await ana.call(createPerson, {
      body: {
        name: person.name,
        emails: [{ label: null, value: email }],
        phones: [{ label: null, value: phone }],
        languages: [languages[person.name] ?? 'en'],
      },
    })
    const engagementId = app.ids.next()
    members.push({ name: person.name, email, phone, personId, engagementId })
    cast.push({ ...person, personId, engagementId, phone })
  }
  const callSheetId = app.ids.next<CallSheetId>()
  await app.transaction((tx) =>
    sheets.insert(tx, scope, {
      id: callSheetId,
      onDate,
      unit: 'Main unit',
      variant: '',
      blocks: sampleBlocks(),
      overrides: {},
      createdAt: app.clock.now(),
      createdBy: null,
    }),
  )
  const named = (name: string): Member => {
    const member = members.find((it) => it.name === name)
    if (!member) throw new Error(`Nobody is called ${name}`)
    return member
  }
  let last: CallSheetView | null = null
  let number = 0
  const unit: TestUnit = {
    ana,
    productionId: production.id,
    callSheetId,
    scope,
    members,
    named,
    issue: async ({ calls = {}, blocks = {}, without = [], preliminary = false, frame } = {}) => {
      number += 1
      const overrides = Object.fromEntries(
        Object.entries(calls).map(([name, value]): [string, Override] => [
          `person.${named(name).engagementId}.call`,
          { value: value as DayMinute, by: 'Priya Nandakumar', at: app.clock.now().toString(), reason: null },
        ]),
      )
      const base = sampleFacts()
      const facts = {
        ...base,
        day: { ...base.day, rows: base.day.rows.map((row, i) => (i === 0 && frame ? { ...row, frame } : row)) },
        production: { ...base.production, code },
        people: cast.filter((it) => !without.includes(it.name)),
        revision: { number, issuedAt: app.clock.now().toString(), issuedText: 'Tue 12 May 2026, 18:10', preliminary },
      }
      const view = withWas(last, sheetView(facts, sampleBlocks(blocks), overrides))
      last = view
      return app.transaction(async (tx) => {
        const issue = await sheets.insertIssue(tx, scope, {
          id: app.ids.next<CallSheetIssueId>(),
          sheet: { id: callSheetId, onDate, unit: 'Main unit' },
          view,
          facts,
          sha256: '0'.repeat(64),
          boardId: null,
          scheduleIssueId: null,
          issuedAt: app.clock.now(),
          issuedBy: { id: null, name: 'Priya Nandakumar' },
        })
        return distribute(tx, app, scope, { issue, view })
      })
    },
    notices: () => notices.currentOf(app.db, scope, { onDate, unit: 'Main unit' }),
    notice: async (name) => {
      const found = (await unit.notices()).find((it) => it.engagement_id === named(name).engagementId)
      if (!found) throw new Error(`${name} has no notice`)
      return found
    },
    tokenOf: async (name) => {
      const { link_id: linkId } = await unit.notice(name)
      if (linkId === null) throw new Error(`${name} has no link`)
      return app.links.tokenOf(linkId)
    },
  }
  return unit
}
