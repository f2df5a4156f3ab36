import { ageOn, isMinor } from '../../kernel/age.ts'
import { LinkUnusable, Problem, invalid } from '../../kernel/problems.ts'
import { dayAt, type ZoneName } from '../../kernel/time.ts'
import { systemScope, type LinkScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import { callBehind } from './call.actions.ts'
import { TooManySubmissions, type Submission } from './call.contract.ts'
import * as calls from './call.store.ts'
import type { CandidateChange } from './candidate.contract.ts'
import { eraseOn, mergeKeyOf } from './candidate.rules.ts'
import * as candidates from './candidate.store.ts'
import { insert, settleAll } from './candidate.actions.ts'
import { keepMedia } from './media.actions.ts'
import { get as getRole } from './role.actions.ts'
import * as roles from './role.store.ts'

/** More than a village of actors sends in an hour; what is above it waits in the phones that send it. */
const MOST_PER_HOUR = 120

interface Submitting {
  readonly scope: LinkScope
  readonly body: Submission
}

/** Somebody sends themselves. Who sends twice is one candidate with all they sent; their consent is renewed. */
export const submit = (
  app: App,
  { scope: { link }, body }: Submitting,
): Promise<{ reference: string; again: boolean }> =>
  app.transaction(async (tx) => {
    const call = await callBehind(tx, link)
    const scope = systemScope(call.productionId, 'open call')
    await roles.lock(tx, scope, call.roleId)
    const role = await getRole(tx, scope, call.roleId)
    const now = app.clock.now()
    const today = dayAt(now, 'UTC' as ZoneName)
    refuseIncomplete(body, today, call.number)
    if ((await calls.sentSince(tx, call.roleId, now.subtract({ hours: 1 }))) >= MOST_PER_HOUR)
      throw new Problem(TooManySubmissions, {}, 'Very many people are sending right now. Try again in an hour.')

    const key = mergeKeyOf(body.name, body.email)
    const before = key === null ? undefined : await candidates.byKey(tx, scope, role.id, key)
    const consent = { id: call.consentId, at: now, eraseOn: eraseOn(today, call.retentionMonths) }
    const said = saidIn(body)
    const id =
      before?.id ?? (await insert(app, tx, { scope, actor: link }, role, { ...said, source: 'open_call', consent }))
    if (before !== undefined) {
      await candidates.update(tx, scope, before.id, said, {
        consent_id: consent.id,
        consented_at: consent.at.toString(),
        erase_on: consent.eraseOn,
      })
      await settleAll(app, tx, { scope, actor: link }, { verb: 'casting_candidate.sent_again', before: [before] })
    }
    for (const fileId of body.fileIds)
      await keepMedia(
        app,
        tx,
        scope,
        { id, name: body.name, roleName: role.name },
        { sender: { linkId: link.linkId }, fileId, purpose: 'submission' },
      )
    await app.links.use(tx, link.linkId)
    const number = (await candidates.byIds(tx, scope, [id]))[0]?.number
    return { reference: `${role.name} ${number}`, again: before !== undefined }
  })

function refuseIncomplete(body: Submission, today: string, consent: number): void {
  if (body.consent !== consent)
    throw new Problem(LinkUnusable, { reason: 'expired' }, 'The text you agreed to has changed. Open the page again.')
  if (isMinor(ageOn(body.birthDate, today)) && (body.guardianName === null || body.guardianEmail === null))
    throw invalid(
      body.guardianName === null ? '/guardianName' : '/guardianEmail',
      'Under 18, a parent or guardian has to agree: give their name and e-mail.',
    )
  if (body.fileIds.length === 0 && body.reel === null)
    throw invalid('/reel', 'Add a photo, a tape or a recording above, or give a link to your reel.')
}

/** What was left empty says nothing, so it takes nothing away from what was sent before. */
const saidIn = ({ fileIds: _, consent: __, agrees: ___, website: ____, name, email, ...rest }: Submission) => ({
  ...(Object.fromEntries(
    Object.entries(rest).filter(([, value]) => value !== null && value !== ''),
  ) as CandidateChange),
  name,
  email,
})
