import type { PlainDay } from '../../kernel/time.ts'
import type { ProductionScope, Actor } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Agreement, AgreementId } from './agreement.contract.ts'
import { change, create } from './draft.actions.ts'
import type { AgreementKind, AgreementState, Language } from './kinds.rules.ts'
import { Scope } from './scope.rules.ts'
import { send } from './send.actions.ts'
import * as templates from './template.store.ts'
import { nameOf } from './writing.actions.ts'

interface Releasing {
  readonly scope: ProductionScope
  readonly actor: Actor
  readonly engagementId: string
  /** Who signs for a minor; null where the person signs alone. */
  readonly guardian: { readonly name: string; readonly email: string | null } | null
  readonly language: Language
  readonly onDate: PlainDay | null
  /** What they are paid, as a sentence of the paper; empty keeps it a draft. */
  readonly pay: string
  readonly use: Pick<Scope, 'media' | 'territory' | 'termMonths'>
  /** What nobody has settled about the use: while there is any the paper stays a draft. */
  readonly unclear: readonly string[]
}

interface Released {
  readonly id: AgreementId
  readonly number: string
  readonly state: AgreementState
  /** Why it is still a draft, in sentences; empty when it was sent. */
  readonly blockers: string[]
}

/** Draws a release up, fills in its use, and sends it when nothing is missing. */
export const sendRelease = (app: App, it: Releasing): Promise<Released> =>
  app.transaction(async (tx) => {
    const { scope, actor, guardian, language } = it
    const kind: AgreementKind = guardian === null ? 'talent_release' : 'minor_release'
    const template = (await templates.all(tx)).find((one) => one.kind === kind && one.archivedAt === null)
    if (template === undefined)
      throw new Error(`The office has no template of a ${kind}; one is shipped and cannot be deleted.`)
    const drawn = await create(app, {
      scope,
      actor,
      body: {
        kind,
        templateId: template.id,
        subject: { kind: 'engagement', id: it.engagementId },
        language: template.texts[language] === undefined ? 'en' : language,
        onDate: it.onDate,
        sceneNumbers: [],
        // Where an office's own wording has it sign too, the draft waits for that address.
        office: { name: nameOf(actor), email: '' },
      },
    })
    const filled = await change(app, {
      scope,
      actor,
      id: drawn.id,
      expected: drawn.version,
      body: {
        scope: Scope.parse(it.use),
        ...(it.pay !== '' && { extra: { 'release.pay': it.pay } }),
        ...(guardian !== null && { parties: withGuardian(drawn, guardian) }),
      },
    })
    const blockers = [...it.unclear, ...filled.blockers.map(({ message }) => message)]
    if (blockers.length > 0) return { ...shown(filled), blockers }
    const sent = await send(app, { scope, actor, id: drawn.id, expected: filled.version, signBy: undefined })
    return { ...shown(sent), blockers: [] }
  })

const shown = ({ id, number, state }: Agreement) => ({ id, number, state })

const withGuardian = ({ parties }: Agreement, guardian: { name: string; email: string | null }) =>
  parties.map(({ role, label, turn, personId, name, email, phone, forName }) => ({
    role,
    label,
    turn,
    forName,
    ...(role === 'guardian' ? { ...guardian, personId: null, phone: null } : { personId, name, email, phone }),
  }))
