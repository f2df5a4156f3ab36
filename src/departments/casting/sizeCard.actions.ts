import { dayAt, dayText } from '../../kernel/time.ts'
import { NotFound, Problem } from '../../kernel/problems.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import { letterhead } from '../../platform/house.ts'
import { PictureRefused, redrawn } from '../../platform/pictures/index.ts'
import { readWhole } from '../../platform/storage/storage.ts'
import { fileAnswer } from '../../platform/http/fileAnswer.ts'
import * as office from '../office/index.ts'
import * as people from '../people/index.ts'
import * as productions from '../productions/index.ts'
import type { Candidate, CandidateId } from './candidate.contract.ts'
import { isOut } from './candidate.rules.ts'
import { shown } from './candidate.shown.ts'
import * as candidates from './candidate.store.ts'
import * as media from './media.store.ts'
import type { RoleId } from './role.contract.ts'
import * as roles from './role.store.ts'
import type { SessionId } from './session.contract.ts'
import { get as getSession } from './session.actions.ts'
import { cardLines, cardsText } from './sizeCard.rules.ts'

interface Asked {
  readonly scope: ProductionScope
  readonly session?: SessionId | undefined
  readonly role?: RoleId | undefined
  readonly candidate?: CandidateId | CandidateId[] | undefined
  /** Of a role: those whose number comes after this one. */
  readonly afterNumber?: number | undefined
  readonly paper: 'a4' | 'letter'
}

/** A card is 90 mm wide; more is not seen on paper. */
const PHOTO_SIDE = 700

/** Fifty pages; the paper says where it ends. */
const MOST_CARDS = 200

/** Size cards, four on a page, in the order of the day or of the role. */
export async function sizeCards(app: App, asked: Asked): Promise<Response> {
  const { scope, paper } = asked
  const rows = await rowsOf(app, asked)
  const cards = await shown(app.db, scope, rows.slice(0, MOST_CARDS), app.clock.now())
  if (cards.length === 0) throw new Problem(NotFound, {}, 'Nobody is left to print a card of.')
  const [production, names, measured, photos] = [
    await productions.get(app.db, scope),
    new Map(
      (
        await roles.byIds(
          app.db,
          scope,
          cards.map(({ roleId }) => roleId),
        )
      ).map(({ id, name }) => [id, name]),
    ),
    await people.measurementsByIds(
      app.db,
      scope,
      cards.flatMap(({ personId }) => personId ?? []),
    ),
    await pictures(app, cards),
  ]
  const may = { personal: scope.sees('casting', 'personal') }
  const today = dayAt(app.clock.now(), production.timeZone)
  const press = await letterhead(app)
  const bytes = await press.render(
    'casting-size-cards',
    {
      paper,
      title: production.title,
      sub: cardsText(cards, rows.length),
      date: dayText(today, { year: true }),
      office: (await office.officeSettings(app.db)).name,
      cards: cards.map((it) => ({
        number: it.number,
        name: it.name,
        role: names.get(it.roleId) ?? '',
        photo: photos.has(it.id) ? fileOf(it.id) : null,
        lines: cardLines(it, (it.personId !== null && measured.get(it.personId)) || {}, may),
      })),
    },
    { files: Object.fromEntries([...photos].map(([id, picture]) => [fileOf(id), picture])) },
  )
  const name = `${production.code}_SizeCards_${today.replaceAll('-', '')}.pdf`
  return fileAnswer(bytes, { type: 'application/pdf', name, inline: true })
}

const fileOf = (id: CandidateId) => `${id}.jpeg`

async function rowsOf(
  app: App,
  { scope, session, role, candidate, afterNumber = 0 }: Asked,
): Promise<candidates.CandidateRow[]> {
  if (session !== undefined) {
    const { appointments } = await getSession(app.db, scope, session)
    return inOrder(
      app,
      scope,
      appointments.map(({ candidateId }) => candidateId),
    )
  }
  if (candidate !== undefined) return inOrder(app, scope, [candidate].flat())
  if (role === undefined) throw new Problem(NotFound, {}, 'Say of whom: a day, a role or people.')
  return (await candidates.ofRole(app.db, scope, role)).filter((it) => !isOut(it.state) && it.number > afterNumber)
}

async function inOrder(app: App, scope: ProductionScope, ids: readonly CandidateId[]) {
  const found = new Map((await candidates.byIds(app.db, scope, ids)).map((row) => [row.id, row]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** One after another: a hundred large pictures at once would fill the memory. A damaged one leaves its place empty. */
async function pictures(app: App, cards: readonly Candidate[]): Promise<Map<CandidateId, Uint8Array>> {
  const drawn = new Map<CandidateId, Uint8Array>()
  for (const { candidateId, storageKey } of await media.photosOf(
    app.db,
    cards.map(({ id }) => id),
  )) {
    const bytes = await readWhole(app.storage, storageKey)
    if (bytes === undefined) continue
    try {
      drawn.set(candidateId, (await redrawn(bytes, { longestSide: PHOTO_SIDE, as: 'jpeg' })).bytes)
    } catch (fault) {
      if (!(fault instanceof Problem) || fault.problem !== (PictureRefused as Problem['problem'])) throw fault
    }
  }
  return drawn
}
