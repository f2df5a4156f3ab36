import { classes } from '../../../ui/classes.ts'
import css from './strip.module.css'

interface BoardHeadsProps {
  labels: readonly string[]
  /** Who stands behind each number, on hover. */
  names: readonly string[]
  columns: readonly string[]
}

/** What the columns are, above the first day. */
export const BoardHeads = ({ labels, names, columns }: BoardHeadsProps) => (
  <div className={css.heads} aria-hidden>
    <span className={css.number}>Sc.</span>
    <span />
    <span className={css.set}>Set</span>
    <span />
    <span className={css.synopsis}>{columns.includes('synopsis') ? 'Synopsis' : ''}</span>
    <span className={css.small}>{columns.includes('scriptDay') ? 'SD' : ''}</span>
    <span className={css.cast}>
      {labels.map((label, at) => (
        <i key={label + String(at)} title={names[at]}>
          {label}
        </i>
      ))}
    </span>
    <span className={css.pages}>
      <b />
      Pages
    </span>
    <span className={css.small}>{columns.includes('location') ? 'Loc' : ''}</span>
    <span className={classes(css.small, css.estimate)}>{columns.includes('estimate') ? 'Est.' : ''}</span>
  </div>
)
