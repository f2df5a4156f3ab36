import { z } from 'zod'
import type { LinkId, ProductionId } from '../../kernel/ids.ts'
import { systemScope } from '../../platform/access/scope.ts'
import { within, type App } from '../../platform/app.ts'
import { job, work } from '../../platform/jobs.ts'
import * as people from '../people/index.ts'
import * as productions from '../productions/index.ts'
import { ask, write } from './ask.actions.ts'
import { dayOf } from './matrix.actions.ts'
import { chaseAgain, chaseOnExpiry } from './chase.rules.ts'
import { chasingOf } from './chasing.store.ts'
import { daysLater } from './matrix.rules.ts'
import * as store from './papers.store.ts'

const round = job('papers.chase', z.object({}), { tries: 3, timeoutSeconds: 600, every: '20 7 * * *' })

type Due = Awaited<ReturnType<typeof store.toChase>>[number]

/** Once a day: asks again for what was not handed in, and for the next one of what is about to end. */
export async function chase(app: App): Promise<void> {
  const today = dayOf(app.clock.now())
  const rules = await chasingOf(app.db)
  const until = daysLater(today, Math.max(...rules.noticeDays))
  const rows = await store.toChase(app.db, { today, until, most: rules.againMost })
  const again = rows.filter(
    ({ state, askedAt, chasedAt, chases }) =>
      state === 'asked' &&
      askedAt !== null &&
      chaseAgain(rules, { lastAskedOn: dayOf(chasedAt ?? askedAt), chases }, today),
  )
  for (const [linkId, papers] of Map.groupBy(again, (it) => it.linkId))
    if (linkId !== null) await remind(app, linkId, papers)
  for (const paper of rows.filter(({ state }) => state === 'accepted')) {
    const { expiresOn, chasedAt } = paper
    const chasedOn = chasedAt && dayOf(chasedAt)
    if (expiresOn !== null && chaseOnExpiry(rules, { expiresOn, chasedOn }, today) !== null) await renew(app, paper)
  }
}

/** One reminder for everything one link still waits for. The version decides, so two rounds at once remind once. */
const remind = (app: App, linkId: LinkId, papers: readonly Due[]) =>
  app.transaction(async (tx) => {
    const link = await store.linkOf(tx, linkId)
    if (link === undefined || link.revoked_at !== null || link.production_id === null) return
    const scope = systemScope(link.production_id, 'papers')
    const member = (await people.engagementsOf(tx, scope)).find(
      (it) => (it.personId ?? it.companyId) === (papers[0]?.personId ?? papers[0]?.companyId),
    )
    if (!member?.email) return
    const due: Due[] = []
    for (const paper of papers) {
      const change = { chases: paper.chases + 1, chased_at: app.clock.now().toString() }
      if (await store.update(tx, paper.id, paper.version, change)) due.push(paper)
    }
    if (due.length === 0) return
    await write(app, tx, {
      to: { name: member.name, address: member.email },
      linkId,
      productionId: link.production_id,
      title: (await productions.get(tx, scope)).title,
      names: due.map(({ kind }) => kind),
      demands: '',
      round: Math.max(...due.map(({ chases }) => chases)) + 1,
    })
  })

/** Asks for the next one where its holder is still on a production of ours. */
const renew = (app: App, paper: Due) =>
  app.transaction(async (tx) => {
    const saved = await store.update(tx, paper.id, paper.version, { chased_at: app.clock.now().toString() })
    if (saved === undefined) return
    const productionId = paper.productionId ?? (await store.productionOf(tx, paper.personId, paper.companyId))
    if (productionId === undefined) return
    const scope = systemScope(productionId as ProductionId, 'papers')
    const member = (await people.engagementsOf(tx, scope)).find(
      (it) => (it.personId ?? it.companyId) === (paper.personId ?? paper.companyId),
    )
    if (member === undefined) return
    const asks = [{ engagementId: member.id, kindId: paper.kindId }]
    await ask(within(app, tx), { scope, actor: scope.actor, body: { asks } })
  })

export const chaseJobs = [work(round, (_, app) => chase(app))]
