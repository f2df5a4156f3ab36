import type { ProductionId } from '../../kernel/ids.ts'
import { systemScope } from '../../platform/access/scope.ts'
import type { Db } from '../../platform/database/database.ts'
import { webhook, type WebhookEvent, type WebhookFacts } from '../../platform/webhooks/index.ts'
import * as productions from '../productions/index.ts'
import type { AgreementId } from './agreement.contract.ts'
import type { AgreementNews } from './agreement.events.ts'
import * as store from './agreement.store.ts'
import * as partyStore from './party.store.ts'

/** What anybody of the office may know of a paper: which one, about whom, and where it stands. No terms and no address. */
async function factsOf(db: Db, news: AgreementNews): Promise<WebhookFacts | undefined> {
  const row = await store.byId(db, news.agreementId as AgreementId)
  if (row === undefined) return undefined
  const production = await productions.get(db, systemScope(news.productionId as ProductionId, 'a webhook'))
  return {
    agreementId: row.id,
    number: row.number,
    kind: row.kind,
    title: row.title,
    state: row.state,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    subject: row.subject_label,
    productionId: row.production_id,
    productionCode: production.code,
    productionTitle: production.title,
  }
}

async function signerFacts(db: Db, news: AgreementNews & { partyId: string; partyRole: string }) {
  const facts = await factsOf(db, news)
  const party = (await partyStore.of(db, [news.agreementId as AgreementId])).find((it) => it.id === news.partyId)
  return facts && { ...facts, partyRole: news.partyRole, partyLabel: party?.label ?? '', partyName: party?.name ?? '' }
}

const ended = (how: 'declined' | 'void' | 'expired', about: string) =>
  webhook(`agreement.${how}`, about, 'agreements.failed', async (db, news) =>
    news.how === how ? factsOf(db, news) : undefined,
  )

export const agreementWebhooks: readonly WebhookEvent[] = [
  webhook(
    'agreement.signed_by_one',
    'One of several has signed or approved a paper',
    'agreements.signed_by_one',
    signerFacts,
  ),
  webhook('agreement.completed', 'Everybody has signed a paper', 'agreements.completed', factsOf),
  ended('declined', 'Somebody has declined a paper'),
  ended('void', 'A paper was made void'),
  ended('expired', 'The time to sign a paper has run out'),
]
