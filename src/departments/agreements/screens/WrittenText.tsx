import { MomentText } from '../../../ui/DateText.tsx'

interface Written {
  writtenBy: string
  writtenAt: string
}

/** Who wording came from when the office was set up: it has no moment anybody here would know. */
const PRODUCT = 'Unitbase'

/** When a wording was written; what came with the product says so. */
export const WrittenText = ({ of: { writtenBy, writtenAt } }: { of: Written }) =>
  writtenBy === PRODUCT ? 'As shipped' : <MomentText at={writtenAt} />
