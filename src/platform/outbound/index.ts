/** Asking addresses that somebody typed in, safely: see `ask`. */
export { ask, OutboundFault, type Answered } from './request.ts'
export { whyNot } from './address.rules.ts'
