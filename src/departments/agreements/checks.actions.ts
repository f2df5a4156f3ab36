import { addDays, dayAt, type PlainDay } from '../../kernel/time.ts'
import { check, type TodayTeller } from '../../platform/department.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db } from '../../platform/database/database.ts'
import { get as productionOf } from '../productions/index.ts'
import * as store from './agreement.store.ts'
import type { AgreementRow } from './agreement.store.ts'
import { concernsOf, type Running } from './checks.rules.ts'
import { standings, subjects } from './coverage.actions.ts'
import { endsInDays } from './seals.actions.ts'
import { unsignedStarts } from './coverage.rules.ts'
import * as templates from './template.store.ts'

const running = (row: AgreementRow): Running => ({
  id: row.id,
  number: row.number,
  kind: row.kind,
  label: row.subject_label,
  state: row.state,
  signBy: row.sign_by,
  effectiveUntil: row.effective_until,
  noticeDays: row.notice_days,
  renewal: row.renewal,
  endReason: row.end_reason,
  sealFault: row.sealed_at === null ? row.seal_fault : null,
})

async function runningFacts(db: Db, scope: ProductionScope, now: Temporal.Instant) {
  const { timeZone } = await productionOf(db, scope)
  const papers = (await store.standing(db, scope)).map(running)
  return { papers, now, today: dayAt(now, timeZone), productionId: scope.productionId, timeZone }
}

/** Days from the beginning of the production until today: whoever works on one of them has started. */
async function startFacts(db: Db, scope: ProductionScope, now: Temporal.Instant) {
  const { timeZone, startsOn, endsOn } = await productionOf(db, scope)
  const today = dayAt(now, timeZone)
  const days: PlainDay[] = []
  for (let day = startsOn; day !== null && day <= (endsOn ?? today) && days.length < 400; day = addDays(day, 1))
    days.push(day)
  const needs = (await templates.rules(db)).needs.filter((it) => it.appliesTo === 'crew')
  return {
    subjects: await subjects(db, scope, days, today),
    needs,
    papers: await standings(db, scope, timeZone),
    today,
  }
}

export const agreementChecks = [
  check('agreements.running', runningFacts, concernsOf),
  check('agreements.unsigned_start', startFacts, (it) => unsignedStarts(it.subjects, it.needs, it.papers, it.today)),
]

const certificateEnds = (days: number) => ({
  key: 'agreement_seal',
  productionId: null,
  kind: 'office' as const,
  severity: days <= 14 ? ('warns' as const) : ('notes' as const),
  title:
    days < 0
      ? 'The certificate of the seal has ended'
      : `The certificate of the seal ends ${days === 0 ? 'today' : `in ${days} ${days === 1 ? 'day' : 'days'}`}`,
  detail: 'Papers are then sealed with the office’s own key. Bring the next certificate in time.',
  dueAt: null,
  since: null,
  verb: 'Renew',
  href: '/settings/seal',
})

/** What waits for others, and a certificate that ends, on the front page. */
export const agreementsToday: TodayTeller = async (db, scope, { productionIds, now }) => {
  const rows = await store.pendingOf(db, productionIds)
  const ends = scope.can('agreements.seal') ? await endsInDays(db, now) : null
  return {
    needs: ends === null ? [] : [certificateEnds(ends)],
    waiting: rows.map((row) => ({
      key: `agreement:${row.id}`,
      productionId: row.production_id,
      kind: 'paper' as const,
      severity:
        row.sign_by !== null && Temporal.Instant.compare(row.sign_by, now.add({ hours: 24 })) <= 0
          ? ('warns' as const)
          : ('notes' as const),
      title: `${row.number}: ${row.waits} has not signed`,
      detail: row.title,
      dueAt: row.sign_by?.toString() ?? null,
      since: row.sent_at?.toString() ?? null,
      verb: 'Look',
      href: `/productions/${row.production_id}/agreements?agreement=${row.id}`,
    })),
  }
}
