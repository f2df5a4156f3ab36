import { localeOf } from '../../kernel/locale.ts'
import { dayAt, dayText } from '../../kernel/time.ts'
import type { Actor, ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import { queueLetters } from '../../platform/mail/index.ts'
import * as people from '../people/index.ts'
import * as productions from '../productions/index.ts'
import { linesOf, type Span } from './hours.actions.ts'
import { hoursWords } from './hoursWords.ts'

const LINK_DAYS = 30

/** One letter to everybody who has a day without hours in the part of the span that is over, with a link of their own. */
export const ask = (app: App, { scope, actor, body }: { scope: ProductionScope; actor: Actor; body: Span }) =>
  app.transaction(async (tx) => {
    const { title, timeZone } = await productions.get(tx, scope)
    const today = dayAt(app.clock.now(), timeZone)
    const missing = (await linesOf(tx, scope, body)).filter((it) => it.startMinute === null && it.onDate <= today)
    const wanted = new Set(missing.map(({ engagementId }) => engagementId))
    const members = (await people.engagementsOf(tx, scope)).filter(({ id }) => wanted.has(id))
    const reachable = members.filter(({ email }) => email !== null && email !== '')
    for (const { id: engagementId, personId, name, email, languages } of reachable) {
      const { token, id } = await app.links.create(tx, {
        purpose: 'timesheet',
        subject: { kind: 'engagement', id: engagementId },
        productionId: scope.productionId,
        personId,
        label: `Hours of ${name}, ${dayText(body.from)} to ${dayText(body.until)}`,
        expiresAt: app.clock.now().add({ hours: 24 * LINK_DAYS }),
        createdBy: actor,
      })
      const words = hoursWords[localeOf(languages[0])]
      await queueLetters(app, tx, [
        {
          key: `timesheet:${id}`,
          channel: 'email',
          to: { name, address: email ?? '' },
          subject: words.subject(title),
          text: words.letter(name, title, `${app.settings.url}/hours/${token}`),
          about: { kind: 'timesheet', id: engagementId },
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
