import type { z } from 'zod'
import type { App } from '../../platform/app.ts'
import { queueLetters } from '../../platform/mail/index.ts'
import * as office from '../office/index.ts'
import * as productions from '../productions/index.ts'
import { isCommitted, isOut } from './candidate.rules.ts'
import { firstReader, withAgentCopy } from './candidate.letters.ts'
import type { CandidateRow } from './candidate.store.ts'
import * as candidates from './candidate.store.ts'
import { settleAll } from './candidate.actions.ts'
import type { Letter, releaseBackups } from './hold.contract.ts'
import { get as getRole, moveOn, type Write } from './role.actions.ts'
import type { RoleId } from './role.contract.ts'

interface Releasing extends Write {
  readonly roleId: RoleId
  readonly body: z.output<NonNullable<(typeof releaseBackups)['body']>>
}

/** Everybody still in it who is neither held nor booked hears that the role went to somebody else; the representative first. */
export const release = (app: App, { scope, actor, roleId, body }: Releasing) =>
  app.transaction(async (tx) => {
    const role = await getRole(tx, scope, roleId)
    const except = new Set(body.except)
    const losing = (await candidates.ofRole(tx, scope, roleId)).filter(
      ({ id, state }) => !isOut(state) && !isCommitted(state) && !except.has(id),
    )
    const { title } = await productions.get(tx, scope)
    const { name: officeName, undoSeconds } = await office.officeSettings(tx)
    const letters = losing.flatMap((row): (Letter & { name: string; row: CandidateRow })[] => {
      const recipient = firstReader(row)
      if (recipient === null) return []
      const { isAgent: toAgent, name, address: to } = recipient
      const about = role.isConfidential ? 'the role' : `${role.name} in ${title}`
      const thanks = `Hello ${name},\n\nThank you for ${toAgent ? `putting ${row.name} forward` : 'your time and your work'} for ${about}. The role has gone to somebody else, so ${toAgent ? `${row.name} is` : 'you are'} released from it and any date kept for it.`
      const said = body.text === '' ? '' : `\n\n${body.text}`
      return [
        {
          candidateId: row.id,
          row,
          to,
          name,
          subject: role.isConfidential ? 'Your casting' : `${title}: ${role.name}`,
          text: `${thanks}${said}\n\n${officeName}\n`,
        },
      ]
    })
    const written = new Set(letters.map(({ candidateId }) => candidateId))
    const unreachable = losing.filter(({ id }) => !written.has(id)).map(({ name }) => name)
    const shown = letters.map(({ name: _, row: __, ...letter }) => letter)
    if (!body.send) return { released: 0, letters: shown, unreachable }
    await queueLetters(
      app,
      tx,
      letters.flatMap(({ row, to, name, subject, text }) =>
        withAgentCopy(
          {
            key: `casting_release:${row.id}`,
            channel: 'email' as const,
            to: { name, address: to },
            subject,
            text,
            about: { kind: 'casting_candidate', id: row.id },
            productionId: scope.productionId,
            leavesAt: app.clock.now().add({ seconds: undoSeconds }),
          },
          row,
        ),
      ),
    )
    await candidates.setState(
      tx,
      scope,
      losing.map(({ id }) => id),
      { state: 'released', releasedAt: app.clock.now() },
    )
    await settleAll(app, tx, { scope, actor }, { verb: 'casting_candidate.released', before: losing })
    if (role.state === 'booked') await moveOn(tx, scope, [roleId], 'backup_released')
    return { released: losing.length, letters: shown, unreachable }
  })
