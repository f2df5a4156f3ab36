import { clockOf } from '../../../kernel/time.ts'
import type { SheetRow } from '../board.rules.ts'
import { bannerOf } from '../banners.rules.ts'
import css from './row.module.css'

/** Where a strip lay before the pending move. */
export function Hole({ row, words }: { row: SheetRow; words: string }) {
  return (
    <div className={`${css.row} ${css.fixed}`}>
      <time className={css.gone}>{row.clock ? clockOf(row.clock.from) : ''}</time>
      <div className={css.hole}>
        <b>{row.scene ? row.scene.number : bannerOf(row.strip.kind)?.label}</b>
        <span>{words}</span>
      </div>
    </div>
  )
}
