import type { Updateable } from 'kysely'
import { given } from '../../kernel/patch.ts'
import { invalid } from '../../kernel/problems.ts'
import { dayAt } from '../../kernel/time.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { get as productionOf } from '../productions/index.ts'
import type {
  Agreement,
  AgreementChange,
  AgreementId,
  NewAgreement,
  PartyDraft,
  PartyId,
} from './agreement.contract.ts'
import * as store from './agreement.store.ts'
import * as partyStore from './party.store.ts'
import type { AgreementRow } from './agreement.store.ts'
import type { AgreementTable } from './agreement.table.ts'
import { dealBegins } from './dealBegins.actions.ts'
import { may } from './envelope.rules.ts'
import { asksPayment } from './paymentAsk.actions.ts'
import { subjectOf } from './subject.actions.ts'
import { kindWords, type RolePlan } from './kinds.rules.ts'
import { emptyScope } from './scope.rules.ts'
import * as templates from './template.store.ts'
import type { TemplateId } from './template.contract.ts'
import { termsOf } from './terms.rules.ts'
import {
  blank,
  emptyPaper,
  lockFresh,
  nameOf,
  nextNumber,
  refuseState,
  settle,
  type Change,
  type Write,
} from './writing.actions.ts'

/** Parties of a template's plan, filled with whom the paper is about and who signs for the office. */
function partiesOf(
  app: App,
  id: AgreementId,
  roles: readonly RolePlan[],
  subject: Awaited<ReturnType<typeof subjectOf>>,
  office: NewAgreement['office'],
) {
  return roles.map((plan, sort) => ({
    id: app.ids.next<PartyId>(),
    agreement_id: id,
    role: plan.role,
    label: plan.label,
    turn: plan.turn,
    person_id: plan.who === 'subject' ? subject.personId : null,
    name:
      plan.who === 'subject' && plan.role !== 'guardian'
        ? subject.name
        : plan.who === 'office'
          ? (office?.name ?? '')
          : '',
    email: plan.who === 'subject' ? subject.email : plan.who === 'office' ? (office?.email ?? null) : null,
    phone: plan.who === 'subject' ? subject.phone : null,
    for_name: plan.role === 'guardian' ? subject.name : null,
    answers: '{}',
    sort,
    ...blank,
  }))
}

export const create = (app: App, { scope, actor, body }: Write & { body: NewAgreement }): Promise<Agreement> =>
  app.transaction(async (tx) => {
    const template = await templates.find(tx, body.templateId as TemplateId)
    if (template === undefined) throw invalid('/templateId', 'This template is not there.')
    const subject = await subjectOf(tx, scope, body.subject.kind, body.subject.id)
    const production = await productionOf(tx, scope)
    const id = app.ids.next<AgreementId>()
    const title = template.texts[body.language]?.title ?? template.name
    const position = subject.values['engagement.position'] ?? ''
    const terms = termsOf({
      position,
      startsOn: production.startsOn,
      endsOn: production.endsOn,
      ...(await dealBegins(tx, scope, {
        kind: body.kind,
        personId: subject.personId,
        companyId: subject.throughCompanyId,
        position,
        startsOn: production.startsOn ?? dayAt(app.clock.now(), production.timeZone),
      })),
    })
    await store.insert(tx, {
      ...emptyPaper,
      id,
      production_id: scope.productionId,
      kind: body.kind,
      number: await nextNumber(tx, scope, body.kind),
      title: title.includes('{{') ? kindWords[body.kind].one : title,
      language: body.language,
      subject_kind: subject.kind,
      subject_id: subject.id,
      subject_label: subject.label,
      person_id: subject.personId,
      company_id: subject.companyId,
      location_id: subject.locationId,
      on_date: body.onDate,
      scene_numbers: body.sceneNumbers,
      template_version_id: template.versionId,
      terms: JSON.stringify(terms),
      scope: kindWords[body.kind].isRelease ? JSON.stringify(emptyScope) : null,
      extra: '{}',
      asks_payment: await asksPayment(tx, body.kind, subject.personId),
      created_at: app.clock.now().toString(),
      created_by_name: nameOf(actor),
    })
    await partyStore.insert(tx, partiesOf(app, id, template.roles, subject, body.office))
    return settle(app, tx, { scope, actor }, { verb: 'agreement.drawn_up', id, before: null })
  })

export const change = (
  app: App,
  { scope, actor, id, expected, body }: Change & { body: AgreementChange },
): Promise<Agreement> =>
  app.transaction(async (tx) => {
    const before = await lockFresh(tx, scope, id, expected)
    if (!may.edit(before.state))
      throw refuseState(before, `${before.number} was sent and stays as it is. Supersede it with a new paper instead.`)
    const until = body.effectiveUntil === undefined ? before.effective_until : body.effectiveUntil
    const from = body.effectiveFrom === undefined ? before.effective_from : body.effectiveFrom
    if (from !== null && until !== null && until < from)
      throw invalid('/effectiveUntil', 'It cannot end before it begins.')
    await store.update(tx, id, columnsOf(body, before))
    if (body.parties !== undefined) await replaceParties(app, tx, id, body.parties)
    return settle(app, tx, { scope, actor }, { verb: 'agreement.changed', id, before })
  })

function columnsOf(body: AgreementChange, before: AgreementRow): Updateable<AgreementTable> {
  return given({
    title: body.title,
    language: body.language,
    terms: body.terms && JSON.stringify(termsOf({ ...before.terms, ...body.terms })),
    scope: body.scope === undefined ? undefined : body.scope === null ? null : JSON.stringify(body.scope),
    extra: body.extra && JSON.stringify(body.extra),
    asks_code: body.asksCode,
    asks_payment: body.asksPayment,
    on_date: body.onDate,
    scene_numbers: body.sceneNumbers,
    effective_from: body.effectiveFrom,
    effective_until: body.effectiveUntil,
    renewal: body.renewal,
    notice_days: body.noticeDays,
  })
}

async function replaceParties(app: App, tx: Tx, id: AgreementId, drafts: readonly PartyDraft[]): Promise<void> {
  await partyStore.removeAll(tx, id)
  await partyStore.insert(
    tx,
    drafts.map((it, sort) => ({
      ...blank,
      id: app.ids.next<PartyId>(),
      agreement_id: id,
      role: it.role,
      label: it.label,
      turn: it.turn,
      person_id: it.personId,
      name: it.name,
      email: it.email === '' ? null : it.email,
      phone: it.phone,
      for_name: it.forName,
      answers: '{}',
      sort,
    })),
  )
}
