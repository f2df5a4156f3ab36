import type { LinkId } from '../../kernel/ids.ts'
import type { BodyOf } from '../../kernel/route.ts'
import type { Actor, ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { queueLetters } from '../../platform/mail/index.ts'
import * as people from '../people/index.ts'
import * as productions from '../productions/index.ts'
import { chasingOf } from './chasing.store.ts'
import { requestWords } from './insurance.rules.ts'
import { bestOf } from './matrix.rules.ts'
import { dayOf } from './matrix.actions.ts'
import type { askForPapers, PaperId } from './papers.contract.ts'
import * as store from './papers.store.ts'
import { requirementOf } from './requirement.rules.ts'

interface Ask {
  readonly scope: ProductionScope
  readonly actor: Actor
  readonly body: BodyOf<typeof askForPapers>
}

/** Asks each person once, whatever the number of papers; who has no address is named, and nothing pretends otherwise. */
export const ask = (app: App, { scope, actor, body }: Ask) =>
  app.transaction(async (tx) => {
    const members = await people.engagementsOf(tx, scope)
    const kinds = await store.kinds(tx)
    const { linkDays } = await chasingOf(tx)
    const production = await productions.get(tx, scope)
    const required = (await store.requirements(tx, scope)).map(requirementOf)
    const unreachable: string[] = []
    let [persons, papers] = [0, 0]
    for (const engagementId of new Set(body.asks.map((it) => it.engagementId))) {
      const member = members.find(({ id }) => id === engagementId)
      const wanted = kinds.filter(({ id }) =>
        body.asks.some((it) => it.engagementId === engagementId && it.kindId === id),
      )
      if (member === undefined || wanted.length === 0) continue
      if (!member.email) {
        unreachable.push(member.name)
        continue
      }
      const { id: linkId } = await app.links.create(tx, {
        purpose: 'papers',
        subject: {
          kind: member.personId === null ? 'company' : 'person',
          id: member.personId ?? member.companyId ?? '',
        },
        productionId: scope.productionId,
        personId: member.personId,
        label: `Papers of ${member.name}, ${production.title}`,
        expiresAt: app.clock.now().add({ hours: 24 * linkDays }),
        createdBy: actor,
      })
      for (const kind of wanted) await askOne(app, tx, scope, { member, kind, linkId })
      const insurance = wanted.some(({ isInsurance }) => isInsurance)
      await write(app, tx, {
        to: { name: member.name, address: member.email },
        linkId,
        productionId: scope.productionId,
        title: production.title,
        names: wanted.map(({ name }) => name),
        demands: insurance ? requestWords(required.filter(({ engagementKind }) => engagementKind === member.kind)) : '',
        round: 0,
      })
      persons += 1
      papers += wanted.length
    }
    await app.audit.record(tx, actor, 'paper.asked', {
      subject: { kind: 'production', id: scope.productionId, label: `${papers} papers of ${persons} people` },
      productionId: scope.productionId,
    })
    await app.announce(tx, { department: 'papers', productionId: scope.productionId, ids: [] })
    return { people: persons, papers, unreachable }
  })

interface One {
  readonly member: Awaited<ReturnType<typeof people.engagementsOf>>[number]
  readonly kind: Awaited<ReturnType<typeof store.kinds>>[number]
  readonly linkId: LinkId
}

/** Asking again for what is asked for already moves it to the newer link instead of asking twice. */
async function askOne(app: App, tx: Tx, scope: ProductionScope, { member, kind, linkId }: One): Promise<void> {
  const holder = { personId: member.personId, companyId: member.personId === null ? member.companyId : null }
  const theirs = await store.ofHolders(
    tx,
    scope,
    holder.personId === null ? [] : [holder.personId],
    holder.companyId === null ? [] : [holder.companyId],
  )
  const open = theirs.filter(({ kindId, state }) => kindId === kind.id && (state === 'asked' || state === 'rejected'))
  const before = bestOf(open, dayOf(app.clock.now()))
  const now = app.clock.now().toString()
  if (before !== undefined) {
    await store.update(tx, before.id as PaperId, before.version, {
      state: 'asked',
      link_id: linkId,
      asked_at: now,
      chases: 0,
      chased_at: null,
    })
    return
  }
  await store.insert(tx, {
    id: app.ids.next<PaperId>(),
    kind_id: kind.id,
    person_id: holder.personId,
    company_id: holder.companyId,
    production_id: kind.perProduction ? scope.productionId : null,
    state: 'asked',
    file_id: null,
    expires_on: null,
    reason: null,
    agreement_id: null,
    link_id: linkId,
    asked_at: now,
    chased_at: null,
    reviewed_by: null,
    created_at: now,
    archived_at: null,
  })
}

interface PaperLetter {
  readonly to: { name: string | null; address: string }
  readonly linkId: LinkId
  readonly productionId: string
  readonly title: string
  readonly names: readonly string[]
  /** What insurance has to say, word for word; empty where none was asked for. */
  readonly demands: string
  readonly round: number
}

/** One letter a person: what is needed, what insurance has to say, and the link to hand it in. */
export async function write(app: App, tx: Tx, { to, linkId, productionId, title, names, demands, round }: PaperLetter) {
  const text = [
    `Hello ${to.name ?? ''}`.trim() + ',',
    '',
    round === 0 ? `for ${title} we need from you:` : `for ${title} we are still waiting for:`,
    ...names.map((name) => `- ${name}`),
    ...(demands === '' ? [] : ['', 'Your certificate of insurance has to show:', demands]),
    '',
    'Hand it in here, from a phone or a computer; there is nothing to sign up for:',
    `${app.settings.url}/p/${app.links.tokenOf(linkId)}`,
  ].join('\n')
  await queueLetters(app, tx, [
    {
      key: `papers:${linkId}:${round}`,
      channel: 'email',
      to,
      subject: round === 0 ? `Papers for ${title}` : `Still needed for ${title}`,
      text,
      about: { kind: 'papers', id: linkId },
      productionId,
    },
  ])
}
