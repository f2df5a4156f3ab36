import { dayAt, dayText } from '../../kernel/time.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import { letterhead } from '../../platform/house.ts'
import { writeCsv } from '../../platform/spreadsheet/index.ts'
import { fileAnswer } from '../../platform/http/fileAnswer.ts'
import * as office from '../office/index.ts'
import * as productions from '../productions/index.ts'
import { breakdownGrid, breakdownLines, kindWords } from './breakdown.rules.ts'
import { all } from './role.actions.ts'
import type { RoleId } from './role.contract.ts'

interface Asked {
  readonly scope: ProductionScope
  readonly format: 'pdf' | 'csv'
  readonly roleIds: readonly RoleId[] | undefined
  readonly rates: boolean
  readonly paper: 'a4' | 'letter'
}

/** Roles to post elsewhere. A confidential role goes along only when it is asked for by itself. */
export async function breakdown(app: App, { scope, format, roleIds, rates, paper }: Asked): Promise<Response> {
  const roles = (await all(app.db, scope)).filter(({ id, isConfidential }) =>
    roleIds === undefined ? !isConfidential : roleIds.includes(id),
  )
  const production = await productions.get(app.db, scope)
  const may = { rates: rates && scope.sees('casting', 'rate') }
  const today = dayAt(app.clock.now(), production.timeZone)
  const name = `${production.code}_CastingBreakdown_${today.replaceAll('-', '')}.${format}`
  const press = await letterhead(app)
  const bytes =
    format === 'csv'
      ? writeCsv(breakdownGrid(roles, may))
      : await press.render('casting-breakdown', {
          paper,
          title: production.title,
          sub: `${production.code}, ${roles.length === 1 ? 'one role' : `${roles.length} roles`}`,
          date: dayText(today, { year: true }),
          office: (await office.officeSettings(app.db)).name,
          roles: roles.map((role) => ({
            name: role.name,
            kind: kindWords[role.kind],
            breakdown: role.breakdown,
            lines: breakdownLines(role, may),
          })),
        })
  return format === 'csv'
    ? fileAnswer(bytes, { type: 'text/csv; charset=utf-8', name })
    : fileAnswer(bytes, { type: 'application/pdf', name, inline: true })
}
