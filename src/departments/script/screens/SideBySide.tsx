import { classes } from '../../../ui/classes.ts'
import type { DifferentLine } from '../import.contract.ts'
import css from './SideBySide.module.css'

interface SideBySideProps {
  before: string | null
  after: string
  lines: readonly DifferentLine[]
  isNew: boolean
}

const said = { same: '', changed: 'changed', added: 'added', gone: 'gone' } as const

/** Two versions of a scene in Courier. Added and gone lines carry a sign and a word, not colour alone. */
export function SideBySide({ before, after, lines, isNew }: SideBySideProps) {
  return (
    <table className={css.table} aria-label="The scene before and after">
      <thead>
        <tr>
          {!isNew && <th scope="col">Before{before === null ? '' : `: ${before}`}</th>}
          <th scope="col">Now: {after}</th>
          {!isNew && <th scope="col" className={css.word} aria-label="What changed" />}
        </tr>
      </thead>
      <tbody>
        {lines.map((line, at) => (
          <tr key={at} className={isNew ? undefined : css[line.change]}>
            {!isNew && <td className={classes(css.text, css[line.kind])}>{line.before}</td>}
            <td className={classes(css.text, css[line.kind])}>{line.after}</td>
            {!isNew && <td className={css.word}>{said[line.change]}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
