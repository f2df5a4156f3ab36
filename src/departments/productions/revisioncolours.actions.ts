import { Problem, stale } from '../../kernel/problems.ts'
import type { Actor, OfficeScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import { ColoursUnclear } from './production.contract.ts'
import type { RevisionColour } from './production.contract.ts'
import type { RevisionColours } from './revisioncolours.contract.ts'
import { wrongColours } from './revisioncolours.rules.ts'
import * as store from './revisioncolours.store.ts'

interface SetColours {
  readonly scope: OfficeScope
  readonly actor: Actor
  readonly expected: number
  readonly body: Pick<RevisionColours, 'colours' | 'source' | 'dated'>
}

/** New productions take the new order; those that began keep the one they print by. */
export const setColours = (app: App, { scope, actor, expected, body }: SetColours): Promise<RevisionColours> =>
  app.transaction(async (tx) => {
    refuseUnclear(body.colours)
    const before = await store.get(tx)
    if (!(await store.put(tx, scope, expected, body)))
      throw stale({ expected, current: before.version }, 'the revision colours')
    const after = await store.get(tx)
    await app.audit.record(tx, actor, 'revision_colours.changed', {
      subject: { kind: 'revision_colours', id: 'office', label: 'Revision colours' },
      before: inWords(before),
      after: inWords(after),
    })
    await app.announce(tx, { department: 'productions', productionId: null, ids: [] })
    return after
  })

/** @throws ColoursUnclear */
export function refuseUnclear(colours: readonly RevisionColour[]): void {
  const wrong = wrongColours(colours)
  if (wrong.length > 0) throw new Problem(ColoursUnclear, { wrong }, wrong.join(' '))
}

const inWords = ({ colours, source, dated }: RevisionColours) => ({
  colours: colours.map(({ name, hex }) => `${name} ${hex}`).join(', '),
  source,
  dated,
})
