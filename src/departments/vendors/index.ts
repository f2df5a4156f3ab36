/** For the sample, commands and imports: somebody we buy from, what a thing cost there, and quotes that came by telephone. */
export { create as addVendor } from './vendor.actions.ts'
export { all as vendorCategories } from './category.store.ts'
export { add as addVendorPrice } from './price.actions.ts'
export { create as addQuoteRequest } from './quotes/quote.actions.ts'
export { send as askForQuotes } from './quotes/send.actions.ts'
export { enter as enterQuote } from './quotes/answer.actions.ts'
