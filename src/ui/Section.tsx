import { useId, type ReactNode } from 'react'
import css from './Section.module.css'

interface SectionProps {
  title: string
  /** How many there are, muted beside the title. */
  count?: number | undefined
  right?: ReactNode
  /** A sentence under the title, where the words alone do not say what this is for. */
  about?: ReactNode
  children: ReactNode
}

/** A part of a page under a hairline: no box, no card. */
export function Section({ title, count, right, about, children }: SectionProps) {
  const id = useId()
  return (
    <section className={css.section} aria-labelledby={id}>
      <div className={css.head}>
        <h2 id={id}>{title}</h2>
        {count !== undefined && <span className={css.count}>{count.toLocaleString('en-GB')}</span>}
        {right !== undefined && <div className={css.right}>{right}</div>}
      </div>
      {about !== undefined && <div className={css.about}>{about}</div>}
      {children}
    </section>
  )
}
