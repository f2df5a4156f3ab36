import { classes } from '../../../ui/classes.ts'
import type { StripField, StripShape } from '../layout.contract.ts'
import css from './heads.module.css'
import strip from './strip.module.css'

interface BoardHeadsProps {
  labels: readonly string[]
  /** Who stands behind each number, on hover. */
  names: readonly string[]
  shape: StripShape
}

const heads: Record<Exclude<StripField, 'cast'>, { word: string; className: string | undefined }> = {
  number: { word: 'Sc.', className: strip.number },
  intExt: { word: '', className: strip.intExt },
  set: { word: 'Set', className: strip.set },
  light: { word: '', className: strip.bucket },
  synopsis: { word: 'Synopsis', className: strip.synopsis },
  scriptDay: { word: 'SD', className: strip.small },
  pages: { word: 'Pages', className: strip.pages },
  location: { word: 'Loc', className: strip.small },
  estimate: { word: 'Est.', className: classes(strip.small, strip.estimate) },
}

/** What the columns are, above the first day. */
export const BoardHeads = ({ labels, names, shape }: BoardHeadsProps) => (
  <div className={css.heads} aria-hidden>
    {shape.upper.map((field) =>
      field === 'cast' ? (
        <span key={field} className={strip.cast}>
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
