import { classes } from '../../../ui/classes.ts'
import type { StripField, StripShape } from '../layout.contract.ts'
import css from './strip.module.css'

interface BoardHeadsProps {
  labels: readonly string[]
  /** Who stands behind each number, on hover. */
  names: readonly string[]
  shape: StripShape
}

const heads: Record<Exclude<StripField, 'cast'>, { word: string; className: string | undefined }> = {
  number: { word: 'Sc.', className: css.number },
  intExt: { word: '', className: css.intExt },
  set: { word: 'Set', className: css.set },
  light: { word: '', className: css.bucket },
  synopsis: { word: 'Synopsis', className: css.synopsis },
  scriptDay: { word: 'SD', className: css.small },
  pages: { word: 'Pages', className: css.pages },
  location: { word: 'Loc', className: css.small },
  estimate: { word: 'Est.', className: classes(css.small, css.estimate) },
}

/** What the columns are, above the first day. */
export const BoardHeads = ({ labels, names, shape }: BoardHeadsProps) => (
  <div className={css.heads} aria-hidden>
    {shape.upper.map((field) =>
      field === 'cast' ? (
        <span key={field} className={css.cast}>
          {labels.map((label, at) => (
            <i key={label + String(at)} title={names[at]}>
              {label}
            </i>
          ))}
        </span>
      ) : (
        <span key={field} className={heads[field].className}>
          {field === 'pages' && <b />}
          {heads[field].word}
        </span>
      ),
    )}
  </div>
)
