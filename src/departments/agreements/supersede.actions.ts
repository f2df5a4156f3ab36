import type { App } from '../../platform/app.ts'
import type { Agreement, AgreementId, PartyId } from './agreement.contract.ts'
import * as store from './agreement.store.ts'
import * as partyStore from './party.store.ts'
import { may } from './envelope.rules.ts'
import * as templates from './template.store.ts'
import { blank, lockFresh, nameOf, nextNumber, refuseState, settle, type Change } from './writing.actions.ts'

export const supersede = (
  app: App,
  { scope, actor, id, expected, useNewWording }: Change & { useNewWording: boolean },
): Promise<Agreement> =>
  app.transaction(async (tx) => {
    const former = await lockFresh(tx, scope, id, expected)
    const successor = await store.successorOf(tx, id)
    if (!may.supersede(former.state) || former.template_version_id === null)
      throw refuseState(
        former,
        former.state === 'draft' ? 'A draft is simply changed.' : `${former.number} has ended already.`,
      )
    if (successor !== undefined)
      throw refuseState(former, `${successor.number} already stands in for ${former.number}.`)
    const used = await templates.findVersion(tx, former.template_version_id)
    const newest = useNewWording && used ? await templates.find(tx, used.templateId) : undefined
    const next = app.ids.next<AgreementId>()
    await store.insert(tx, {
      ...former,
      terms: JSON.stringify(former.terms),
      scope: former.scope && JSON.stringify(former.scope),
      extra: JSON.stringify(former.extra),
      id: next,
      number: await nextNumber(tx, scope, former.kind),
      template_version_id: newest?.versionId ?? former.template_version_id,
      content: null,
      content_sha256: null,
      state: 'draft',
      channel: 'envelope',
      sent_at: null,
      sign_by: null,
      completed_at: null,
      ended_at: null,
      end_reason: null,
      docx_file_id: null,
      sealed_file_id: null,
      sealed_at: null,
      seal_fault: null,
      seal_tried_at: null,
      submission_key: null,
      supersedes_id: former.id,
      version: 1,
      created_at: app.clock.now().toString(),
      created_by_name: nameOf(actor),
    })
    await partyStore.insert(tx, (await partyStore.of(tx, [id])).map(again(app, next)))
    return settle(app, tx, { scope, actor }, { verb: 'agreement.drawn_up', id: next, before: null })
  })

/** The same people in the same order; nobody has signed. */
const again =
  (app: App, agreementId: AgreementId) =>
  ({ role, label, turn, person_id, name, email, phone, for_name, sort }: partyStore.PartyRow) => ({
    ...blank,
    id: app.ids.next<PartyId>(),
    agreement_id: agreementId,
    role: role === 'in_person' ? ('signer' as const) : role,
    label,
    turn,
    person_id,
    name,
    email,
    phone,
    for_name,
    answers: '{}',
    sort,
  })
