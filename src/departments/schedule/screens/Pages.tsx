import { formatEighths } from '../../../kernel/eighths.ts'
import css from './strip.module.css'

/** Eighths on two columns, so that whole pages and parts align down the board. */
export function Pages({ eighths }: { eighths: number }) {
  if (eighths === 0) return <span className={css.pages} />
  const [whole, part] = eighths < 8 ? ['', formatEighths(eighths)] : formatEighths(eighths).split(' ')
  return (
    <span className={css.pages}>
      <b>{whole}</b>
      <i>{part ?? ''}</i>
    </span>
  )
}
