import { addDays, dayText } from '../../kernel/time.ts'
import type { Actor, ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import { queueLetters } from '../../platform/mail/index.ts'
import * as people from '../people/index.ts'
import * as productions from '../productions/index.ts'
import { linesOf, type Span } from './hours.actions.ts'

const LINK_DAYS = 30

/** One letter to everybody who was booked in these days and has not had a day approved yet, with a link of their own. */
export const ask = (app: App, { scope, actor, body }: { scope: ProductionScope; actor: Actor; body: Span }) =>
  app.transaction(async (tx) => {
    const lines = await linesOf(tx, scope, body)
    const wanted = new Set(
      lines.filter(({ startMinute }) => startMinute === null).map(({ engagementId }) => engagementId),
    )
    const members = (await people.engagementsOf(tx, scope)).filter(({ id }) => wanted.has(id))
    const { title } = await productions.get(tx, scope)
    const reachable = members.filter(({ email }) => email !== null && email !== '')
    for (const member of reachable) {
      const { token, id } = await app.links.create(tx, {
        purpose: 'timesheet',
        subject: { kind: 'engagement', id: member.id },
        productionId: scope.productionId,
        personId: member.personId,
        label: `Hours of ${member.name}, ${dayText(body.from)} to ${dayText(addDays(body.until, -1))}`,
        expiresAt: app.clock.now().add({ hours: 24 * LINK_DAYS }),
        createdBy: actor,
      })
      await queueLetters(app, tx, [
        {
          key: `timesheet:${id}`,
          channel: 'email',
          to: { name: member.name, address: member.email ?? '' },
          subject: `Your hours on ${title}`,
          text: `Hello ${member.name},\n\nplease enter when you worked on ${title}:\n${app.settings.url}/hours/${token}\n\nThere is nothing to sign up for.`,
          about: { kind: 'timesheet', id: member.id },
          productionId: scope.productionId,
        },
      ])
    }
    await app.audit.record(tx, actor, 'timesheet.asked', {
      subject: { kind: 'production', id: scope.productionId, label: `${reachable.length} people` },
      productionId: scope.productionId,
    })
    return {
      people: reachable.length,
      unreachable: members.filter((it) => !reachable.includes(it)).map(({ name }) => name),
    }
  })
