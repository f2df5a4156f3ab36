import { LinkUnusable, NotFound, Problem, demandFresh, invalid } from '../../kernel/problems.ts'
import type { BodyOf } from '../../kernel/route.ts'
import { systemOfficeScope } from '../../platform/access/scope.ts'
import { within, type App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { LinkActor } from '../../platform/links.ts'
import { acceptField } from './accept.actions.ts'
import { getShown, write, type OfVendor } from './invite.actions.ts'
import type { Answers, reviewProposal } from './proposal.contract.ts'
import {
  mergedAnswers,
  proposalWords,
  proposedText,
  stateAfter,
  stillDecided,
  type ProposalField,
} from './proposal.rules.ts'
import { answersOf } from './proposal.shown.ts'
import * as store from './proposal.store.ts'
import { stageColumns } from './vendor.actions.ts'
import { note } from './vendor.note.ts'
import * as vendors from './vendor.store.ts'

/** The invitation behind a link, and its vendor. @throws LinkUnusable when it was closed */
export async function behind(db: Db, link: LinkActor) {
  const row = await store.byLink(db, link.linkId)
  const vendor = row && (await vendors.byId(db, systemOfficeScope('a vendor link'), row.vendor_id))
  if (row === undefined || vendor === undefined)
    throw new Problem(LinkUnusable, { reason: 'revoked' }, 'This link was closed. Ask the office for a new one.')
  return { row, vendor }
}

/** Somebody looks at the page: the vendor is filling in. */
export const opened = (app: App, link: LinkActor): Promise<null> =>
  app.transaction(async (tx) => {
    const { row, vendor } = await behind(tx, link)
    if (row.opened_at !== null) return null
    await store.update(tx, row.id, row.version, { opened_at: app.clock.now().toString(), state: 'opened' })
    if (vendor.stage === 'invited')
      await vendors.update(tx, vendor.id, vendor.version, stageColumns(app, link, 'profile'))
    await note(app, tx, link, { vendor, verb: 'vendor.opened' })
    return null
  })

/** What they send is a proposal. Sending again adds to it; what was decided and did not change stays decided. */
export const fillIn = (app: App, link: LinkActor, answers: Answers) =>
  app.transaction(async (tx) => {
    const { row } = await behind(tx, link)
    await store.lock(tx, row.id)
    const { row: fresh, vendor } = await behind(tx, link)
    const before = answersOf(app, fresh)
    const now = mergedAnswers(before, answers)
    const fields = Object.keys(proposedText(now)) as ProposalField[]
    if (fields.length === 0 && now.note === null) throw invalid('/legalName', 'Nothing is filled in yet.')
    const decisions = stillDecided(fresh.decisions, before, now)
    await store.update(tx, fresh.id, fresh.version, {
      answers_sealed: app.keys.seal(JSON.stringify(now)),
      decisions: JSON.stringify(decisions),
      state: stateAfter(fields, decisions),
      filled_at: app.clock.now().toString(),
    })
    if (vendor.stage === 'invited' || vendor.stage === 'profile')
      await vendors.update(tx, vendor.id, vendor.version, stageColumns(app, link, 'in_review'))
    await note(app, tx, link, { vendor, verb: 'vendor.filled_in' })
    return { fields: fields.length }
  })

type Review = OfVendor & { readonly expected: number; readonly body: BodyOf<typeof reviewProposal> }

/** Field by field: what is accepted is written where it belongs; what is returned is told, once all of it was looked at. */
export const review = (app: App, { scope, actor, vendorId, expected, body }: Review) =>
  app.transaction(async (tx) => {
    const vendor = await vendors.lock(tx, scope, vendorId)
    const row = await store.openOf(tx, vendorId)
    const answers = row && answersOf(app, row)
    if (vendor === undefined || row === undefined || !answers)
      throw new Problem(NotFound, {}, 'There is nothing to look at.')
    demandFresh({ expected, current: row.version }, `what ${vendor.name} filled in`)
    const fields = Object.keys(proposedText(answers)) as ProposalField[]
    for (const { field, accept } of body.decisions) {
      if (!fields.includes(field))
        throw invalid('/decisions', `They filled in no ${proposalWords[field].toLowerCase()}.`)
      if (accept && row.decisions[field]?.accepted !== true)
        await acceptField(within(app, tx), tx, {
          scope,
          actor,
          vendor,
          field,
          answers,
          knownNumbers: row.known_numbers,
        })
    }
    const decisions = {
      ...row.decisions,
      ...Object.fromEntries(
        body.decisions.map(({ field, accept, reason }) => [
          field,
          { accepted: accept, reason: accept ? null : reason },
        ]),
      ),
    }
    const state = stateAfter(fields, decisions)
    await store.update(tx, row.id, row.version, {
      decisions: JSON.stringify(decisions),
      state,
      ...(state === 'settled' && { settled_at: app.clock.now().toString() }),
      ...(state === 'returned' && { round: row.round + 1 }),
    })
    if (state === 'returned') await tellReturned(app, tx, row, vendor, decisions)
    const named = (decided: typeof body.decisions) =>
      decided.map(({ field }) => proposalWords[field]).join(', ') || null
    await note(app, tx, actor, {
      vendor,
      verb: 'vendor.proposal_reviewed',
      after: {
        accepted: named(body.decisions.filter(({ accept }) => accept)),
        returned: named(body.decisions.filter(({ accept }) => !accept)),
      },
    })
    return getShown(app, tx, scope, vendorId)
  })

async function tellReturned(
  app: App,
  tx: Tx,
  row: store.InvitationRow,
  vendor: vendors.VendorRow,
  decisions: store.InvitationRow['decisions'],
) {
  if (row.link_id === null) return
  const lines = Object.entries(decisions).flatMap(([field, it]) =>
    it.accepted ? [] : [`${proposalWords[field as ProposalField]}: ${it.reason}`],
  )
  const to = { name: vendor.name, address: row.to_address }
  await write(app, tx, { linkId: row.link_id, to, locale: row.locale, round: row.round + 1 }, lines)
}
