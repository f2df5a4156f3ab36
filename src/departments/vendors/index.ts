/** For the sample, commands and imports: somebody we buy from, what a thing cost there, and quotes that came by telephone. */
export { create as addVendor } from './vendor.actions.ts'
/**
 * What somebody gives to be paid, by the link of their deal: sealed, and an account waits for its call back.
 * @example await payeeGives(app, tx, { personId, actor, account })
 */
export { payeeGives, payeesAmong, type TaxForm } from './payee.actions.ts'
export type { Account } from './bank.contract.ts'

/** What cannot be paid into as it stands, field by field, with a code for words in another language. */
export { accountFaults, type AccountFault } from './bank.rules.ts'
export { all as vendorCategories } from './category.store.ts'
export { add as addVendorPrice } from './price.actions.ts'
export { create as addQuoteRequest } from './quotes/quote.actions.ts'
export { send as askForQuotes } from './quotes/send.actions.ts'
export { enter as enterQuote } from './quotes/answer.actions.ts'
