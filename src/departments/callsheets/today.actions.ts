import {
  addDays,
  clockOf,
  dayAt,
  dayText,
  instantOf,
  type DayMinute,
  type PlainDay,
  type ZoneName,
} from '../../kernel/time.ts'
import type { TodayNews, TodayRow, TodayShoot } from '../../kernel/today.ts'
import type { TodayTeller } from '../../platform/department.ts'
import type { Db } from '../../platform/database/database.ts'
import { zonesOf } from '../productions/index.ts'
import { plannedDays, type PlannedDay } from '../schedule/index.ts'
import { isUndelivered } from './notice.rules.ts'
import { rulesOf } from './sheetRule.store.ts'
import { unitKey } from './sheetUnits.rules.ts'
import * as store from './today.store.ts'
import type { CurrentNotice, OutIssue } from './today.store.ts'

/** Sheets that are out are the front page's business for two weeks; that one is missing, for a week. */
const daysAhead = 14
const missingAhead = 8
const mostMissing = 8

/** What call sheets tell the front page: shoots and who has confirmed, what came back, who is silent, what is not out yet. */
export const callSheetsToday: TodayTeller = async (db, _scope, { productionIds, now }) => {
  const today = dayAt(now, 'UTC' as ZoneName)
  const span = { productionIds, from: today, until: addDays(today, daysAhead) }
  const notices = await store.currentNotices(db, span)
  const days = await plannedDays(db, { ...span, until: addDays(today, missingAhead) })
  const issues = await issuesOf(db, notices)
  const { issueBy } = await rulesOf(db)
  const zones = await zonesOf(
    db,
    days.map((day) => day.productionId),
  )
  return {
    shoots: shootsOf(notices, issues),
    needs: [...notices.flatMap(needOf), ...unissued(days, notices, { zones, issueBy })],
    waiting: notices.flatMap(waitOf),
  } satisfies TodayNews
}

async function issuesOf(db: Db, notices: readonly CurrentNotice[]): Promise<Map<string, OutIssue>> {
  const ids = [...new Set(notices.map((notice) => notice.issue_id))]
  const issues = ids.length === 0 ? [] : await store.outIssues(db, ids)
  return new Map(issues.map((issue) => [issue.id, issue]))
}

const threadKey = (row: { production_id: string; on_date: string; unit: string }) =>
  `${row.production_id} ${row.on_date} ${row.unit}`
const deskOf = (notice: CurrentNotice) =>
  `/productions/${notice.production_id}/callsheets/${notice.call_sheet_id}/distribution`

function shootsOf(notices: readonly CurrentNotice[], issues: ReadonlyMap<string, OutIssue>): TodayShoot[] {
  return [...Map.groupBy(notices, threadKey).values()].flatMap((thread) => {
    const first = thread[0]
    const issue = first && issues.get(first.issue_id)
    if (first === undefined || issue === undefined) return []
    const count = (test: (notice: CurrentNotice) => boolean) => thread.filter(test).length
    const silent = thread.filter((notice) => notice.asks && notice.state !== 'confirmed')
    return {
      productionId: first.production_id,
      onDate: first.on_date,
      label: issue.day_label,
      generalCall: issue.general_call === null ? null : clockOf(issue.general_call),
      place: issue.place,
      href: deskOf(first),
      counts: {
        people: thread.length,
        confirmed: count(({ state }) => state === 'confirmed'),
        opened: count(({ state }) => state === 'opened'),
        waiting: count(
          ({ state }) => state !== 'confirmed' && state !== 'opened' && state !== 'problem' && !isUndelivered(state),
        ),
        problem: count(({ state }) => state === 'problem'),
        bounced: count(({ state }) => isUndelivered(state)),
      },
      missing: silent.slice(0, mostMissing).map((notice) => ({
        name: notice.name,
        position: notice.position,
        call: notice.call_text,
        state: notice.state,
      })),
    }
  })
}

function needOf(notice: CurrentNotice): TodayRow[] {
  const row = {
    key: `callsheet ${notice.id}`,
    productionId: notice.production_id,
    since: notice.state_at.toString(),
    dueAt: notice.state_at.toString(),
    href: deskOf(notice),
    severity: 'blocks' as const,
  }
  const day = dayText(notice.on_date)
  if (notice.state === 'problem' && notice.problem?.answer === null)
    return [
      {
        ...row,
        kind: 'callsheet',
        title: `${notice.name} has a problem with ${day}`,
        detail: notice.problem.text,
        verb: 'Answer',
      },
    ]
  if (isUndelivered(notice.state))
    return [
      {
        ...row,
        kind: 'mail',
        title: `Call sheet for ${day} did not reach ${notice.name}`,
        detail: `${notice.position}, call ${notice.call_text}`,
        verb: 'Fix address',
      },
    ]
  return []
}

function waitOf(notice: CurrentNotice): TodayRow[] {
  const isSilent =
    notice.asks && notice.left_at !== null && ['sent', 'delivered', 'deferred', 'opened'].includes(notice.state)
  if (!isSilent) return []
  return [
    {
      key: `confirm ${notice.id}`,
      productionId: notice.production_id,
      kind: 'callsheet',
      severity: 'notes',
      title: `${notice.name}, ${notice.position}`,
      detail: `to confirm ${notice.call_text} on ${dayText(notice.on_date)}${notice.state === 'opened' ? ', opened' : ', not opened'}`,
      dueAt: null,
      since: notice.left_at?.toString() ?? null,
      verb: 'Nudge',
      href: deskOf(notice),
    },
  ]
}

function unissued(
  days: readonly PlannedDay[],
  notices: readonly CurrentNotice[],
  { zones, issueBy }: { zones: ReadonlyMap<string, ZoneName>; issueBy: DayMinute },
): TodayRow[] {
  const keyOf = (productionId: string, onDate: PlainDay, unit: string) => `${productionId} ${onDate} ${unitKey(unit)}`
  const out = new Set(notices.map((notice) => keyOf(notice.production_id, notice.on_date, notice.unit)))
  return days
    .filter((day) => day.type === 'shoot' && !out.has(keyOf(day.productionId, day.onDate, day.unit)))
    .map((day) => ({
      key: `unissued ${day.productionId} ${day.onDate} ${day.unit}`,
      productionId: day.productionId,
      kind: 'callsheet',
      severity: 'warns',
      title: `No call sheet is out for ${dayText(day.onDate)}`,
      detail: `${day.unit}; it goes out by ${clockOf(issueBy)} the day before`,
      dueAt: dueOf(day.onDate, issueBy, zones.get(day.productionId)),
      since: null,
      verb: 'Open',
      href: `/productions/${day.productionId}/callsheets`,
    }))
}

const dueOf = (onDate: PlainDay, issueBy: DayMinute, zone: ZoneName | undefined) =>
  instantOf(addDays(onDate, -1), issueBy, zone ?? ('UTC' as ZoneName)).toString()
