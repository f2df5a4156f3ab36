import { money, moneyText } from '../../kernel/money.ts'
import { demandFresh, invalid, NotFound, Problem } from '../../kernel/problems.ts'
import { dayAt, dayText, type ZoneName } from '../../kernel/time.ts'
import type { Actor, OfficeScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import * as people from '../people/index.ts'
import './pay.events.ts'
import { isCurrent, latestDayRate } from './rate.rules.ts'
import type { NewRate, Rate, RateId } from './rate.contract.ts'
import * as store from './rate.store.ts'
import type { Holder } from './rate.store.ts'

type Day = Pick<App, 'clock'>
const todayOf = ({ clock }: Day) => dayAt(clock.now(), 'UTC' as ZoneName)

const shown = (rows: readonly store.RateRow[], row: store.RateRow, today: string): Rate => ({
  id: row.id,
  position: row.position,
  basis: row.basis,
  validFrom: row.validFrom,
  amount: money(row.minor, row.currency),
  guaranteedMinutes: row.guaranteedMinutes,
  profile: row.profileId === null ? null : { id: row.profileId, name: row.profileName ?? '' },
  terms: row.terms,
  market: row.market,
  media: row.media,
  termMonths: row.termMonths,
  source: row.source,
  note: row.note,
  createdBy: row.createdBy,
  isCurrent: row.archivedAt === null && isCurrent(rows, row, today),
  version: row.version,
})

export async function ratesOf(app: Day & { db: Db }, scope: OfficeScope, holder: Holder) {
  const rows = await store.ofHolder(app.db, holder)
  const today = todayOf(app)
  return { items: rows.map((row) => shown(rows, row, today)), can: { edit: scope.can('pay.edit') } }
}

interface Write {
  readonly actor: Actor
  readonly holder: Holder
}

export const add = (app: App, { actor, holder, body }: Write & { body: NewRate }): Promise<Rate> =>
  app.transaction(async (tx) => {
    const name = await named(tx, holder)
    if (body.profileId && !(await store.profiles(tx)).some(({ id }) => id === body.profileId))
      throw invalid('/profileId', 'This overtime table is not there any more.')
    const id = app.ids.next<RateId>()
    await store.insertRate(tx, {
      id,
      person_id: holder.personId ?? null,
      company_id: holder.companyId ?? null,
      position: body.position,
      basis: body.basis,
      amount_minor: body.amount.minor,
      currency: body.amount.currency,
      guaranteed_minutes: body.guaranteedMinutes ?? null,
      profile_id: body.profileId ?? null,
      terms: JSON.stringify(body.terms ?? {}),
      market: body.basis === 'usage' ? (body.market ?? null) : null,
      media: body.media ?? null,
      term_months: body.termMonths ?? null,
      valid_from: body.validFrom,
      source: body.source ?? 'typed in',
      note: body.note ?? null,
      created_at: app.clock.now().toString(),
      created_by: actor.kind === 'user' ? actor.name : actor.kind,
      archived_at: null,
    })
    return settle(app, tx, { actor, holder, name, id }, 'pay.rate_added')
  })

export const withdraw = (
  app: App,
  { actor, holder, id, expected, withdrawn }: Write & { id: RateId; expected: number; withdrawn: boolean },
): Promise<Rate> =>
  app.transaction(async (tx) => {
    const name = await named(tx, holder)
    const before = await store.lockRate(tx, holder, id)
    if (before === undefined) throw new Problem(NotFound, {}, 'This rate is not there any more.')
    demandFresh({ expected, current: before.version }, `the rate for ${before.position}`)
    await store.setWithdrawn(tx, id, withdrawn ? app.clock.now().toString() : null)
    return settle(app, tx, { actor, holder, name, id }, withdrawn ? 'pay.rate_withdrawn' : 'pay.rate_restored')
  })

/** @throws NotFound */
async function named(tx: Tx, { personId, companyId }: Holder): Promise<string> {
  const found =
    personId === undefined
      ? (await people.companiesByIds(tx, [companyId])).get(companyId)
      : (await people.byIds(tx, [personId]))[0]
  if (found === undefined)
    throw new Problem(
      NotFound,
      {},
      `There is no such ${personId === undefined ? 'company' : 'person'} in the directory.`,
    )
  return found.name
}

interface Settled {
  readonly actor: Actor
  readonly holder: Holder
  readonly name: string
  readonly id: RateId
}

async function settle(app: App, tx: Tx, { actor, holder, name, id }: Settled, verb: string): Promise<Rate> {
  const rows = await store.ofHolder(tx, holder)
  const row = await store.byId(tx, holder, id)
  const today = todayOf(app)
  const day = latestDayRate(rows, today)
  if (holder.personId !== undefined)
    await app.emit(tx, 'pay.rates_changed', {
      personId: holder.personId,
      day: day ? money(day.minor, day.currency) : null,
    })
  const rate = shown(rows, row as store.RateRow, today)
  const subject =
    holder.personId === undefined ? { kind: 'company', id: holder.companyId } : { kind: 'person', id: holder.personId }
  await app.audit.record(tx, actor, verb, {
    subject: { ...subject, label: name },
    after: {
      rateNote: `${rate.position}: ${moneyText(rate.amount ?? money(0, 'USD'))} a ${rate.basis} from ${dayText(rate.validFrom, { year: true })}`,
    },
  })
  await app.announce(tx, { department: 'pay', productionId: null, ids: [subject.id] })
  return rate
}
