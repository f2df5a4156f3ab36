import type { z } from 'zod'
import { ageOn, isMinor } from '../../kernel/age.ts'
import { invalid, NotAllowed, Problem } from '../../kernel/problems.ts'
import { dayAt, type ZoneName } from '../../kernel/time.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import * as agreements from '../agreements/index.ts'
import * as people from '../people/index.ts'
import { lockFresh, settle } from './candidate.actions.ts'
import { get } from './candidate.shown.ts'
import type { Candidate, CandidateId } from './candidate.contract.ts'
import { isCommitted } from './candidate.rules.ts'
import * as candidates from './candidate.store.ts'
import type { sendRelease as contract } from './hold.contract.ts'
import { get as getRole, type Write } from './role.actions.ts'
import { useOf } from './usage.rules.ts'

interface Sending extends Write {
  readonly id: CandidateId
  readonly expected: number
  readonly body: z.output<NonNullable<(typeof contract)['body']>>
}

/** Who is held gets their release to sign by link, for the use their role names. Asked again it stays the one it is. */
export const sendRelease = (
  app: App,
  { scope, actor, id, expected, body }: Sending,
): Promise<{ candidate: Candidate; blockers: string[] }> =>
  app.transaction(async (tx) => {
    if (!scope.can('agreements.edit')) throw new Problem(NotAllowed, { ability: 'agreements.edit' })
    const row = await lockFresh(tx, scope, id, expected)
    if (!isCommitted(row.state) || row.personId === null)
      throw invalid('/candidateId', `Hold ${row.name} first: a release is made out to who has the role.`)
    const present = row.agreementId === null ? undefined : await standing(tx, scope, row.agreementId)
    if (present !== undefined) return { candidate: await get(app, tx, scope, id), blockers: [] }
    const role = await getRole(tx, scope, row.roleId)
    const engaged = (await people.engagementsOf(tx, scope)).find(
      (it) => it.personId === row.personId && it.kind === 'cast' && it.elementId === role.elementId,
    )
    if (engaged === undefined)
      throw invalid('/candidateId', `${row.name} is not on the crew list any more. Hold them again first.`)
    const { use, unclear } = useOf(role)
    const paper = await agreements.sendRelease(app, {
      scope,
      actor,
      engagementId: engaged.id,
      guardian: isMinor(ageOn(row.birthDate, dayAt(app.clock.now(), 'UTC' as ZoneName)))
        ? { name: row.guardianName ?? '', email: row.guardianEmail }
        : null,
      language: body.language,
      onDate: role.shootDays[0] ?? null,
      pay: body.pay,
      use,
      unclear,
    })
    await candidates.update(tx, scope, id, {}, { agreement_id: paper.id })
    const candidate = await settle(
      app,
      tx,
      { scope, actor },
      {
        verb: 'casting_candidate.release_drawn_up',
        before: row,
        also: {
          release: paper.number,
        },
      },
    )
    return { candidate, blockers: paper.blockers }
  })

/** A paper that still counts; one that was declined, ran out or was made void makes room for another. */
async function standing(tx: Tx, scope: ProductionScope, agreementId: string) {
  const paper = (await agreements.papersByIds(tx, scope, [agreementId])).get(agreementId)
  return paper !== undefined && ['draft', 'pending', 'executed'].includes(paper.state) ? paper : undefined
}

/** The release was signed, or came to nothing: pages that show the candidate ask again. */
export async function releaseMoved(app: App, tx: Tx, scope: ProductionScope, agreementId: string): Promise<void> {
  const row = await candidates.byAgreement(tx, scope, agreementId)
  if (row !== undefined)
    await app.announce(tx, { department: 'casting', productionId: scope.productionId, ids: [row.roleId] })
}
