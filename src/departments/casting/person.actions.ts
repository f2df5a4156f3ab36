import type { PersonId } from '../../kernel/ids.ts'
import { invalid } from '../../kernel/problems.ts'
import type { App } from '../../platform/app.ts'
import * as people from '../people/index.ts'
import { lockFresh, settle } from './candidate.actions.ts'
import type { Candidate, CandidateId } from './candidate.contract.ts'
import { isCommitted } from './candidate.rules.ts'
import * as candidates from './candidate.store.ts'
import type { Write } from './role.actions.ts'

interface Deciding extends Write {
  readonly id: CandidateId
  readonly expected: number
  readonly body: { readonly personId: PersonId | null }
}

/** Who a candidate is in the directory: one of those who share their address, or none of them. Undone by deciding again. */
export const decide = (app: App, { scope, actor, id, expected, body: { personId } }: Deciding): Promise<Candidate> =>
  app.transaction(async (tx) => {
    const before = await lockFresh(tx, scope, id, expected)
    if (isCommitted(before.state))
      throw invalid(
        '/personId',
        `${before.name} is held or booked under their record. Release the hold first, or merge the two records in the directory.`,
      )
    if (personId !== null) {
      const [person] = await people.talentByIds(tx, scope, [personId])
      if (person === undefined) throw invalid('/personId', 'This person is not in the directory.')
      const twin = (await candidates.ofRole(tx, scope, before.roleId)).find(
        (it) => it.personId === personId && it.id !== id,
      )
      if (twin !== undefined)
        throw invalid('/personId', `${person.name} is in this role already, as number ${twin.number}.`)
    }
    await candidates.update(tx, scope, id, {}, { person_id: personId, is_new_person: personId === null })
    return settle(
      app,
      tx,
      { scope, actor },
      {
        verb: 'casting_candidate.person_decided',
        before,
        also: {
          inDirectory: personId !== null,
        },
      },
    )
  })
