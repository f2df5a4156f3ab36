import { useEffect, type ReactNode } from 'react'
import css from './DoorPage.module.css'

/** Pages before one is in: one column, one thing to do. */
export function DoorPage({ title, about, children }: { title: string; about?: ReactNode; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Unitbase`
  }, [title])
  return (
    <main className={css.door}>
      <div className={css.card}>
        <div className={css.mark} aria-hidden>
          <i />
          <i />
          <i />
        </div>
        <h1>{title}</h1>
        {about !== undefined && <p className={css.about}>{about}</p>}
        <div className={css.body}>{children}</div>
      </div>
    </main>
  )
}

export const OtherWays = ({ children }: { children: ReactNode }) => (
  <>
    <p className={css.or}>or</p>
    <div className={css.ways}>{children}</div>
  </>
)

export const DoorNote = ({ children }: { children: ReactNode }) => <p className={css.note}>{children}</p>
