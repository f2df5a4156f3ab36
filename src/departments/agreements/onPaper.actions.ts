import type { z } from 'zod'
import { NotFound, Problem, invalid } from '../../kernel/problems.ts'
import { instantOf } from '../../kernel/time.ts'
import type { App } from '../../platform/app.ts'
import { findFile } from '../../platform/uploads/index.ts'
import { get as productionOf } from '../productions/index.ts'
import type { Agreement, AgreementId, PartyId } from './agreement.contract.ts'
import type { recordPaper as contract } from './envelope.contract.ts'
import { hashOf } from './facts.actions.ts'
import { subjectOf } from './subject.actions.ts'
import { happened, newsOf } from './history.actions.ts'
import * as store from './agreement.store.ts'
import * as partyStore from './party.store.ts'
import { termsOf } from './terms.rules.ts'
import { blank, emptyPaper, nameOf, nextNumber, settle, type Write } from './writing.actions.ts'

type Body = z.output<NonNullable<(typeof contract)['body']>>

/**
 * A paper signed by hand counts as one signed here: it is found, covered and heard of the same way. Its scan is the
 * paper; there is nothing for us to seal, because we did not see anybody sign.
 */
export const recordPaper = (app: App, { scope, actor, body }: Write & { body: Body }): Promise<Agreement> =>
  app.transaction(async (tx) => {
    const scan = await findFile(tx, body.fileId)
    if (scan === undefined) throw new Problem(NotFound, {}, 'The scan did not arrive. Upload it again.')
    if (!/^(application\/pdf|image\/(jpeg|png))$/.test(scan.media_type))
      throw invalid('/fileId', 'Bring the scan as PDF, JPEG or PNG.')
    const taken = await store.bySealedFile(tx, body.fileId)
    if (taken !== undefined) throw invalid('/fileId', `This scan is already ${taken.number}.`)
    const production = await productionOf(tx, scope)
    const subject = await subjectOf(tx, scope, body.subject.kind, body.subject.id)
    const signedAt = instantOf(body.signedOn, 720, production.timeZone)
    const now = app.clock.now()
    if (Temporal.Instant.compare(signedAt.subtract({ hours: 12 }), now) > 0)
      throw invalid('/signedOn', 'It cannot have been signed after today.')
    const id = app.ids.next<AgreementId>()
    const at = signedAt.toString()
    const content = { title: body.title, between: '', short: [], blocks: [], fields: [] }
    await store.insert(tx, {
      ...emptyPaper,
      id,
      production_id: scope.productionId,
      kind: body.kind,
      number: await nextNumber(tx, scope, body.kind),
      title: body.title,
      language: 'en',
      subject_kind: subject.kind,
      subject_id: subject.id,
      subject_label: subject.label,
      person_id: subject.personId,
      company_id: subject.companyId,
      location_id: subject.locationId,
      on_date: body.onDate,
      scene_numbers: body.sceneNumbers,
      terms: JSON.stringify(termsOf({})),
      scope: body.scope && JSON.stringify(body.scope),
      extra: '{}',
      content: JSON.stringify(content),
      content_sha256: hashOf(content),
      state: 'executed',
      channel: 'paper',
      sent_at: at,
      completed_at: at,
      effective_until: body.effectiveUntil,
      sealed_file_id: body.fileId,
      sealed_at: now.toString(),
      created_at: now.toString(),
      created_by_name: nameOf(actor),
    })
    await partyStore.insert(
      tx,
      body.signers.map((name, sort) => ({
        ...blank,
        id: app.ids.next<PartyId>(),
        agreement_id: id,
        role: 'signer' as const,
        label: 'Signed by hand',
        turn: 1,
        person_id: sort === 0 ? subject.personId : null,
        name,
        email: null,
        phone: null,
        for_name: null,
        state: 'done' as const,
        acted_at: at,
        signed_name: name,
        signature: JSON.stringify({ kind: 'on_paper' }),
        identified_by: `Scan indexed by ${nameOf(actor)}`,
        answers: '{}',
        sort,
      })),
    )
    await happened(app, tx, id, {
      what: 'indexed',
      text: `Signed on paper on ${body.signedOn}; scan ${scan.name} indexed by ${nameOf(actor)}, SHA-256 ${scan.sha256}`,
    })
    const row = await store.byId(tx, id)
    if (row !== undefined) await app.emit(tx, 'agreements.completed', newsOf(row))
    return settle(app, tx, { scope, actor }, { verb: 'agreement.indexed', id, before: null })
  })
