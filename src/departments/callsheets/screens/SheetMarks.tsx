import type { IssueLine, SheetStatus } from '../sheet.contract.ts'
import { Status } from '../../../ui/Status.tsx'
import css from './Sheet.module.css'

const words = {
  draft: { is: 'half', word: 'Draft' },
  ready: { is: 'daylight', word: 'Ready' },
  published: { is: 'go', word: 'Published' },
} as const

export const SheetStanding = ({ of }: { of: SheetStatus }) => <Status is={words[of].is}>{words[of].word}</Status>

/** The revision as it stands on the paper: the word in a box, on its colour. */
export const RevisionChip = ({ of }: { of: Pick<IssueLine, 'word' | 'fill' | 'preliminary'> }) => (
  <span className={css.revision} style={of.preliminary ? undefined : { background: of.fill }}>
    {of.preliminary ? 'PRELIM' : of.word}
  </span>
)
