import css from './Avatar.module.css'
import { initials } from './words.ts'

/** Two letters for a person; the name stands beside it. */
export const Avatar = ({ name }: { name: string }) => (
  <span className={css.avatar} aria-hidden>
    {initials(name)}
  </span>
)
