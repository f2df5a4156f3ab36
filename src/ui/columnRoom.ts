import { classes } from './classes.ts'
import css from './Table.module.css'

/** What becomes of a column where there is less room. */
export const roomOf = ({ phone, beside }: { phone?: 'hide'; beside?: 'hide' }) =>
  classes(phone === 'hide' && css.phoneHidden, beside === 'hide' && css.besideHidden)
