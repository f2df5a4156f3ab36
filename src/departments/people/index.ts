import type { Db } from '../../platform/database/database.ts'
import * as companies from './company.store.ts'
import type { CompanyId } from './person.contract.ts'

/**
 * Companies by id, for showing a client's or vendor's name; ids that are null or unknown are simply absent.
 * @example (await companiesByIds(db, [production.clientCompanyId])).get(id)?.name
 */
export async function companiesByIds(
  db: Db,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, { id: CompanyId; name: string }>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  return new Map((await companies.namesByIds(db, wanted)).map((company) => [company.id, company]))
}

export { correctWriteTo, writeToOf } from './writeTo.store.ts'
export type { WriteTo } from './writeTo.store.ts'

/** Who is written to on behalf of people, by the rule of each: themselves, with the agent copied, or the agent first. */
export { languagesAt, representationOf } from './representation.store.ts'
export type { Addressees } from './representation.rules.ts'

/** Names (public) of people by id: `[{ id, name, pronouns }]`; unknown ids are absent. */
export { namesByIds as byIds } from './person.store.ts'

/** Everybody on a production in crew-list order, with name, position, department, offsets, character, e-mail and phone. */
export { engagementsOf, engagedElsewhere } from './engagement.actions.ts'

/** Where people are or were engaged, over all productions: only ids. */
export { ofPeople as engagementsOfPeople } from './engagement.store.ts'
export { Engagement } from './engagement.contract.ts'

/** For the sample, commands and imports: put a person or company into the directory, or on a production. */
export { create as addPerson } from './person.actions.ts'
export { create as addCompany } from './company.actions.ts'
export { create as addEngagement, change as changeEngagement } from './engagement.actions.ts'

/** Departments of a crew list in their order, each with its usual positions. */
export { departmentsOf } from './lookup.actions.ts'

/** Who changed what about a record of any department, the latest first; `mayRead` says which fields the reader sees. */
export { activityOf } from './lookup.actions.ts'

/** People as casting needs them: age, sizes, address and representative; unknown and archived ids are absent. */
export { measurementsByIds, sharingAddress, talentByIds } from './talent.store.ts'
export type { Talent } from './talent.store.ts'

/** Public lines of people for lists of other departments: name, usual position, department, home. */
export { cardsInCrewOrder } from './card.store.ts'

/** Companies and people by id as somebody to do business with, and who a name or an address may already be. */
export { likely, partiesByIds } from './party.actions.ts'
export type { Party } from './party.actions.ts'
export { change as changeCompany, get as companyById } from './company.actions.ts'
export { change as changePerson } from './person.actions.ts'

/** Text as the directory compares it: lower case, without accents; for finding by a copy of `findText`. */
export { fold } from './likeness.rules.ts'
