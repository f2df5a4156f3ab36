/**
 * What a day or a week of hours pays by a table: `payOfDay(profile, { amount, guaranteedMinutes }, { workedMinutes: 840 })`.
 * 650/12 in California pays 835.71 for 14 hours.
 */
export { payOfDay } from './overtime.rules.ts'

/** Minutes of a day's lines that still count once: what the next day of the week is given as `singleBefore`. */
export { singleMinutes } from './overtime.rules.ts'

/**
 * The rate a day is paid by, out of `ratesOfPeople`: `rateFor(rates, 'Gaffer', '2026-05-12')`; for who comes through a
 * company `rateThrough({ own, company }, 'Gaffer', '2026-05-12')`, the company's only where they have none of their own.
 */
export { rateThrough } from './rate.rules.ts'

/** Rates of people with their tables, the latest of each position first; for those who compute from them. */
export { ofCompanies as ratesOfCompanies, ofPeople as ratesOfPeople } from './rate.store.ts'

/** For the sample and commands: a rate of a person or a company from a day on; the one before it becomes history. */
export { add as addRate } from './rate.actions.ts'

/** Overtime tables as they stand now, each with its source and date, by name. */
export { profiles as overtimeTables } from './rate.store.ts'
