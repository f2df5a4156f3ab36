import type { ReactNode } from 'react'
import { formatPages, sumEighths } from '../../../kernel/eighths.ts'
import { classes } from '../../../ui/classes.ts'
import { plural } from '../../../ui/words.ts'
import type { SheetRow } from '../board.rules.ts'
import css from './side.module.css'

/** Scenes without a day. They keep their order, and wait. */
export function Boneyard({
  rows,
  isLanding,
  children,
}: {
  rows: readonly SheetRow[]
  isLanding: boolean
  children: ReactNode
}) {
  const live = rows.filter((row) => row.scene && !row.scene.isOmitted)
  const pages = sumEighths(live.map((row) => row.eighths))
  return (
    <section className={css.bone} aria-label="Boneyard" data-lane="boneyard">
      <h3>
        Boneyard
        {live.length > 0 && (
          <span>
            {plural(live.length, 'scene')}, {formatPages(pages)}
          </span>
        )}
      </h3>
      <div className={css.boneList}>
        {children}
        {rows.length === 0 && (
          <p className={classes(css.boneEmpty, isLanding && css.landing)}>Every scene has a day.</p>
        )}
      </div>
    </section>
  )
}
