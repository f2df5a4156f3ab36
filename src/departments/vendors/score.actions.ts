import { moneyText, money } from '../../kernel/money.ts'
import { NotFound, Problem } from '../../kernel/problems.ts'
import type { OfficeScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { VendorFact, VendorFactSource } from '../../platform/vendorFacts.ts'
import { changePercent } from './price.rules.ts'
import * as prices from './price.store.ts'
import { requestNumber } from './quotes/quote.rules.ts'
import * as rules from './rule.store.ts'
import * as quotes from './quotes/quote.store.ts'
import { judgeAnswer, judgePrice, KINDS_TO_COME, scoreOf } from './score.rules.ts'
import type { VendorScore } from './score.contract.ts'
import type { VendorId } from './vendor.contract.ts'
import { partyIdOf } from './vendor.shown.ts'
import * as store from './vendor.store.ts'

const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO('UTC').toPlainDate().toString()

/** What quotes say of a vendor: answers in time, prices against last time, being chosen. */
export const quoteFacts: VendorFactSource = {
  kinds: [
    { kind: 'answers', label: 'Answers in time' },
    { kind: 'prices', label: 'Prices against last time' },
    { kind: 'choice', label: 'Chosen' },
  ],
  facts: async (db, { vendorId }) => {
    const asked = await quotes.ofVendor(db, vendorId as VendorId)
    const hrefOf = (quoteId: string | null) => {
      const it = asked.find(({ id }) => id === quoteId)
      return it === undefined
        ? `/vendors/${vendorId}?tab=prices`
        : `/productions/${it.productionId}/quotes/${it.requestId}`
    }
    const answers = asked.flatMap((it): VendorFact[] => {
      const result = judgeAnswer(it.state, { at: it.answeredAt, by: it.answerBy })
      if (result === null) return []
      const name = `${requestNumber(it.number)} ${it.title}`
      const how = it.answeredAt === null ? 'Did not answer' : it.state === 'declined' ? 'Declined in time' : 'Answered'
      const words = `${how}${it.answeredAt !== null && result === 'bad' ? ' late' : ''}: ${name}.`
      return [{ kind: 'answers', result, words, on: dayOf(it.answeredAt ?? it.answerBy), href: hrefOf(it.id) }]
    })
    const choice = asked.flatMap((it): VendorFact[] =>
      it.state !== 'chosen' && it.state !== 'not_chosen'
        ? []
        : [
            {
              kind: 'choice',
              result: it.state === 'chosen' ? 'good' : 'neutral',
              words: `${it.state === 'chosen' ? 'Chosen' : 'Not chosen'}: ${requestNumber(it.number)} ${it.title}.`,
              on: dayOf(it.decidedAt ?? it.answerBy),
              href: hrefOf(it.id),
            },
          ],
    )
    const { priceTolerancePercent } = await rules.rules(db)
    const quoted = (await prices.quotedOf(db, vendorId as VendorId)).flatMap((it): VendorFact[] => {
      const percent = changePercent(it.minor, it.beforeMinor)
      if (percent === null) return []
      const now = moneyText(money(it.minor, it.currency))
      const words = `${it.item} at ${now} a ${it.unit}, ${percent > 0 ? '+' : ''}${percent} % against last time.`
      return [
        {
          kind: 'prices',
          result: judgePrice(percent, priceTolerancePercent),
          words,
          on: it.pricedOn,
          href: hrefOf(it.quoteId),
        },
      ]
    })
    return [...answers, ...quoted, ...choice]
  },
}

/** Facts of every department that has some, and the number they add up to. */
export async function vendorScore(app: App, scope: OfficeScope, id: VendorId): Promise<VendorScore> {
  const vendor = await store.byId(app.db, scope, id)
  if (vendor === undefined) throw new Problem(NotFound, {}, 'There is no such vendor.')
  const sources = app.departments().flatMap(({ vendorFacts }) => vendorFacts ?? [])
  const asked = { vendorId: id, partyId: partyIdOf(vendor), now: app.clock.now() }
  const facts: VendorFact[] = []
  for (const source of sources) facts.push(...(await source.facts(app.db, asked)))
  const kinds = sources.flatMap((source) => source.kinds)
  return {
    ...scoreOf(kinds, facts),
    facts: facts.toSorted((a, b) => b.on.localeCompare(a.on)),
    notYet: KINDS_TO_COME.filter(({ kind }) => !kinds.some((it) => it.kind === kind)).map(({ label }) => label),
  }
}
