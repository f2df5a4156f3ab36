import { Problem } from '../../kernel/problems.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/database/database.ts'
import * as papers from '../papers/index.ts'
import * as people from '../people/index.ts'
import { PapersMissing } from './conflict.contract.ts'
import { bookingOf } from './engine.actions.ts'
import type { BookingId } from './engine.contract.ts'
import type { Gate } from './gate.contract.ts'
import { rulesOf } from './rules.store.ts'

/** Whoever is to be booked: by engagement, or a person who may have one here. */
interface Booked {
  readonly engagementId: string | null
  readonly personId: string | null
}

/** What these people lack here. Somebody who is not on the production yet is of no kind, so nothing is required of them. */
async function lackingOf(app: App, db: Db, scope: ProductionScope, booked: readonly Booked[]) {
  const engaged = (await people.engagementsOf(db, scope)).filter(({ id, personId }) =>
    booked.some((it) => it.engagementId === id || (it.engagementId === null && it.personId === personId)),
  )
  if (engaged.length === 0) return []
  const open = await papers.openPapers(db, scope, app.clock.now())
  return engaged.map(({ id, name }) => ({
    engagementId: id as string,
    name,
    ...(open.get(id) ?? { blocks: [], warns: [] }),
  }))
}

/** What stands in the way of a booking, to be shown before it is pressed. @throws NotFound */
export async function gateOf(app: App, db: Db, scope: ProductionScope, id: BookingId): Promise<Gate> {
  const { engagementId, resource } = await bookingOf(db, scope, id)
  const personId = resource?.kind === 'person' ? resource.id : null
  const booked = engagementId === null && personId === null ? [] : [{ engagementId, personId }]
  const all = await lackingOf(app, db, scope, booked)
  const unique = (names: readonly string[]) => [...new Set(names)]
  return {
    rule: (await rulesOf(db)).papersGate,
    blocks: unique(all.flatMap(({ blocks }) => blocks)),
    warns: unique(all.flatMap(({ warns }) => warns)),
  }
}

/**
 * Where the office books nobody without their papers, refuses whoever lacks one. A reason lets it pass and stays in the
 * history of the booking.
 * @returns what the history says, empty when nothing was missing
 * @throws PapersMissing naming who lacks what
 */
export async function passGate(
  app: App,
  db: Db,
  scope: ProductionScope,
  { booked, despite = '' }: { booked: readonly Booked[]; despite?: string | undefined },
): Promise<string> {
  if ((await rulesOf(db)).papersGate !== 'block') return ''
  const lacking = (await lackingOf(app, db, scope, booked)).filter(({ blocks }) => blocks.length > 0)
  if (lacking.length === 0) return ''
  if (despite.trim() !== '') return ` although papers are missing (${despite.trim()})`
  const words = lacking.map(({ name, blocks }) => `${name} lacks: ${blocks.join(', ')}`).join('. ')
  throw new Problem(
    PapersMissing,
    { people: lacking.map(({ engagementId, name, blocks }) => ({ engagementId, name, papers: [...blocks] })) },
    `${words}. Ask for them under Papers, or book with a reason.`,
  )
}
