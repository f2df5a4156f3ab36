import type { PersonId, ProductionId } from '../../kernel/ids.ts'
import { localeOf, type Locale } from '../../kernel/locale.ts'
import { systemScope, type ProductionScope } from '../../platform/access/scope.ts'
import type { Db } from '../../platform/database/database.ts'
import * as people from '../people/index.ts'
import * as productions from '../productions/index.ts'

/** Somebody a letter goes to, in the language they read. */
export interface Reader {
  readonly name: string
  readonly email: string
  readonly locale: Locale
}

/** Whom letters about a person go to, by the person's own rule of representation. */
export interface Readers {
  /** Whom it is about. */
  readonly about: string
  /** Null where nobody has an address. */
  readonly to: Reader | null
  /** Whether `to` is the agent, through whom the person hears it. */
  readonly isAgent: boolean
  readonly copy: Reader | null
}

const readerOf = (it: people.Addressees['to'] | null): Reader | null =>
  it?.email == null ? null : { name: it.name, email: it.email, locale: localeOf(it.languages[0]) }

export async function readersOf(
  db: Db,
  scope: ProductionScope,
  ids: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, Readers>> {
  const represented = await people.representationOf(db, scope, ids)
  return new Map(
    [...represented].map(([id, { name, to, isAgent, copy }]) => [
      id,
      { about: name, to: readerOf(to), isAgent, copy: readerOf(copy) },
    ]),
  )
}

/** Whoever runs a production, as far as they have an account of it, in the language the directory has for them. */
export async function runnersOf(db: Db, productionId: ProductionId | null): Promise<Reader[]> {
  if (productionId === null) return []
  const { members } = await productions.membersOf(db, systemScope(productionId, 'booking letters'))
  const runners = members.filter(({ role }) => role === 'producer' || role === 'coordinator')
  const languages = await people.languagesAt(
    db,
    runners.map(({ email }) => email),
  )
  return runners.map(({ name, email }) => ({ name, email, locale: localeOf(languages.get(email)?.[0]) }))
}
