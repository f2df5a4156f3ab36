import { NotFound, Problem } from '../../kernel/problems.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/database/database.ts'
import { TermsFirst, NotYoursToOpen, type DocumentId } from './document.contract.ts'
import * as access from './access.store.ts'
import * as store from './document.store.ts'
import type { Line, Sight, Sights } from './document.store.ts'
import { classesFor, standing, type Reader, type Standing } from './documentAccess.rules.ts'
import { classes, type ClassRow } from './documentClass.store.ts'
import { groundOf, type Ground } from './ground.ts'

/** What somebody sees of documents: of one production or of many. */
export interface Eyes {
  readonly classes: readonly ClassRow[]
  /** Everything shown by name. */
  readonly sight: Sights
  /** Only what opens; text is searched here alone. */
  readonly reading: Sights
  standingOf(line: Pick<Line, 'id' | 'classCode' | 'createdBy' | 'productionId'>): Standing
}

/** What somebody sees of one production's documents, asked once per request. */
export interface View extends Eyes {
  readonly ground: Ground
  readonly sight: Sight
  readonly reading: Sight
}

export const viewOf = (app: Pick<App, 'clock'>, db: Db, scope: ProductionScope): Promise<View> =>
  viewFor(db, groundOf(scope), app.clock.now())

/** @param now for grants, which end by themselves, and for terms; without it neither counts, as across productions */
export async function viewFor(db: Db, ground: Ground, now?: Temporal.Instant): Promise<View> {
  const rows = await classes(db)
  const { read, listed } = classesFor(rows, ground.reader)
  const { productionId, userId } = ground
  const hasNda = now !== undefined && (await access.agreed(db, productionId, { userId })) !== null
  const granted = now && userId ? await access.granted(db, userId, [productionId], now) : []
  const base = { productionIds: [productionId], userId }
  const shut = new Set(rows.filter((row) => !opens(row, ground.reader, hasNda)).map(({ code }) => code))
  return {
    ground,
    classes: rows,
    sight: { ...base, classes: listed, granted },
    // What was granted still asks for its terms, so its words are searched only where those are agreed.
    reading: { ...base, classes: read.filter((code) => !shut.has(code)), granted: hasNda ? granted : [] },
    standingOf: (line) => {
      const rule = rows.find(({ code }) => code === line.classCode)
      if (rule === undefined) return 'hidden'
      const isOwn = ground.userId !== null && line.createdBy === ground.userId
      return standing(rule, { reader: ground.reader, isOwn, isGranted: granted.includes(line.id), hasNda })
    },
  }
}

const opens = (rule: ClassRow, reader: Reader, hasNda: boolean) =>
  standing(rule, { reader, isOwn: false, isGranted: false, hasNda }) === 'open'

/** A document that may be opened. @throws NotFound for what is out of sight; TermsFirst; NotYoursToOpen */
export async function opened(db: Db, view: View, id: DocumentId): Promise<Line> {
  const line = await seen(db, view, id)
  const how = view.standingOf(line)
  if (how === 'terms')
    throw new Problem(
      TermsFirst,
      { classCode: line.classCode },
      'Agree to the confidentiality terms first; it takes a moment and is asked once.',
    )
  if (how !== 'open')
    throw new Problem(
      NotYoursToOpen,
      { classCode: line.classCode },
      'Ask for access and say what you need it for; the production office decides.',
    )
  return line
}

/** A document seen at least by name. @throws NotFound */
export async function seen(db: Db, view: View, id: DocumentId): Promise<Line> {
  const [line] = await store.byIds(db, view.sight, [id])
  if (line === undefined || view.standingOf(line) === 'hidden')
    throw new Problem(NotFound, {}, 'There is no such document in this production.')
  return line
}
