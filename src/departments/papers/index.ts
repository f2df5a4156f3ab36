/**
 * What people still lack before they are booked, by engagement: names of required papers that are not in order, those that
 * block and those that only warn.
 * @example (await openPapers(db, scope, now)).get(engagementId)   // { blocks: ['Deal memo'], warns: ['Tax form'] }
 */
export { openPapers } from './matrix.actions.ts'

/** Papers of companies and people that hold for every production: how they stand, handing in, looking at them, the file. */
export { fileOf, handInFor, ofHolders, recordFor, reviewFor } from './holder.actions.ts'
/** Tax form and bank details: that they came, or have to come again. */
export { payDetailsCame, payDetailsRefused } from './payDetails.actions.ts'
export type { Holder, HolderPaper } from './holder.actions.ts'

/** The largest file that is taken as a paper, in bytes; and a PDF or picture kept as one after a look at what is inside. */
export { keptPaper, LARGEST_PAPER } from './paperFile.ts'

/** What a certificate of insurance lacks of what each of several productions demands, in words, by production. */
export { gapsFor } from './certificate.actions.ts'
